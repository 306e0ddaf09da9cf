"""The line between two cards with its plus button; during a drag it shows where the step would go. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from mailflow_gui.core.editing import Place
from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.painting import KeyboardFocus, dashed_box, smooth

HEIGHT = 40
_CIRCLE = 24
_PLACEHOLDER = 52


class Joint(KeyboardFocus, QAbstractButton):
    """A button over the middle of the line: 24 px to see, 40 by 40 to hit. `ends`: nothing comes below."""

    add_requested = Signal()
    key_pressed = Signal(QKeyEvent)

    def __init__(self) -> None:
        super().__init__()
        self.place = Place("", 0)
        self._caption = ""
        self._ends = self._first = False
        self._target = False
        self._holder = False
        self.setFixedHeight(HEIGHT)
        self.setMaximumWidth(416)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.clicked.connect(self.add_requested)
        theme.current().changed.connect(self.update)

    def show_place(
        self, place: Place, name: str, caption: str = "", *, ends: bool = False, first: bool = False
    ) -> None:
        """Where a step would be added, and how that looks."""
        self.place, self._caption, self._ends, self._first = place, caption, ends, first
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setToolTip(name)
        self.update()

    def set_target(self, on: bool) -> None:
        """A dragged step would be dropped here."""
        if on != self._target:
            self._target = on
            self.update()

    def set_placeholder(self, on: bool) -> None:
        """A new step is being chosen for this place."""
        if on != self._holder:
            self._holder = on
            self.setFixedHeight(_PLACEHOLDER + 32 if on else HEIGHT)
            self.update()

    def hitButton(self, pos: QPoint, /) -> bool:
        return self._hit().contains(QPointF(pos))

    def sizeHint(self) -> QSize:
        return QSize(416, self.height())

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        middle, height = self.width() / 2, self.height()
        line = theme.color("accent" if self._target else "control")
        top = 0 if not self._first else height / 2
        bottom = height / 2 if self._ends else height
        painter.fillRect(QRectF(middle - 0.5, top, 1, bottom - top), line)
        if self._holder:
            self._paint_placeholder(painter)
            painter.end()
            return
        if self._target:
            painter.fillRect(QRectF(16, height / 2 - 1.5, self.width() - 32, 3), theme.color("accent"))
        lit = self.underMouse() or self.ring_visible or self._target
        circle = QRectF(middle - _CIRCLE / 2, height / 2 - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        painter.setBrush(theme.color("accent" if lit else "surface"))
        painter.setPen(QPen(theme.color("accent" if lit else "control"), 1.0))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.ring_visible:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2.0))
            painter.drawEllipse(circle.adjusted(-3, -3, 3, 3))
        icons.paint(painter, circle.adjusted(5, 5, -5, -5), "plus", theme.color("onAccent" if lit else "text2"))
        if self._caption:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text2"))
            place = QRectF(middle + 22, 0, self.width() / 2 - 22, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._caption)
        painter.end()

    def _paint_placeholder(self, painter: QPainter) -> None:
        area = QRectF(0, 16, self.width(), _PLACEHOLDER)
        painter.fillRect(area.adjusted(1, 1, -1, -1), theme.color("window"))
        dashed_box(painter, area, 10, theme.color("accent"))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("accentText"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"+  {tr('New step goes here')}")

    def _hit(self) -> QRectF:
        return QRectF(self.width() / 2 - 20, self.height() / 2 - 20, 40, 40)
