"""What can be done about a message that waits, by its cause: the buttons below the reason. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.ledger import APPROVAL, SENDING_PAUSED
from mailflow_gui.core.model import Integration, Profile, Step, walk
from mailflow_gui.core.proxy_causes import PROXY_CAUSES
from mailflow_gui.ui.attention.words import failed_step


class Act(Enum):
    """What a button does."""

    RETRY = auto()
    SKIP = auto()
    EDIT_STEP = auto()
    EDIT_CONNECTION = auto()
    NETWORK = auto()
    ADDRESS = auto()
    ACCOUNT = auto()
    APPROVE = auto()
    OUTGOING = auto()
    GO_ON = auto()
    OPEN = auto()
    SAVE = auto()
    COPY = auto()


@dataclass(frozen=True, slots=True)
class Fix:
    """A button. `value` is a step's id, a connection's name or an address, where the act needs one."""

    act: Act
    label: str
    value: str = ""


#: A server that is away or puts everything off: these are tried again by themselves.
_SERVERS = ("SERVER_BUSY", "SENDING_LIMIT", "TIMED_OUT", "CONNECTION_LOST", "REFUSED", "HOST_NOT_FOUND", "NO_NETWORK")
#: The most useful first; the page shows two.
_ACTS: dict[str, tuple[Act, ...]] = {
    "RECIPIENT_REFUSED": (Act.EDIT_STEP, Act.ADDRESS),
    "RECIPIENT_SYNTAX": (Act.EDIT_STEP, Act.ADDRESS),
    "NO_RECIPIENT": (Act.EDIT_STEP, Act.ADDRESS),
    "MAILBOX_FULL": (Act.RETRY, Act.ADDRESS),
    "TOO_LARGE": (Act.EDIT_STEP, Act.SAVE),
    "BLOCKED_AS_SPAM": (Act.EDIT_STEP, Act.COPY),
    "POLICY_REFUSED": (Act.EDIT_STEP, Act.COPY),
    "CONTENT_REFUSED": (Act.EDIT_STEP, Act.COPY),
    "MESSAGE_REFUSED": (Act.EDIT_STEP, Act.COPY),
    "SENDER_REFUSED": (Act.ACCOUNT, Act.EDIT_STEP),
    "NO_SENDER": (Act.ACCOUNT, Act.EDIT_STEP),
    "RELAY_DENIED": (Act.EDIT_CONNECTION, Act.COPY),
    "RECIPIENT_LATER": (Act.ADDRESS, Act.EDIT_STEP),
    **dict.fromkeys(_SERVERS, (Act.EDIT_CONNECTION, Act.COPY)),
    **dict.fromkeys(PROXY_CAUSES, (Act.NETWORK, Act.EDIT_CONNECTION)),
    "EXPIRED": (Act.RETRY, Act.EDIT_CONNECTION),
    "LOOP": (Act.EDIT_STEP, Act.SKIP),
    "VANISHED": (Act.SKIP,),
    "NOT_FETCHED": (Act.RETRY, Act.SKIP),
    **dict.fromkeys(("RENUMBERED", "RESTORED"), (Act.RETRY, Act.SKIP)),
    "POISON": (Act.EDIT_STEP, Act.OPEN),
    "STEP_VALUE": (Act.EDIT_STEP, Act.OPEN),
    "FOLDER_REFUSED": (Act.EDIT_STEP, Act.EDIT_CONNECTION),
    "FOLDER_NOT_WRITTEN": (Act.EDIT_STEP, Act.RETRY),
    "IN_DOUBT": (Act.OPEN, Act.COPY),
    APPROVAL: (Act.APPROVE, Act.OUTGOING),
    SENDING_PAUSED: (Act.GO_ON, Act.EDIT_STEP),
    "FLOW_CHANGED": (Act.RETRY, Act.SKIP),
}
_OTHERS = (Act.EDIT_STEP, Act.COPY)
_LABELS = {
    Act.RETRY: later("Try Again"),
    Act.SKIP: later("Skip It"),
    Act.EDIT_CONNECTION: later("Edit Connection"),
    Act.NETWORK: later("Open Network Settings"),
    Act.ADDRESS: later("Retry with Another Address…"),
    Act.APPROVE: later("Send It"),
    Act.OUTGOING: later("Show the Email"),
    Act.GO_ON: later("Go On Sending"),
    Act.OPEN: later("Open Message"),
    Act.SAVE: later("Save as .eml…"),
    Act.COPY: later("Copy Details"),
}
_OTHER_LABELS = {
    ("RENUMBERED", Act.RETRY): later("Process It"),
    ("RESTORED", Act.RETRY): later("Process It"),
    ("FLOW_CHANGED", Act.RETRY): later("Run Anew"),
    ("NO_RECIPIENT", Act.ADDRESS): later("Retry with an Address…"),
}
#: Of these a retry decides nothing: the person has to say more.
UNDECIDED = ("IN_DOUBT", APPROVAL)


def fixes(message: Activity, integration: Integration | None, profile: Profile) -> list[Fix]:
    """The buttons for a message, at most two. What can't work now is left out: a step that is gone, say."""
    found = []
    for act in _ACTS.get(message.cause, _OTHERS):
        fix = _fix(act, message, integration, profile)
        if fix is not None:
            found.append(fix)
    if not found and message.cause != "IN_DOUBT":
        found.append(Fix(Act.SKIP, tr(_LABELS[Act.SKIP])))
    return found[:2]


def place_of(message: Activity) -> str:
    """What names the step at which it stopped within the trip, "" when it got to none."""
    step = failed_step(message)
    return step.step_id if step is not None else ""


def saved_step(message: Activity, integration: Integration | None) -> Step | None:
    """The step at which it stopped, as it is saved; None when it got to none, or the step was removed."""
    id = place_of(message).partition("@")[0]
    steps = walk(integration.steps) if integration is not None else ()
    return next((step for step in steps if step.id == id), None)


def _fix(act: Act, message: Activity, integration: Integration | None, profile: Profile) -> Fix | None:
    label = tr(_OTHER_LABELS.get((message.cause, act), _LABELS.get(act, "")))
    step = saved_step(message, integration)
    kept = message.kept
    match act:
        case Act.RETRY | Act.GO_ON if integration is not None:
            return Fix(act, label)
        case Act.EDIT_STEP:
            return _edit(message, integration, step)
        case Act.EDIT_CONNECTION if step is not None and step.connection:
            return Fix(act, label, step.connection)
        case Act.ADDRESS if step is not None and step.action == "send-email":
            return Fix(act, label)
        case Act.ACCOUNT if step is not None and (account := _account(step, message, profile)):
            return Fix(act, tr("Use {account}", account=account), account)
        case Act.OPEN | Act.SAVE if kept:
            return Fix(act, label)
        case Act.COPY | Act.SKIP | Act.APPROVE | Act.OUTGOING | Act.NETWORK:
            return Fix(act, label)
    return None


def _edit(message: Activity, integration: Integration | None, step: Step | None) -> Fix | None:
    failed = failed_step(message)
    if step is not None and failed is not None:
        return Fix(Act.EDIT_STEP, tr("Edit {step} Step", step=failed.title.partition(" · ")[0]), step.id)
    return Fix(Act.EDIT_STEP, tr("Edit Integration")) if integration is not None and message.cause == "LOOP" else None


def _account(step: Step, message: Activity, profile: Profile) -> str:
    """The account's own address, when it is one and the step types another as Email from; "" where that is no help."""
    known = next((one for one in profile.connections if one.name == step.connection), None)
    account = str(known.values.get("username") or "") if known is not None else ""
    typed = str(step.values.get("from") or "")
    if "@" not in account or typed == account:
        return ""
    # A mapped sender would win over what is typed; then only editing the flow helps.
    return account if not typed or typed in message.reason else ""
