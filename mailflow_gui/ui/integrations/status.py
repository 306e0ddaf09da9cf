"""How an integration is, in the words and shapes of the list: one judgement for rows, pages, tray and home. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.health import in_words
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.model import Integration, Profile, Step
from mailflow_gui.core.review import review


@dataclass(frozen=True, slots=True)
class Standing:
    """`pill` is a StatusPill kind, `word` its text; `group` the filter it belongs to; `note` what is wrong.

    `health` tells of the server and what comes next, in a line.

    One that needs attention may be `running` all the same: it belongs to both filters.
    """

    pill: str
    word: str
    group: str
    note: str = ""
    switchable: bool = True
    busy: bool = False
    running: bool = False
    health: str = ""

    @property
    def groups(self) -> set[str]:
        """The filters that show it, besides the one for all."""
        return {self.group, "running"} if self.running else {self.group}


def standing(
    integration: Integration,
    health: Health,
    held: int,
    profile: Profile,
    catalog: Catalog,
    *,
    later: tuple[int, int] = (0, 0),
    paused: bool = False,
) -> Standing:
    """The standing of an integration with `held` failed messages.

    `later`: how many Mailflow keeps trying, and how many wait for another try altogether. `paused`: everything is.
    """
    found = _standing(integration, health, (held, *later), profile, catalog, paused=paused)
    return found if health.state is State.STOPPED else replace(found, health=in_words(health))


def _standing(
    integration: Integration,
    health: Health,
    messages: tuple[int, int, int],
    profile: Profile,
    catalog: Catalog,
    *,
    paused: bool,
) -> Standing:
    problems = review(integration, profile, catalog)
    if problems and health.state in (State.STOPPED, State.ATTENTION):
        steps = len({one.index for one in problems})
        note = trn("{count} step still needs settings", "{count} steps still need settings", steps)
        return Standing("draft", tr("Draft"), "drafts", note, switchable=integration.enabled)
    match health.state:
        case State.STARTING:
            return Standing("busy", tr("Starting…"), "running", busy=True)
        case State.STOPPING:
            return Standing("busy", tr("Stopping…"), "running", busy=True)
        case State.ATTENTION:
            return Standing("attention", tr("Needs attention"), "attention", health.trouble)
        case State.WAITING:
            return Standing("attention", tr("Waiting"), "running", _waiting(health))
    if health.alarm and health.state is State.RUNNING:
        return Standing("attention", tr("Needs attention"), "attention", health.alarm, running=True)
    held, trying, waiting = messages
    if (held or trying) and health.state is State.RUNNING:
        return Standing("attention", tr("Needs attention"), "attention", _waiting_messages(held, trying), running=True)
    note = tr("Has changes that are not running yet") if has_changes(integration, health) else ""
    if health.state is State.RUNNING:
        tries = trn("{count} message waits for another try", "{count} messages wait for another try", waiting)
        return Standing("running", tr("Running"), "running", note or (tries if waiting else ""))
    word = tr("Paused") if paused and integration.enabled else tr("Stopped")
    return Standing("stopped", word, "stopped", note)


def _waiting(health: Health) -> str:
    """Why it waits. A run that hangs waits for nobody."""
    own = health.cause in ("STALLED", "SLOW")
    return f"{health.trouble}. {health.hint if own else tr('Waiting for the server')}".rstrip()


def _waiting_messages(held: int, trying: int) -> str:
    if held:
        return trn("{count} message failed", "{count} messages failed", held)
    return trn(
        "Mailflow keeps trying to send {count} message", "Mailflow keeps trying to send {count} messages", trying
    )


def has_changes(integration: Integration, health: Health) -> bool:
    """Whether what is saved differs from what runs: an unpublished draft, or a version that could not take over."""
    return integration.draft is not None or 0 < health.version < integration.version


def route(integration: Integration) -> str:
    """“Obtain Info Emails → Send Emails to Leads”."""
    names = [step.connection for step in integration.steps if step.connection]
    return " → ".join(dict.fromkeys(names)) or tr("No connection yet")


def flow(integration: Integration, catalog: Catalog) -> list[tuple[str, str]]:
    """Icon and tone of each step, at most four: start, first step, how many more (icon “+2”), finish."""
    looks = [look_of_step(step, catalog) for step in integration.steps]
    if len(looks) <= 4:
        return looks
    return [looks[0], looks[1], (f"+{len(looks) - 3}", "neutral"), looks[-1]]


def look_of_step(step: Step, catalog: Catalog) -> tuple[str, str]:
    """Icon and tone of a step's tile."""
    try:
        if step.is_connection:
            connector = catalog.action(step.action)[0]
            return connector.icon, connector.tone
        kind = catalog.step(step.kind)
    except SettingsError:
        return "warning", "warning"
    return kind.icon, kind.tone
