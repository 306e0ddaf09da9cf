"""The sample messages of an editor: from the mailbox, kept, or built in; and what the steps make of them. GUI."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.core.errors import MailflowError, SettingsError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Connection, Step
from mailflow_gui.core.rehearsal import Rehearsal
from mailflow_gui.qt.previews import BUILT_IN
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.integrations.create.stage import LatestTask, Services

#: So many messages are read from the mailbox.
MOST = 10
#: Milliseconds of rest after the start step was changed before its mailbox is read.
AFTER_CHANGE = 600


class Samples(QObject):
    """`changed` when the messages or the chosen one changed. `built_in`: there was no message to be had, and `trouble`
    says why when that was an error."""

    changed = Signal()

    def __init__(self, services: Services, integration_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._integration_id = integration_id
        self._latest = LatestTask()
        self._asked: tuple[Connection, Mapping[str, Plain]] | None = None
        self._start: Step | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_CHANGE)
        self._soon.timeout.connect(lambda: self.load(self._start))
        self.messages: tuple[Message, ...] = ()
        self.index = 0
        self.built_in = False
        self.loading = False
        self.trouble = ""

    @property
    def current(self) -> Message | None:
        """The chosen message; None before the first answer."""
        return self.messages[self.index] if self.messages else None

    def choose(self, index: int) -> None:
        """Chooses another message."""
        if 0 <= index < len(self.messages) and index != self.index:
            self.index = index
            self.changed.emit()

    def show(self, message: Message) -> None:
        """Adds a message (from a file, or kept) in front and chooses it."""
        others = tuple(one for one in self.messages if one.raw != message.raw and not self.built_in)
        self.messages, self.index, self.built_in = (message, *others), 0, False
        self.changed.emit()

    def follow(self, start: Step | None) -> None:
        """The flow changed: the mailbox is read soon, once the settings of its start rest."""
        self._start = start
        if self._wanted(start) != self._asked:
            self._soon.start()

    def load(self, start: Step | None, *, again: bool = False) -> None:
        """Reads the mailbox of a start step, unless that was done for the same settings."""
        wanted = self._wanted(start)
        if not again and wanted is not None and wanted == self._asked:
            return
        self._soon.stop()
        self._asked = wanted
        if wanted is None:
            self._use_built_in("")
            return
        self.loading = True
        task = self._services.previews.messages(wanted[0], wanted[1], self._integration_id, MOST)
        self._latest.take(task).done(self._on_messages).failed(self._on_trouble)

    def rehearse(self, steps: Sequence[Step], messages: Sequence[Message] | None = None) -> Task:
        """The Rehearsals (tuple) of the messages through steps after the start; all samples unless some are given."""
        chosen = self.messages if messages is None else messages
        return self._services.previews.rehearsals(tuple(steps), tuple(chosen), self._integration_id)

    def _wanted(self, start: Step | None) -> tuple[Connection, Mapping[str, Plain]] | None:
        if start is None or not start.connection:
            return None
        try:
            return self._services.profiles.profile.connection(start.connection), dict(start.values)
        except SettingsError:
            return None

    def _on_messages(self, messages: tuple[Message, ...]) -> None:
        self.loading = False
        if not messages:
            self._use_built_in("")
            return
        self.messages, self.index, self.built_in, self.trouble = messages, 0, False, ""
        self.changed.emit()

    def _on_trouble(self, error: Exception) -> None:
        self.loading = False
        self._use_built_in(error.title if isinstance(error, MailflowError) else str(error))

    def _use_built_in(self, trouble: str) -> None:
        self.trouble = trouble
        self._latest.take(self._services.previews.read(BUILT_IN)).done(self._show_built_in)

    def _show_built_in(self, message: Message) -> None:
        self.messages, self.index, self.built_in, self.loading = (message,), 0, True, False
        self.changed.emit()


class Rehearsing:
    """The latest rehearsal asked for by one panel: an older answer never comes after a newer one."""

    def __init__(self, samples: Samples, show: Callable[[tuple[Rehearsal, ...]], None]) -> None:
        self._samples = samples
        self._show = show
        self._latest = LatestTask()

    def ask(self, steps: Sequence[Step], messages: Sequence[Message] | None = None) -> None:
        """Rehearses, and shows the answer unless another question came meanwhile."""
        self._latest.take(self._samples.rehearse(steps, messages)).done(self._show)
