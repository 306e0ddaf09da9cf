"""Messages for the quick search: looked up in the ledger on a pool thread while the person types. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.ledger import Ledger
from mailflow_gui.qt.asking import Asking
from mailflow_gui.qt.tasks import Tasks

#: So many messages are listed.
SHOWN = 5


class Lookup(QObject):
    """`found` follows each question about another text; `messages` are those of `text`, newest first."""

    found = Signal()

    def __init__(self, ledger: Ledger, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self.text = ""
        self.messages: tuple[Activity, ...] = ()
        self._asking = Asking(tasks, self._question, self._show, parent=self)

    def ask(self, text: str) -> None:
        """Looks for messages whose subject, sender or Message-ID holds the text; an empty one finds none."""
        if text == self.text:
            return
        self.text = text
        self.messages = ()
        if text:
            self._asking.now()

    def _question(self) -> Callable[[], tuple[str, list[Activity]]]:
        text = self.text
        return lambda: (text, self._ledger.activities(search=text, limit=SHOWN) if text else [])

    def _show(self, answer: tuple[str, list[Activity]]) -> None:
        text, messages = answer
        if text == self.text:  # else the person has typed on
            self.messages = tuple(messages)
            self.found.emit()
