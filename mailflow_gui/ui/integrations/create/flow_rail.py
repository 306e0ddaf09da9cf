"""The growing flow at the left of Create Integration: it shows the progress, and its nodes lead back. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.card import RADIUS, ClickableCard
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel
from mailflow_gui.ui.widgets.layouts import empty
from mailflow_gui.ui.widgets.page import PlainScroll
from mailflow_gui.ui.widgets.painting import box, dashed_box, smooth
from mailflow_gui.ui.widgets.tile import Tile

WIDTH = 240
_GAP = 24
_LINE_LEFT = 28


@dataclass(frozen=True, slots=True)
class Node:
    """What a node shows. Without `icon` it is an empty place. `missing`: what the step still needs."""

    place: str
    title: str
    caption: str = ""
    icon: str = ""
    tone: str = "neutral"
    missing: str = ""
    clickable: bool = True


class FlowNode(ClickableCard):
    """One step of the flow: tile, place, title, connection."""

    def __init__(self, node: Node, current: bool) -> None:
        super().__init__(_name(node))
        self._node = node
        self.set_selected(current)
        self.setAccessibleDescription(node.missing or (tr("You are here") if current else ""))
        if not node.clickable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(Tile(node.icon, node.tone, 32) if node.icon else _EmptyTile())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(ElidedLabel(node.place, "caption", "text3"))
        title = ElidedLabel(node.title, "label", "text" if node.icon else "text2")
        words.addWidget(title)
        if node.missing and node.icon and not current:
            words.addWidget(ElidedLabel(node.missing, "caption", "warningText"))
        elif node.caption:
            words.addWidget(ElidedLabel(node.caption, "caption", "text3"))
        words.addStretch(1)
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def edge(self) -> tuple[QColor, float]:
        if self._node.missing and self._node.icon and not self.is_selected() and not self.ring_visible:
            return theme.color("warning"), 1.0
        return super().edge()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._node.icon or self.is_selected() or self.ring_visible:
            super().paintEvent(event)
            return
        painter = smooth(self)
        box(painter, QRectF(self.rect()), RADIUS, theme.color("hover") if self.underMouse() else None)
        dashed_box(painter, QRectF(self.rect()), RADIUS, theme.color("control"))
        painter.end()


class FlowRail(QFrame):
    """`node_chosen` carries the index of a node that was clicked."""

    node_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.px(WIDTH))
        self.setAccessibleName(tr("Flow"))
        self.nodes: list[FlowNode] = []
        self._shown: tuple[tuple[Node, ...], int] | None = None
        self._title = ElidedLabel("", "strong", "text2")
        self._hint = Caption("", "text3")
        self._flow = QVBoxLayout()
        self._flow.setSpacing(0)
        self._lay_out()
        theme.current().changed.connect(self.update)

    def show_flow(self, title: str, nodes: list[Node], current: int, hint: str) -> None:
        """Show the flow; `current` is the node being worked on, -1 for none."""
        self._title.setText(title)
        self._hint.setText(hint)
        if self._shown == (tuple(nodes), current):
            return
        self._shown = (tuple(nodes), current)
        had_focus = next((number for number, node in enumerate(self.nodes) if node.hasFocus()), -1)
        self._clear()
        for number, node in enumerate(nodes):
            if number:
                self._flow.insertWidget(self._flow.count() - 1, _Line())
            widget = FlowNode(node, number == current)
            widget.clicked.connect(lambda number=number: self.node_chosen.emit(number))
            self.nodes.append(widget)
            self._flow.insertWidget(self._flow.count() - 1, widget)
        if 0 <= had_focus < len(self.nodes):
            self.nodes[had_focus].show()  # at once: shown later, it would take the focus from where it went meanwhile
            self.nodes[had_focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("window"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.color("border"))
        painter.end()

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setLayout(self._flow)
        self._flow.setContentsMargins(16, 0, 16, 16)
        self._flow.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 1, 20)
        column.setSpacing(12)
        for label in (self._title, self._hint):
            label.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self._title)
        column.addWidget(PlainScroll(holder), 1)
        column.addWidget(self._hint)

    def _clear(self) -> None:
        self.nodes = []
        empty(self._flow)
        self._flow.addStretch(1)


class _Line(QWidget):
    """The line between two nodes."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_GAP)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(1, _GAP)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(QRectF(_LINE_LEFT, 0, 1, self.height()), theme.color("control"))
        painter.end()


class _EmptyTile(QWidget):
    """The dashed square of a place that waits for its step."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(32, 32)
        theme.current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        dashed_box(painter, QRectF(self.rect()), 8, theme.color("control"))
        icons.paint(painter, QRectF(8, 8, 16, 16), "plus", theme.color("text2"))
        painter.end()


def _name(node: Node) -> str:
    return ", ".join(part for part in (node.place, node.title, node.caption) if part)
