"""The whole integration in sentences: what the panel shows while no step is selected. GUI thread."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.model import Integration
from mailflow_gui.core.words import flow_in_words
from mailflow_gui.ui.widgets.labels import Label


class WordsPanel(QWidget):
    """One numbered sentence for each step."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 18)
        self._column.setSpacing(12)
        self._shown: tuple[str, ...] = ()

    def show_steps(self, integration: Integration, catalog: Catalog) -> None:
        """Words for the working steps."""
        words = flow_in_words(integration.working, catalog)
        if words == self._shown:
            return
        self._shown = words
        _clear(self._column)
        for number, text in enumerate(words, 1):
            mark = Label(f"{number}.", "body", "text2")
            mark.setMinimumWidth(18)
            column = QVBoxLayout()
            column.addWidget(mark)
            column.addStretch(1)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addLayout(column)
            line.addWidget(Label(text, "body", "text2", wrap=True), 1)
            self._column.addLayout(line)
        self._column.addStretch(1)


def _clear(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _clear(inner)
