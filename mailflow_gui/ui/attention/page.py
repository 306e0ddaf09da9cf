"""The Needs Attention page: messages that failed or are in doubt, their reason and what can be done. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.qt.attention import Attention
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui import keys, theme, times
from mailflow_gui.ui.attention.detail import MessageDetail
from mailflow_gui.ui.attention.message_list import MessageList
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.page import CONTENT_WIDTH, PageHeader, page_padding

SENTENCE = "Messages that an integration could not finish. They stay here until you retry or skip them."

#: Width of the list, and in a narrow window.
LIST, NARROW_LIST = 336, 288


class AttentionPage(QWidget):
    """Failed messages, grouped by cause. Nothing is lost: they wait until the person decides.

    `integration_requested` carries the name of the integration whose step is to be edited.
    """

    toast = Signal(str)
    integration_requested = Signal(str)

    def __init__(self, attention: Attention, profiles: Profiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attention = attention
        self._profiles = profiles
        self.question: QWidget | None = None
        self.list = MessageList()
        self.detail = MessageDetail(profiles.catalog)
        self.retry_all = Button("Retry All", icon="retry")
        self.skip_all = Button("Skip All…", icon="skip")
        self.empty = EmptyState(
            "check", "Nothing needs your attention", "Messages that fail will wait here.", tone="success"
        )
        self._lay_out()
        self._connect()
        self._rebuild()

    def select(self, exchange: str) -> None:
        """Shows a message, for example one that was found elsewhere."""
        self.list.choose(exchange)
        row = self.list.rows.get(exchange)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.ensureWidgetVisible(row)

    def retry(self, messages: Sequence[Activity]) -> None:
        """Tries these again at the next poll; those in doubt are left out."""
        chosen = [one for one in messages if one.cause != "IN_DOUBT"]
        if chosen:
            them = "It is" if len(chosen) == 1 else "They are"
            self._tell(self._attention.retry(*chosen), f"{them} tried again at the next poll.")

    def skip(self, messages: Sequence[Activity]) -> None:
        """Takes these off the list; those in doubt are left out."""
        chosen = [one for one in messages if one.cause != "IN_DOUBT"]
        if chosen:
            they = "It stays" if len(chosen) == 1 else "They stay"
            self._tell(self._attention.skip(*chosen), f"Skipped. {they} in the activity.")

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._fit()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        header = PageHeader("Needs Attention", SENTENCE)
        header.add_action(self.skip_all)
        header.add_action(self.retry_all)
        both = QWidget()
        both.setMaximumWidth(CONTENT_WIDTH)
        halves = QHBoxLayout(both)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(16)
        halves.addWidget(self.list)
        halves.addWidget(self.detail, 1)
        self._holder = QWidget()
        self._body = QHBoxLayout(self._holder)
        self._body.setSpacing(0)
        self._body.addWidget(both, 1_000_000)
        self._body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._holder, 1)
        column.addWidget(self.empty, 1)

    def _fit(self) -> None:
        side = page_padding(self)
        self._body.setContentsMargins(side, 16, side, side)
        self.list.setFixedWidth(theme.px(LIST if side == 32 else NARROW_LIST))

    def _connect(self) -> None:
        self._attention.changed.connect(self._rebuild)
        self._profiles.changed.connect(self._rebuild)
        self.list.chosen.connect(self._show_message)
        self.list.checked_changed.connect(self._show_counts)
        self.retry_all.clicked.connect(lambda: self.retry(self._targets()))
        self.skip_all.clicked.connect(self._ask_to_skip)
        detail, attention = self.detail, self._attention
        detail.retry_requested.connect(lambda: self.retry(self._message()))
        detail.skip_requested.connect(lambda: self.skip(self._message()))
        detail.edit_requested.connect(self.integration_requested)
        detail.arrived_requested.connect(lambda: self._resolve(attention.arrived, "Counted as sent."))
        detail.send_again_requested.connect(lambda: self._resolve(attention.send_again, "It is sent once more."))
        keys.bind(self, (("Ctrl+R", detail.retry_requested.emit), ("Del", detail.skip_requested.emit)))

    def _rebuild(self) -> None:
        messages = self._attention.messages
        self.list.show_messages(messages)
        for widget in (self._holder, self.retry_all, self.skip_all):
            widget.setVisible(bool(messages))
        self.empty.setVisible(not messages)
        self._show_counts()

    def _message(self) -> list[Activity]:
        """The chosen message, or none."""
        return [self.list.message] if self.list.message is not None else []

    def _targets(self) -> list[Activity]:
        """What the header's buttons act on: the checked messages, else all."""
        return self.list.checked or list(self._attention.messages)

    def _show_message(self) -> None:
        message = self.list.message
        self.detail.setVisible(message is not None)
        if message is not None:
            self.detail.show_message(message, self._profiles.profile)

    def _show_counts(self) -> None:
        checked = len(self.list.checked)
        self.retry_all.setText(f"Retry {checked:,} Checked" if checked else "Retry All")
        self.skip_all.setText(f"Skip {checked:,} Checked…" if checked else "Skip All…")
        possible = any(one.cause != "IN_DOUBT" for one in self._targets())
        for button in (self.retry_all, self.skip_all):
            button.setEnabled(possible)

    def _ask_to_skip(self) -> None:
        chosen = self._targets()
        count = sum(1 for one in chosen if one.cause != "IN_DOUBT")
        what = times.counted(count, "message", "messages")
        self.question = ask(
            self.window(),
            f"Skip {what}?",
            "They are not sent, and stay in the activity as skipped. Nothing is changed in the mailbox.",
            (Answer("Keep Waiting"), Answer(f"Skip {what.title()}", lambda: self.skip(chosen), danger=True)),
        )

    def _resolve(self, act: Callable[[Activity], Task], text: str) -> None:
        """What the person says about a message in doubt."""
        for message in self._message():
            self._tell(act(message), text)

    def _tell(self, task: Task, text: str) -> None:
        task.done(lambda _: self.toast.emit(text)).failed(lambda error: self.toast.emit(str(error)))
