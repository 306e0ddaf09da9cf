"""What groups cards on the canvas: a level of the flow, and the block of a branch around an inner level. GUI thread.

They place their parts themselves: layouts of a few hundred parts take too long while a flow changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mailflow_gui.ui import theme
from mailflow_gui.ui.editor.card import StepCard
from mailflow_gui.ui.editor.verdict import VerdictLabel
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.painting import smooth

#: The room for numbers at the left, and at the right without verdicts.
NUMBERS = 36
_HINT_ABOVE, _HINT_BELOW = 12, 4


@dataclass(frozen=True, slots=True)
class Part:
    """One row of a level: a card, a joint, a hint, or a branch over the whole width."""

    widget: QWidget
    number: str = ""
    verdict: VerdictLabel | None = None


class Branch(QWidget):
    """One flow of Conditional Flows: when it is taken, and its steps, indented."""

    def __init__(self, title: str, inner: Level) -> None:
        super().__init__()
        self._card = Card(self)
        self._card.set_ground("sunken", 8)
        self._title = ElidedLabel("", "label")
        self._title.setParent(self._card)
        self.inner = inner
        inner.setParent(self._card)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """When the flow is taken, in words."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def lay_out(self, width: int, right: int) -> int:
        """Places everything; the height that it needs."""
        room = width - NUMBERS - right
        head = self._title.sizeHint().height()
        self._title.setGeometry(17, 13, room - 26, head)
        height = 13 + head + self.inner.lay_out(room - 2, right) + 5
        self.inner.setGeometry(1, 13 + head, room - 2, height - head - 18)
        self._card.setGeometry(NUMBERS, 12, room, height)
        return height + 12


class Level(QWidget):
    """The steps of one level below each other; a bracket at the left edge from each split to what closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: Sequence[Part] = ()
        self._spans: Sequence[tuple[StepCard, StepCard | None]] = ()
        theme.current().changed.connect(self.update)

    def show_parts(self, parts: Sequence[Part], spans: Mapping[StepCard, StepCard | None]) -> None:
        """Other parts; those that are new to the level become its children. A span without an end goes to the end."""
        self.parts, self._spans = parts, tuple(spans.items())
        for part in parts:
            for widget in (part.widget, part.verdict):
                if widget is not None and widget.parentWidget() is not self:
                    widget.setParent(self)
                if widget is not None and widget.isHidden():
                    widget.show()
        self.update()

    def lay_out(self, width: int, right: int) -> int:
        """Places everything; the height that it needs."""
        top, room = 0, width - NUMBERS - right
        for part in self.parts:
            widget = part.widget
            if isinstance(widget, Branch):
                height = widget.lay_out(width, right)
                widget.setGeometry(0, top, width, height)
            elif isinstance(widget, Banner):
                height = max(widget.heightForWidth(room), widget.minimumSizeHint().height())
                widget.setGeometry(NUMBERS, top + _HINT_ABOVE, room, height)
                height += _HINT_ABOVE + _HINT_BELOW
            else:
                height = widget.minimumHeight()
                widget.setGeometry(NUMBERS, top, room, height)
            if part.verdict is not None:
                part.verdict.setGeometry(width - right, top, right, height)
            top += height
        return top

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text2"))
        for part in self.parts:
            if part.number:
                place = QRectF(0, part.widget.y(), NUMBERS - 12, part.widget.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, part.number)
        self._paint_spans(painter)
        painter.end()

    def _paint_spans(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme.color("control"), 1.5))
        for number, (first, last) in enumerate(self._spans):
            top = self._middle(first)
            bottom = self._middle(last) if last is not None else self.height() - 24.0
            left = 2.0 + number * 5
            path = QPainterPath(QPointF(left + 8, top))
            path.arcTo(QRectF(left, top, 16, 16), 90, 90)
            path.lineTo(left, bottom - 8)
            if last is not None:
                path.arcTo(QRectF(left, bottom - 16, 16, 16), 180, 90)
            painter.drawPath(path)

    def _middle(self, card: StepCard) -> float:
        return float(card.mapTo(self, card.rect().center()).y())
