"""The parts of a section of Settings: a heading, a card, and rows with their control at the right. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.fields import Choice
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.labels import Caption, Label
from mailflow_gui.ui.widgets.layouts import empty
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.segmented import Segmented
from mailflow_gui.ui.widgets.switch import Switch

WIDTH = 640
#: Pixels that the second line keeps beside a wide control.
_LEAST = 150


class Row(QWidget):
    """What is set, in words, and the control that sets it. A control without words is called by the row's title."""

    def __init__(
        self, title: str, control: QWidget | None = None, text: str = "", *, lead: QWidget | None = None
    ) -> None:
        super().__init__()
        self._side = 16
        self.title = Label(title, "label", wrap=True)
        self.text = Caption(text)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.text)
        self.text.setMinimumWidth(_LEAST)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(12)
        self._row.addStrut(0)
        if lead is not None:
            self._row.addWidget(lead)
        self._row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_text(text)
        if control is not None:
            self.add(control)
            if not control.accessibleName() and not _has_words(control):
                control.setAccessibleName(title)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def set_text(self, text: str) -> None:
        """Change the second line; empty hides it."""
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self._restyle()

    def add(self, control: QWidget) -> None:
        """One more control at the right end."""
        control.setAccessibleDescription(self.text.text())
        if isinstance(control, Switch):
            self._side = 12  # its ring has room of its own
            self._restyle()
        self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def _is_last(self) -> bool:
        """Whether no row is seen below this one."""
        card = self.parentWidget()
        rows = card.findChildren(Row, options=Qt.FindChildOption.FindDirectChildrenOnly) if card is not None else []
        return not any(one.y() > self.y() for one in rows if one.isVisible())

    def _restyle(self) -> None:
        look = theme.current()
        around = look.row_height(12 if self.text.text() else 8)
        self._row.setContentsMargins(16, around, self._side, around + 1)
        self.setMinimumHeight(look.row_height(49) if not self.text.text() else 0)
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._is_last():
            painter = smooth(self)
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("border"))
            painter.end()


def _has_words(control: QWidget) -> bool:
    return isinstance(control, QLabel) or (isinstance(control, QAbstractButton) and bool(control.text()))


class Group(QWidget):
    """A heading and a card of rows."""

    def __init__(self, title: str, *rows: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(title, "subheading", "text2"))
        self.card = Card()
        self._rows = QVBoxLayout(self.card)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column.addWidget(self.card)
        for row in rows:
            self.add(row)

    def rows(self) -> list[Row]:
        """The rows from top to bottom."""
        return self.card.findChildren(Row, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def clear(self) -> None:
        """Takes all rows out."""
        empty(self._rows)

    def add(self, row: QWidget) -> None:
        """One more row."""
        self._rows.addWidget(row)


class Section(QWidget):
    """The groups of a section, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 32)
        self.column.setSpacing(20)

    def add(self, widget: QWidget) -> None:
        """One more group."""
        self.column.addWidget(widget)


def choice(field: Choice) -> Segmented:
    """The control of a declared choice."""
    return Segmented([(one.value, one.label) for one in field.options])
