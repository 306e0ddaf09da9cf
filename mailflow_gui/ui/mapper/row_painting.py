"""Paints the rows of the data mapper's lists by tokens. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.mapper.rows import Look, Row
from mailflow_gui.ui.widgets.painting import box
from mailflow_gui.ui.widgets.tile import paint_tile

_LEFT = {"source": 13, "target": 17}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_PLUS = 40
_DIMMED = 0.4


class RowPainter:
    """Draws group heads and fields of one side."""

    def __init__(self, side: str) -> None:
        self._side = side
        self.restyle()

    def restyle(self) -> None:
        """Fetches the fonts again."""
        chosen = theme.current()
        self._label, self._caption = chosen.font("label"), chosen.font("caption")
        self._line, self._low = chosen.line_height("body"), chosen.line_height("caption")
        self._chip_font = chosen.font("caption")
        self._chip_font.setWeight(QFont.Weight.Medium)

    def paint(
        self, painter: QPainter, area: QRect, row: Row, look: Look, *, hovered: bool, ring: bool, closed: bool
    ) -> None:
        """One row. `ring`: the keyboard is here."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.fillRect(area, theme.color(self._ground(row, look, hovered)))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.color("border"))
        if look.dimmed:
            painter.setOpacity(_DIMMED)
        if row.is_group:
            self._head(painter, area, row, closed)
        else:
            self._field(painter, area, row, look, hovered or ring)
        if ring:
            painter.setOpacity(1)
            box(painter, QRectF(area).adjusted(2, 1, -2, -2), 4, None, theme.color("focus"), 2)
        painter.restore()

    def plus_at(self, look: Look, x: int, width: int) -> bool:
        """Whether a point of a field's row is on its plus."""
        return self._has_plus(look) and x > width - _PLUS

    def action_width(self, row: Row) -> int:
        """How much of a head's right end belongs to its action."""
        return QFontMetrics(self._label).horizontalAdvance(row.action) + 16 + 8 + 24

    def _has_plus(self, look: Look) -> bool:
        return self._side == "target" and not look.mapped and not look.typed

    def _ground(self, row: Row, look: Look, hovered: bool) -> str:
        if row.is_group:
            return "hover" if hovered else "sunken"
        if look.selected:
            return "selected"
        return "rowHover" if hovered else "surface"

    def _head(self, painter: QPainter, area: QRect, row: Row, closed: bool) -> None:
        middle = area.center().y() + 0.5
        paint_tile(painter, QRectF(area.left() + 12, middle - 12, 24, 24), row.icon, row.tone)
        right = area.right() - 12
        if row.action:
            metrics = QFontMetrics(self._label)
            width = metrics.horizontalAdvance(row.action) + 2
            painter.setFont(self._label)
            painter.setPen(theme.color("accentText"))
            painter.drawText(QRectF(right - 5 - width, area.top(), width, area.height()), _MIDDLE, row.action)
            right -= width + 5 + 24
            icons.paint(painter, QRectF(right, middle - 8, 16, 16), "plus", theme.color("accentText"))
        elif self._side == "source":
            right -= 16
            sign = "chevron-right" if closed else "chevron-down"
            icons.paint(painter, QRectF(right, middle - 8, 16, 16), sign, theme.color("text2"))
        self._text(painter, QRectF(area.left() + 45, area.top(), right - area.left() - 53, area.height()), row.title)

    def _text(self, painter: QPainter, place: QRectF, text: str) -> None:
        painter.setFont(self._label)
        painter.setPen(theme.color("text"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(place.width()))
        painter.drawText(place, _MIDDLE, shown)

    def _field(self, painter: QPainter, area: QRect, row: Row, look: Look, marked: bool) -> None:
        left, right = area.left() + _LEFT[self._side], float(area.right() - 16)
        if look.typed:
            right = self._chip(painter, area, tr("typed value")) - 8
        elif self._has_plus(look):
            right = area.right() - 28
            role = "text" if marked else "text2"
            icons.paint(painter, QRectF(right, area.center().y() - 8.5, 18, 18), "plus", theme.color(role))
            right -= 8
        line, low = self._line, self._low
        top = area.top() + (area.height() - line - low) / 2 - 0.5
        self._text(painter, QRectF(left, top, right - left, line), row.title)
        painter.setFont(self._caption)
        painter.setPen(theme.color("dangerText" if look.trouble else "text2"))
        shown = painter.fontMetrics().elidedText(look.value, Qt.TextElideMode.ElideRight, round(right - left))
        painter.drawText(QRectF(left, top + line, right - left, low), _MIDDLE, shown)

    def _chip(self, painter: QPainter, area: QRect, text: str) -> float:
        """Returns where it begins."""
        metrics = QFontMetrics(self._chip_font)
        width, height = metrics.horizontalAdvance(text) + 12, max(20, metrics.height() + 4)
        place = QRectF(area.right() - 11 - width, area.center().y() - height / 2, width, height)
        box(painter, place, 4, theme.color("neutralBg"))
        painter.setFont(self._chip_font)
        painter.setPen(theme.color("neutralText"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return place.left()
