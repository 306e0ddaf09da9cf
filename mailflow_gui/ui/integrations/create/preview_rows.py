"""The rows of the preview: a dot for the next poll, a ring for a later one; and gray bars while loading. GUI thread."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.qt.previews import Candidate
from mailflow_gui.ui import theme, times
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.painting import box, smooth


class CandidateRow(QWidget):
    """Sender, subject and time of a waiting message."""

    def __init__(self, candidate: Candidate) -> None:
        super().__init__()
        self.candidate = candidate
        when = tr("next poll") if candidate.next else tr("a later poll")
        sender = candidate.sender or tr("No sender")
        subject = candidate.subject or tr("No subject")
        self.setAccessibleName(f"{sender}, {subject}, {when}")
        name = ElidedLabel(sender, "strong", "text") if candidate.next else ElidedLabel(sender, "label", "text2")
        time = Label(_when(candidate.received), "caption", "text3")
        time.set_tabular()
        time.set_line("body")
        time.setToolTip(times.exact(candidate.received))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(ElidedLabel(subject, "body", "text2"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(_Dot(candidate.next))
        row.addLayout(words, 1)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)


def _when(received: str) -> str:
    """The time of day for today's messages, the day for older ones."""
    if not received:
        return ""
    today = datetime.fromisoformat(received).astimezone().date() == datetime.now().astimezone().date()
    return times.clock_time(received) if today else times.ago(received)


class Band(QFrame):
    """A sunken line of text between the next poll and the later ones."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setAccessibleName(text)
        self.text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 16, 5)
        row.addWidget(ElidedLabel(text, "caption", "text3"), 1)
        theme.current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        for top in (0, self.height() - 1):
            painter.fillRect(QRectF(0, top, self.width(), 1), theme.color("border"))
        painter.end()


class Skeleton(QWidget):
    """Static gray bars in the shape of rows; nothing is drawn until `set_shown`."""

    def __init__(self, rows: int = 3, height: int = 56) -> None:
        super().__init__()
        self._rows, self._height = rows, height
        self._shown = False
        self.setAccessibleName(tr("Loading"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.current().changed.connect(self.update)

    def set_shown(self, shown: bool) -> None:
        """Whether the bars are drawn."""
        self._shown = shown
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._rows * self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._rows * self._height)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._shown:
            return
        painter = smooth(self)
        color = theme.color("pressed")
        for row in range(self._rows):
            top = row * self._height + 12
            box(painter, QRectF(16, top + 8, 8, 8), 4, color)
            box(painter, QRectF(36, top, self.width() * 0.35, 10), 4, color)
            box(painter, QRectF(36, top + 20, self.width() * 0.6, 10), 4, color)
        painter.end()


class _Dot(QWidget):
    """Filled for the next poll, a ring for a later one."""

    def __init__(self, filled: bool) -> None:
        super().__init__()
        self._filled = filled
        self.setFixedSize(8, 8)
        theme.current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        if self._filled:
            box(painter, area, 4, theme.color("accent"))
        else:
            box(painter, area, 4, None, theme.color("control"))
        painter.end()
