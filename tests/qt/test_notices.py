"""What the desktop is told and what not: gathered, once, in quiet hours later, and never for what goes well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Event, Health, Kind, Level, State
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.core.notices import Notice, NoticeKind, NoticeRules
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.notices import AWAY, EVERY, Notices
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks
from tests.qt.stage import ScriptedSupervisor, event, profiles_on

ONE, TWO = Integration("Forward invoices", enabled=True), Integration("Support auto-reply", enabled=True)
RUNNING = Health(State.RUNNING)
REFUSED = Health(
    State.ATTENTION, trouble="The server refused the user name or password", hint="Check both.", cause="AUTH_FAILED"
)
OFFLINE = Health(State.WAITING, trouble="mail.example.org does not answer", cause="TIMED_OUT")


class Stage:
    """Notices over a real Control, with a clock that the test turns."""

    def __init__(self, control: Control, supervisor: ScriptedSupervisor, bridge: Bridge, profiles: Profiles) -> None:
        self.control, self.supervisor, self.bridge = control, supervisor, bridge
        self.told: list[Notice] = []
        self.rules = NoticeRules()
        self.passed = 1000.0
        self.clock = datetime(2026, 11, 24, 14, 32)
        self.notices = Notices(
            bridge,
            control,
            lambda: profiles.profile,
            lambda: self.rules,
            lambda: self.passed,
            clock=lambda: self.clock,
        )
        self.notices.told.connect(self.told.append)

    @property
    def words(self) -> list[str]:
        return [f"{one.title} | {one.text}" for one in self.told]

    def hold(self, one: Integration = ONE, count: int = 1, **values: object) -> None:
        """Messages of an integration end under Needs Attention."""
        given = {"kind": Kind.HELD, "cause": "RECIPIENT_REFUSED", "level": Level.ERROR, "exchange": "x1", **values}
        events: list[Event] = [event("The server does not know a@b.", integration=one.id, **given)] * count
        self.bridge.arrived.emit(events)
        self.notices.flush()

    def be(self, health: Health, *ids: str) -> None:
        """Integrations are so from now on."""
        for id in ids:
            self.supervisor.healths[id] = health
        self.control.look()

    def wait(self, seconds: float) -> None:
        """Time passes, with a look at the clock each half minute."""
        end = self.passed + seconds
        while self.passed < end:
            self.passed += min(30.0, end - self.passed)
            self.notices.tick()


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    tasks, bridge, supervisor = Tasks(), Bridge(), ScriptedSupervisor()
    profiles, _ = profiles_on(tmp_path, Profile((), (ONE, TWO)), tasks)
    control = Control(supervisor, profiles, bridge)
    made = Stage(control, supervisor, bridge, profiles)
    yield made
    control.shut_down(0)
    assert tasks.wait()


def test_a_failed_message_is_told_with_what_to_do(stage: Stage) -> None:
    stage.hold()
    assert stage.words == ["A message could not be delivered | Forward invoices: The server does not know a@b."]
    told = stage.told[0]
    assert (told.place, told.target, [one.act for one in told.answers]) == ("attention", "x1", ["review", "retry"])


@pytest.mark.parametrize("cause", ["IN_DOUBT", "APPROVAL", "POISON"])
def test_what_a_retry_would_not_cure_has_none(stage: Stage, cause: str) -> None:
    stage.hold(cause=cause)
    assert stage.told[0].title == "A message needs attention"
    assert [one.act for one in stage.told[0].answers] == ["review"]


def test_what_is_tried_again_is_told_once_the_quiet_tries_are_over(stage: Stage) -> None:
    for attempt in range(1, 10):
        stage.hold(kind=Kind.WAITING, attempt=attempt, level=Level.WARNING, cause="MAILBOX_FULL")
        stage.wait(EVERY)
    assert [one.title for one in stage.told] == ["A message is delayed"]


def test_what_goes_well_is_never_told(stage: Stage) -> None:
    good = (Kind.STARTED, Kind.CONNECTED, Kind.POLL, Kind.RECEIVED, Kind.STEP, Kind.FILTERED, Kind.SENT, Kind.STOPPED)
    stage.bridge.arrived.emit([event(kind=one, integration=ONE.id) for one in good])
    stage.be(RUNNING, ONE.id, TWO.id)
    stage.wait(2 * EVERY)
    stage.be(Health(State.STOPPED), ONE.id)
    stage.wait(60)
    assert stage.told == []


def test_many_at_once_are_one_notice(stage: Stage) -> None:
    stage.hold(count=500)
    assert stage.words == [
        "500 messages need attention | Forward invoices. The last one: The server does not know a@b."
    ]
    assert stage.told[0].target == ""


def test_an_integration_is_told_once_in_ten_minutes_and_each_for_itself(stage: Stage) -> None:
    stage.hold()
    stage.hold(count=2)
    stage.hold(TWO)
    assert len(stage.told) == 2
    stage.wait(EVERY - 30)
    assert len(stage.told) == 2
    stage.wait(60)
    assert stage.words[2:] == [
        "2 messages need attention | Forward invoices. The last one: The server does not know a@b."
    ]
    assert stage.told[2].key == stage.told[0].key, "it takes the place of the first"
    stage.wait(EVERY * 2)
    assert len(stage.told) == 3


def test_after_a_decision_the_next_failure_is_told_at_once(stage: Stage) -> None:
    stage.hold()
    stage.notices.retried("x1")
    stage.hold()
    assert len(stage.told) == 2


def test_no_subject_unless_it_is_asked_for(stage: Stage) -> None:
    stage.hold(subject="Salary of R. Novak")
    assert "Salary" not in stage.words[0]
    stage.rules = NoticeRules(subjects=True)
    stage.hold(TWO, subject="Invoice 17")
    assert "“Invoice 17”" in stage.words[1]


def test_a_stop_is_told_once_for_all_that_share_its_cause(stage: Stage) -> None:
    stage.be(REFUSED, ONE.id, TWO.id)
    stage.notices.flush()
    assert stage.words == [
        "The server refused the user name or password | Forward invoices and Support auto-reply: Check both."
    ]
    assert (stage.told[0].place, stage.told[0].target, stage.told[0].urgent) == ("integration", ONE.id, True)
    stage.be(Health(State.STARTING), ONE.id)
    stage.be(REFUSED, ONE.id)
    stage.wait(60)
    assert len(stage.told) == 1, "a try that ends in the same way"
    stage.be(RUNNING, ONE.id)
    stage.be(REFUSED, ONE.id)
    stage.notices.flush()
    assert len(stage.told) == 2


def test_a_switch_moved_in_vain_is_told_by_the_window(stage: Stage, qtbot: QtBot) -> None:
    stage.supervisor.starts_as = REFUSED
    with qtbot.waitSignal(stage.control.start_failed):
        stage.control.switch(ONE, True)
    qtbot.waitUntil(lambda: ("stop", ONE.id) in stage.supervisor.told)
    stage.notices.flush()
    assert stage.told == []


def test_a_server_is_missed_after_a_quarter_of_an_hour_and_its_return_is_told(stage: Stage) -> None:
    stage.be(OFFLINE, ONE.id, TWO.id)
    stage.wait(AWAY - 30)
    assert stage.told == []
    stage.wait(60)
    assert stage.words == [
        "No connection for 15 minutes | Forward invoices and Support auto-reply: mail.example.org does not answer. "
        "Mailflow keeps trying and goes on by itself."
    ]
    stage.wait(AWAY * 5)
    stage.be(RUNNING, ONE.id)
    assert len(stage.told) == 1, "the other still waits"
    stage.be(RUNNING, TWO.id)
    assert [one.title for one in stage.told] == ["No connection for 15 minutes", "The connection is back"]
    assert len({one.key for one in stage.told}) == 1


def test_a_short_absence_and_its_end_are_not_worth_a_word(stage: Stage) -> None:
    for _ in range(5):
        stage.be(OFFLINE, ONE.id)
        stage.wait(AWAY - 60)
        stage.be(RUNNING, ONE.id)
    assert stage.told == []


def test_a_night_of_sleep_is_no_lost_connection(stage: Stage) -> None:
    stage.be(OFFLINE, ONE.id)
    stage.passed += 8 * 3600
    stage.notices.tick()
    assert stage.told == []


def test_an_expected_message_that_did_not_come_is_told(stage: Stage) -> None:
    stage.notices.alarm(ONE.id, "Nothing has arrived", "Forward invoices expects mail by 09:00.")
    assert (stage.told[0].kind, stage.told[0].target) == (NoticeKind.ALARM, ONE.id)


@pytest.mark.parametrize("kind", [NoticeKind.MESSAGE, NoticeKind.STOPPED, NoticeKind.CONNECTION, NoticeKind.ALARM])
def test_each_kind_can_be_switched_off(stage: Stage, kind: NoticeKind) -> None:
    stage.rules = NoticeRules(silent=frozenset({kind}))
    stage.hold()
    stage.be(REFUSED, TWO.id)
    stage.be(OFFLINE, ONE.id)
    stage.wait(AWAY + 60)
    stage.notices.alarm(ONE.id, "Nothing has arrived", "")
    told = {one.kind for one in stage.told}
    assert told == {NoticeKind.MESSAGE, NoticeKind.STOPPED, NoticeKind.CONNECTION, NoticeKind.ALARM} - {kind}


def test_in_quiet_hours_it_waits_for_the_morning(stage: Stage) -> None:
    stage.rules = NoticeRules(quiet=(time(22), time(7)))
    stage.clock = datetime(2026, 11, 24, 23, 0)
    stage.hold()
    stage.wait(EVERY)
    stage.hold(count=3)
    stage.wait(60)
    assert stage.told == []
    stage.clock += timedelta(hours=8)
    stage.wait(30)
    assert [one.title for one in stage.told] == ["3 messages need attention"], "the newest of each kind"


def test_several_events_are_gathered_by_themselves(stage: Stage, qtbot: QtBot) -> None:
    held = event("Refused.", kind=Kind.HELD, integration=ONE.id, cause="RECIPIENT_REFUSED")
    with qtbot.waitSignal(stage.notices.told, timeout=10_000) as told:
        stage.bridge.arrived.emit([held])
        stage.bridge.arrived.emit([held])
    assert told.args[0].title == "2 messages need attention"
