"""The whole integration in sentences: what the panel shows while no step is selected. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mailflow_gui.core.model import Integration
from mailflow_gui.core.words import flow_in_words
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.ui.widgets.labels import Label


class WordsPanel(QWidget):
    """One numbered sentence for each step."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: list[Label] = []
        self._lines: list[Label] = []
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(12)
        self._rows.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.addLayout(self._rows)
        column.addStretch(1)

    def show_steps(self, integration: Integration, profiles: Profiles) -> None:
        """Words for the working steps."""
        words = flow_in_words(integration.working, profiles.catalog, profiles.profile.connections)
        for number, text in enumerate(words[: len(self._lines)]):
            if self._lines[number].text() != text:
                self._lines[number].setText(text)
        for number in range(len(self._lines), len(words)):
            self._add(number + 1, words[number])
        for number, line in enumerate(self._lines):
            for label in (line, self._marks[number]):
                label.setVisible(number < len(words))

    def _add(self, number: int, text: str) -> None:
        mark = Label(f"{number}.", "body", "text2", parent=self)
        mark.setMinimumWidth(18)
        line = Label(text, "body", "text2", wrap=True, parent=self)
        self._rows.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(line, number, 1, Qt.AlignmentFlag.AlignTop)
        self._marks.append(mark)
        self._lines.append(line)
