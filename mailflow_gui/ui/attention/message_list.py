"""The left side of Needs Attention: the messages by cause, with a check box each. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.ui import times
from mailflow_gui.ui.attention.words import group_of, line
from mailflow_gui.ui.widgets.choices import CheckBox
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel, Label
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.page import PlainScroll

#: Rows shown at a time; more would take the window's breath.
SHOWN = 100

_FACT = (
    "New messages keep flowing while these wait. Retry continues at the step that failed;"
    " earlier steps are not run again."
)


class MessageRow(ListRow):
    """Check box, subject and time, sender, reason. It is chosen by pointer and as soon as it has the focus."""

    chosen = Signal()

    def __init__(self, message: Activity) -> None:
        super().__init__(f"{message.subject or 'No subject'}, {message.sender}, {line(message)}", 72)
        self.message = message
        self.check = CheckBox()
        self.check.setAccessibleName(f"Check {message.subject or 'No subject'}")
        self.check.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Space on the row does the same
        time = Label(times.clock_or_day(message.at), "caption", "text3")
        time.set_tabular()
        time.setToolTip(times.exact(message.at))
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(ElidedLabel(message.subject or "No subject", "strong"), 1)
        first.addWidget(time)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(ElidedLabel(message.sender, "caption", "text3"))
        words.addWidget(ElidedLabel(line(message), "caption", "warningText" if message.trying else "dangerText"))
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
        super().keyPressEvent(event)


class MessageList(PlainScroll):
    """`chosen` when another message is to be shown, `checked_changed` when a check box was used."""

    chosen = Signal()
    checked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Messages")
        self.rows: dict[str, MessageRow] = {}
        self.current = ""
        self._frame = RowList("Messages")
        self._more = Caption("")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._frame)
        for words in (self._more, Caption(_FACT)):
            words.setContentsMargins(4, 0, 4, 0)
            column.addWidget(words)
        column.addStretch(1)
        self.hold(holder)

    @property
    def more(self) -> str:
        """What is said about messages that are not listed, "" when all are."""
        return self._more.text() if self._more.isVisible() else ""

    @property
    def checked(self) -> list[Activity]:
        """The messages whose box is checked."""
        return [row.message for row in self.rows.values() if row.check.isChecked()]

    @property
    def message(self) -> Activity | None:
        """The chosen message."""
        row = self.rows.get(self.current)
        return row.message if row is not None else None

    def show_messages(self, messages: Sequence[Activity]) -> None:
        """Shows these; what was checked, chosen and focused stays so, or the next message takes its place."""
        order, focused = list(self.rows), next((id for id, row in self.rows.items() if row.hasFocus()), "")
        checked = {row.message.exchange for row in self.rows.values() if row.check.isChecked()}
        self._frame.clear()
        self.rows = {}
        places = {title: place for place, title in enumerate(dict.fromkeys(map(group_of, messages)))}
        ordered = sorted(messages, key=lambda one: places[group_of(one)])[:SHOWN]  # the newest group first
        for title, group in groupby(ordered, key=group_of):
            found = list(group)
            self._frame.add_heading(title, times.counted(len(found), "message", "messages"))
            for message in found:
                self._frame.add_row(self._row(message, message.exchange in checked))
        self._more.setText(f"{len(messages) - SHOWN:,} more appear when these are done.")
        self._more.setVisible(len(messages) > SHOWN)
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

    def _row(self, message: Activity, checked: bool) -> MessageRow:
        row = MessageRow(message)
        row.check.setChecked(checked)
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
