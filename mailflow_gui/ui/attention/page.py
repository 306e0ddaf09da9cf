"""The Needs Attention page: messages that failed or are in doubt, their reason and what can be done. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.ledger import APPROVAL
from mailflow_gui.qt.attention import Attention
from mailflow_gui.qt.letters import Letter, Letters
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui import icons, keys, theme
from mailflow_gui.ui.attention.decisions import Decisions
from mailflow_gui.ui.attention.detail import MessageDetail
from mailflow_gui.ui.attention.fixes import UNDECIDED, Act, Fix
from mailflow_gui.ui.attention.message_list import MessageList
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.inputs import SearchField
from mailflow_gui.ui.widgets.menu import themed_menu
from mailflow_gui.ui.widgets.page import CONTENT_WIDTH, PageHeader, page_padding

SENTENCE = later("Messages that an integration could not finish. They stay here until you retry or skip them.")

#: Width of the list, and in a narrow window.
LIST, NARROW_LIST = 336, 288
#: No more of the page's width than this is the list's.
LARGEST_SHARE = 0.4
#: With so many messages there is a search field; Ctrl+F brings it at any time.
MANY = 7
#: Milliseconds on a message until its attachments are looked up, and the largest one that is read for that (bytes).
DWELL, LARGEST = 150, 5_000_000


class AttentionPage(QWidget):
    """Failed messages, grouped by cause. Nothing is lost: they wait until the person decides.

    What is decided is told by the signals of `decisions`.
    """

    def __init__(
        self, attention: Attention, profiles: Profiles, letters: Letters, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._attention = attention
        self._profiles = profiles
        self._letters = letters
        self._asked: list[Task] = []
        self._reading = ""
        self.decisions = Decisions(attention, profiles, letters, self)
        self.list = MessageList()
        self.detail = MessageDetail(profiles.catalog)
        self.search = SearchField(tr("Find a message"))
        self.retry_all = Button(tr("Retry All"), icon="retry")
        self.skip_all = Button(tr("Skip All…"), icon="skip")
        self.empty = EmptyState(
            "check", tr("Nothing needs your attention"), tr("Messages that fail will wait here."), tone="success"
        )
        self._lay_out()
        self._connect()
        self._rebuild()

    def select(self, exchange: str) -> None:
        """Shows a message, for example one that was found elsewhere."""
        self.search.clear()
        self.list.choose(exchange)
        row = self.list.rows.get(exchange)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.ensureWidgetVisible(row)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._fit()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        header = PageHeader(tr("Needs Attention"), tr(SENTENCE))
        header.add_action(self.skip_all)
        header.add_action(self.retry_all)
        both = QWidget()
        both.setMaximumWidth(CONTENT_WIDTH)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        halves = QHBoxLayout(both)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(16)
        halves.addLayout(left)
        halves.addWidget(self.detail, 1_000_000)
        halves.addStretch(1)  # keeps the list at the left when no message is shown
        self.search.hide()
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
        wanted = theme.px(LIST if side == 32 else NARROW_LIST)
        for part in (self.list, self.search):  # with a large font the message needs the room, too
            part.setFixedWidth(min(wanted, round((self.width() - 2 * side) * LARGEST_SHARE)))

    def _connect(self) -> None:
        self._dwell = QTimer(self, singleShot=True, interval=DWELL)
        self._dwell.timeout.connect(self._look_closer)
        self._attention.changed.connect(self._rebuild)
        self._profiles.changed.connect(self._rebuild)
        self.list.chosen.connect(self._show_message)
        self.list.checked_changed.connect(self._show_counts)
        self.list.group_menu_requested.connect(self._show_group_menu)
        self.list.clear_requested.connect(self.search.clear)
        self.search.textChanged.connect(self._on_find)
        self.retry_all.clicked.connect(lambda: self.decisions.retry(self._targets()))
        self.skip_all.clicked.connect(lambda: self.decisions.ask_to_skip(self._targets()))
        detail, decisions = self.detail, self.decisions
        detail.retry_requested.connect(lambda: decisions.retry(self._message()))
        detail.skip_requested.connect(lambda: decisions.skip(self._message()))
        detail.fix_requested.connect(self._on_fix)
        detail.arrived_requested.connect(lambda: decisions.resolve(self._message(), arrived=True))
        detail.send_again_requested.connect(lambda: decisions.resolve(self._message(), arrived=False))
        for source in (detail.open_requested, self.list.opened):
            source.connect(self._open)
        keys.bind(
            self,
            (
                ("Ctrl+R", detail.retry_requested.emit),
                ("Del", detail.skip_requested.emit),
                ("Ctrl+F", self._begin_find),
            ),
        )
        # After a skip the keyboard may be with the notice that offers the same.
        keys.bind(self, (("Ctrl+Z", decisions.undo),), while_shown=True)

    def _rebuild(self) -> None:
        messages = self._attention.messages
        self.list.show_messages(messages, self._attention.retried)
        for widget in (self._holder, self.retry_all, self.skip_all):
            widget.setVisible(bool(messages))
        self.empty.setVisible(not messages)
        if len(messages) >= MANY or not messages:
            self.search.setVisible(bool(messages))
        self._show_counts()

    def _message(self) -> list[Activity]:
        """The chosen message, or none; one that is being tried again is left alone."""
        message = self.list.message
        return [] if message is None or message.exchange in self._attention.retried else [message]

    def _targets(self) -> list[Activity]:
        """What the header's buttons act on: the checked messages, else all that are found."""
        return [one for one in self.list.checked or self.list.found if one.exchange not in self._attention.retried]

    def _show_message(self) -> None:
        message = self.list.message
        self.detail.setVisible(message is not None)
        for task in self._asked:
            task.forget()
        self._asked = []
        if message is None:
            self._dwell.stop()
            return
        retried = message.exchange in self._attention.retried
        self.detail.show_message(message, self._profiles.profile, retried=retried)
        self._dwell.start()

    def _look_closer(self) -> None:
        """What takes the ledger or a reader: asked when the person stays on a message."""
        message = self.list.message
        if message is None:
            return
        self._asked = [self._attention.recipients(message).done(self.detail.show_recipients)]
        if message.kept and message.size <= LARGEST:
            if self._reading:  # one at a time: reading may take long, and decisions must not wait for it
                self._dwell.start()
                return
            self._reading = message.exchange
            self._letters.open(message.exchange).done(self._on_read).always(self._on_read_end)

    def _on_read(self, letter: Letter) -> None:
        message = self.list.message
        if message is not None and message.exchange == letter.exchange:
            self.detail.show_attachments(letter.message.attachments)

    def _on_read_end(self) -> None:
        self._reading = ""

    def _show_counts(self) -> None:
        checked, found = len(self.list.checked), bool(self.search.text().strip())
        count, retry, skip = 0, tr("Retry All"), tr("Skip All…")
        if checked:
            count, retry, skip = checked, tr("Retry {count} Checked"), tr("Skip {count} Checked…")
        elif found:
            count, retry, skip = len(self.list.found), tr("Retry {count} Found"), tr("Skip {count} Found…")
        self.retry_all.setText(tr(retry, count=count))
        self.skip_all.setText(tr(skip, count=count))
        targets = self._targets()
        self.retry_all.setEnabled(any(one.cause not in UNDECIDED for one in targets))
        self.skip_all.setEnabled(any(one.cause != "IN_DOUBT" for one in targets))

    def _show_group_menu(self, title: str, place: QPoint) -> None:
        messages = [one for one in self.list.group(title) if one.exchange not in self._attention.retried]
        count = len(messages)
        menu = themed_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        waits = bool(messages) and messages[0].cause == APPROVAL
        sign, act = ("send", self.decisions.approve) if waits else ("retry", self.decisions.retry)
        send, retry = (
            trn("Send {count} Message", "Send {count} Messages", count),
            trn("Retry {count} Message", "Retry {count} Messages", count),
        )
        skip = trn("Skip {count} Message…", "Skip {count} Messages…", count)
        possible = any(one.cause != "IN_DOUBT" for one in messages)
        entries = ((send if waits else retry, sign, act), (skip, "skip", self.decisions.ask_to_skip))
        for text, icon, act in entries:
            action = menu.addAction(text)
            icons.assign(action, icon, "text2")
            action.setEnabled(possible)
            action.triggered.connect(lambda _=False, act=act: act(messages))
        menu.popup(place)

    def _begin_find(self) -> None:
        if self._attention.messages:
            self.search.show()
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _on_find(self, text: str) -> None:
        self.list.search_for(text)
        self._show_counts()

    def _open(self) -> None:
        message = self.list.message
        if message is not None and message.kept:
            self.decisions.open(message)

    def _on_fix(self, fix: Fix) -> None:
        message = self.list.message
        if message is None:
            return
        if fix.act is Act.COPY:
            self.detail.copy_details()
            self.decisions.toast.emit(tr("Details copied"))
        else:
            self.decisions.carry_out(fix, message)
