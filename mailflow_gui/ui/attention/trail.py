"""“Where it stopped”: the steps of an integration up to the one that failed or waits, side by side. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration
from mailflow_gui.ui import theme
from mailflow_gui.ui.integrations.status import look_of_step
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.layouts import empty
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.tile import Tile

#: Icon and color of each end.
_SIGNS = {"done": ("check", "successText"), "failed": ("error", "danger"), "waiting": ("clock", "warning")}


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of the trip: its look, and how it ended: "done", "failed" or "waiting"."""

    title: str
    icon: str
    tone: str
    end: str = "done"


def _words(stop: Stop) -> str:
    if stop.end == "waiting":
        return tr("{step} waits", step=stop.title)
    return tr("{step} failed", step=stop.title) if stop.end == "failed" else tr("{step} done", step=stop.title)


def stops(message: Activity, integration: Integration, catalog: Catalog) -> list[Stop]:
    """The steps up to the one that failed, or up to the last one that was reached when none failed."""
    ends = {step.step_id: step.status for step in message.steps}
    made, reached = [], 0
    for number, step in enumerate(integration.steps, 1):
        end = ends.get(step.id, "done")
        stopped = end in ("failed", "waiting")
        icon, tone = look_of_step(step, catalog)
        made.append(Stop(catalog.title_of(step), icon, tone, end if stopped else "done"))
        if step.id in ends:
            reached = number
        if stopped:
            break
    return made[:reached]


class Trail(QWidget):
    """Chips with lines between. When there is little room the ones in the middle become a number."""

    def __init__(self) -> None:
        super().__init__()
        self._stops: list[Stop] = []
        self._hidden = -1
        self.chips: list[_Chip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Shows other steps."""
        self._stops, self._hidden = list(stops), -1
        self.setAccessibleName(tr("Where it stopped: {names}", names=", ".join(_words(one) for one in stops)))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())  # with less room it shows less

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many steps as there is room for: the first ones, how many more, and the last one."""
        for hidden in range(max(1, len(self._stops))):
            if self._width(hidden) <= self.width():
                break
        if hidden != self._hidden:
            self._hidden = hidden
            self._fill(hidden)

    def _parts(self, hidden: int) -> list[Stop]:
        if not hidden:
            return self._stops
        start = len(self._stops) - 1 - hidden
        return [*self._stops[:start], Stop(f"+{hidden}", "", "neutral"), self._stops[-1]]

    def _width(self, hidden: int) -> int:
        chips = [_Chip(one) for one in self._parts(hidden)]
        return sum(one.sizeHint().width() for one in chips) + 40 * (len(chips) - 1)

    def _fill(self, hidden: int) -> None:
        empty(self._row)
        self.chips = [_Chip(one) for one in self._parts(hidden)]
        for number, chip in enumerate(self.chips):
            if number:
                self._row.addWidget(_Line(), 1)
            self._row.addWidget(chip)
        if len(self.chips) < 2:
            self._row.addStretch(1)


class _Chip(Card):
    """One step: small tile, title, check or cross."""

    def __init__(self, stop: Stop) -> None:
        super().__init__()
        self.stop = stop
        self.set_ground("surface", 8)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 10, 6)
        row.setSpacing(8)
        if stop.icon:
            row.addWidget(Tile(stop.icon, stop.tone, 24))
        row.addWidget(Label(stop.title, "body"))
        row.addWidget(Sign(*_SIGNS[stop.end], 16))

    def edge(self) -> tuple[QColor, float]:
        stopped = self.stop.end != "done"
        return (theme.color(_SIGNS[self.stop.end][1]), 1.0) if stopped else super().edge()


class _Line(QWidget):
    """A thin line between two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(16)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(QRectF(self.rect()), theme.color("control"))
        painter.end()
