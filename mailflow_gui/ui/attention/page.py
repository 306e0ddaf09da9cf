"""The Needs Attention page: messages that failed or are in doubt, their reason and what can be done. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.causes import CAUSES
from mailflow_gui.qt.attention import Attention
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui import times
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel, Label
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.page import PageHeader, ScrollPage
from mailflow_gui.ui.widgets.tile import Tile

#: Titles of causes that arise only while running.
TITLES = {
    "IN_DOUBT": "May have arrived",
    "POISON": "A step could not handle it",
    "RENUMBERED": "The server renumbered the folder",
    "RECIPIENT_REFUSED": "Recipient refused",
    "NO_RECIPIENT": "No recipient",
    "RECIPIENT_SYNTAX": "An address can't be used",
    "TOO_LARGE": "Too large",
    "BLOCKED_AS_SPAM": "Blocked as spam",
    "MAILBOX_FULL": "The recipient's mailbox is full",
    "POLICY_REFUSED": "Refused by the server's rules",
    "CONTENT_REFUSED": "The server refused the content",
    "STEP_VALUE": "A step could not use a value",
    "VANISHED": "No longer on the server",
    "NOT_FETCHED": "The server does not hand it over",
    "EXPIRED": "Tried for five days",
    "LOOP": "Going round in a circle",
}


#: Rows shown at a time; more would take the window's breath.
SHOWN = 100


class AttentionPage(QWidget):
    """Failed messages, grouped by cause. Nothing is lost: they wait until the person decides."""

    toast = Signal(str)

    def __init__(self, attention: Attention, profiles: Profiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attention = attention
        self._profiles = profiles
        self._page = ScrollPage(spacing=12)
        self._empty = EmptyState(
            "check", "Nothing needs your attention", "Messages that fail will wait here.", tone="success"
        )
        header = PageHeader("Needs Attention", "Messages that could not be delivered. They wait until you decide.")
        self.retry_all = Button("Retry All", icon="retry")
        self.retry_all.clicked.connect(self._on_retry_all)
        header.add_action(self.retry_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._page, 1)
        self._page.add(self._empty)
        self._groups: list[QWidget] = []
        self.rows: dict[str, ListRow] = {}
        self._more = Caption("", "text3")
        self._page.add(self._more)
        attention.changed.connect(self._rebuild)
        profiles.changed.connect(self._rebuild)
        for keys, slot in (("Ctrl+R", self._on_retry), ("Del", self._on_skip)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._rebuild()

    def _rebuild(self) -> None:
        focused, ids = self._focused(), list(self.rows)
        after = ids[ids.index(focused) :] if focused else []
        for widget in self._groups:
            self._page.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._groups, self.rows = [], {}
        messages = sorted(self._attention.messages, key=lambda one: one.cause)
        for cause, group in groupby(messages[:SHOWN], key=lambda one: one.cause):
            found = list(group)
            self._add(Label(f"{title_of(cause)} ({len(found)})", "subheading", "text2"))
            rows = RowList(title_of(cause))
            for message in found:
                rows.add_row(self._row(message))
            self._add(rows)
        self._empty.setVisible(not messages)
        self._more.setText(f"{len(messages) - SHOWN} more appear when these are done.")
        self._more.setVisible(len(messages) > SHOWN)
        self.retry_all.setEnabled(any(one.cause != "IN_DOUBT" for one in messages))
        if focused:
            self._focus_again(after)

    def _focused(self) -> str:
        """The message whose row holds the focus, or ""."""
        focus = QApplication.focusWidget()
        holds = (id for id, row in self.rows.items() if focus is not None and (row is focus or row.isAncestorOf(focus)))
        return next(holds, "")

    def _focus_again(self, wanted: list[str]) -> None:
        """Focus is never lost: the same message, else the next that is left, else the last."""
        id = next((id for id in wanted if id in self.rows), next(reversed(self.rows), ""))
        if id:
            self.rows[id].setFocus(Qt.FocusReason.OtherFocusReason)

    def _message(self) -> Activity | None:
        focused = self._focused()
        return next((one for one in self._attention.messages if one.exchange == focused), None)

    def _on_retry(self) -> None:
        message = self._message()
        if message is not None and message.cause != "IN_DOUBT":
            self._retry(message)

    def _on_skip(self) -> None:
        message = self._message()
        if message is not None and message.cause != "IN_DOUBT":
            self._skip(message)

    def _add(self, widget: QWidget) -> None:
        self._groups.append(widget)
        self._page.body.insertWidget(self._page.body.indexOf(self._more), widget)

    def _row(self, message: Activity) -> ListRow:
        row = ListRow(f"{message.subject}, {message.reason}", 72)
        line = row.lay_out()
        line.addWidget(Tile("error", "danger", 32), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(message.subject or "(no subject)", "subheading"))
        names = {one.id: one.name for one in self._profiles.profile.integrations}
        where = names.get(message.integration, "A deleted integration")
        words.addWidget(ElidedLabel(f"{message.sender} · {where} · {times.ago(message.at)}", "caption", "text3"))
        words.addWidget(Caption(message.reason, "dangerText"))
        line.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for text, icon, act in self._choices(message):
            button = Button(text, icon=icon, small=True)
            button.setAccessibleName(f"{text}, {message.subject}")
            button.clicked.connect(lambda _=False, act=act: act())
            buttons.addWidget(button)
        line.addLayout(buttons)
        self.rows[message.exchange] = row
        return row

    def _choices(self, message: Activity) -> list[tuple[str, str, Callable[[], object]]]:
        attention = self._attention
        if message.cause == "IN_DOUBT":
            return [
                ("It Arrived", "check", lambda: self._tell(attention.arrived(message), "Counted as sent.")),
                ("Send Again", "send", lambda: self._tell(attention.send_again(message), "It is sent once more.")),
            ]
        return [("Retry", "retry", lambda: self._retry(message)), ("Skip", "skip", lambda: self._skip(message))]

    def _retry(self, message: Activity) -> None:
        self._tell(self._attention.retry(message), "It is tried again at the next poll.")

    def _skip(self, message: Activity) -> None:
        self._tell(self._attention.skip(message), "Skipped. It stays in the activity.")

    def _on_retry_all(self) -> None:
        messages = [one for one in self._attention.messages if one.cause != "IN_DOUBT"]
        self._tell(self._attention.retry(*messages), "They are tried again at the next poll.")

    def _tell(self, task: Task, text: str) -> None:
        task.done(lambda _: self.toast.emit(text)).failed(lambda error: self.toast.emit(str(error)))


def title_of(cause: str) -> str:
    """What a cause is called in the list."""
    if cause in TITLES:
        return TITLES[cause]
    known = CAUSES.get(cause)
    if known is not None and "{" not in known.title:
        return known.title
    return {"SENDER_REFUSED": "Sender refused", "SERVER_BUSY": "The server is busy"}.get(cause, "Not delivered")
