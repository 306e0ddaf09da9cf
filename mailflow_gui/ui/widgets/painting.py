"""Drawing and focus shared by the custom widgets: crisp rounded boxes, keyboard focus ring. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.mirrored import painter_on

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def smooth(widget: QWidget) -> QPainter:
    """An antialiasing painter on the widget, mirrored where it reads from right to left; call `end()` when done."""
    painter = painter_on(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded box whose edge lies inside `rect`, so that it stays sharp at whole pixels."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(edge, width))
    half = width / 2
    inner = rect.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))


def tinted_box(painter: QPainter, rect: QRectF, radius: float, ground: str, color: str) -> None:
    """A box with a tinted ground. High contrast has no tints: then the edge carries the role `color`."""
    fill = theme.color(ground)
    box(painter, rect, radius, fill, theme.color(color) if fill == theme.color("surface") else None)


def dashed_box(painter: QPainter, rect: QRectF, radius: float, edge: QColor) -> None:
    """A rounded box with a dashed edge, for drafts and placeholders."""
    pen = QPen(edge, 1.0)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Pointer:
    """Remembers whether the last input to a Mailflow widget came from the pointer; at first there was no key."""

    was_last = True


class KeyboardFocus:
    """Mixin before a QWidget class: `focus_ring` is true only while the keyboard brought the focus."""

    focus_ring = False

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        reason = event.reason()
        if reason in _KEYBOARD:
            self.focus_ring = True
        elif reason == Qt.FocusReason.MouseFocusReason:
            self.focus_ring = False
        elif reason == Qt.FocusReason.OtherFocusReason:  # setFocus() by the program
            self.focus_ring = not Pointer.was_last
        super().focusInEvent(event)  # type: ignore[misc]
        self.update()  # type: ignore[attr-defined]

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.focus_ring = False
        super().focusOutEvent(event)  # type: ignore[misc]
        self.update()  # type: ignore[attr-defined]

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        Pointer.was_last = True
        super().mousePressEvent(event)  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        Pointer.was_last = False
        if not self.focus_ring and self.hasFocus():  # type: ignore[attr-defined]
            self.focus_ring = True
            self.update()  # type: ignore[attr-defined]
        super().keyPressEvent(event)  # type: ignore[misc]

    @property
    def ring_visible(self) -> bool:
        """Whether to draw the ring now."""
        return self.focus_ring and bool(self.hasFocus())  # type: ignore[attr-defined]


class EnterClicks(KeyboardFocus):
    """Mixin before a button class: Enter clicks, as Space does."""

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()  # type: ignore[attr-defined]
            return
        super().keyPressEvent(event)


class BusyState(KeyboardFocus):
    """Mixin before a button class: while it is busy, clicks are ignored."""

    _busy = False

    @property
    def busy(self) -> bool:
        """Whether a spinner is shown and clicks are ignored."""
        return self._busy

    def end_busy(self) -> None:
        """`set_busy(False)` for the end of a task, which passes over it when the button is gone by then."""
        self.set_busy(False)  # type: ignore[attr-defined]

    def click(self) -> None:
        """As the pointer would, unless it is busy."""
        if not self._busy:
            super().click()  # type: ignore[misc]

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if self._busy:
            Pointer.was_last = True
            event.accept()
            return
        super().mousePressEvent(event)
