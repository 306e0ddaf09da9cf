"""The bar below the data mapper: which message its values come from, and the preview of the email. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Message
from mailflow_gui.ui import times
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.choices import ComboBox
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.page import Footer


class SampleBar(Footer):
    """`chosen` carries the place of a message. Alt+Left/Right are the window's, so previous and next are buttons."""

    chosen = Signal(int)
    preview_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Label(tr("Sample message"), "label")
        self.combo = ComboBox()
        self.combo.setAccessibleName(tr("Sample message"))
        self.combo.setMinimumWidth(120)
        self.combo.setMaximumWidth(360)
        self.combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(40)
        self.combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.label.setBuddy(self.combo)
        self.back = Button("", icon="chevron-left")
        self.on = Button("", icon="chevron-right")
        for button, name in ((self.back, tr("Previous Message")), (self.on, tr("Next Message"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFixedWidth(32)
        self.note = Label("", "caption", "text2")
        self.preview = Button(tr("Preview Email"), icon="eye")
        for widget in (self.label, self.combo, self.back, self.on, self.note):
            self.add_left(widget)
        self.left.setSpacing(12)
        self.add_right(self.preview)
        self.combo.activated.connect(self._choose)
        self.back.clicked.connect(lambda: self._choose(self.combo.currentIndex() - 1))
        self.on.clicked.connect(lambda: self._choose(self.combo.currentIndex() + 1))
        self.preview.clicked.connect(self.preview_wanted)
        self.show_messages((), 0, built_in=False)

    def show_messages(self, messages: Sequence[Message], index: int, *, built_in: bool) -> None:
        """Offers these messages; the one at `index` is chosen."""
        self.combo.clear()
        for message in messages:
            words = message_words(message)
            self.combo.addItem(tr("Built-in sample: {words}", words=words) if built_in else words)
        self.combo.setCurrentIndex(index if messages else -1)
        self.combo.setEnabled(bool(messages))
        self._settle()

    def _fit(self) -> None:
        self._row.setContentsMargins(24, 12, 24, 12)  # the editor's padding, in any window

    def show_note(self, text: str) -> None:
        """A short remark beside the sample."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _choose(self, place: int) -> None:
        if 0 <= place < self.combo.count():
            self.combo.setCurrentIndex(place)
            self._settle()
            self.chosen.emit(place)

    def _settle(self) -> None:
        place, count = self.combo.currentIndex(), self.combo.count()
        self.back.setEnabled(place > 0)
        self.on.setEnabled(0 <= place < count - 1)


def message_words(message: Message) -> str:
    """“Interested in your product · Jane Moore · 14:30”."""
    first = message.sender[0] if message.sender else None
    sender = (first.name or first.address) if first is not None else tr("No sender")
    when = times.clock_time(message.received or message.date) if message.received or message.date else ""
    subject = " ".join(message.subject.split()) or tr("No subject")
    return " · ".join(part for part in (subject, sender, when) if part)
