"""The sample message on its way to the mapper, and what the mappings make of it. Asked here, made by pool threads."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_draft import MappingDraft
from mailflow_gui.core.mapping_lines import Line
from mailflow_gui.core.mapping_results import LineResult
from mailflow_gui.core.message import Message
from mailflow_gui.core.rehearsal import Rehearsal
from mailflow_gui.ui.editor.panels.base import Surroundings
from mailflow_gui.ui.editor.samples import Rehearsing
from mailflow_gui.ui.integrations.create.stage import LatestTask


class Trial(QObject):
    """`exchange` is the sample as it reaches the mapper, `results` by the lines' ids; `changed` follows both.

    `stopped` says why the sample would not come this far. Only lines that changed are worked out again.
    """

    changed = Signal()

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._rehearsing = Rehearsing(surroundings.samples, self._on_arrived)
        self._latest = LatestTask()
        self._draft: MappingDraft | None = None
        self._worked_out: dict[int, Line] = {}
        self._asked: tuple[Line, ...] = ()
        self.exchange: Exchange | None = None
        self.results: dict[int, LineResult] = {}
        self.stopped = ""

    @property
    def settled(self) -> bool:
        """Whether every line has its result for the present sample."""
        lines = self._draft.lines if self._draft is not None else ()
        return self.exchange is not None and all(self._worked_out.get(line.id) is line for line in lines)

    def begin(self, draft: MappingDraft) -> None:
        """The document whose lines are worked out."""
        self._draft = draft

    def use(self, message: Message | None) -> None:
        """Another sample: it passes the steps before the mapper first."""
        if message is None:
            return
        before = self._surroundings.before[1:]
        if before:
            self._rehearsing.ask(before, (message,))
        else:
            self._arrive(Exchange("sample", message, datetime.now(UTC)), "")

    def ask(self, draft: MappingDraft) -> None:
        """Works out what changed since the last time."""
        self._draft = draft
        if self.exchange is None:
            return
        due = tuple(line for line in draft.lines if self._worked_out.get(line.id) is not line)
        if not due or due == self._asked:
            return
        self._asked = due
        task = self._surroundings.services.previews.mapped(due, self.exchange)
        self._latest.take(task).done(self._on_results)

    def _on_arrived(self, found: tuple[Rehearsal, ...]) -> None:
        last = found[0].steps[-1] if found and found[0].steps else None
        if last is None:
            return
        if last.after is not None:
            self._arrive(last.after, "")
        else:
            self._arrive(last.before, tr("This message stops at {title}.", title=last.title))

    def _arrive(self, exchange: Exchange, stopped: str) -> None:
        self.exchange, self.stopped = exchange, stopped
        self._worked_out, self.results, self._asked = {}, {}, ()
        self.changed.emit()
        if self._draft is not None:
            self.ask(self._draft)

    def _on_results(self, results: dict[int, LineResult]) -> None:
        self.results = {**self.results, **results}
        self._worked_out.update({line.id: line for line in self._asked})
        self._asked = ()
        self.changed.emit()
        if self._draft is not None:
            self.ask(self._draft)
