"""By when email is expected: on which days, and a time of day. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mailflow_gui.core.expectation import DAYS, EVERY_DAY, WEEKDAYS, days_in_words, parse
from mailflow_gui.core.language import tr
from mailflow_gui.ui.widgets.inputs import ComboBox, LineEdit

_USUAL = "09:00"


class ExpectedEdit(QWidget):
    """No alarm, every day, from Monday to Friday, or one day of the week; other days stay when they were saved so."""

    changed = Signal()

    def __init__(self, value: str) -> None:
        super().__init__()
        self.days = ComboBox()
        self.time = LineEdit(placeholder=_USUAL)
        self.time.setAccessibleName(tr("Time of day"))
        self.time.setFixedWidth(96)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.days, 1)
        row.addWidget(self.time)
        self.setFocusProxy(self.days)
        self.days.addItem(tr("No alarm"), ())
        for days in (EVERY_DAY, WEEKDAYS, *((day,) for day in range(len(DAYS)))):
            self._add(days)
        self.set_value(value)
        self.days.currentIndexChanged.connect(self._on_days)
        self.time.textChanged.connect(lambda _: self.changed.emit())

    def value(self) -> str:
        """As it is saved, or as it was typed when that can't be used; “” for no alarm."""
        days = tuple(self.days.currentData())
        if not days:
            return ""
        named = "" if days == EVERY_DAY else ",".join(DAYS[day] for day in days) + " "
        typed = f"{named}{self.time.text().strip() or _USUAL}"
        try:
            return str(parse(typed))
        except ValueError:
            return typed

    def set_value(self, value: str) -> None:
        """Shows a saved value; one that can't be used is shown as a time to correct."""
        try:
            expected = parse(value) if value else None
            days, time = (expected.days, f"{expected.by:%H:%M}") if expected else ((), "")
        except ValueError:
            days, time = EVERY_DAY, value
        if self._index(days) < 0:
            self._add(days)
        self.days.setCurrentIndex(self._index(days))
        self.time.setText(time)
        self.time.setVisible(bool(days))

    def _add(self, days: tuple[int, ...]) -> None:
        words = days_in_words(days)
        self.days.addItem(words[:1].upper() + words[1:], days)

    def _index(self, days: tuple[int, ...]) -> int:
        return next((n for n in range(self.days.count()) if tuple(self.days.itemData(n)) == days), -1)

    def _on_days(self) -> None:
        self.time.setVisible(bool(self.days.currentData()))
        self.changed.emit()
