"""“Open Message”: a kept message in a window of its own, from wherever it is listed. GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.core.mime.filenames import safe_file_name
from mailflow_gui.qt.letters import Letter, Letters
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.messages.message_view import MessageView
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.labels import ElidedLabel


class MessageDialog(QDialog):
    """Asks for the message and shows it, or says why it can't. Deletes itself when it is closed."""

    def __init__(self, letters: Letters, exchange: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Message"))
        self.setAccessibleName(tr("Message"))
        self._letters = letters
        self.letter: Letter | None = None
        self.view = MessageView()
        self.trouble = EmptyState("mail", tr("Opening the message…"), "")
        self.told = ElidedLabel("", "caption", "text2")
        self.save = Button(tr("Save as .eml…"), icon="export")
        self.done_button = Button(tr("Close"), kind="primary")
        self._lay_out()
        self.resize(720, 620)
        self.view.save_requested.connect(self._on_save_attachment)
        self.save.clicked.connect(self._on_save)
        self.done_button.clicked.connect(self.accept)
        self._task = letters.open(exchange).done(self._show).failed(self._on_failed)
        self.finished.connect(lambda _: self._task.forget())

    def _lay_out(self) -> None:
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.trouble)
        self._stack.addWidget(self.view)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(body, 1)
        column.addLayout(foot)
        self.save.setEnabled(False)
        self.done_button.setDefault(True)

    def _show(self, letter: Letter) -> None:
        self.letter = letter
        self.view.show_letter(letter)
        self._stack.setCurrentWidget(self.view)
        self.save.setEnabled(True)
        self.setWindowTitle(" ".join(letter.message.subject.split())[:120] or tr("Message"))

    def _on_failed(self, error: Exception) -> None:
        title = getattr(error, "title", str(error))
        self.trouble.set_text(title, getattr(error, "hint", ""))

    def _on_save_attachment(self, number: int) -> None:
        if self.letter is None:
            return
        name = safe_file_name(self.letter.message.attachments[number].name, f"attachment-{number + 1}.bin")
        path, _ = QFileDialog.getSaveFileName(self, tr("Save Attachment"), name)
        if path and self.letter is not None:
            self._tell(self._letters.save_attachment(self.letter, number, Path(path)), Path(path).name)

    def _on_save(self) -> None:
        if self.letter is None:
            return
        subject = self.letter.message.subject.replace("/", "-")[:80]
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Save Message"), safe_file_name(f"{subject}.eml", "message.eml"), tr("Email Messages (*.eml)")
        )
        if path and self.letter is not None:
            self._tell(self._letters.save_source(self.letter, Path(path)), Path(path).name)

    def _tell(self, task: Task, name: str) -> None:
        task.done(lambda _: self.told.setText(tr("Saved “{name}”.", name=name)))
        task.failed(lambda error: self.told.setText(str(error)))
