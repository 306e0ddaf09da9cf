"""Messages by their text, over all integrations: looked up in the ledger on a pool thread. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.history import Found, History, Records, Wanted
from mailflow_gui.qt.asking import Asking
from mailflow_gui.qt.tasks import Task, Tasks

#: So many messages are listed by the quick search, and on a page of a search.
SHOWN, PAGE = 5, 50


class Lookup(QObject):
    """For the quick search, while the person types. `found` follows each question about another text; `messages` are
    those of `text`, newest first."""

    found = Signal()

    def __init__(self, ledger: Records, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._tasks = tasks
        self.text = ""
        self.messages: tuple[Activity, ...] = ()
        self._asking = Asking(tasks, self._question, self._show, parent=self)

    def ask(self, text: str) -> None:
        """Looks for messages whose subject, sender, recipients or Message-ID hold the text; an empty one finds none."""
        if text == self.text:
            return
        self.text = text
        self.messages = ()
        if text:
            self._asking.now()

    def results(self, parent: QObject) -> Results:
        """A search of its own, with all that it finds."""
        return Results(self._ledger, self._tasks, parent)

    def _question(self) -> Callable[[], tuple[str, list[Activity]]]:
        text = self.text
        return lambda: (text, self._ledger.activities(search=text, limit=SHOWN) if text else [])

    def _show(self, answer: tuple[str, list[Activity]]) -> None:
        text, messages = answer
        if text == self.text:  # else the person has typed on
            self.messages = tuple(messages)
            self.found.emit()


class Results(QObject):
    """What a search finds, page by page. `changed` when there is another text, or more of it; `failed` why not."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, ledger: History, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._tasks = tasks
        self._task: Task | None = None
        self._after = ""
        self.text = ""
        self.messages: list[Activity] = []

    def search(self, text: str) -> None:
        """Looks for another text, or for the same once more; "" finds nothing."""
        self.text, self.messages, self._after = text, [], ""
        if self._task is not None:
            self._task.forget()
            self._task = None
        if text:
            self._ask()
        self.changed.emit()

    def more(self) -> None:
        """The next page."""
        if self._task is None and self._after:
            self._ask()
            self.changed.emit()

    @property
    def searching(self) -> bool:
        """Whether a page is on its way."""
        return self._task is not None

    @property
    def has_more(self) -> bool:
        """Whether older messages may hold the text, too."""
        return bool(self._after)

    def _ask(self) -> None:
        page = partial(self._ledger.page, Wanted(search=self.text), self._after, PAGE)
        self._task = self._tasks.run(page).done(self._show).failed(self._on_failed)

    def _show(self, found: Found) -> None:
        self._task = None
        self.messages += found.activities
        self._after = found.after
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(str(error))
        self.changed.emit()
