"""The list of executions: pages, opening, what is new while one reads further down, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import ActivityStep
from mailflow_gui.core.connector import Locator
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.history import Wanted
from mailflow_gui.core.ledger import Intake, Place, Trip, TripState
from mailflow_gui.qt import activities
from mailflow_gui.qt.activities import Executions, Part, run_again
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.ledger import SqliteLedger
from tests.qt.stage import event

STEPS = (
    ActivityStep("a", "Receive Email", "2026-11-24T14:30:00.000+01:00", 18.0, "ok", "1 email message"),
    ActivityStep("b", "Send Email", "2026-11-24T14:30:00.400+01:00", 380.0, "ok", "Sent"),
)


class Stage:
    """A model over a real ledger."""

    def __init__(self, folder: Path) -> None:
        self.ledger = SqliteLedger(folder / "ledger.sqlite")
        self.bridge, self.tasks = Bridge(), Tasks()
        self.model = Executions(self.ledger, self.bridge, self.tasks)
        self.tester: QAbstractItemModelTester | None = None

    def check_model(self) -> None:
        """From now on Qt checks what the model tells; it also loads a page by itself."""
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        self.tester = QAbstractItemModelTester(self.model, mode)

    def take(self, *numbers: int, state: TripState = TripState.DONE) -> None:
        """Messages that are done with at once."""
        for number in numbers:
            at = f"2026-11-24T{number // 60 % 24:02}:{number % 60:02}:00+01:00"
            trip = Trip(f"t{number}", Place("i", "a", "INBOX"), Locator("7", str(number)), f"p{number}", "h", at)
            self.ledger.take([(replace(trip, settles=False, subject=f"Message {number}"), b"raw")], Intake("7"))
            if state is TripState.HELD:
                self.ledger.hold(trip, "LOOP", "", STEPS)
            elif state is not TripState.RECEIVED:
                self.ledger.finish(replace(trip, settles=False), state, STEPS)

    def tell(self, *numbers: int) -> None:
        """The engine says that something happened to these."""
        for number in numbers:
            self.bridge.publish(event(integration="i", exchange=f"t{number}"))

    @property
    def shown(self) -> list[str]:
        return [one.exchange for one in self.model.activities]


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(tmp_path)
    yield made
    assert made.tasks.wait()
    made.ledger.close()


def show(stage: Stage, qtbot: QtBot, check: bool = True, **values: str) -> None:
    if check and stage.tester is None:
        stage.check_model()
    stage.model.show(Wanted("i", **values))
    qtbot.waitUntil(lambda: not stage.model.loading and stage.model._loading.fresh is None)


def ids(numbers: range | list[int]) -> list[str]:
    return [f"t{number}" for number in numbers]


def test_pages_load_as_they_are_scrolled_to(stage: Stage, qtbot: QtBot) -> None:
    stage.take(*range(120))
    show(stage, qtbot, check=False)
    assert stage.shown == ids(range(119, 69, -1))
    assert stage.model.canFetchMore(QModelIndex())
    stage.model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: len(stage.shown) == 100)
    stage.model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: len(stage.shown) == 120)
    assert stage.shown == ids(range(119, -1, -1))
    assert not stage.model.canFetchMore(QModelIndex())


def test_counts_are_of_the_time_that_is_shown(stage: Stage, qtbot: QtBot) -> None:
    stage.take(*range(10), state=TripState.FILTERED)
    stage.take(*range(70, 73))
    stage.take(130, state=TripState.HELD)
    show(stage, qtbot, since="2026-11-24T00:05:00+01:00")
    assert stage.model.counts == {"filtered": 5, "done": 3, "held": 1}
    show(stage, qtbot, since="2026-11-24T00:05:00+01:00", until="2026-11-24T02:00:00+01:00")
    assert {status: count for status, count in stage.model.counts.items() if count} == {"filtered": 5, "done": 3}


def test_a_message_opens_into_its_steps_and_closes(stage: Stage, qtbot: QtBot) -> None:
    stage.take(1, 2)
    show(stage, qtbot)
    stage.model.toggle(1)
    assert [row.part for row in stage.model.rows] == [
        Part.EXECUTION,
        Part.EXECUTION,
        Part.HEADING,
        Part.STEP,
        Part.STEP,
        Part.ACTIONS,
    ]
    assert [row.step.title for row in stage.model.rows if row.step] == ["Receive Email", "Send Email"]
    stage.model.toggle(3)  # any row of it
    assert [row.part for row in stage.model.rows] == [Part.EXECUTION] * 2


def test_a_split_into_thousands_shows_the_first_steps(stage: Stage, qtbot: QtBot) -> None:
    stage.take(1, state=TripState.RECEIVED)
    trip = stage.ledger.trip("t1")
    assert trip is not None
    stage.ledger.finish(trip, TripState.DONE, [STEPS[0]] * 3000)
    show(stage, qtbot)
    stage.model.toggle(0)
    assert len(stage.model.rows) == 1 + 1 + activities.STEPS + 1 + 1
    assert stage.model.rows[-2].part is Part.MORE


def test_what_is_new_appears_by_itself_at_the_top(stage: Stage, qtbot: QtBot) -> None:
    stage.take(1, 2)
    show(stage, qtbot)
    stage.model.toggle(0)
    stage.take(3)
    stage.tell(3)
    qtbot.waitUntil(lambda: stage.shown == ["t3", "t2", "t1"])
    assert stage.model.is_open(stage.model.activities[1])
    assert stage.model.counts == {"done": 3}
    assert stage.model.waiting == 0


def test_what_is_new_waits_while_one_reads_further_down(stage: Stage, qtbot: QtBot) -> None:
    stage.take(1, 2)
    show(stage, qtbot)
    stage.model.follow(False)
    stage.take(3, 4, 5)
    stage.tell(3, 4, 5)
    qtbot.waitUntil(lambda: stage.model.waiting == 3)
    assert stage.shown == ["t2", "t1"]
    stage.model.show_waiting()
    qtbot.waitUntil(lambda: stage.shown == ids([5, 4, 3, 2, 1]))
    assert stage.model.waiting == 0


def test_scrolling_back_to_the_top_brings_in_what_waits(stage: Stage, qtbot: QtBot) -> None:
    stage.take(1)
    show(stage, qtbot)
    stage.model.follow(False)
    stage.take(2)
    stage.tell(2)
    qtbot.waitUntil(lambda: stage.model.waiting == 1)
    stage.model.follow(True)
    qtbot.waitUntil(lambda: stage.shown == ["t2", "t1"])


def test_more_new_ones_than_a_page_leave_no_gap(stage: Stage, qtbot: QtBot) -> None:
    stage.take(*range(60))
    show(stage, qtbot, check=False)
    stage.take(*range(60, 180))
    stage.tell(179)
    qtbot.waitUntil(lambda: stage.shown[0] == "t179")
    assert stage.shown == ids(range(179, 129, -1))
    stage.model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: len(stage.shown) == 100)
    assert stage.shown == ids(range(179, 79, -1))


def test_a_message_under_way_changes_in_its_place(stage: Stage, qtbot: QtBot) -> None:
    stage.take(1)
    stage.take(2, state=TripState.RECEIVED)
    stage.take(3)
    show(stage, qtbot)
    stage.model.toggle(1)
    before = stage.model.rows[0]
    trip = stage.ledger.trip("t2")
    assert trip is not None
    stage.ledger.finish(trip, TripState.DONE, STEPS)
    stage.tell(2)
    qtbot.waitUntil(lambda: stage.model.activities[1].status == "done")
    assert stage.model.rows[0] is before
    assert [row.step.title for row in stage.model.rows if row.step] == ["Receive Email", "Send Email"]


def test_what_no_longer_has_the_status_leaves_the_list(stage: Stage, qtbot: QtBot) -> None:
    stage.take(1, 2, state=TripState.HELD)
    show(stage, qtbot, status="held")
    stage.model.follow(False)
    stage.ledger.skip("t2")
    stage.tell(2)
    qtbot.waitUntil(lambda: stage.shown == ["t1"])


def test_a_search_goes_on_until_it_has_a_page(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailflow_gui.store._activities.PATIENCE", 7)
    stage.take(*range(40))
    states: list[bool] = []
    stage.model.state_changed.connect(lambda: states.append(stage.model.searching))
    show(stage, qtbot, search="Message 3")
    qtbot.waitUntil(lambda: not stage.model.loading)
    assert stage.shown == ids([*range(39, 29, -1), 3])
    assert True in states
    assert states[-1] is False


def test_another_question_forgets_the_one_before(stage: Stage, qtbot: QtBot) -> None:
    stage.take(*range(5))
    stage.model.show(Wanted("i", search="Message 1"))
    stage.model.show(Wanted("i", search="Message 2"))
    qtbot.waitUntil(lambda: bool(stage.shown))
    assert stage.shown == ["t2"]


def test_a_ledger_that_can_not_be_read_is_told(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise StoreError("Mailflow can't write its records")

    monkeypatch.setattr(stage.ledger, "page", broken)
    with qtbot.waitSignal(stage.model.failed):
        stage.model.show(Wanted("i"))
    assert not stage.model.loading


def test_running_again_shows_as_a_new_message(stage: Stage, qtbot: QtBot) -> None:
    stage.take(1, state=TripState.HELD)
    stage.ledger.skip("t1")
    show(stage, qtbot)
    run_again(stage.ledger, stage.tasks, stage.model.activities[0], 2).done(lambda _: stage.model.refresh())
    qtbot.waitUntil(lambda: len(stage.shown) == 2)
    assert (stage.model.activities[0].status, stage.model.activities[0].version) == ("in-progress", 2)
