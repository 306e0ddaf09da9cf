"""Why a message failed, in the words of Needs Attention: causes, what to do, what the server said. GUI thread."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.causes import CAUSES
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.proxy_causes import PROXY_CAUSES
from mailflow_gui.ui import times

#: The heading of what is tried again by itself.
KEEPS_TRYING = later("Mailflow keeps trying")

#: Titles of causes that arise only while running.
TITLES = {
    "IN_DOUBT": later("May have arrived"),
    "POISON": later("A step could not handle it"),
    "RENUMBERED": later("The server renumbered the folder"),
    "RESTORED": later("The profile was restored from a backup"),
    "RECIPIENT_REFUSED": later("Recipient refused"),
    "NO_RECIPIENT": later("No recipient"),
    "RECIPIENT_SYNTAX": later("An address can't be used"),
    "TOO_LARGE": later("Message too large"),
    "BLOCKED_AS_SPAM": later("Blocked as spam"),
    "MAILBOX_FULL": later("The recipient's mailbox is full"),
    "POLICY_REFUSED": later("Refused by the server's rules"),
    "CONTENT_REFUSED": later("The server refused the content"),
    "MESSAGE_REFUSED": later("The server refused the message"),
    "STEP_VALUE": later("A step could not use a value"),
    "VANISHED": later("No longer on the server"),
    "NOT_FETCHED": later("The server does not hand it over"),
    "EXPIRED": later("Tried for five days"),
    "LOOP": later("Going round in a circle"),
    "SENDER_REFUSED": later("Sender refused"),
    "NO_SENDER": later("No sender"),
    "FOLDER_REFUSED": later("The folder does not take it"),
    "FOLDER_NOT_WRITTEN": later("Attachments not saved"),
    "INTERNAL": later("Mailflow could not send it"),
    "SERVER_BUSY": later("The server is busy"),
    "SENDING_PAUSED": later("Sending is paused"),
    "APPROVAL": later("Waiting for your approval"),
    "FLOW_CHANGED": later("The integration was changed"),
    **dict.fromkeys(PROXY_CAUSES, later("The proxy is in the way")),
}

#: What to do about it.
ADVICE = {
    "IN_DOUBT": later("Look into the Sent folder, or ask a recipient, before you send it again."),
    "POISON": later("Change the settings of the step, then retry. Retry uses the current settings."),
    "RECIPIENT_REFUSED": later(
        "The address is probably misspelled. Correct it in the step or in the message, then retry."
    ),
    "MESSAGE_REFUSED": later("See what the server said. Change the step, then retry."),
    "NO_SENDER": later("Type Email from in the step, or map a value to it, then retry."),
    "RELAY_DENIED": later("Enter the account that may use this server in the connection, then retry."),
    "FOLDER_REFUSED": later("Choose another folder in the step, then retry."),
    "FOLDER_NOT_WRITTEN": later("Make room, or choose another folder in the step, then retry."),
    "NOT_FETCHED": later("Try it again later, or move it to another folder of the mailbox and skip it here."),
    "RENUMBERED": later("Process it when it is new to you. Skip it when it was handled before."),
    "RESTORED": later("Process it when it was not handled yet. Skip it when it was."),
    "INTERNAL": later("Copy the details and report them. The message is kept."),
    "NO_RECIPIENT": later("Type Email to in the step, or map a value to it, then retry."),
    "RECIPIENT_SYNTAX": later("Correct the address in the step, or what is mapped to it, then retry."),
    "TOO_LARGE": later("Send it without attachments, or skip it."),
    "BLOCKED_AS_SPAM": later("Ask the administrator of the server, or change the text, then retry."),
    "MAILBOX_FULL": later("Retry when the recipient has made room, or skip it."),
    "POLICY_REFUSED": later("Ask the administrator of the server, then retry."),
    "CONTENT_REFUSED": later("Change the text or the attachments in the step, then retry."),
    "STEP_VALUE": later("Correct the value in the step, then retry."),
    "SENDER_REFUSED": later("Use an address of the account as Email from, then retry."),
    "EXPIRED": later("Retry when the server answers again, or skip it."),
    "LOOP": later("Two integrations seem to answer each other. Add a filter to one of them, then skip this message."),
    "APPROVAL": later("Look at the email, then send it, or skip it to leave it unsent."),
    "SENDING_PAUSED": later(
        "See whether something runs away. If all is well, go on; a higher limit can be set in the step."
    ),
    "VANISHED": later("It was deleted or moved by another program. Nothing is left to send; skip it."),
}

_CODES = re.compile(r" \((\d{3}(?: \d\.\d{1,3}\.\d{1,3})?)\)")
_UNKNOWN = re.compile(r"[^:]+: (\S+)")
#: How a reason tells of an answer; what was stored earlier says it in English.
_SAID = later("The server said: “{text}”.")


@dataclass(frozen=True, slots=True)
class Why:
    """A reason taken apart: what happened, what to do, and the server's answer ("" when it gave none)."""

    title: str
    text: str
    answer: str


def title_of(cause: str) -> str:
    """What a cause is called in the list."""
    known = CAUSES.get(cause)
    if cause not in TITLES and known is not None and "{" not in known.title:
        return known.title
    return tr(TITLES.get(cause, later("Not delivered")))


def group_of(message: Activity) -> str:
    """The heading under which a message stands: its cause, unless Mailflow still works on it."""
    return tr(KEEPS_TRYING) if message.trying else title_of(message.cause)


def next_try(message: Activity) -> str:
    """“Mailflow keeps trying, next at 14:02”."""
    return tr("Mailflow keeps trying, next at {time}", time=times.clock_time(message.next_try))


def why(message: Activity) -> Why:
    """Why a message waits. Only the server's own words come from outside; they stand alone, in the answer."""
    reason = message.reason
    saying, codes = _saying(), _CODES.search(reason)
    said = saying.search(reason)
    answer = " ".join(
        part for part in (codes[1] if codes else "", next(filter(None, said.groups()), "") if said else "") if part
    )
    rest = _CODES.sub("", saying.sub("", reason)).strip(" .")
    title, _, hint = rest.partition(". ")
    advice = tr(ADVICE.get(message.cause, ""))
    refused = message.cause == "RECIPIENT_REFUSED" and codes is not None and codes[1].endswith(" 5.1.1")
    unknown = _UNKNOWN.fullmatch(title) if refused else None
    if unknown is not None:
        title, hint = (
            tr("The mail server does not know this recipient"),
            tr("“{address}” does not exist there. {hint}", address=unknown[1], hint=hint),
        )
    elif message.cause == "TOO_LARGE" and failed_step(message) is None:
        advice = tr("It stays in the mailbox. Move it elsewhere, and skip it here.")
    text = " ".join(_sentence(part) for part in (hint, advice) if part)
    return Why(title or title_of(message.cause), text, answer)


def _saying() -> re.Pattern[str]:
    forms = [re.escape(form.removesuffix(".")) for form in dict.fromkeys((_SAID, tr(_SAID)))]
    return re.compile("|".join(form.replace(re.escape("{text}"), "(.*)") for form in forms), re.DOTALL)


def failed_step(message: Activity) -> ActivityStep | None:
    """The step at which it stopped; None when it got to none."""
    return next((step for step in reversed(message.steps) if step.status in ("failed", "waiting")), None)


def line(message: Activity) -> str:
    """One line for the list: “Send Email: 550 5.1.1 User unknown”, “Next at 14:02 · Send Email: 451 4.3.0 …”."""
    found, step = why(message), failed_step(message)
    said = found.answer or found.title
    if message.trying:
        return tr("Next at {time} · {said}", time=times.clock_time(message.next_try), said=said)
    return f"{step.title}: {said}" if step is not None else said


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?", ".”", "?”")) else f"{text}."


def again_words(count: int, *, stopped: bool, name: str) -> str:
    """When messages are tried again. `name` is the one integration that is stopped, "" for several."""
    if not stopped:
        return trn("It is tried again at the next poll.", "They are tried again at the next poll.", count)
    if name:
        return trn(
            "It is tried again when “{name}” runs.", "They are tried again when “{name}” runs.", count, name=name
        )
    return trn("It is tried again when the integrations run.", "They are tried again when the integrations run.", count)


def sent_words(count: int, *, stopped: bool, name: str) -> str:
    """When messages are sent. `name` is the one integration that is stopped, "" for several."""
    if not stopped:
        return trn("It is sent at the next poll.", "They are sent at the next poll.", count)
    if name:
        return trn("It is sent when “{name}” runs.", "They are sent when “{name}” runs.", count, name=name)
    return trn("It is sent when the integrations run.", "They are sent when the integrations run.", count)
