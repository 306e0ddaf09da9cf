"""Messages to try steps with: kept with an integration on this computer, or opened from a file.

Asked on the GUI thread, read and written by pool threads. Nothing of it is sent anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.core.identity import fingerprint
from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Message
from mailflow_gui.core.samples import KeptSample, SampleShelf
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks

#: No message of a mail program is larger.
MOST_BYTES = 100 * 1024 * 1024
#: A file with none of these fields is no message.
_USUAL = {"from", "to", "subject", "date", "message-id", "received", "return-path", "delivered-to"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept sample, read."""

    id: str
    at: str
    message: Message


class KeptSamples(QObject):
    """Each question gives a Task that fails with MailflowError. `changed` carries the id of the integration."""

    changed = Signal(str)

    def __init__(
        self,
        shelf: SampleShelf,
        reader: MessageReader,
        profiles: Profiles,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._reader = reader
        self._tasks = tasks
        profiles.integration_deleted.connect(self.forget)

    def of(self, integration: str) -> Task:
        """What is kept with an integration: a tuple of Kept, the newest first."""
        return self._tasks.run(partial(self._read_all, integration))

    def keep(self, integration: str, message: Message) -> Task:
        """Keeps a message; the same one is kept once."""
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        sample = KeptSample(sample_id(message), message.raw, message.folder, message.uid, message.received, at)
        task = self._tasks.run(partial(self._shelf.keep, integration, sample))
        return task.done(lambda _: self.changed.emit(integration))

    def drop(self, integration: str, id: str) -> Task:
        """Deletes one kept sample."""
        task = self._tasks.run(partial(self._shelf.drop, integration, id))
        return task.done(lambda _: self.changed.emit(integration))

    def forget(self, integration: str) -> Task:
        """Deletes all that is kept with an integration: it was deleted, or never saved."""
        task = self._tasks.run(partial(self._shelf.forget, integration))
        return task.done(lambda _: self.changed.emit(integration))

    def open_file(self, path: Path) -> Task:
        """The Message of an .eml file."""
        return self._tasks.run(partial(self._open, path))

    def _read_all(self, integration: str) -> tuple[Kept, ...]:
        return tuple(Kept(one.id, one.at, self._message(one)) for one in self._shelf.of(integration))

    def _message(self, one: KeptSample) -> Message:
        return self._reader.read(one.raw, folder=one.folder, uid=one.uid, received=one.received)

    def _open(self, path: Path) -> Message:
        try:
            with path.open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise ConfigurationError(
                tr("The file can't be read"), f"“{path}”: {error.strerror or error}.", details=repr(error)
            ) from error
        if len(raw) > MOST_BYTES:
            raise ConfigurationError(
                tr("“{name}” is too large", name=path.name), tr("The limit is {value} MB.", value=MOST_BYTES >> 20)
            )
        message = self._reader.read(raw)
        if not any(name.lower() in _USUAL for name, _ in message.headers):
            raise ConfigurationError(tr("“{name}” is not an email", name=path.name), tr("Choose an .eml file."))
        return message


def sample_id(message: Message) -> str:
    """The id under which a message is kept: the same bytes, the same id."""
    return fingerprint(message.raw)
