"""Fields and their values in the panel of a Test Run. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.core.trial import Row
from mailflow_gui.ui.widgets.card import Divider
from mailflow_gui.ui.widgets.labels import Label

#: Longer values are cut; the source shows all.
MOST_LETTERS = 4_000
_NAME = 104


class ValueRows(QWidget):
    """One row for each field; what the step set or changed is green."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these instead of the ones before."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = tuple(rows)
        for row in rows:
            self._column.addWidget(Divider())
            self._column.addWidget(_line(row))

    @property
    def text(self) -> str:
        """All rows as text, for the clipboard."""
        return "\n".join(f"{row.label}: {row.value}" for row in self.rows if row.value)


def _line(row: Row) -> QWidget:
    line = QWidget()
    shown = row.value or row.note
    said = f"{row.label}: {shown}"
    line.setAccessibleName(tr("{field}, changed by this step", field=said) if row.changed else said)
    name = Label(row.label, "body", "text2", wrap=True)
    name.setFixedWidth(_NAME)
    cut = shown if len(shown) <= MOST_LETTERS else f"{shown[:MOST_LETTERS]}…"
    value = Label(cut, "body", "successText" if row.changed else "text" if row.value else "text2", wrap=True)
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 7, 0, 7)
    layout.setSpacing(12)
    layout.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
    return line
