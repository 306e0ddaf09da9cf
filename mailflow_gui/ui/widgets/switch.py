"""The on/off switch that acts at once. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.painting import BusyState, box, smooth
from mailflow_gui.ui.widgets.spinner import Turning, draw_arc, motion_reduced

_TRACK = QSize(36, 20)
_MARGIN = 4  # room for the focus ring around the track
_SLIDE_MS = 120


class Switch(BusyState, QAbstractButton):
    """A switch with an accessible name; while busy it keeps its state and ignores clicks."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._turning = Turning(self)
        self._knob = 0.0
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._on_slid)
        self.toggled.connect(self._on_toggled)
        theme.current().changed.connect(self.update)

    def set_busy(self, busy: bool) -> None:
        """The knob becomes a spinner; clicks and Space are ignored until it is set back."""
        self._busy = busy
        self._turning.set_running(busy)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_TRACK.width() + 2 * _MARGIN, _TRACK.height() + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        track = QRectF(0, 0, _TRACK.width(), _TRACK.height())
        track.moveCenter(QRectF(self.rect()).center())
        if self.ring_visible:
            box(painter, track.adjusted(-4, -4, 4, 4), 14, None, theme.color("focus"), 2)
        box(painter, track, 10, self._track_color())
        if self._busy:
            place = QRectF(0, 0, 14, 14)
            place.moveCenter(track.center())
            draw_arc(painter, place, QColor("white"))
        else:
            left = track.left() + 3 + self._knob * (_TRACK.width() - 20)
            knob = QColor("white") if self.isEnabled() else theme.color("surface")
            box(painter, QRectF(left, track.top() + 3, 14, 14), 7, knob)
        painter.end()

    def _track_color(self) -> QColor:
        if not self.isEnabled():
            return theme.color("border")
        if self.isChecked() or self._busy:
            return theme.color("accentHover" if self.underMouse() else "accent")
        return theme.color("text3" if self.underMouse() else "control")

    def _on_toggled(self, checked: bool) -> None:
        goal = 1.0 if checked else 0.0
        self._slide.stop()
        if not self.isVisible() or motion_reduced():
            self._knob = goal
            self.update()
            return
        self._slide.setStartValue(self._knob)
        self._slide.setEndValue(goal)
        self._slide.start()

    def _on_slid(self, value: float) -> None:
        self._knob = float(value)
        self.update()
