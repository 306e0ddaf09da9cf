"""A Test Run: one message through the steps as they are, with everything held back. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Step
from mailflow_gui.core.rehearsal import Outcome, Rehearsal, StepResult
from mailflow_gui.qt.previews import Previews
from mailflow_gui.ui.integrations.create.stage import LatestTask


class Origin(StrEnum):
    """Where the message is from."""

    MAILBOX = "mailbox"
    KEPT = "kept"
    FILE = "file"
    BUILT_IN = "built-in"


class Trial(QObject):
    """`changed` follows every change of state. While it is `active` there is a `message`; `rehearsal` is its last
    result, `trouble` why there is none."""

    changed = Signal()

    def __init__(self, previews: Previews, integration_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previews = previews
        self._integration_id = integration_id
        self._latest = LatestTask()
        self.message: Message | None = None
        self.origin = Origin.MAILBOX
        self.rehearsal: Rehearsal | None = None
        self.running = False
        self.trouble = ""

    @property
    def active(self) -> bool:
        """Whether a Test Run is shown."""
        return self.message is not None

    def begin(self, message: Message, origin: Origin, steps: Sequence[Step]) -> None:
        """Runs a message through a flow (its start is left out)."""
        self.message, self.origin, self.rehearsal = message, origin, None
        self.again(steps)

    def again(self, steps: Sequence[Step]) -> None:
        """Runs the same message through the flow as it is now; the result before stays until the new one is there."""
        if self.message is None:
            return
        self.running, self.trouble = True, ""
        task = self._previews.rehearsals(tuple(steps[1:]), (self.message,), self._integration_id)
        self._latest.take(task).done(self._on_result).failed(self._on_trouble)
        self.changed.emit()

    def end(self) -> None:
        """Back to editing."""
        self._latest.forget()
        if self.active:
            self.message, self.rehearsal, self.running, self.trouble = None, None, False, ""
            self.changed.emit()

    def results(self, step_id: str) -> tuple[StepResult, ...]:
        """The passages of a step; several within a split, none when it was not reached."""
        return self.rehearsal.of_step(step_id) if self.rehearsal is not None else ()

    @property
    def summary(self) -> str:
        """One sentence: how it ended, and what did not happen."""
        if self.trouble:
            return self.trouble
        if self.rehearsal is None:
            return tr("Running…")
        untouched = tr("Nothing was sent.")
        if self.origin is Origin.MAILBOX:
            untouched = tr("Nothing was sent, and nothing was marked in the mailbox.")
        bad = next((one for one in self.rehearsal.steps if one.outcome is Outcome.FAILED), None)
        if bad is not None:
            return f"{tr('Failed at {title}.', title=bad.title)} {untouched}"
        if self.rehearsal.steps and self.rehearsal.steps[-1].outcome is Outcome.STOPPED:
            return f"{tr('Stopped at {title}.', title=self.rehearsal.steps[-1].title)} {untouched}"
        return untouched

    def _on_result(self, rehearsals: tuple[Rehearsal, ...]) -> None:
        self.running = False
        self.rehearsal = rehearsals[0] if rehearsals else None
        self.changed.emit()

    def _on_trouble(self, error: Exception) -> None:
        self.running, self.rehearsal, self.trouble = False, None, str(error)
        self.changed.emit()
