"""The vertical list of steps on the overview: a card for each, numbered, with the line between. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.card import RADIUS, ClickableCard
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.painting import box, dashed_box, smooth
from mailflow_gui.ui.widgets.tile import Tile

WIDTH = 416
_NUMBER = 36


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a step card shows. `missing` replaces the summary; without `icon` it is an empty place."""

    title: str
    summary: str
    icon: str = ""
    tone: str = "neutral"
    missing: str = ""
    opens: bool = True


class StepCard(ClickableCard):
    """Tile, title and one line. A card that does not open has no chevron and takes no focus."""

    def __init__(self, face: CardFace) -> None:
        super().__init__(f"{face.title}, {face.missing or face.summary}")
        self.face = face
        self.setMinimumHeight(68)
        self.setMaximumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if not face.opens:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 16, 8)
        row.setSpacing(12)
        if face.icon:
            row.addWidget(Tile(face.icon, face.tone, 40))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(ElidedLabel(face.title, "label"))
        role = "warningText" if face.missing else "text2"
        words.addWidget(ElidedLabel(face.missing or face.summary, "caption", role))
        words.addStretch(1)
        row.addLayout(words, 1)
        self._sign = Label("")
        if face.opens:
            row.addWidget(self._sign)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def edge(self) -> tuple[QColor, float]:
        if self.face.missing and self.face.icon and not self.ring_visible:
            return theme.color("warning"), 1.0
        return super().edge()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.face.icon or self.ring_visible:
            super().paintEvent(event)
            return
        painter = smooth(self)
        if self.underMouse():
            box(painter, QRectF(self.rect()), RADIUS, theme.color("hover"))
        dashed_box(painter, QRectF(self.rect()), RADIUS, theme.color("control"))
        painter.end()

    def _restyle(self) -> None:
        name = "chevron-right" if self.face.icon else "plus"
        self._sign.setPixmap(icons.pixmap(name, "text2", 18, self.devicePixelRatioF()))


class StepCards(QWidget):
    """All cards of a flow; `opened` carries the index of one that was clicked."""

    opened = Signal(int)

    def __init__(self, faces: list[CardFace]) -> None:
        super().__init__()
        self.setAccessibleName("Steps")
        self.cards: list[StepCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for index, face in enumerate(faces):
            if index:
                column.addWidget(_Line("Email message" if index == 1 else ""))
            card = StepCard(face)
            card.clicked.connect(lambda index=index: self.opened.emit(index))
            self.cards.append(card)
            line = QHBoxLayout()
            line.setSpacing(0)
            number = Label(str(index + 1), "body", "text2")
            number.setFixedWidth(_NUMBER)
            line.addWidget(number)
            line.addWidget(card, 1_000)
            line.addStretch(1)
            column.addLayout(line)


class _Line(QWidget):
    """The line from card to card; its caption names what goes along it."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._caption = caption
        self.setFixedHeight(40)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(100, 40)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        middle = _NUMBER + min(self.width() - _NUMBER, WIDTH) // 2
        painter.fillRect(QRectF(middle, 0, 1, self.height()), theme.color("control"))
        if self._caption:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text2"))
            place = QRectF(middle + 20, 0, self.width(), self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._caption)
        painter.end()
