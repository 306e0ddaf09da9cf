"""Lines, ports and card edges over the two lists of the data mapper; it lets every click through. GUI thread."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mailflow_gui.ui import theme
from mailflow_gui.ui.mapper.curves import Curve, paint_curve, paint_port, paint_pull, paint_words
from mailflow_gui.ui.mapper.field_list import FieldList
from mailflow_gui.ui.mapper.links import port_x
from mailflow_gui.ui.mapper.rows import Look, Row
from mailflow_gui.ui.widgets.card import RADIUS
from mailflow_gui.ui.widgets.painting import smooth


@dataclass(slots=True)
class Pull:
    """A line that is being drawn: from which field of which list, and where its free end is."""

    side: str
    key: Hashable
    end: QPointF


@dataclass(slots=True)
class Scene:
    """What the overlay shows. `words` is the label of the selected line."""

    curves: list[Curve]
    selected: int = 0
    hovered: int = 0
    words: str = ""
    pull: Pull | None = None
    room: float = 0.0


class Overlay(QWidget):
    """Painted over both lists. Only what is in sight is drawn; `curves_painted` counts it."""

    def __init__(self, sources: FieldList, targets: FieldList, parent: QWidget) -> None:
        super().__init__(parent)
        self._sources, self._targets = sources, targets
        self.scene = Scene([])
        self.curves_painted = 0
        self._edges = (0, 0), (0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.current().changed.connect(self.update)

    def pull_to(self, end: QPointF) -> None:
        """The free end of the line that is being drawn moves; only what that changes is painted again."""
        pull = self.scene.pull
        if pull is None:
            return
        fields = self._sources if pull.side == "source" else self._targets
        start = self.port_of(fields, pull.key) or pull.end
        changed = QRectF(start, pull.end).normalized() | QRectF(start, end).normalized()
        pull.end = end
        self.update(changed.adjusted(-12, -12, 12, 12).toAlignedRect())

    def port_of(self, fields: FieldList, key: Hashable) -> QPointF | None:
        """Where the port of a row is, in the overlay; None without such a row."""
        middle = fields.middle_of(key)
        if middle is None:
            return None
        return QPointF(port_x(fields), fields.y() + middle)

    def in_sight(self, fields: FieldList, at: QPointF) -> bool:
        """Whether a port is not scrolled out."""
        place = fields.geometry()
        return place.top() <= at.y() <= place.bottom()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        left, right = self._sources.geometry(), self._targets.geometry()
        self._edges = (left.top(), left.bottom()), (right.top(), right.bottom())
        for fields in (self._sources, self._targets):
            self._paint_frame(painter, fields)
        scene = self.scene
        for curve in self._in_order():
            self.curves_painted += 1
            chosen = curve.line == scene.selected
            hovered = curve.line == scene.hovered
            paint_curve(painter, curve, selected=chosen, hovered=hovered, faint=scene.pull is not None)
        for fields in (self._sources, self._targets):
            self._paint_ports(painter, fields)
        self._paint_pull(painter)
        self._paint_label(painter)
        painter.end()

    def _in_order(self) -> list[Curve]:
        """The lines to draw, the selected one last. Of those to ports that are scrolled out, which lie on each other,
        one is enough."""
        scene = self.scene
        below: dict[tuple[float, float, bool], Curve] = {}
        above: list[Curve] = []
        for curve in scene.curves:
            if self._is_out_of_sight(curve):
                continue
            if curve.line in (scene.selected, scene.hovered):
                above.append(curve)
            else:
                below[curve.start.y(), curve.end.y(), curve.broken] = curve
        above.sort(key=lambda one: one.line == scene.selected)
        return [*below.values(), *above]

    def _is_out_of_sight(self, curve: Curve) -> bool:
        """Both ends are scrolled out at the same side."""
        start, end = curve.start.y(), curve.end.y()
        (top, bottom), (right_top, right_bottom) = self._edges
        return (start <= top and end <= right_top) or (start >= bottom and end >= right_bottom)

    def _paint_frame(self, painter: QPainter, fields: FieldList) -> None:
        """The card's edge; what sticks out of its round corners is covered."""
        area = QRectF(fields.geometry()).adjusted(-1, -1, 1, 1)
        if area.height() <= 2:
            return
        corners, card = QPainterPath(), QPainterPath()
        corners.addRect(area)
        card.addRoundedRect(area, RADIUS, RADIUS)
        painter.fillPath(corners.subtracted(card), theme.color("window"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 0.5, RADIUS - 0.5)

    def _paint_ports(self, painter: QPainter, fields: FieldList) -> None:
        model, place = fields.model_of, fields.geometry()
        shift = fields.verticalScrollBar().value()
        for number, row in enumerate(model.rows):
            if model.tops[number + 1] < shift or model.tops[number] > shift + place.height():
                continue
            at = self.port_of(fields, row.key)
            if row.is_group or at is None or not self.in_sight(fields, at):
                continue
            look = model.looks.get(row.key, Look())
            fill, edge = _port_colors(row, look)
            painter.setOpacity(0.4 if look.dimmed else 1)
            paint_port(painter, at, fill, edge)
        painter.setOpacity(1)

    def _paint_pull(self, painter: QPainter) -> None:
        pull = self.scene.pull
        if pull is None:
            return
        fields = self._sources if pull.side == "source" else self._targets
        start = self.port_of(fields, pull.key)
        if start is not None:
            paint_pull(painter, *((start, pull.end) if pull.side == "source" else (pull.end, start)))
            accent = theme.color("accent")
            paint_port(painter, start, accent, accent)

    def _paint_label(self, painter: QPainter) -> None:
        scene = self.scene
        if not scene.words or scene.pull is not None:
            return
        curve = next((one for one in scene.curves if one.line == scene.selected), None)
        if curve is not None and not self._is_out_of_sight(curve):
            paint_words(painter, curve.point(0.5), scene.words, scene.room)


def _port_colors(row: Row, look: Look) -> tuple[QColor | None, QColor]:
    if look.allowed or look.selected:
        return theme.color("accent"), theme.color("accent")
    if row.broken:
        return theme.color("danger"), theme.color("danger")
    control = theme.color("control")
    return (control if look.mapped else None), control
