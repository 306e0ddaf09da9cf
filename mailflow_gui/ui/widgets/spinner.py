"""The turning arc that says "working", alone or inside other widgets. GUI thread only."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.painting import smooth

_TURN_SECONDS = 0.9
_FRAME_MS = 40


def motion_reduced() -> bool:
    """Whether the system asks for no animation."""
    duration = QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return duration <= 0


class Turning(QObject):
    """Repaints its widget while something is busy; idle costs nothing."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(widget.update)

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def set_running(self, on: bool) -> None:
        """Start or stop the repaints; a reduced-motion system gets a still arc."""
        if on and not motion_reduced():
            self._timer.start()
        else:
            self._timer.stop()


def draw_arc(painter: QPainter, rect: QRectF, color: QColor, width: float = 2.0) -> None:
    """Three quarters of a circle, turned by the clock."""
    turn = 0.0 if motion_reduced() else (time.monotonic() % _TURN_SECONDS) / _TURN_SECONDS
    painter.save()
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2 + 0.5
    painter.drawArc(rect.adjusted(half, half, -half, -half), round((60 - turn * 360) * 16), 260 * 16)
    painter.restore()


class Spinner(QWidget):
    """A turning arc of `size` pixels in the color of a role; turns only while visible."""

    def __init__(self, size: int = 16, role: str = "accentText", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._turning = Turning(self)
        self.setFixedSize(QSize(size, size))
        self.setAccessibleName(tr("Working"))
        theme.current().changed.connect(self.update)

    def showEvent(self, event: QShowEvent, /) -> None:
        self._turning.set_running(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent, /) -> None:
        self._turning.set_running(False)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        draw_arc(painter, QRectF(self.rect()), theme.color(self._role), max(1.75, self.width() / 8))
        painter.end()
