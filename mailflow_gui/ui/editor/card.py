"""A step on the canvas: tile, title, one line, menu; can be dragged, and shows what a test run made of it. GUI."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.card import RADIUS, ClickableCard
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.painting import box, smooth
from mailflow_gui.ui.widgets.tile import Tile

WIDTH = 416
HEIGHT = 68
_DRAG = 6


@dataclass(frozen=True, slots=True)
class Face:
    """What a card shows. `missing` replaces the summary; `failed` is the red edge of a test run, `dim` a step that it
    did not reach."""

    title: str
    summary: str
    icon: str
    tone: str
    missing: str = ""
    disabled: bool = False
    failed: bool = False
    dim: bool = False


class StepCard(ClickableCard):
    """`menu_requested` carries the global place of the menu; a drag tells its global place until it is dropped."""

    menu_requested = Signal(QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    key_pressed = Signal(QKeyEvent)

    def __init__(self, step_id: str, face: Face, *, fixed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.step_id = step_id
        self.face = face
        self.fixed = fixed
        self.number = ""
        self._from: QPoint | None = None
        self.dragging = False
        self._tile = Tile(face.icon, face.tone, 40)
        self._title = ElidedLabel("", "strong")
        self._line = ElidedLabel("", "caption", "text2")
        self.more = IconButton("more", tr("Step menu"), size=18)
        self._lay_out()
        self.more.clicked.connect(lambda: self.menu_requested.emit(self._menu_place()))
        self._take_face(face)

    def show_face(self, face: Face) -> None:
        """Shows another state of the step."""
        if face != self.face:
            self._take_face(face)

    def _take_face(self, face: Face) -> None:
        self.face = face
        self._tile.set_tile(face.icon, face.tone)
        self._title.setText(face.title)
        words = face.missing or (tr("Disabled · {summary}", summary=face.summary) if face.disabled else face.summary)
        self._line.setText(words)
        self._line.set_role("warningText" if face.missing else "dangerText" if face.failed else "text2")
        self._title.set_role("text3" if face.disabled or face.dim else "text")
        self._rename()
        self.update()

    def set_number(self, number: str) -> None:
        """What is written beside the card; part of its name."""
        if number != self.number:
            self.number = number
            self._rename()

    def edge(self) -> tuple[QColor, float]:
        if self.is_selected() or self.ring_visible or self.dragging:
            return theme.color("accent"), 2.0
        if self.face.failed:
            return theme.color("danger"), 1.0
        if self.face.missing and not self.face.disabled:
            return theme.color("warning"), 1.0
        return super().edge()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.fixed:
            self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        here = event.position().toPoint()
        if self._from is not None and not self.dragging:
            self.dragging = (here - self._from).manhattanLength() >= _DRAG
        if self.dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        dragged, self._from = self.dragging, None
        if dragged:
            self.end_drag()
            self.setDown(False)
            self.dropped.emit(event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def end_drag(self) -> None:
        """The drag is over, however it ended."""
        self.dragging, self._from = False, None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: object, /) -> None:
        self.menu_requested.emit(self._menu_place())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        color, width = self.edge()
        ground = "sunken" if self.face.disabled else "surface"
        box(painter, QRectF(self.rect()), RADIUS, theme.color(ground), color, width)
        if not self.fixed and (self.underMouse() or self.ring_visible):
            icons.paint(painter, QRectF(1, self.height() / 2 - 8, 12, 16), "drag", theme.color("text3"))
        painter.end()

    def _lay_out(self) -> None:
        self.setFixedHeight(max(HEIGHT, round(HEIGHT * theme.current().scale)))
        self.setMaximumWidth(WIDTH)
        self.setMinimumWidth(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._tile)
        row.addLayout(words, 1)
        row.addWidget(self.more)

    def _menu_place(self) -> QPoint:
        return self.more.mapToGlobal(self.more.rect().bottomLeft())

    def _rename(self) -> None:
        face = self.face
        number = tr("Step {number}", number=self.number) if self.number else ""
        state = tr("disabled") if face.disabled else tr("failed") if face.failed else ""
        parts = (number, face.title, state)
        self.setAccessibleName(", ".join([*filter(None, parts), face.missing or face.summary]))
        self.more.set_name(tr("Menu of {title}", title=face.title))
