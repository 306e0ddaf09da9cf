"""How long the window stands still while a data mapper of 200 fields is scrolled, dragged over, edited and searched.

`python -m tests.benchmarks.mapper [fields]`: 200 targets, each mapped from two of the sources of ten templates. A 5 ms
timer on the GUI thread measures the gaps; the longest of each part is printed. The budget is 50 ms, without the time in
which the machine had no core free.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.model import Step
from mailflow_gui.qt.collector import Collector
from mailflow_gui.ui import theme
from mailflow_gui.ui.mapper.page import MapperPage
from tests.benchmarks.stalls import BUDGET, Gap, Gaps, measure
from tests.ui.integrations.workbench import until
from tests.ui.mapper.stage import bench_on, give_samples, letters, mapper, surroundings

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def build(folder: Path, count: int) -> tuple[MapperPage, Callable[[], None]]:
    """A page whose target is a template with so many placeholders, and whose sources are as many mapped names."""
    names = [f"field_{number:03}" for number in range(count)]
    given = [{"from": ["subject"], "to": name} for name in names]
    earlier = Step(kind="data-mapper", id="earlier", values={"mappings": given})
    template = Step(kind="template", id="letter", values={"template": " ".join(f"{{{{{name}}}}}" for name in names)})
    rows = [
        {
            "from": [f"steps.earlier.{names[-1 - number]}", "message.from"],
            "to": name,
            "transformations": [{"Trim": {}}, {"Uppercase": {}}],
        }
        for number, name in enumerate(names)
    ]
    step = mapper({"mappings": rows})
    bench = bench_on(folder)
    around = surroundings(bench, step, before=(earlier,), after=(template,))
    page = MapperPage(step, around, 3)
    give_samples(around, *letters(bench, "Interested in your product"))
    page.resize(1144, 800)
    page.show()
    until(lambda: page.trial.settled, "results")
    return page, bench.close


def steps_of(act: Callable[[int], None], times: int) -> tuple[Callable[[], None], Callable[[], bool]]:
    """Calls `act` again and again from the event loop: how to begin, and whether it ended."""
    turn = QTimer(interval=8)
    numbers: Iterator[int] = iter(range(times))
    ended: list[bool] = []

    def on_turn() -> None:
        number = next(numbers, None)
        if number is None:
            turn.stop()
            ended.append(True)
        else:
            act(number)

    turn.timeout.connect(on_turn)
    return turn.start, lambda: bool(ended)


class Hand:
    """What a person does, one small step at a time."""

    def __init__(self, page: MapperPage) -> None:
        self.page, self.board = page, page.board
        self.left, self.right = page.board.sources.verticalScrollBar(), page.board.targets.verticalScrollBar()
        self.line = page.draft.lines[3].id
        page.draft.add_transformation(self.line, "Append")

    def scroll(self, number: int) -> None:
        self.left.setValue(self.left.maximum() * number // 120)
        self.right.setValue(self.right.maximum() * number // 120)

    def drag(self, number: int) -> None:
        board, view = self.board, self.board.sources.viewport()
        if number == 0:
            self.left.setValue(0)
            port = board.port("source", "message.subject")
            assert port is not None
            QTest.mousePress(view, LEFT, NONE, view.mapFrom(board, port.toPoint() - QPoint(20, 0)))
        place = board.targets.geometry()
        QTest.mouseMove(view, view.mapFrom(board, QPoint(place.x() + 40, place.y() + 20 + 5 * (number % 110))))

    def drop(self) -> None:
        view = self.board.sources.viewport()
        at = QPoint(self.board.targets.x() - 60, 300)
        QTest.mouseRelease(view, LEFT, NONE, view.mapFrom(self.board, at))

    def hover(self, number: int) -> None:
        QTest.mouseMove(self.board, QPoint(self.board.width() // 2, 80 + 5 * (number % 110)))

    def type(self, number: int) -> None:
        self.page.draft.set_argument(self.line, 2, "string", "x" * number)
        self.page.refresh()

    def search(self, number: int) -> None:
        self.board.search(("", "field", "field_0", "field_01")[number % 4])

    def select(self, number: int) -> None:
        self.page.select(self.page.draft.lines[number % len(self.page.draft.lines)].id)


def run(page: MapperPage) -> list[Gap]:
    """Every part with its longest stall."""
    gaps, hand = Gaps(), Hand(page)
    page.select(hand.line)
    longest = [
        measure("scroll both lists", gaps, *steps_of(hand.scroll, 121)),
        measure("drag over all targets", gaps, *steps_of(hand.drag, 220)),
    ]
    hand.drop()
    parts = (
        ("pointer over the lines", hand.hover, 220),
        ("type into a parameter", hand.type, 60),
        ("select one line after the other", hand.select, 60),
        ("search", hand.search, 40),
    )
    return longest + [measure(name, gaps, *steps_of(act, times)) for name, act, times in parts]


def main(count: int) -> int:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        page, close = build(Path(folder), count)
        Collector(lambda: False, app).begin()  # as the program does
        page.board.overlay.curves_painted = 0
        page.board.overlay.repaint()
        print(f"{len(page.board.overlay.scene.curves)} lines, {page.board.overlay.curves_painted} in sight")
        worst = max(one.own + one.others for one in run(page))
        page.close()
        close()
    print(f"worst {worst:.1f} ms, budget {BUDGET:.0f} ms")
    return 0 if worst <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
