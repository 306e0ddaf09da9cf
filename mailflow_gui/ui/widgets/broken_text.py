"""Plain text broken into lines of a fixed height. GUI thread only."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from mailflow_gui.ui.widgets.mirrored import placed

_UNBOUNDED = 16_000_000


class BrokenText:
    """Text laid out for one font, line height and width (device-independent pixels)."""

    def __init__(self, text: str, font: QFont, line_height: int, width: int) -> None:
        self._line_height = line_height
        self._layout = QTextLayout(text.replace("\r\n", "\n").replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width if width > 0 else _UNBOUNDED)
        self._layout.endLayout()

    def size(self) -> tuple[int, int]:
        """Used width and height."""
        lines = [self._layout.lineAt(index) for index in range(self._layout.lineCount())]
        used = max((line.naturalTextWidth() for line in lines), default=0.0)
        return math.ceil(used), max(1, len(lines)) * self._line_height

    def draw(self, painter: QPainter, area: QRect, alignment: Qt.AlignmentFlag) -> None:
        """Draw with the painter's pen; the block is centered vertically unless aligned to the top."""
        count = self._layout.lineCount()
        area, alignment = placed(painter, area), QStyle.visualAlignment(painter.layoutDirection(), alignment)
        top = float(area.top())
        if not alignment & Qt.AlignmentFlag.AlignTop:
            top += max(0.0, (area.height() - count * self._line_height) / 2)
        for index in range(count):
            line = self._layout.lineAt(index)
            free = area.width() - line.naturalTextWidth()
            left = float(area.left())
            if alignment & Qt.AlignmentFlag.AlignHCenter:
                left += free / 2
            elif alignment & Qt.AlignmentFlag.AlignRight:
                left += free
            above = (self._line_height - line.height()) / 2
            line.draw(painter, QPointF(left, top + above) - line.position())
            top += self._line_height
