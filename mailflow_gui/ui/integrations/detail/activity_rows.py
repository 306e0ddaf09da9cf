"""Draws the rows of the executions list: messages, and the steps of an open one. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, walk
from mailflow_gui.core.step import Form
from mailflow_gui.core.words import took_in_words
from mailflow_gui.qt.activities import Part, Row
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.integrations.detail import activity_words as words
from mailflow_gui.ui.integrations.status import look_of_step
from mailflow_gui.ui.widgets.broken_text import BrokenText
from mailflow_gui.ui.widgets.tile import paint_tile

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LINE = Qt.TextFlag.TextSingleLine
#: Below this width of the list the number of steps is left out.
NARROW = 640
#: Where the columns of a step begin, at the design's font size: tile, name, time, duration's end, status, output.
_STEP = (46, 80, 190, 350, 374, 471)


class RowPainter:
    """Knows the shown integration's steps, and how each row looks."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._looks: dict[str, tuple[str, str]] = {}
        self._straight = 0
        self._version = 0

    def show_integration(self, integration: Integration) -> None:
        """The steps of this integration give the icons."""
        self._looks = {step.id: look_of_step(step, self._catalog) for step in walk(integration.steps)}
        running = [step for step in integration.steps if not step.disabled]
        kinds = {kind.id: kind.form for kind in self._catalog.steps}
        straight = all(kinds.get(step.kind, Form.PLAIN) is Form.PLAIN for step in running)
        self._straight = len(running) if straight else 0
        self._version = integration.version

    def steps_of(self, activity: Activity) -> int:
        """How many steps its version has; 0 when that can't be said."""
        return self._straight if activity.version == self._version else 0

    def spoken(self, row: Row) -> str:
        """A row for a screen reader."""
        return words.spoken(row, self.steps_of(row.activity))

    def step_height(self, row: Row, width: int) -> int:
        """How high a step is whose output needs several lines."""
        output = words.output(row.step) if row.step is not None else ""
        room = width - self._places()[5] - 16
        lines = BrokenText(output, theme.font("body"), theme.current().line_height("body"), max(80, room))
        return lines.size()[1] + round(20 * theme.current().scale)

    def paint(self, painter: QPainter, row: Row, area: QRect, opened: bool) -> None:
        """Draws a row in its area."""
        match row.part:
            case Part.EXECUTION:
                self._paint_execution(painter, row.activity, QRectF(area), opened)
            case Part.STEP:
                self._paint_step(painter, row, QRectF(area))
            case Part.HEADING:
                self._paint_heading(painter, QRectF(area))
            case Part.MORE:
                _text(painter, QRectF(area).adjusted(46, 0, -16, 0), words.spoken(row), theme.font("body"), "text2")

    def _paint_execution(self, painter: QPainter, one: Activity, area: QRectF, opened: bool) -> None:
        icon, tint, _ = words.stand(one)
        middle = area.center().y()
        icons.paint(painter, QRectF(16, middle - 9, 18, 18), icon, theme.color(tint))
        arrow = "chevron-down" if opened else "chevron-right"
        icons.paint(painter, QRectF(area.right() - 34, middle - 9, 18, 18), arrow, theme.color("text2"))
        digits, body = theme.font("body", tabular=True), theme.font("body")
        measure = QFontMetrics(digits)
        at = words.when(one)
        left = 46.0
        widest = max(measure.horizontalAdvance("00:00:00"), measure.horizontalAdvance(at))
        _text(painter, QRectF(left, area.top(), widest + 4, area.height()), at, digits, "text")
        right = area.right() - 46
        took = words.took(one)
        _text(painter, QRectF(right - 70, area.top(), 70, area.height()), took, digits, "text2", _RIGHT)
        right -= max(70.0, measure.horizontalAdvance(took))
        if area.width() >= NARROW:
            facts = words.facts(one, self.steps_of(one))
            room = max(160.0, measure.horizontalAdvance(facts.text) + 16.0)
            room = min(room, area.width() * 0.3)
            _text(painter, QRectF(right - room, area.top(), room - 8, area.height()), facts.text, body, facts.role)
            right -= room
        self._paint_names(painter, one, QRectF(left + max(87, widest + 20), area.top(), 0, area.height()), right - 16)

    def _paint_names(self, painter: QPainter, one: Activity, area: QRectF, right: float) -> None:
        """Subject and sender on one line; the subject gives way last."""
        strong, body = theme.font("label"), theme.font("body")
        subject, sender = " ".join(one.subject.split()) or tr(words.NO_SUBJECT), words.person(one.sender)
        room = right - area.left()
        wide = QFontMetrics(strong).horizontalAdvance(subject)
        keep = min(wide, max(room * 0.6, room - QFontMetrics(body).horizontalAdvance(sender) - 6))
        _text(painter, QRectF(area.left(), area.top(), keep + 1, area.height()), subject, strong, "text")
        rest = QRectF(area.left() + keep + 5, area.top(), max(0.0, room - keep - 5), area.height())
        _text(painter, rest, sender, body, "text2")

    def _paint_heading(self, painter: QPainter, area: QRectF) -> None:
        tile, _, time, duration, status, output = self._places()
        font = theme.font("caption")
        font.setWeight(QFont.Weight.Medium)
        for text, left in ((tr("Step"), tile), (tr("Time"), time), (tr("Status"), status), (tr("Output"), output)):
            _text(painter, QRectF(left, area.top(), 90, area.height()), text, font, "text2")
        _text(painter, QRectF(duration - 90, area.top(), 90, area.height()), tr("Duration"), font, "text2", _RIGHT)

    def _paint_step(self, painter: QPainter, row: Row, area: QRectF) -> None:
        step = row.step
        if step is None:
            return
        tile, name, time, duration, status, output = self._places()
        first = QRectF(area.left(), area.top(), area.width(), 40 * theme.current().scale)
        middle = first.center().y()
        look = self._looks.get(step.step_id, ("info", "neutral"))
        paint_tile(painter, QRectF(tile, middle - 12, 24, 24), *look)
        body, digits = theme.font("body"), theme.font("body", tabular=True)
        _text(painter, QRectF(name, first.top(), time - name - 8, first.height()), step.title, body, "text")
        wide = QFontMetrics(digits).horizontalAdvance("00:00:00.000") + 2
        _text(painter, QRectF(time, first.top(), wide, first.height()), step.at[11:23], digits, "text2")
        took = took_in_words(step.milliseconds)
        _text(painter, QRectF(duration - 90, first.top(), 90, first.height()), took, digits, "text2", _RIGHT)
        icon, role, word = words.end(step)
        icons.paint(painter, QRectF(status, middle - 8, 16, 16), icon, theme.color(role))
        _text(painter, QRectF(status + 22, first.top(), output - status - 26, first.height()), word, body, role)
        role = "text3" if not step.output else "dangerText" if step.status == "failed" else "text"
        painter.setPen(theme.color(role))
        room = area.adjusted(output, (first.height() - theme.current().line_height("body")) / 2, -16, 0)
        text = BrokenText(words.output(step), body, theme.current().line_height("body"), int(room.width()))
        text.draw(painter, room.toRect(), Qt.AlignmentFlag.AlignTop)

    @staticmethod
    def _places() -> tuple[int, int, int, int, int, int]:
        scale = theme.current().scale
        tile, *rest = _STEP
        name, time, duration, status, output = (tile + round((place - tile) * scale) for place in rest)
        return tile, name, time, duration, status, output


def _text(
    painter: QPainter,
    area: QRectF,
    text: str,
    font: QFont,
    role: str,
    align: Qt.AlignmentFlag = _LEFT,
) -> None:
    """One line, cut where there is no room."""
    painter.setFont(font)
    painter.setPen(theme.color(role))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(area.width())))
    painter.drawText(area, align | _LINE, shown)
