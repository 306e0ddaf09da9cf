"""Decides what the desktop is told: what failed, stopped or lost its server, gathered and never twice. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.core.activity import QUIET_TRIES, Event, Health, Kind, State
from mailflow_gui.core.language import quoted, tr, trn
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.core.notices import Answer, Notice, NoticeKind, NoticeRules, names_in_words
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.control import Control

#: Milliseconds in which what happens together is gathered, and between two looks at the clock.
GATHER = 1500
TICK = 30_000
#: Seconds: an integration's failed messages are told at most so often; a server may be away so long without a word.
EVERY = 600.0
AWAY = 900.0
#: Seconds of one tick that count as waiting: the rest the computer was asleep.
_AWAKE = 2 * TICK / 1000

#: Causes of a held message for which “could not be delivered” is the right word.
_DELIVERY = {
    *("RECIPIENT_REFUSED", "RECIPIENT_SYNTAX", "NO_RECIPIENT", "MAILBOX_FULL", "POLICY_REFUSED", "CONTENT_REFUSED"),
    *("MESSAGE_REFUSED", "BLOCKED_AS_SPAM", "SENDER_REFUSED", "RELAY_DENIED", "EXPIRED", "REFUSED"),
}


@dataclass(slots=True)
class _Failed:
    """Messages of one integration that were not told yet."""

    count: int = 0
    last: Event | None = None
    told_at: float | None = None
    told: str = ""


@dataclass(slots=True)
class _Away:
    """An integration whose server does not answer: seconds of waiting while the computer was awake, and if told."""

    seconds: float = 0.0
    told: bool = False
    title: str = ""


@dataclass(slots=True)
class _Stopped:
    """Integrations that stopped by themselves: those told or to be told."""

    known: set[str] = field(default_factory=set)
    fresh: set[str] = field(default_factory=set)


class Notices(QObject):
    """`told` carries each notice to show. `rules` says what the person wants to hear, `clock` and `passed` the time."""

    told = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        control: Control,
        profile: Callable[[], Profile],
        rules: Callable[[], NoticeRules],
        passed: Callable[[], float],
        parent: QObject | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._profile = profile
        self._rules = rules
        self._passed = passed
        self._clock = clock
        self._failed: dict[str, _Failed] = {}
        self._away: dict[str, _Away] = {}
        self._stopped = _Stopped()
        self._kept: dict[str, Notice] = {}
        self._ticked = passed()
        self._soon = QTimer(self, singleShot=True, interval=GATHER)
        self._soon.timeout.connect(self.flush)
        self._ticks = QTimer(self, interval=TICK)
        self._ticks.timeout.connect(self.tick)
        self._ticks.start()
        bridge.arrived.connect(self._on_events)
        control.health_changed.connect(self._on_health)

    def alarm(self, id: str, title: str, text: str) -> None:
        """Tells what somebody asked to be told about an integration: mail that was expected and did not come, say."""
        self.tell(Notice(f"alarm {id}", NoticeKind.ALARM, title, text, "integration", id, urgent=True))

    def tell(self, notice: Notice) -> None:
        """Shows a notice, unless its kind is switched off; in quiet hours it is kept until their end."""
        rules = self._rules()
        if notice.kind in rules.silent:
            return
        if rules.is_quiet(self._clock().time()):
            self._kept[notice.key] = notice
        else:
            self.told.emit(notice)

    def retried(self, exchange: str) -> None:
        """The person decided about a message that was told: what becomes of it is told again at once."""
        for failed in self._failed.values():
            if exchange and failed.told == exchange:
                failed.told_at = None

    def flush(self) -> None:
        """Tells what was gathered."""
        self._tell_stopped()
        for id, failed in self._failed.items():
            if failed.count and (failed.told_at is None or self._passed() - failed.told_at >= EVERY):
                failed.told_at = self._passed()
                self._tell_failed(id, failed)

    def tick(self) -> None:
        """Tells what only time makes worth telling."""
        now = self._passed()
        awake = min(now - self._ticked, _AWAKE)
        self._ticked = now
        for away in self._away.values():
            away.seconds += awake
        self._tell_away()
        self.flush()
        if self._kept and not self._rules().is_quiet(self._clock().time()):
            kept, self._kept = self._kept, {}
            for notice in kept.values():
                self.told.emit(notice)

    # What happened.

    def _on_events(self, events: list[Event]) -> None:
        for event in events:
            late = event.kind is Kind.WAITING and event.exchange and event.attempt == QUIET_TRIES + 1
            if event.kind is Kind.HELD or late:
                failed = self._failed.setdefault(event.integration, _Failed())
                failed.count += max(1, event.count)
                failed.last = event
                self._gather()

    def _on_health(self, id: str) -> None:
        health = self._control.health(id)
        if health.state is State.ATTENTION:
            if id not in self._stopped.known:
                self._stopped.known.add(id)
                self._stopped.fresh.add(id)
                self._gather()
        elif health.state is not State.STARTING:
            self._stopped.known.discard(id)
        if health.state is State.WAITING:
            self._away.setdefault(id, _Away()).title = health.trouble
        elif health.state is not State.STARTING and id in self._away:
            self._come_back(id, health)

    def _gather(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _come_back(self, id: str, health: Health) -> None:
        was = self._away.pop(id)
        others = any(one.told for one in self._away.values())
        if was.told and health.state is State.RUNNING and not others:
            text = tr("{names} works again. What arrived meanwhile is being handled.", names=self._named([id]))
            self.tell(Notice("connection", NoticeKind.CONNECTION, tr("The connection is back"), text))

    # In words.

    def _tell_stopped(self) -> None:
        """One notice for each cause, however many integrations it stopped."""
        fresh, self._stopped.fresh = self._stopped.fresh, set()
        # One that was switched on in vain is off again, and told by who switched it.
        on = [one for one in self._profile().integrations if one.id in fresh and one.enabled]
        causes: dict[str, list[Integration]] = {}
        for one in on:
            causes.setdefault(self._control.health(one.id).cause, []).append(one)
        for cause, found in causes.items():
            health = self._control.health(found[0].id)
            text = f"{self._named([one.id for one in found])}: {health.hint}"
            self.tell(
                Notice(
                    f"stopped {cause}", NoticeKind.STOPPED, health.trouble, text, "integration", found[0].id,
                    (Answer("show", tr("Show")),), urgent=True,
                )
            )  # fmt: skip

    def _tell_failed(self, id: str, failed: _Failed) -> None:
        count, event = failed.count, failed.last
        failed.count, failed.last, failed.told = 0, None, event.exchange if event else ""
        if event is None:
            return
        name, answers = self._named([id]), [Answer("review", tr("Review"))]
        if count == 1:
            title = (
                tr("A message could not be delivered") if event.cause in _DELIVERY else tr("A message needs attention")
            )
            title = tr("A message is delayed") if event.kind is Kind.WAITING else title
            about = f" ({quoted(event.subject)})" if self._rules().subjects and event.subject else ""
            text, target = f"{name}{about}: {event.text}", event.exchange
            if target and event.cause in _DELIVERY:  # not what is in doubt, or waits for the person's word
                answers.append(Answer("retry", tr("Retry")))
        else:
            title, target = trn("{count} message needs attention", "{count} messages need attention", count), ""
            text = tr("{name}. The last one: {text}", name=name, text=event.text)
        self.tell(Notice(f"message {id}", NoticeKind.MESSAGE, title, text, "attention", target, tuple(answers)))

    def _tell_away(self) -> None:
        """One notice for all servers that do not answer."""
        late = [id for id, one in self._away.items() if one.seconds >= AWAY]
        if all(self._away[id].told for id in late):
            return
        for id in late:
            self._away[id].told = True
        text = tr(
            "{names}: {title}. Mailflow keeps trying and goes on by itself.",
            names=self._named(late),
            title=self._away[late[0]].title,
        )
        title = tr("No connection for {count} minutes", count=round(AWAY / 60))
        self.tell(Notice("connection", NoticeKind.CONNECTION, title, text, "integration", late[0]))

    def _named(self, ids: list[str]) -> str:
        names = {one.id: one.name for one in self._profile().integrations}
        return names_in_words([names.get(id, "Deleted integration") for id in ids])
