"""The log's model: whatever happens in whatever order, it shows what a slow and simple model shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Event, Kind, Level
from mailflow_gui.qt.log_model import PIECE, Column, LogModel
from mailflow_gui.qt.log_rows import LogFilter, LogRow
from tests.qt.stage import AT, event, poll

NAMES = {"one": "Welcome new leads", "two": "Support auto-reply"}


def name_of(id: str) -> str:
    return NAMES.get(id, "Deleted integration")


@dataclass
class Naive:
    """The same, slowly: every row in one list, everything worked out anew each time."""

    kept: int
    rows: list[tuple[Event, int]] = field(default_factory=list)
    held: list[Event] | None = None
    chosen: LogFilter = field(default_factory=LogFilter)

    def append(self, events: list[Event]) -> None:
        if self.held is not None:
            self.held = (self.held + events)[-self.kept :]
            return
        for one in events:
            self._add(one)
        if len(self.rows) > self.kept:
            self.rows = self.rows[-(self.kept - self.kept // PIECE) :]

    def _add(self, new: Event) -> None:
        mine = [place for place, (old, _) in enumerate(self.rows) if old.integration == new.integration]
        polls = 1
        if mine and empty(new) and empty(self.rows[mine[-1]][0]):
            polls += self.rows.pop(mine[-1])[1]
        self.rows.append((new, polls))

    def shown(self) -> list[tuple[str, str, int]]:
        return [
            (one.integration, f"{polls} polls, no new messages" if polls > 1 else one.text, polls)
            for one, polls in reversed(self.rows)
            if self.passes(one, polls)
        ]

    def passes(self, one: Event, polls: int) -> bool:
        chosen = self.chosen
        said = f"{polls} polls, no new messages" if polls > 1 else one.text
        texts = (said, one.step, name_of(one.integration))
        return (
            chosen.level in ("", one.level)
            and chosen.integration in ("", one.integration)
            and chosen.step in ("", one.step)
            and any(chosen.text.casefold() in text.casefold() for text in texts)
        )


def empty(one: Event) -> bool:
    return one.kind is Kind.POLL and one.count == 0


def said(rows: list[LogRow]) -> list[tuple[str, str, int]]:
    return [(row.event.integration, row.message, row.polls) for row in rows]


class Mirror:
    """What a view knows: it follows the signals alone."""

    def __init__(self, model: LogModel) -> None:
        self.model = model
        self.rows: list[LogRow] = []
        model.rowsInserted.connect(self.on_inserted)
        model.rowsRemoved.connect(self.on_removed)
        model.modelReset.connect(self.on_reset)

    def on_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        self.rows[first:first] = [self.model.row(number) for number in range(first, last + 1)]

    def on_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        del self.rows[first : last + 1]

    def on_reset(self) -> None:
        self.rows = [self.model.row(number) for number in range(self.model.rowCount())]


EVENTS = st.one_of(
    st.builds(poll, st.sampled_from(["one", "two", "gone"])),
    st.builds(
        event,
        st.sampled_from(["Sent to jane", "Zürich", "2 polls"]),
        integration=st.sampled_from(["one", "two"]),
        level=st.sampled_from(list(Level)),
        step=st.sampled_from(["", "Send Email", "Log"]),
    ),
)
FILTERS = st.builds(
    LogFilter,
    level=st.sampled_from(["", "error"]),
    integration=st.sampled_from(["", "one"]),
    step=st.sampled_from(["", "Log"]),
    text=st.sampled_from(["", "JANE", "polls", "welcome", "zü"]),
)
ACTS = st.lists(st.one_of(st.lists(EVENTS, max_size=12), FILTERS, st.booleans()), max_size=25)


def settle(model: LogModel) -> None:
    """Does what is left to do without waiting for the event loop."""
    while model._turn.isActive():
        model._work()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, kept=st.sampled_from([5, 25, 200, 1000]))
def test_it_shows_what_the_naive_model_shows(qapp: QApplication, acts: list[object], kept: int) -> None:
    model, naive = LogModel(name_of, kept=kept), Naive(kept)
    mirror = Mirror(model)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for act in acts:
        if isinstance(act, LogFilter):
            naive.chosen = act
            model.set_filter(act)
        elif isinstance(act, bool):
            held, naive.held = naive.held, ([] if naive.held is None else naive.held) if act else None
            model.pause(act)
            if not act and held:
                naive.append(held)
        else:
            assert isinstance(act, list)
            naive.append(list(act))
            model.append(list(act))
        settle(model)
        assert said(model.shown()) == naive.shown()
        assert said(mirror.rows) == naive.shown()
        check_counts(model, naive)
    tester.deleteLater()


def check_counts(model: LogModel, naive: Naive) -> None:
    assert model.total == len(naive.rows)
    assert [model.count(level) for level in Level] == [
        sum(1 for one, _ in naive.rows if one.level is level) for level in Level
    ]
    assert model.steps() == sorted({one.step for one, _ in naive.rows if one.step})
    assert model.waiting == len(naive.held or [])


def test_polls_are_merged_across_other_integrations_and_move_up(qtbot: QtBot) -> None:
    model = LogModel(name_of)
    model.append([poll("one", "2026-11-24T14:00:00.000"), poll("two"), event("Sent", integration="two")])
    model.append([poll("one", "2026-11-24T14:00:05.000")])
    assert said(model.shown())[0] == ("one", "2 polls, no new messages", 2)
    assert model.index(0, Column.TIME).data() == "14:00:05.000"
    assert model.rowCount() == 3


def test_a_hundred_thousand_events_at_once_come_bit_by_bit(qtbot: QtBot) -> None:
    model = LogModel(name_of)
    model.append([event(str(number)) for number in range(30_000)])
    first = model.rowCount()
    assert 0 < first < 30_000
    qtbot.waitUntil(lambda: model.rowCount() == 30_000)
    assert [model.row(place).message for place in (0, 29_999)] == ["29999", "0"]


def test_a_filter_shows_the_newest_at_once_and_says_that_it_looks_on(qtbot: QtBot) -> None:
    model = LogModel(name_of)
    model.append([event(str(number)) for number in range(60_000)])
    qtbot.waitUntil(lambda: model.total == 60_000)
    model.set_filter(LogFilter(text="9"))
    assert (model.searching, model.row(0).message) == (True, "59999")
    model.append([event("99 new"), event("none")])
    qtbot.waitUntil(lambda: not model.searching)
    wanted = sum(1 for number in range(60_000) if "9" in str(number)) + 1
    assert (model.rowCount(), model.row(0).message) == (wanted, "99 new")


def test_long_entries_are_fewer(qtbot: QtBot) -> None:
    model = LogModel(name_of, room=100_000)
    model.append([event(f"{number} " + "x" * 5000, step="Log", level=Level.ERROR) for number in range(100)])
    settle(model)
    assert 10 < model.total < 20
    assert (model.row(0).message[:3], model.count(Level.ERROR), model.rowCount()) == ("99 ", model.total, model.total)
    model.append([event("short") for _ in range(100)])
    settle(model)
    assert model.total > 100


def test_one_entry_that_is_too_heavy_goes(qtbot: QtBot) -> None:
    model = LogModel(name_of, room=1000)
    model.append([event("x" * 5000)])
    model.append([event("after")])
    assert [row.message for row in model.shown()] == ["after"]


def test_polls_that_become_one_weigh_as_one(qtbot: QtBot) -> None:
    model = LogModel(name_of, room=3000)
    model.append([event("kept", integration="two"), *(poll("one") for _ in range(100))])
    settle(model)
    assert [row.message for row in model.shown()] == ["100 polls, no new messages", "kept"]


def test_a_pause_holds_the_newest_within_the_same_bounds(qtbot: QtBot) -> None:
    model = LogModel(name_of, kept=50, room=100_000)
    model.pause(True)
    model.append([event(f"{number} " + "x" * 5000) for number in range(40)])
    assert 10 < model.waiting < 20
    model.append([event(str(number)) for number in range(100)])
    assert model.waiting == 50
    model.pause(False)
    settle(model)
    assert (model.row(0).message, model.row(49).message) == ("99", "50")


def test_what_came_while_paused_appears_when_it_goes_on(qtbot: QtBot) -> None:
    model = LogModel(name_of)
    model.append([event("before")])
    model.pause(True)
    with qtbot.waitSignal(model.waiting_changed) as told:
        model.append([event("a"), event("b")])
    assert (told.args, model.rowCount(), model.waiting) == ([2], 1, 2)
    model.pause(False)
    assert ([row.message for row in model.shown()], model.waiting) == (["b", "a", "before"], 0)


def test_find_goes_down_up_and_around(qtbot: QtBot) -> None:
    model = LogModel(name_of)
    model.append([event(text) for text in ("alpha", "beta", "alphabet", "gamma")])
    assert [model.find("ALPHA", start) for start in (0, 2, 4)] == [1, 3, 1]
    assert [model.find("alpha", start, backwards=True) for start in (2, 0, -1)] == [1, 3, 3]
    assert model.find("nothing", 0) == -1
    assert LogModel(name_of).find("a", 0) == -1


def test_markup_and_line_ends_of_strangers_stay_text(qtbot: QtBot) -> None:
    model = LogModel(name_of)
    model.append([event("a <img src='file:///x'>\r\nb\u202ec")])
    index = model.index(0, Column.MESSAGE)
    assert index.data() == "a <img src='file:///x'>  b c"
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_export_rows_no_longer_change(qtbot: QtBot) -> None:
    model = LogModel(name_of)
    model.append([poll()])
    taken = model.shown()
    model.append([poll()])
    assert [row.polls for row in taken] == [1]
    assert (model.row(0).event.at, model.headerData(0, Qt.Orientation.Horizontal)) == (AT, "Time")
