"""Cards, clickable cards and dividers. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.painting import KeyboardFocus, Pointer, box, smooth

RADIUS = 10.0


class _Ground:
    """Mixin before a QWidget class: it lies on a surface with an edge and rounded corners."""

    _ground = "surface"
    _radius = RADIUS
    _bare = False

    def set_ground(self, role: str, radius: float = RADIUS) -> None:
        """Use another background role, for example "sunken" with radius 8 for an inner box."""
        self._ground, self._radius = role, radius
        self.update()  # type: ignore[attr-defined]

    def set_bare(self) -> None:
        """Draw no surface: the card lies on one already."""
        self._bare = True
        self.update()  # type: ignore[attr-defined]

    def edge(self) -> tuple[QColor, float]:
        """Color and width of the edge in the present state."""
        return theme.color("border"), 1.0

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._bare:
            return
        painter = smooth(self)  # type: ignore[arg-type]
        color, width = self.edge()
        box(painter, QRectF(self.rect()), self._radius, theme.color(self._ground), color, width)  # type: ignore[attr-defined]
        painter.end()


class Card(_Ground, QFrame):
    """A surface with an edge and rounded corners. Give it a layout of your own; 16–20 px padding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContentsMargins(1, 1, 1, 1)  # layouts keep clear of the edge
        theme.current().changed.connect(self.update)


class ClickableCard(KeyboardFocus, _Ground, QAbstractButton):
    """A card that is a button, also for screen readers: pointer, Enter and Space."""

    clicked = Signal()  # the button's own, without its word on being checked

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(1, 1, 1, 1)  # layouts keep clear of the edge
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._selected = False
        theme.current().changed.connect(self.update)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_selected(self, selected: bool) -> None:
        """Draw the accent edge that says "this one"."""
        self._selected = selected
        self.update()

    def is_selected(self) -> bool:
        return self._selected

    def edge(self) -> tuple[QColor, float]:
        if self._selected or self.ring_visible:
            return theme.color("accent"), 2.0
        if self.underMouse() and self.isEnabled():
            return theme.color("control"), 1.0
        return super().edge()

    def enterEvent(self, event: QEnterEvent, /) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent, /) -> None:
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        Pointer.was_last = True
        super().mousePressEvent(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            Pointer.was_last = False
            self.click()
            event.accept()
            return
        event.ignore()  # a button would take the arrow keys for Tab


class Divider(QWidget):
    """A hairline in the border color."""

    def __init__(self, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, wide) if vertical else (wide, fixed)))
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("border"))
        painter.end()
