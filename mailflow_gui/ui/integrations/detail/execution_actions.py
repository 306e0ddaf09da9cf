"""What can be done with a message, below its steps. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.language import later, tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.mirrored import sided
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.tips import plain_tip

OPEN, AGAIN, COPY, ATTENTION = "open", "again", "copy", "attention"
NOT_KEPT = later("Mailflow no longer has this message. It may still be in the mailbox.")


class ExecutionActions(QWidget):
    """`acted` says which button it was; `why_not` why the message can't be run again, "" when it can."""

    acted = Signal(str)

    def __init__(self, activity: Activity, why_not: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = Button(tr("Open Message"), icon="mail", small=True)
        self.again = Button(tr("Run Again…"), icon="retry", small=True)
        self.copy = Button(tr("Copy Details"), kind="ghost", icon="copy", small=True)
        self.attention = Button(tr("Show in Needs Attention"), small=True)
        self.open.setEnabled(activity.kept)
        self.open.setToolTip("" if activity.kept else tr(NOT_KEPT))
        self.again.setEnabled(not why_not)
        self.again.setToolTip(plain_tip(why_not))
        self.attention.setVisible(activity.status == "held")
        parts = [tr("Version {number}", number=str(activity.version))] if activity.version else []
        parts.append(tr("Execution {id}", id=activity.exchange[:8]))
        number = ElidedLabel(" · ".join(parts), "caption", "text2")
        number.setToolTip(activity.exchange)
        row = QHBoxLayout(self)
        row.setContentsMargins(*sided(38, 0, 8, 1))  # the style leaves 8 px beside it
        row.setSpacing(8)
        for button, what in (
            (self.attention, ATTENTION),
            (self.open, OPEN),
            (self.again, AGAIN),
            (self.copy, COPY),
        ):
            row.addWidget(button)
            button.clicked.connect(lambda _=False, what=what: self.acted.emit(what))
        row.addStretch(1)
        row.addWidget(number)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect().adjusted(0, 0, 0, -1), theme.color("surface"))
        painter.end()
