"""How long the window stands still while a data mapper of 200 fields is scrolled, dragged over, edited and searched.

`python -m tests.benchmarks.mapper [fields]`: 200 targets, each mapped from two of the sources of ten templates. A 5 ms
timer on the GUI thread measures the gaps; the longest of each part is printed. The budget is 50 ms.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.model import Step
from mailflow_gui.qt.collector import Collector
from mailflow_gui.ui import theme
from mailflow_gui.ui.mapper.page import MapperPage
from tests.benchmarks.log_rows import BUDGET, Gaps, measure
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


def run(page: MapperPage) -> list[float]:
    """Every part with its longest stall."""
    gaps, board = Gaps(), page.board
    left, right = board.sources.verticalScrollBar(), board.targets.verticalScrollBar()

    def scroll(number: int) -> None:
        left.setValue(left.maximum() * number // 120)
        right.setValue(right.maximum() * number // 120)

    def drag(number: int) -> None:
        port = board.port("source", "message.subject")
        start = port.toPoint() if port is not None else QPoint(300, 100)
        end = QPoint(board.targets.x() + 40, board.targets.y() + 20 + 5 * (number % 110))
        view = board.sources.viewport()
        if number == 0:
            left.setValue(0)
            QTest.mousePress(view, LEFT, NONE, view.mapFrom(board, start - QPoint(20, 0)))
        QTest.mouseMove(view, view.mapFrom(board, end))

    def drop() -> None:
        view = board.sources.viewport()
        QTest.mouseRelease(view, LEFT, NONE, view.mapFrom(board, QPoint(board.targets.x() - 60, 300)))

    def hover(number: int) -> None:
        QTest.mouseMove(board, QPointF(board.width() / 2, 80 + 5 * (number % 110)).toPoint())

    id = page.draft.lines[3].id
    page.select(id)
    page.draft.add_transformation(id, "Append")
    page.refresh()

    def type_in(number: int) -> None:
        page.draft.set_argument(id, 2, "string", "x" * number)
        page.refresh()

    def search(number: int) -> None:
        board.search(("", "field", "field_0", "field_01")[number % 4])

    def select(number: int) -> None:
        page.select(page.draft.lines[number % len(page.draft.lines)].id)

    parts = [
        ("scroll both lists", scroll, 121),
        ("drag over all targets", drag, 220),
        ("pointer over the lines", hover, 220),
        ("type into a parameter", type_in, 60),
        ("select one line after the other", select, 60),
        ("search", search, 40),
    ]
    longest = []
    for name, act, times in parts:
        longest.append(measure(name, gaps, *steps_of(act, times)))
        if act is drag:
            drop()
    return longest


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
        worst = max(run(page))
        page.close()
        close()
    print(f"worst {worst:.1f} ms, budget {BUDGET:.0f} ms")
    return 0 if worst <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
