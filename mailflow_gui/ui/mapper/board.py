"""Sources at the left, targets at the right, lines between: drawing mappings by pointer and by keyboard. GUI thread."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_draft import MappingDraft
from mailflow_gui.core.mapping_lines import Line
from mailflow_gui.core.mapping_results import Results
from mailflow_gui.ui import theme
from mailflow_gui.ui.mapper.board_heads import HEAD, BoardHeads
from mailflow_gui.ui.mapper.curves import Curve
from mailflow_gui.ui.mapper.field_list import FieldList
from mailflow_gui.ui.mapper.links import Link, curves_of, links_of
from mailflow_gui.ui.mapper.overlay import Overlay, Pull, Scene
from mailflow_gui.ui.mapper.rows import (
    Folding,
    GroupKey,
    Row,
    Tiles,
    Words,
    source_looks,
    source_rows,
    target_key,
    target_looks,
    target_rows,
)

_SIDE, _TOP, _BOTTOM = 24, 18, 16
_REACH = 14
_EDGE, _PACE = 36, 12


class Board(QWidget):
    """Both lists and the lines. It changes nothing itself: `connected` carries a source and a target's name.

    `line_shown` carries the id of a mapping (0: none), `plus_wanted` a target, `source_plus_wanted` a source.
    """

    connected = Signal(object, str)
    line_shown = Signal(int)
    line_opened = Signal(int)
    plus_wanted = Signal(str)
    source_plus_wanted = Signal(object)
    action_wanted = Signal(object)
    constant_opened = Signal(object)
    removed = Signal()

    def __init__(self, tiles: Tiles) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # from what comes to what goes
        self._tiles = tiles
        self._draft: MappingDraft | None = None
        self._selected: Line | None = None
        self._results: Results = {}
        self._sample: Exchange | None = None
        self._homes: dict[Hashable, GroupKey] = {}
        self._links: list[Link] = []
        self._values: dict[Hashable, str] = {}
        self._words = Words()
        self._pressed: tuple[FieldList, Hashable, QPoint] | None = None
        self.folding = Folding()
        self.pull: Pull | None = None
        self.by_keyboard = False
        self.heads = BoardHeads(self)
        self.sources, self.targets = FieldList("source", tr("Source")), FieldList("target", tr("Target"))
        for fields in (self.sources, self.targets):
            fields.setParent(self)
            fields.closed = self.folding.closed
            fields.viewport().installEventFilter(self)
        self.overlay = Overlay(self.sources, self.targets, self)
        self._glide = QTimer(self, interval=30)
        self._glide.timeout.connect(self._scroll_along)
        self.setMouseTracking(True)
        self._connect()

    # What is shown.

    def show_draft(self, draft: MappingDraft, selected: Line | None, results: Results, sample: Exchange | None) -> None:
        """Shows the document as it is now."""
        if sample is not self._sample or draft is not self._draft:
            self._values = {}
        self._draft, self._selected, self._results, self._sample = draft, selected, results, sample
        self.refresh()

    def refresh(self) -> None:
        """Builds the rows and lines again."""
        draft = self._draft
        if draft is None:
            return
        everything = source_rows(draft, self._tiles, Folding()) + target_rows(draft, self._tiles, Folding())
        self._homes = {row.key: row.group for row in everything}
        self._links = links_of(draft)
        left, right = source_rows(draft, self._tiles, self.folding), target_rows(draft, self._tiles, self.folding)
        sources = source_looks(draft, left, self._selected, self._sample, self._values, self._words)
        targets = target_looks(draft, right, self._selected, self._results, self._words)
        if self.pull is not None:
            looks = targets if self.pull.side == "source" else sources
            for key, look in looks.items():
                look.allowed = self._may_connect(key)
                look.dimmed = not look.allowed
        self.sources.show_rows(left, sources)
        self.targets.show_rows(right, targets)
        self.heads.show_counts(draft.mapped_count(), len(draft.sides.targets))
        self._place()

    def search(self, words: str) -> None:
        """Shows only fields with these words in their names; "" shows all."""
        self.folding.wanted = words.strip()
        self.refresh()

    def curves(self) -> list[Curve]:
        """Every line of every mapping, scrolled out or not."""
        return curves_of(self._links, self.sources, self.targets, self._homes, self.folding.closed)

    def port(self, side: str, key: Hashable) -> QPointF | None:
        """Where a field's port is on the board."""
        return self.overlay.port_of(self.sources if side == "source" else self.targets, key)

    # Drawing a line.

    def begin(self, side: str, key: Hashable, end: QPointF, *, by_keyboard: bool = False) -> None:
        """A line begins at a field."""
        self.pull, self.by_keyboard = Pull(side, key, end), by_keyboard
        if by_keyboard and self._draft is not None:
            name = self._draft.source_label(key)  # type: ignore[arg-type]  # begun at a source
            self.heads.show_hint(tr("Press Tab, choose a target for “{name}” and press Enter. Esc cancels.", name=name))
            self._say()
        self.refresh()

    def cancel(self) -> bool:
        """Drops the line that is being drawn; False when there is none."""
        if self.pull is None:
            return False
        self.pull, self._pressed = None, None
        self._glide.stop()
        self.heads.show_hint("")
        self.refresh()
        return True

    def finish(self, key: Hashable) -> None:
        """The line ends at a field of the other list."""
        pull = self.pull
        if pull is None:
            return
        allowed = self._may_connect(key)
        self.cancel()
        if allowed and key is not None:
            source, target = (pull.key, key) if pull.side == "source" else (key, pull.key)
            self.connected.emit(source, str(target))

    # Events.

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        fields = self.sources if watched is self.sources.viewport() else self.targets
        position = self.mapFromGlobal(event.globalPosition().toPoint())
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self.cancel()
            key = fields.key_at(event.position().toPoint())
            if key is not None and not isinstance(key, GroupKey):
                self._pressed = (fields, key, position)
        elif kind == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            return self._on_pulled(position)
        elif kind == QEvent.Type.MouseButtonRelease:
            return self._on_released(position)
        return False

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        position = event.position().toPoint()
        self.cancel()
        for fields in (self.sources, self.targets):
            key = self._port_at(fields, position)
            if key is not None:
                fields.setFocus(Qt.FocusReason.MouseFocusReason)
                self._pressed = (fields, key, position)
                return
        self.line_opened.emit(self._line_at(position))

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        position = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._on_pulled(position)
            return
        hovered = self._line_at(position)
        on_port = any(self._port_at(fields, position) is not None for fields in (self.sources, self.targets))
        self.setCursor(Qt.CursorShape.PointingHandCursor if hovered or on_port else Qt.CursorShape.ArrowCursor)
        if hovered != self.overlay.scene.hovered:
            self.overlay.scene.hovered = hovered
            self.overlay.update()

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self._on_released(event.position().toPoint())

    def leaveEvent(self, event: QEvent, /) -> None:
        self.overlay.scene.hovered = 0
        self.overlay.update()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._place()

    # How it works.

    def _connect(self) -> None:
        for fields in (self.sources, self.targets):
            fields.scrolled.connect(self._draw)
            fields.folded.connect(self._on_folded)
            fields.removed.connect(self.removed)
            fields.action_wanted.connect(self.action_wanted)
            fields.escaped.connect(self._on_escaped)
            fields.shown.connect(lambda key, fields=fields: self._open(fields, key))
        self.sources.chosen.connect(self._on_source_chosen)
        self.sources.moved_to.connect(lambda key: self._show_line(self.sources, key))
        self.sources.plus_wanted.connect(self.source_plus_wanted)
        self.targets.chosen.connect(self._on_target_chosen)
        self.targets.moved_to.connect(self._on_target_moved)
        self.targets.plus_wanted.connect(lambda key: None if isinstance(key, GroupKey) else self.plus_wanted.emit(key))
        self.heads.searched.connect(self.search)
        self.heads.left.connect(lambda: self.sources.setFocus(Qt.FocusReason.TabFocusReason))
        theme.current().changed.connect(self._place)

    def _place(self) -> None:
        width = max(0, self.width() - 2 * _SIDE)
        gap = max(96, round(width * 0.24))
        column = (width - gap) // 2
        top = _TOP + HEAD
        room = max(0, self.height() - top - _BOTTOM)
        right = self.width() - _SIDE - column
        hint = self.heads.hint_height(column)
        self.sources.setGeometry(_SIDE + 1, top + 1, column - 2, max(0, min(room, self.sources.content_height + 2) - 2))
        low = min(max(0, room - hint - 8), self.targets.content_height + 2)
        self.targets.setGeometry(right + 1, top + 1, column - 2, max(0, low - 2))
        self.heads.place(_SIDE, right, column, _TOP, top + low + 8)
        self.overlay.setGeometry(self.rect())
        self._draw()

    def _draw(self) -> None:
        scene = Scene(self.curves(), hovered=self.overlay.scene.hovered, pull=self.pull)
        scene.room = float(self.targets.x() - self.sources.geometry().right() - 24)
        if self._selected is not None:
            scene.selected, scene.words = self._selected.id, self._selected.label
        self.overlay.scene = scene
        self.overlay.update()

    def _may_connect(self, key: Hashable) -> bool:
        pull, draft = self.pull, self._draft
        if pull is None or draft is None or isinstance(key, GroupKey) or key is None or self._is_broken(key):
            return False
        source, target = (pull.key, key) if pull.side == "source" else (key, pull.key)
        line = draft.filling(str(target))
        return line is None or not any(draft.same_source(source, one) for one in line.sources)  # type: ignore[arg-type]

    def _is_broken(self, key: Hashable) -> bool:
        return self._homes.get(key) == GroupKey("lost")

    def _port_at(self, fields: FieldList, position: QPoint) -> Hashable:
        """The field whose port is within reach of a point."""
        place = fields.geometry()
        edge = place.right() if fields is self.sources else place.left()
        if abs(position.x() - edge) > _REACH or not place.top() <= position.y() <= place.bottom():
            return None
        key = fields.key_at(QPoint(place.width() // 2, position.y() - place.top()))
        return None if isinstance(key, GroupKey) else key

    def _line_at(self, position: QPoint) -> int:
        at = QPointF(position)
        return next((one.line for one in reversed(self.overlay.scene.curves) if one.is_near(at)), 0)

    def _on_pulled(self, position: QPoint) -> bool:
        if self.pull is None and self._pressed is not None:
            fields, key, began = self._pressed
            if (position - began).manhattanLength() < QApplication.startDragDistance():
                return True
            self._glide.start()
            self.begin(fields.side, key, QPointF(position))
        if self.pull is None:
            return False
        self.overlay.pull_to(QPointF(position))
        other = self.targets if self.pull.side == "source" else self.sources
        inside = other.geometry().adjusted(-_REACH, 0, _REACH, 0).contains(position)
        other.hover(other.indexAt(QPoint(other.width() // 2, position.y() - other.y())).row() if inside else -1)
        return True

    def _on_released(self, position: QPoint) -> bool:
        pulled = self.pull
        self._pressed = None
        self._glide.stop()
        if pulled is None or self.by_keyboard:
            return False
        other = self.targets if pulled.side == "source" else self.sources
        other.hover(-1)
        key: Hashable = None
        if other.geometry().adjusted(-_REACH, 0, _REACH, 0).contains(position):
            key = other.key_at(QPoint(other.width() // 2, position.y() - other.y()))
        self.finish(key)
        return True

    def _scroll_along(self) -> None:
        """Near the upper or lower edge of the other list the pointer scrolls it."""
        if self.pull is None:
            return
        other = self.targets if self.pull.side == "source" else self.sources
        place, at = other.geometry(), self.pull.end.toPoint()
        bar = other.verticalScrollBar()
        if at.y() < place.top() + _EDGE:
            bar.setValue(bar.value() - _PACE)
        elif at.y() > place.bottom() - _EDGE:
            bar.setValue(bar.value() + _PACE)

    def _on_source_chosen(self, key: Hashable) -> None:
        if self.pull is not None and self.pull.key == key:
            self.cancel()
        elif not self._is_broken(key):
            self.begin("source", key, self._keyboard_end(), by_keyboard=True)

    def _on_target_chosen(self, key: Hashable) -> None:
        if self.pull is not None:
            self.finish(key)
        elif self._draft is not None and self._draft.filling(str(key)) is not None:
            self._open(self.targets, key)
        else:
            self.plus_wanted.emit(str(key))

    def _on_target_moved(self, key: Hashable) -> None:
        if self.pull is not None and self.by_keyboard:
            self.overlay.pull_to(self._keyboard_end())
        else:
            self._show_line(self.targets, key)

    def _keyboard_end(self) -> QPointF:
        at = self.overlay.port_of(self.targets, self.targets.current_key())
        return at if at is not None else QPointF(self.targets.x(), self.targets.y() + 40)

    def _lines_of(self, fields: FieldList, key: Hashable) -> list[Line]:
        if self._draft is None or isinstance(key, GroupKey) or key is None:
            return []
        if fields is self.targets:
            return [line for line in self._draft.lines if key in {target_key(self._draft, one) for one in line.targets}]
        return list(self._draft.of_source(key))  # type: ignore[arg-type]  # keys of the left list are sources

    def _next_line(self, fields: FieldList, key: Hashable) -> int:
        """A field of several mappings shows one after the other."""
        ids = [line.id for line in self._lines_of(fields, key)]
        now = self._selected.id if self._selected is not None else 0
        return (ids[(ids.index(now) + 1) % len(ids)] if now in ids else ids[0]) if ids else 0

    def _show_line(self, fields: FieldList, key: Hashable) -> None:
        self.line_shown.emit(self._next_line(fields, key))

    def _open(self, fields: FieldList, key: Hashable) -> None:
        found = self._next_line(fields, key)
        if not found and self._homes.get(key) == GroupKey("constants"):
            self.constant_opened.emit(key)
        else:
            self.line_opened.emit(found)

    def _on_folded(self, key: GroupKey) -> None:
        if self._row(key) is not None and not self.folding.wanted:
            self.folding.closed.symmetric_difference_update({key})
            self.refresh()

    def _row(self, key: GroupKey) -> Row | None:
        place = self.sources.model_of.places.get(key)
        return self.sources.model_of.rows[place] if place is not None else None

    def _on_escaped(self) -> None:
        if not self.cancel():
            self.line_shown.emit(0)

    def _say(self) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self.heads.hint, QAccessible.Event.Alert))
