"""Looks into a mailbox for the window: what the next poll would return, and a sample message for a send step.

Asked on the GUI thread, answered by pool threads; nothing is marked, kept or sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from mailflow_gui.core import identity
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Action, Fetched, Locator, Pattern, Source
from mailflow_gui.core.errors import MailflowError, SettingsError
from mailflow_gui.core.exchange import Dropped, Exchange, Stage
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.ledger import Ledger, Place
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Connection, Step
from mailflow_gui.core.ports import Clock
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import StepContext
from mailflow_gui.engine.assemble import rules_of
from mailflow_gui.engine.connections import settings_of
from mailflow_gui.engine.intake import choose
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.engine.rehearsal import Candidate, NextPoll, look
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks

__all__ = ["BUILT_IN", "Candidate", "NextPoll", "Previews", "Sample"]

#: So many waiting messages are tried until one passes the filters.
TRIED = 10

#: What a send step is shown with while there is no mailbox or no message in it.
BUILT_IN = (
    b"From: Jane Moore <jane.moore@example.org>\r\nTo: info@example.com\r\nSubject: Interested in your product\r\n"
    b"Date: Tue, 24 Nov 2026 14:30:00 +0000\r\nMessage-ID: <sample@example.org>\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\n"
    b"Hello, could you send me a catalog and the prices for 40 chairs?\r\n"
)

Values = Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Sample:
    """A message as it reaches a step. `stopped` says why it never would; then `exchange` is as far as it came.

    `built_in`: not from a mailbox.
    """

    message: Message
    exchange: Exchange
    stopped: str = ""
    built_in: bool = False


class Previews(QObject):
    """Each question gives a Task; the task fails with MailflowError."""

    def __init__(
        self,
        profiles: Profiles,
        ledger: Ledger,
        reader: MessageReader,
        clock: Clock,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._ledger = ledger
        self._reader = reader
        self._clock = clock
        self._tasks = tasks

    def next_poll(self, connection: Connection, values: Values, integration_id: str = "") -> Task:
        """The NextPoll of a receive step with these raw values."""
        return self._tasks.run(partial(self._next_poll, connection, values, integration_id))

    def sample(self, connection: Connection, values: Values, uid: str = "") -> Task:
        """The Message that would be taken first, or the one of this UID, whole; None when the folder is empty."""
        return self._tasks.run(partial(self._sample, connection, values, uid))

    def arriving(
        self, connection: Connection | None, values: Values, steps: Sequence[Step], integration_id: str = ""
    ) -> Task:
        """The Sample that reaches the end of `steps`: the first waiting message that passes them.

        Only steps without a connection are run. Without a connection or a message the built-in sample is used.
        """
        return self._tasks.run(partial(self._arriving, connection, values, tuple(steps), integration_id))

    def _next_poll(self, connection: Connection, values: Values, integration_id: str) -> NextPoll:
        with self._opened(connection, values) as (source, settings):
            place = _place(connection, settings, integration_id)

            def read(fetched: Fetched) -> Message:
                return self._read(fetched, place.folder)

            return look(source, self._ledger, place, rules_of(settings), self._clock, read)

    def _sample(self, connection: Connection, values: Values, uid: str) -> Message | None:
        with self._opened(connection, values) as (source, settings):
            place = _place(connection, settings, "")
            wanted = self._waiting(source, settings, place)
            if uid:
                wanted = [one for one in source.listing(0).locators if one.uid == uid]
            return next(self._messages(source, wanted[:1], place), None)

    def _arriving(
        self, connection: Connection | None, values: Values, steps: tuple[Step, ...], integration_id: str
    ) -> Sample:
        stages = list(self._stages(steps, integration_id))
        last: Sample | None = None
        if connection is not None:
            with self._opened(connection, values) as (source, settings):
                place = _place(connection, settings, integration_id)
                for message in self._messages(source, self._waiting(source, settings, place)[:TRIED], place):
                    last = self._through(message, stages)
                    if not last.stopped:
                        return last
        if last is not None:
            return last
        found = self._through(self._reader.read(BUILT_IN), stages)
        return Sample(found.message, found.exchange, found.stopped, built_in=True)

    def _waiting(self, source: Source, settings: Settings, place: Place) -> list[Locator]:
        """What the next polls would take; when that is nothing, the newest messages of the folder."""
        selection = choose(source, self._ledger, place, rules_of(settings), self._clock)
        waiting = [*selection.locators, *selection.later]
        return waiting or list(reversed(source.listing(0).locators))

    def _messages(self, source: Source, locators: Sequence[Locator], place: Place) -> Iterator[Message]:
        for fetched in source.fetch(locators):
            if not fetched.gone and not fetched.too_large:
                yield self._read(fetched, place.folder)

    def _read(self, fetched: Fetched, folder: str) -> Message:
        return self._reader.read(fetched.raw, folder=folder, uid=fetched.locator.uid, received=fetched.received)

    def _through(self, message: Message, stages: Sequence[Stage]) -> Sample:
        seed = identity.seed(identity.fingerprint(message.raw), 0)
        exchange = Exchange("preview", message, self._clock.now(), seed)
        for stage in stages:
            try:
                result = stage(exchange)
            except MailflowError as error:
                return Sample(message, exchange, str(error))
            if isinstance(result, Dropped):
                return Sample(message, exchange, result.reason)
            exchange = result
        return Sample(message, exchange)

    def _stages(self, steps: Sequence[Step], integration_id: str) -> Iterator[Stage]:
        """The steps that neither receive nor send, prepared. Raises SettingsError for one that is not complete."""
        catalog: Catalog = self._profiles.catalog
        for step in steps:
            if not step.is_connection:
                kind = catalog.step(step.kind)
                settings, _ = kind.settings.check(step.values)
                yield kind.prepare(settings, StepContext(step.id, integration_id))

    @contextmanager
    def _opened(self, connection: Connection, values: Values) -> Iterator[tuple[Source, Settings]]:
        catalog = self._profiles.catalog
        action = _receiving(catalog, connection)
        settings, problems = action.settings.check(values)
        if problems:
            raise SettingsError(
                f"{action.title} is not complete",
                " ".join(one.message for one in problems),
                cause="SETTINGS_INCOMPLETE",
                fields=tuple(one.field for one in problems),
            )
        source: Source = action.open(settings_of(connection, catalog, self._profiles.vault), settings)
        try:
            yield source, settings
        finally:
            source.close()


def _receiving(catalog: Catalog, connection: Connection) -> Action:
    for action in catalog.connector(connection.connector).actions:
        if action.pattern is Pattern.FROM:
            return action
    raise SettingsError(f"“{connection.name}” can't receive", cause="WRONG_PATTERN")


def _place(connection: Connection, settings: Settings, integration_id: str) -> Place:
    return Place(integration_id, connection.id, settings.get("folderName") or "INBOX")
