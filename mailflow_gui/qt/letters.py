"""A message that the ledger keeps, made ready to be looked at: read, bounded, saved to files. GUI thread.

All work is done on pool threads; odd messages are read in the reader's child process. Nothing is fetched from anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.excerpt import Excerpt, excerpt
from mailflow_gui.core.language import tr
from mailflow_gui.core.ledger import Ledger
from mailflow_gui.core.message import Message
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.qt.tasks import Task, Tasks
from mailflow_gui.store.files import replace_file


def no_longer_kept() -> StoreError:
    """The error for a message whose bytes are gone."""
    return StoreError(
        tr("Mailflow no longer has this message"),
        tr("It is kept until it has been dealt with. It may still be in the mailbox."),
        cause="NOT_KEPT",
    )


@dataclass(frozen=True, slots=True)
class Letter:
    """A message with what is shown of it. `text` is plain text also where the message is HTML."""

    exchange: str
    message: Message
    text: Excerpt
    headers: Excerpt
    source: Excerpt


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An email that waits for approval, as it will be sent: `recipients` is everybody who gets it, Bcc included."""

    letter: Letter
    sender: str
    recipients: tuple[str, ...]


class Letters(QObject):
    """Each question gives a Task that fails with MailflowError."""

    def __init__(self, ledger: Ledger, reader: MessageReader, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._reader = reader
        self._tasks = tasks

    def open(self, exchange: str) -> Task:
        """The Letter of an exchange; fails when its bytes are no longer kept."""
        return self._tasks.run(partial(self._open, exchange))

    def outgoing(self, exchange: str) -> Task:
        """The emails of an exchange that wait for approval (list of Outgoing)."""
        return self._tasks.run(partial(self._outgoing, exchange))

    def save_attachment(self, letter: Letter, number: int, path: Path) -> Task:
        """Writes an attachment to a file that only its owner may read."""
        return self._tasks.run(partial(_write, path, letter.message.attachments[number].content))

    def save_source(self, letter: Letter, path: Path) -> Task:
        """Writes the message as it was received (.eml)."""
        return self._tasks.run(partial(_write, path, letter.message.raw))

    def save(self, exchange: str, path: Path) -> Task:
        """Writes a message as it was received (.eml) without reading it; fails when its bytes are no longer kept."""
        return self._tasks.run(lambda: _write(path, self._raw(exchange)))

    def _open(self, exchange: str) -> Letter:
        return letter_of(exchange, self._reader.read(self._raw(exchange)))

    def _outgoing(self, exchange: str) -> list[Outgoing]:
        found = [one.outgoing for one in self._ledger.awaiting(exchange)]
        return [Outgoing(letter_of(exchange, self._reader.read(one.wire)), one.sender, one.recipients) for one in found]

    def _raw(self, exchange: str) -> bytes:
        raw = self._ledger.raw(exchange)
        if raw is None:
            raise no_longer_kept()
        return raw


def letter_of(exchange: str, message: Message) -> Letter:
    """What is shown of a message."""
    headers = "\n".join(f"{name}: {value}" for name, value in message.headers)
    source = message.raw[: 4 * 64 * 1024].decode("utf-8", "replace")
    return Letter(exchange, message, excerpt(message.content), excerpt(headers), excerpt(source))


def _write(path: Path, data: bytes) -> None:
    try:
        replace_file(path, data)
    except OSError as error:
        raise StoreError(tr("The file was not saved"), f"“{path}”: {error.strerror or error}.") from error
