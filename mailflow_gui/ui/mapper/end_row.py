"""One source or target in the mapping panel: its name in a box, moved by drag or Alt+Up/Down. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.painting import KeyboardFocus, Pointer, box, smooth
from mailflow_gui.ui.widgets.tips import plain_tip

_ALT = Qt.KeyboardModifier.AltModifier


class Mover(QObject):
    """Turns Alt+Up/Down inside a widget into `moved` (-1 or 1), whichever part of it has the focus."""

    moved = Signal(int)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        for part in (widget, *widget.findChildren(QWidget)):
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus:  # a filter costs at every event, keys go to these alone
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.modifiers() & _ALT:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.moved.emit(step)
                return True
        return False


class Handle(QWidget):
    """Six dots to drag a row by. `dropped` carries by how many pixels it was dragged down."""

    dropped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._from: QPoint | None = None
        self.setFixedSize(16, 24)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr("Drag, or press Alt+Up or Alt+Down"))
        theme.current().changed.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        Pointer.was_last = True
        self._from = event.globalPosition().toPoint()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        began, self._from = self._from, None
        if began is not None:
            self.dropped.emit(event.globalPosition().toPoint().y() - began.y())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        icons.paint(painter, QRectF(0, (self.height() - 16) / 2, 16, 16), "drag", theme.color("text3"))
        painter.end()


class _NameButton(KeyboardFocus, QAbstractButton):
    """The name of a field; a click chooses another one."""

    def __init__(self, text: str, lost: bool) -> None:
        super().__init__()
        self._lost = lost
        self.setText(text)
        self.setAccessibleName(tr("{text}, no longer there", text=text) if lost else text)
        self.setToolTip(plain_tip(tr("{text} is no longer there. Choose another field.", text=text) if lost else text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(80, 30)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        if self.ring_visible:
            box(painter, QRectF(self.rect()), 4, None, theme.color("focus"), 2)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("dangerText" if self._lost else "text"))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 8)
        painter.drawText(self.rect().adjusted(4, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class EndRow(QWidget):
    """A field of the mapping. `moved` carries by how many places, `change_wanted` asks for another field."""

    moved = Signal(int)
    removed = Signal()
    change_wanted = Signal()

    def __init__(self, name: str, remove: str, *, lost: bool = False, movable: bool = False) -> None:
        super().__init__()
        self._lost = lost
        self.name = _NameButton(name, lost)
        self.remove = IconButton("close", remove, size=16, side=26)
        self.setFixedHeight(max(32, self.name.fontMetrics().height() + 14))
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 2, 4, 2)
        row.setSpacing(2)
        if movable:
            handle = Handle()
            handle.dropped.connect(self._on_dropped)
            row.addWidget(handle)
        row.addWidget(self.name, 1)
        row.addWidget(self.remove)
        self.name.clicked.connect(self.change_wanted)
        self.remove.clicked.connect(self.removed)
        if movable:
            Mover(self).moved.connect(self.moved)
        theme.current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        edge = "danger" if self._lost else "control"
        box(painter, QRectF(self.rect()), 6, theme.color("surface"), theme.color(edge), 2 if self._lost else 1)
        painter.end()

    def _on_dropped(self, pixels: int) -> None:
        places = round(pixels / (self.height() + 8))
        if places:
            self.moved.emit(places)
