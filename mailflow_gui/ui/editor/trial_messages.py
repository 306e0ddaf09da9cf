"""“Choose a message” for a Test Run: of the mailbox, a kept one, or an .eml file. GUI thread.

Reading the mailbox marks nothing. What is kept lies on this computer only.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Step
from mailflow_gui.qt.samples import Kept, KeptSamples, sample_id
from mailflow_gui.ui import times
from mailflow_gui.ui.editor.samples import Samples
from mailflow_gui.ui.editor.trial import Origin
from mailflow_gui.ui.integrations.create.preview_rows import Skeleton
from mailflow_gui.ui.integrations.create.stage import LatestTask, give_focus
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel, Heading, Label
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.page import PlainScroll

_FACT = later("Kept messages stay on this computer, also when you export the integration. Del removes one.")
_HEADINGS = {
    Origin.KEPT: later("Kept with this integration"),
    Origin.MAILBOX: later("In the mailbox"),
    Origin.BUILT_IN: later("Without a message"),
}
_PLACES = {
    Origin.KEPT: later("kept with this integration"),
    Origin.MAILBOX: later("in the mailbox"),
    Origin.BUILT_IN: later("without a message"),
}


class SampleRow(ListRow):
    """Sender, subject, time. It is chosen by pointer and as soon as it has the focus."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, message: Message, origin: Origin, kept_at: str = "") -> None:
        sender = ", ".join(one.name or one.address for one in message.sender) or tr("No sender")
        if origin is Origin.BUILT_IN:
            sender = tr("Built-in sample")
        subject = message.subject or tr("No subject")
        super().__init__(f"{sender}, {subject}, {tr(_PLACES[origin])}", 56)
        self.message, self.origin = message, origin
        when = message.received or message.date
        time = Label(times.clock_or_day(when) if when else "", "caption", "text3")
        time.set_tabular()
        time.setToolTip(tr("kept {time}", time=times.exact(kept_at)) if kept_at else times.exact(when))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(ElidedLabel(subject, "strong"))
        words.addWidget(ElidedLabel(sender, "caption", "text2"))
        words.addStretch(1)
        row = self.lay_out()
        row.addLayout(words, 1)
        if message.attachments:
            row.addWidget(Sign("attachment", "text3", 16))
        row.addWidget(time)
        self.clicked.connect(self.chosen)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)


class MessageChooser(QDialog):
    """`chosen` carries the Message and its Origin."""

    chosen = Signal(object, object)

    def __init__(
        self,
        samples: Samples,
        kept: KeptSamples,
        integration_id: str,
        start: Step | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._samples, self._kept = samples, kept
        self._integration_id, self._start = integration_id, start
        self._latest, self._file = LatestTask(), LatestTask()
        self._found: tuple[Kept, ...] = ()
        self.rows: list[SampleRow] = []
        self.current: SampleRow | None = None
        self.setWindowTitle(tr("Choose a message"))
        self.setAccessibleName(tr("Choose a message"))
        self.resize(480, 560)
        self.trouble = Banner("error", "")
        self.mailbox_trouble = Banner("warning", tr("The mailbox could not be read"))
        self._frame = RowList(tr("Messages"))
        self._skeleton = Skeleton(3)
        self.again = IconButton("retry", tr("Look Again (F5)"))
        self.file = Button(tr("Open File…"), icon="open")
        self.keep = Button(tr("Keep Message"), icon="plus")
        self.cancel = Button(tr("Cancel"))
        self.run = Button(tr("Run Test"), kind="primary")
        self._lay_out()
        self._connect()
        self._refresh()

    def choose(self, row: SampleRow) -> None:
        """Makes a row the one that is run."""
        self.current = row
        for one in self.rows:
            one.set_selected(one is row)
        self._show_verbs()

    def open_file(self, path: Path) -> None:
        """Runs the message of an .eml file, or says why it can't be."""
        self.trouble.hide()
        self._file.take(self._kept.open_file(path)).done(self._on_file).failed(self._on_trouble)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._ask_kept()
        if not self._samples.messages:
            self._samples.load(self._start)

    def done(self, result: int, /) -> None:
        self._latest.forget()
        self._file.forget()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_run()
        elif event.key() == Qt.Key.Key_Delete and self._is_kept():
            self._on_keep()
        elif event.key() == Qt.Key.Key_F5:
            self._look_again()
        else:
            super().keyPressEvent(event)

    # ---- the list ----

    def _refresh(self) -> None:
        """Builds the list again; the chosen message stays chosen."""
        before = self.current.message.raw if self.current is not None else None
        focused = any(one.hasFocus() for one in self.rows)
        self._frame.clear()
        self.rows, self.current = [], None
        groups: dict[Origin, list[tuple[Message, str]]] = {
            Origin.KEPT: [(one.message, one.at) for one in self._found],
            Origin.MAILBOX: [] if self._samples.built_in else [(one, "") for one in self._samples.messages],
            Origin.BUILT_IN: [(one, "") for one in self._samples.messages] if self._samples.built_in else [],
        }
        for origin, found in groups.items():
            if found:
                count = trn("{count} message", "{count} messages", len(found))
                self._frame.add_heading(tr(_HEADINGS[origin]), count)
            for message, at in found:
                self._add(SampleRow(message, origin, at))
        self._frame.setVisible(bool(self.rows))
        self.again.setEnabled(not self._samples.loading)
        loading = self._samples.loading and not self._samples.messages
        self._skeleton.setVisible(loading)
        self._skeleton.set_shown(loading)
        self.mailbox_trouble.setVisible(bool(self._samples.trouble))
        self.mailbox_trouble.set_content("warning", tr("The mailbox could not be read"), self._samples.trouble)
        same = next((one for one in self.rows if one.message.raw == before), self.rows[0] if self.rows else None)
        if same is not None:
            self.choose(same)
            if focused or self.isVisible():
                give_focus(same)
        self._show_verbs()

    def _add(self, row: SampleRow) -> None:
        row.chosen.connect(lambda: self.choose(row))
        row.opened.connect(self._on_run)
        self.rows.append(row)
        self._frame.add_row(row)
        row.show()  # at once: only what is shown can take the focus

    def _show_verbs(self) -> None:
        built_in = self.current is not None and self.current.origin is Origin.BUILT_IN
        self.run.setEnabled(self.current is not None)
        self.keep.setEnabled(self.current is not None and not built_in)
        kept = self._is_kept()
        self.keep.setText(tr("Remove") if kept else tr("Keep Message"))
        self.keep.set_icon("trash" if kept else "plus")

    def _is_kept(self) -> bool:
        current = self.current
        return current is not None and any(one.message.raw == current.message.raw for one in self._found)

    # ---- what a person does ----

    def _on_run(self) -> None:
        if self.current is not None:
            self.accept()
            self.chosen.emit(self.current.message, self.current.origin)

    def _on_keep(self) -> None:
        if self.current is None:
            return
        message = self.current.message
        if self._is_kept():
            task = self._kept.drop(self._integration_id, sample_id(message))
        else:
            task = self._kept.keep(self._integration_id, message)
        task.failed(self._on_trouble)

    def _look_again(self) -> None:
        self._samples.load(self._start, again=True)
        self.again.setEnabled(not self._samples.loading)

    def _on_browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Open a message"), "", tr("Messages (*.eml);;All files (*)"))
        if path:
            self.open_file(Path(path))

    # ---- answers ----

    def _ask_kept(self) -> None:
        self._latest.take(self._kept.of(self._integration_id)).done(self._on_kept).failed(self._on_trouble)

    def _on_kept(self, found: tuple[Kept, ...]) -> None:
        self._found = found
        self._refresh()

    def _on_kept_changed(self, integration: str) -> None:
        if integration == self._integration_id and self.isVisible():
            self._ask_kept()

    def _on_file(self, message: Message) -> None:
        self.accept()
        self.chosen.emit(message, Origin.FILE)

    def _on_trouble(self, error: Exception) -> None:
        title, hint = (error.title, error.hint) if isinstance(error, MailflowError) else (str(error), "")
        self.trouble.set_content("error", title, hint)
        self.trouble.show()

    # ---- layout ----

    def _lay_out(self) -> None:
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for widget in (self.trouble, self.mailbox_trouble, self._skeleton, self._frame):
            inner.addWidget(widget)
        inner.addStretch(1)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Heading(tr("Choose a message")))
        words.addWidget(Caption(tr("It goes through the steps. Nothing is sent, and nothing is marked."), "text3"))
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(PlainScroll(holder), 1)
        column.addWidget(Caption(tr(_FACT), "text3"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.file)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.run)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.again.clicked.connect(self._look_again)
        self.file.clicked.connect(self._on_browse)
        self.keep.clicked.connect(self._on_keep)
        self.cancel.clicked.connect(self.reject)
        self.run.clicked.connect(self._on_run)
        self._samples.changed.connect(self._refresh)
        self._kept.changed.connect(self._on_kept_changed)
