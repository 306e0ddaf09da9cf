"""Fields side by side that break into several rows when there is no room. GUI thread only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

GAP = 16


class SideBySide(QWidget):
    """Children in one row, or in as many as their least widths need."""

    def __init__(self, children: Sequence[tuple[QWidget, int, int]], parent: QWidget | None = None) -> None:
        """`children`: widget, least width in pixels, stretch (0 keeps the natural width)."""
        super().__init__(parent)
        self._children = list(children)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._gap = GAP
        self._broken: list[list[int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._arrange([list(range(len(self._children)))])

    def set_gap(self, gap: int, between_rows: int | None = None) -> None:
        """Change the space between the children, in pixels; between rows it may be another."""
        self._gap = gap
        self._column.setSpacing(gap if between_rows is None else between_rows)
        self._arrange(self._broken)

    def minimumSizeHint(self) -> QSize:
        least = max((self._least(place) for place in range(len(self._children))), default=0)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        wanted = self._break(self.width())
        if wanted != self._broken:
            self._arrange(wanted)

    def _least(self, place: int) -> int:
        widget, least, stretch = self._children[place]
        return least if stretch else max(least, widget.sizeHint().width())

    def _break(self, width: int) -> list[list[int]]:
        rows: list[list[int]] = []
        left = -1
        for place in range(len(self._children)):
            need = self._least(place)
            if rows and left >= need + self._gap:
                rows[-1].append(place)
                left -= need + self._gap
            else:
                rows.append([place])
                left = width - need
        return rows

    def _arrange(self, rows: list[list[int]]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            inner = item.layout()
            if inner is not None:
                while inner.takeAt(0) is not None:
                    pass
                inner.deleteLater()
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(self._gap)
            for place in row:
                widget, _, stretch = self._children[place]
                line.addWidget(widget, stretch)
            if not any(self._children[place][2] for place in row):
                line.addStretch(1)
            self._column.addLayout(line)
        self._broken = rows
        self.updateGeometry()
