"""The left side of Needs Attention: the messages by cause, with a check box each, and a search. GUI thread."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.ui import times
from mailflow_gui.ui.attention.words import group_of, line
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.choices import CheckBox
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel, Label, LinkButton
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.page import PlainScroll

#: Rows shown at a time; more would take the window's breath.
SHOWN = 100

_FACT = later(
    "New messages keep flowing while these wait. Retry continues at the step that failed; "
    "earlier steps are not run again."
)


class MessageRow(ListRow):
    """Check box, subject and time, sender, reason. It is chosen by pointer and as soon as it has the focus.

    `opened` by Enter and by a double click.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(self, message: Activity, retried: bool = False) -> None:
        said = tr("Trying again…") if retried else line(message)
        subject = message.subject or tr("No subject")
        super().__init__(f"{subject}, {message.sender}, {said}", 72)
        self.message = message
        self.check = CheckBox()
        self.check.setAccessibleName(tr("Check {subject}", subject=subject))
        self.check.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Space on the row does the same
        time = Label(times.clock_or_day(message.at), "caption", "text3")
        time.set_tabular()
        time.setToolTip(times.exact(message.at))
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(ElidedLabel(subject, "strong"), 1)
        first.addWidget(time)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(ElidedLabel(message.sender, "caption", "text3"))
        ink = "text2" if retried else "warningText" if message.trying else "dangerText"
        words.addWidget(ElidedLabel(said, "caption", ink))
        words.addStretch(1)
        row = self.lay_out()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self.check)
        row.addLayout(words, 1)
        self.clicked.connect(self.chosen)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.check.toggle()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        self.opened.emit()


class MessageList(PlainScroll):
    """`chosen` when another message is to be shown, `checked_changed` when a check box was used.

    `opened`: the chosen one is to be opened. `group_menu_requested` carries a group's title and where its menu belongs.
    """

    chosen = Signal()
    opened = Signal()
    checked_changed = Signal()
    group_menu_requested = Signal(str, QPoint)
    clear_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Messages"))
        self.rows: dict[str, MessageRow] = {}
        self.current = ""
        self._all: list[Activity] = []
        self._retried: Collection[str] = ()
        self._text = ""
        self._frame = RowList(tr("Messages"))
        self._more = Caption("")
        self._nothing = Caption("")
        self._clear = LinkButton(tr("Clear Filter"))
        self._clear.clicked.connect(self.clear_requested)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._frame)
        for words in (self._nothing, self._more, Caption(tr(_FACT))):
            words.setContentsMargins(4, 0, 4, 0)
            column.addWidget(words)
            if words is self._nothing:
                column.addWidget(self._clear)
        column.addStretch(1)
        self.hold(holder)

    @property
    def more(self) -> str:
        """What is said about messages that are not listed, "" when all are."""
        return self._more.text() if self._more.isVisible() else ""

    @property
    def found(self) -> list[Activity]:
        """The messages that hold the text searched for, listed or not."""
        return [one for one in self._all if holds(one, _folded(self._text))]

    def group(self, title: str) -> list[Activity]:
        """The messages of a group, listed or not."""
        return [one for one in self.found if group_of(one) == title]

    def search_for(self, text: str) -> None:
        """Lists only messages that hold a text in subject, sender, reason or Message-ID; "" lists all."""
        self._text = text.strip()
        self._rebuild()

    @property
    def checked(self) -> list[Activity]:
        """The messages whose box is checked."""
        return [row.message for row in self.rows.values() if row.check.isChecked()]

    @property
    def message(self) -> Activity | None:
        """The chosen message."""
        row = self.rows.get(self.current)
        return row.message if row is not None else None

    def show_messages(self, messages: Sequence[Activity], retried: Collection[str] = ()) -> None:
        """Shows these; what was checked, chosen and focused stays so, or the next message takes its place.

        `retried` are being tried again.
        """
        self._all, self._retried = list(messages), set(retried)
        self._rebuild()

    def _rebuild(self) -> None:
        messages = self.found
        order, focused = list(self.rows), next((id for id, row in self.rows.items() if row.hasFocus()), "")
        checked = {row.message.exchange for row in self.rows.values() if row.check.isChecked()}
        self._frame.clear()
        self.rows = {}
        places = {title: place for place, title in enumerate(dict.fromkeys(map(group_of, messages)))}
        ordered = sorted(messages, key=lambda one: places[group_of(one)])[:SHOWN]  # the newest group first
        for title, group in groupby(ordered, key=group_of):
            found = list(group)
            self._add_heading(title, len(found))
            for message in found:
                self._frame.add_row(self._row(message, message.exchange in checked))
        self._more.setText(tr("{count} more appear when these are done.", count=len(messages) - SHOWN))
        self._more.setVisible(len(messages) > SHOWN)
        self._frame.setVisible(bool(messages))
        self._nothing.setText(tr("No message holds “{text}”.", text=self._text))
        for part in (self._nothing, self._clear):
            part.setVisible(bool(self._text) and not messages)
        self.choose(_near(self.current, order, self.rows))
        if focused and self.current:
            row = self.rows[self.current]
            row.show()  # at once: what is not shown yet does not take the focus
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, exchange: str) -> None:
        """Makes a message the chosen one; "" or an unknown one chooses none."""
        self.current = exchange if exchange in self.rows else ""
        for id, row in self.rows.items():
            row.set_selected(id == self.current)
        self.chosen.emit()

    def _add_heading(self, title: str, count: int) -> None:
        heading = self._frame.add_heading(title, trn("{count} message", "{count} messages", count))
        button = IconButton("more", tr("Actions for {title}", title=title), size=16, side=28)
        button.clicked.connect(
            lambda: self.group_menu_requested.emit(title, button.mapToGlobal(button.rect().bottomLeft()))
        )
        heading.add_button(button)

    def _row(self, message: Activity, checked: bool) -> MessageRow:
        retried = message.exchange in self._retried
        row = MessageRow(message, retried)
        row.check.setChecked(checked and not retried)
        row.check.setEnabled(not retried)
        row.opened.connect(self.opened)
        row.check.toggled.connect(lambda _: self.checked_changed.emit())
        row.chosen.connect(lambda id=message.exchange: self.choose(id))
        self.rows[message.exchange] = row
        return row


def _near(wanted: str, order: list[str], left: dict[str, MessageRow]) -> str:
    """The same message, else the next one of the old order that is left, else the last, else the first there is."""
    if wanted in left:
        return wanted
    place = order.index(wanted) if wanted in order else 0
    return next((id for id in (*order[place:], *reversed(order[:place])) if id in left), next(iter(left), ""))


def holds(message: Activity, text: str) -> bool:
    """Whether a message holds a text (folded), without case, in every alphabet."""
    return any(text in _folded(one) for one in (message.subject, message.sender, message.reason, message.message_id))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
