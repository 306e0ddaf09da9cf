"""What a test run says beside a card: a sign and a few words. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.painting import smooth


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sign by its icon's name, words, and the color role of both."""

    icon: str
    text: str
    role: str = "successText"


class VerdictLabel(QWidget):
    """Room at the right of a card, empty without a verdict."""

    def __init__(self) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        theme.current().changed.connect(self.update)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Shows another one, or none."""
        self._verdict = verdict
        self.setAccessibleName(verdict.text if verdict else "")
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._verdict is None:
            return
        painter = smooth(self)
        color = theme.color(self._verdict.role)
        top = self.height() / 2 - 8
        icons.paint(painter, QRectF(16, top, 16, 16), self._verdict.icon, color)
        painter.setFont(theme.font("caption"))
        painter.setPen(color)
        place = QRectF(38, 0, self.width() - 38, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._verdict.text)
        painter.end()
