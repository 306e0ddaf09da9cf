"""What groups cards on the canvas: the block of a branch, and the bracket of a span. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.ui import theme
from mailflow_gui.ui.editor.card import StepCard
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.painting import smooth


class Branch(QWidget):
    """One flow of Conditional Flows: when it is taken, and its steps, indented."""

    def __init__(self, title: str, inner: QWidget, right: int) -> None:
        super().__init__()
        card = Card()
        card.set_ground("sunken", 8)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 12, 0, 4)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 8, 0)
        head.addWidget(ElidedLabel(title, "label"))
        column.addLayout(head)
        column.addWidget(inner)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 12, right, 0)
        row.addWidget(card)
        self.setAccessibleName(title)


class Span(QWidget):
    """A level of the flow; draws a bracket at the left edge from each split to what closes it."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[StepCard, str]] = []
        self._spans: list[tuple[StepCard, StepCard | None]] = []
        theme.current().changed.connect(self.update)

    def add(self, first: StepCard, closing: str) -> None:
        """A span from a split to the step `closing`, whose card may still be to come; "" to the end."""
        self._open.append((first, closing))

    def resolve(self, cards: Mapping[str, StepCard]) -> None:
        """All cards of the level are there."""
        self._spans = [(first, cards.get(closing)) for first, closing in self._open]

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._spans:
            return
        painter = smooth(self)
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
        painter.end()

    def _middle(self, card: StepCard) -> float:
        return float(card.mapTo(self, card.rect().center()).y())
