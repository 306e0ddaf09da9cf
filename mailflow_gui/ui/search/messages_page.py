"""“What happened to this email?”: a search over the messages of all integrations. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.language import later, tr
from mailflow_gui.qt.lookup import Results
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.ui import keys, times
from mailflow_gui.ui.integrations.detail.activity_words import NO_SUBJECT, facts, stand
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.inputs import SearchField
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.layouts import two_lines
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.page import PageHeader, ScrollPage

SENTENCE = later("What happened to an email? Search by subject, sender, recipient or Message-ID.")
#: Milliseconds after typing until the ledger is asked.
PAUSE = 250


class FoundRow(ListRow):
    """How it stands, subject, sender and integration, time."""

    def __init__(self, message: Activity, integration: str) -> None:
        icon, role, word = stand(message)
        said = facts(message).text
        when = times.day_and_time(message.at)
        super().__init__(f"{word}, {message.subject or NO_SUBJECT}, {message.sender}, {integration}, {said}, {when}")
        self.message = message
        end = Label(said, "caption", facts(message).role)
        moment = Label(when, "caption", "text3")
        moment.set_tabular()
        moment.setToolTip(times.exact(message.at))
        for one in (end, moment):
            one.setAlignment(Qt.AlignmentFlag.AlignRight)
        sign = Sign(icon, role, 18)
        sign.setToolTip(word)
        row = self.lay_out()
        row.addWidget(sign)
        subject = ElidedLabel(message.subject or NO_SUBJECT, "strong")
        row.addLayout(two_lines(subject, ElidedLabel(f"{message.sender} · {integration}", "caption", "text3")), 1)
        row.addLayout(two_lines(end, moment))


class MessagesPage(QWidget):
    """`message_requested` carries the Activity that is to be shown where it belongs."""

    message_requested = Signal(object)
    toast = Signal(str)

    def __init__(self, results: Results, profiles: Profiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self._profiles = profiles
        self.search = SearchField(tr("Subject, sender, recipient or Message-ID"))
        self.rows: list[FoundRow] = []
        self.list = RowList(tr("Messages"))
        self.more = Button(tr("Show More"))
        self.told = Label("", "caption", "text2")
        self.nothing = EmptyState("search", "", "")
        self._lay_out()
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._typing.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.search.returnPressed.connect(self._ask)
        self.more.clicked.connect(results.more)
        results.changed.connect(self._show)
        results.failed.connect(self.toast)
        keys.bind(self, (("Ctrl+F", self._focus_search), ("F5", self._ask)))
        self._show()

    def look_for(self, text: str) -> None:
        """Searches for a text; without one the person types it."""
        if text:
            self.search.setText(text)
            self._ask()
        self._focus_search()

    def _lay_out(self) -> None:
        page = ScrollPage(spacing=12)
        line = QHBoxLayout()
        self.search.setMinimumWidth(320)
        line.addWidget(self.search, 1)
        line.addStretch(1)
        page.body.addLayout(line)
        page.add(self.list)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addWidget(self.told)
        foot.addStretch(1)
        page.body.addLayout(foot)
        page.add(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(tr("Find a Message"), tr(SENTENCE)))
        column.addWidget(page, 1)

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _ask(self) -> None:
        self._typing.stop()
        self._results.search(self.search.text().strip())

    def _show(self) -> None:
        results = self._results
        shown = [row.message for row in self.rows]
        if results.messages[: len(shown)] != shown:
            self.list.clear()
            self.rows = []
            shown = []
        self._append(results.messages[len(shown) :])
        self.list.setVisible(bool(self.rows))
        self.more.setVisible(results.has_more)
        self.more.setEnabled(not results.searching)
        self.told.setText(tr("Searching…") if results.searching else "")
        self.nothing.setVisible(bool(results.text) and not self.rows and not results.searching)
        older = tr("Try fewer letters. Older ones were not searched yet.")
        nothing = tr("No message holds “{text}”", text=results.text[:80])
        self.nothing.set_text(nothing, older if results.has_more else tr("Try fewer letters."))

    def _append(self, messages: Sequence[Activity]) -> None:
        names = {one.id: one.name for one in self._profiles.profile.integrations}
        for message in messages:
            row = FoundRow(message, names.get(message.integration, tr("Deleted integration")))
            row.clicked.connect(lambda message=message: self.message_requested.emit(message))
            self.rows.append(row)
            self.list.add_row(row)
