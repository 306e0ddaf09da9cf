"""The band above the canvas during a Test Run: which message, how it ended, another one, once more. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.editor.trial import Origin, Trial
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.painting import smooth

#: Below this width the buttons stand under the words.
BESIDE = 620


class TrialBanner(QFrame):
    """Shows a Trial; hidden while there is none."""

    another_requested = Signal()
    again_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel("", "strong")
        self.caption = Label("", "body", "text2", wrap=True)
        self.another = Button(tr("Another Message…"), small=True)
        self.again = Button(tr("Run Again"), icon="retry", small=True)
        self.again.reserve_busy(tr("Running…"))
        self.another.clicked.connect(self.another_requested)
        self.again.clicked.connect(self.again_requested)
        self._lay_out()
        self.hide()
        theme.current().changed.connect(self.update)

    def show_trial(self, trial: Trial) -> None:
        """Shows its state as it is now."""
        self.setVisible(trial.active)
        if trial.message is None:
            return
        subject = trial.message.subject or tr("No subject")
        words = tr("Test run with “{subject}”", subject=subject)
        if trial.origin is Origin.BUILT_IN:
            words = tr("Test run with the built-in sample “{subject}”", subject=subject)
        self.title.setText(words)
        self.caption.setText(trial.summary)
        self.again.set_busy(trial.running, tr("Running…"))
        self.setAccessibleName(f"{self.title.text()}. {trial.summary}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE * max(1.0, theme.current().scale)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        ground = theme.color("infoBg")
        painter.fillRect(self.rect(), ground)
        if ground == theme.color("surface"):
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("info"))
        painter.end()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(Sign("play", "infoText", 18))
        said.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.another)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 12, 24, 12)
        self._row.setSpacing(8)
        self._row.addLayout(said, 1)
        self._row.addLayout(buttons)
