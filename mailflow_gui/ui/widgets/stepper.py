"""The numbered steps of a wizard; done steps lead back. GUI thread only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.painting import KeyboardFocus, box, smooth, tinted_box

_CIRCLE = 22
_GAP = 8
_LINE = 28


class _StepMark(KeyboardFocus, QAbstractButton):
    """One number with its label; enabled only when it is done and leads back."""

    def __init__(self, number: int, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.label_shown = True
        self.state = "next"
        self.setText(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.restyle()

    def set_state(self, state: str) -> None:
        """`state` is done, current or next."""
        self.state = state
        self.setEnabled(state != "next")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if state == "done" else Qt.FocusPolicy.NoFocus)
        done = state == "done"
        self.setCursor(Qt.CursorShape.PointingHandCursor if done else Qt.CursorShape.ArrowCursor)
        words = {"done": tr("done"), "current": tr("current step"), "next": tr("not yet")}
        self.setAccessibleName(f"{self._number}. {self.text()}, {words[state]}")
        self.setToolTip(self.text())
        self.restyle()

    def restyle(self) -> None:
        font = theme.font("label")
        if self.state == "current":
            font.setWeight(font.Weight.DemiBold)
        self.setFont(font)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        side = max(_CIRCLE, metrics.height() + 4)
        words = _GAP + metrics.horizontalAdvance(self.text()) if self.label_shown else 0
        return QSize(side + words + 1, side + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        side = max(_CIRCLE, self.fontMetrics().height() + 4)
        circle = QRectF(1, (self.height() - side) / 2, side, side)
        ink = self._paint_circle(painter, circle)
        if self.state == "done":
            icons.paint(painter, circle.adjusted(4, 4, -4, -4), "check", ink)
        else:
            font = theme.font("caption", tabular=True)
            font.setWeight(font.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        if self.label_shown:
            painter.setFont(self.font())
            hovered = self.state == "done" and self.underMouse()
            painter.setPen(theme.color("text" if self.state == "current" or hovered else "text2"))
            area = QRectF(circle.right() + _GAP, 0, self.width(), self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.ring_visible:
            box(painter, QRectF(self.rect()), 6, None, theme.color("focus"), 2)
        painter.end()

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> QColor:
        radius = circle.width() / 2
        if self.state == "done":
            tinted_box(painter, circle, radius, "successBg", "successText")
            return theme.color("successText")
        if self.state == "current":
            box(painter, circle, radius, theme.color("accent"))
            return theme.color("onAccent")
        box(painter, circle, radius, None, theme.color("control"))
        return theme.color("text2")


class _Line(QWidget):
    """The line between two steps."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(_LINE, 2))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(QRectF(0, 0.5, self.width(), 1), theme.color("control"))
        painter.end()


class Stepper(QWidget):
    """Steps of a wizard. In a window narrower than 960 px only the current label is shown."""

    step_clicked = Signal(int)

    def __init__(self, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = 0
        self._narrow = False
        self._marks: list[_StepMark] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for index, label in enumerate(labels):
            if index:
                row.addWidget(_Line(self))
            mark = _StepMark(index + 1, label, self)
            mark.clicked.connect(lambda _checked=False, index=index: self._on_clicked(index))
            self._marks.append(mark)
            row.addWidget(mark)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_current(0)
        theme.current().changed.connect(self._restyle)

    @property
    def current(self) -> int:
        """Index of the current step."""
        return self._current

    def set_current(self, index: int) -> None:
        """Steps before `index` are done, those after it not yet."""
        self._current = index
        for place, mark in enumerate(self._marks):
            mark.set_state("done" if place < index else "current" if place == index else "next")
        self._show_labels()

    def set_narrow(self, narrow: bool) -> None:
        """Show only the current label; also happens by itself in a narrow window."""
        self._narrow = narrow
        self._show_labels()

    def follow_window(self) -> None:
        """Choose narrow or wide by the width of the window now."""
        self.set_narrow(self.window().width() < 960)

    def showEvent(self, event: QShowEvent, /) -> None:
        self.window().installEventFilter(self)
        self.follow_window()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self.follow_window()
        return False

    def _show_labels(self) -> None:
        for place, mark in enumerate(self._marks):
            mark.label_shown = not self._narrow or place == self._current
            mark.updateGeometry()
            mark.update()

    def _restyle(self) -> None:
        for mark in self._marks:
            mark.restyle()

    def _on_clicked(self, index: int) -> None:
        if index < self._current:
            self.step_clicked.emit(index)
