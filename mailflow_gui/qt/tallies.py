"""How many messages each integration handled today, and how many wait: asked from the ledger off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.ledger import Ledger
from mailflow_gui.qt.asking import Asking
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks

#: Milliseconds between two questions.
REST = 500


@dataclass(frozen=True, slots=True)
class Tally:
    """One integration's numbers. `today` counts all messages taken today; times are ISO 8601.

    `waiting` are tried again by themselves, `trying` of them after the quiet tries; these and those that are `held` for
    the person need attention.
    """

    today: int = 0
    sent: int = 0
    filtered: int = 0
    held: int = 0
    last_message: str = ""
    trying: int = 0
    waiting: int = 0

    @property
    def later(self) -> tuple[int, int]:
        """How many Mailflow keeps trying, and how many wait for another try altogether."""
        return self.trying, self.waiting

    @property
    def attention(self) -> int:
        """How many messages stand under Needs Attention."""
        return self.held + self.trying


class Tallies(QObject):
    """Asks again, at most twice a second, when something happened. `changed` follows."""

    changed = Signal()

    def __init__(
        self, ledger: Ledger, profiles: Profiles, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._profiles = profiles
        self._tallies: dict[str, Tally] = {}
        self._asking = Asking(tasks, self._question, self._show, rest=REST, parent=self)
        self._asking.follow(bridge, profiles)

    def of(self, id: str) -> Tally:
        """The numbers of an integration as last asked."""
        return self._tallies.get(id, Tally())

    @property
    def held(self) -> int:
        """How many messages need attention, over all integrations."""
        return sum(one.attention for one in self._tallies.values())

    def ask(self) -> None:
        """Asks the ledger now, on a pool thread."""
        self._asking.now()

    def _question(self) -> Callable[[], dict[str, Tally]]:
        ids = [one.id for one in self._profiles.profile.integrations]
        return lambda: count(self._ledger, ids)

    def _show(self, tallies: dict[str, Tally]) -> None:
        if tallies != self._tallies:
            self._tallies = tallies
            self.changed.emit()


def count(ledger: Ledger, ids: list[str], now: Callable[[], datetime] = datetime.now) -> dict[str, Tally]:
    """The numbers of these integrations since midnight; held ones whenever they were taken."""
    midnight = now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0).isoformat()
    found = {}
    for id in ids:
        today = ledger.counts(id, midnight)
        ever = ledger.counts(id, "")
        last = ledger.activities(id, limit=1)
        found[id] = Tally(
            today=sum(today.values()),
            sent=today.get("done", 0),
            filtered=today.get("filtered", 0),
            held=ever.get("held", 0),
            last_message=last[0].at if last else "",
            trying=ledger.trying(id),
            waiting=ever.get("waiting", 0),
        )
    return found
