"""Looks into a mailbox for the window: what the next poll would return, and a sample message for a send step.

Asked on the GUI thread, answered by pool threads; nothing is marked or kept, and only `send_test` sends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Action, Fetched, Locator, Pattern, Source
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.ledger import Place
from mailflow_gui.core.mapping_lines import Line as MapperLine
from mailflow_gui.core.mapping_results import evaluate
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Connection, Step
from mailflow_gui.core.ports import StopRequest
from mailflow_gui.core.rehearsal import Rehearsal
from mailflow_gui.core.settings import Settings
from mailflow_gui.engine.assemble import Line, Workshop, rules_of
from mailflow_gui.engine.connections import settings_of
from mailflow_gui.engine.intake import choose
from mailflow_gui.engine.next_poll import Candidate, NextPoll, look
from mailflow_gui.engine.proof import send_proof
from mailflow_gui.engine.rehearsal import rehearse_message
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks
from mailflow_gui.store.text_files import read_text

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

    def __init__(self, profiles: Profiles, shop: Workshop, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._shop = shop
        self._tasks = tasks
        self._closing = StopRequest()

    def close(self) -> None:
        """Ends every look under way, on quit."""
        self._closing.set()

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

    def messages(self, connection: Connection, values: Values, integration_id: str = "", count: int = 10) -> Task:
        """Whole messages (tuple of Message) of the folder: those the next polls would take, else the newest ones."""
        return self._tasks.run(partial(self._some, connection, values, integration_id, count))

    def read(self, raw: bytes) -> Task:
        """The Message in these bytes: an .eml file or a kept sample."""
        return self._tasks.run(partial(self._shop.reader.read, raw))

    def rehearsals(self, steps: Sequence[Step], messages: Sequence[Message], integration_id: str = "") -> Task:
        """A Rehearsal (in a tuple) of each message through these steps; connections need not be reachable."""
        return self._tasks.run(partial(self._rehearsals, tuple(steps), tuple(messages), integration_id))

    def mapped(self, lines: Sequence[MapperLine], exchange: Exchange) -> Task:
        """What each line of a data mapper makes of a message: a dict of LineResult by the line's id."""
        return self._tasks.run(partial(evaluate, tuple(lines), exchange))

    def send_test(self, step: Step, exchange: Exchange, address: str) -> Task:
        """Sends what a send step makes of a message to one address alone; done once the server has taken it."""
        connection = self._profiles.profile.connection(step.connection)
        return self._tasks.run(partial(send_proof, step, connection, exchange, address, self._shop, self._closing))

    def text_of(self, path: Path) -> Task:
        """The text of a small file, for a template."""
        return self._tasks.run(partial(read_text, path))

    def _next_poll(self, connection: Connection, values: Values, integration_id: str) -> NextPoll:
        with self._opened(connection, values) as (source, settings):
            place = _place(connection, settings, integration_id)

            def read(fetched: Fetched) -> Message:
                return self._read(fetched, place.folder)

            return look(source, self._shop.ledger, place, rules_of(settings), self._shop.clock, read)

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
        inner = [step for step in steps if not step.is_connection]
        last: Sample | None = None
        if connection is not None:
            with self._opened(connection, values) as (source, settings):
                place = _place(connection, settings, integration_id)
                for message in self._messages(source, self._waiting(source, settings, place)[:TRIED], place):
                    last = self._through(message, inner, integration_id)
                    if not last.stopped:
                        return last
        if last is not None:
            return last
        return replace(self._through(self._shop.reader.read(BUILT_IN), inner, integration_id), built_in=True)

    def _waiting(self, source: Source, settings: Settings, place: Place) -> list[Locator]:
        """What the next polls would take; when that is nothing, the newest messages of the folder."""
        selection = choose(source, self._shop.ledger, place, rules_of(settings), self._shop.clock)
        waiting = [*selection.locators, *selection.later]
        return waiting or list(reversed(source.listing(0).locators))

    def _messages(self, source: Source, locators: Sequence[Locator], place: Place) -> Iterator[Message]:
        for fetched in source.fetch(locators):
            if not fetched.gone and not fetched.too_large:
                yield self._read(fetched, place.folder)

    def _read(self, fetched: Fetched, folder: str) -> Message:
        return self._shop.reader.read(fetched.raw, folder=folder, uid=fetched.locator.uid, received=fetched.received)

    def _some(self, connection: Connection, values: Values, integration_id: str, count: int) -> tuple[Message, ...]:
        with self._opened(connection, values) as (source, settings):
            place = _place(connection, settings, integration_id)
            return tuple(self._messages(source, self._waiting(source, settings, place)[:count], place))

    def _rehearsals(
        self, steps: tuple[Step, ...], messages: tuple[Message, ...], integration_id: str
    ) -> tuple[Rehearsal, ...]:
        live = Line(integration_id, self._profiles.profile, self._shop, rehearsing=True).prepare(steps)
        shop = self._shop
        return tuple(rehearse_message(live, message, shop, integration_id, message.received) for message in messages)

    def _through(self, message: Message, steps: Sequence[Step], integration_id: str) -> Sample:
        return sample_of(self._rehearsals(tuple(steps), (message,), integration_id)[0])

    @contextmanager
    def _opened(self, connection: Connection, values: Values) -> Iterator[tuple[Source, Settings]]:
        catalog = self._profiles.catalog
        action = _receiving(catalog, connection)
        settings, problems = action.settings.check(values)
        if problems:
            raise SettingsError(
                tr("{title} is not complete", title=action.title),
                " ".join(one.message for one in problems),
                cause="SETTINGS_INCOMPLETE",
                fields=tuple(one.field for one in problems),
            )
        source: Source = action.open(settings_of(connection, catalog, self._profiles.vault), settings)
        source.attend(self._closing)
        try:
            yield source, settings
        finally:
            source.close()


def sample_of(rehearsal: Rehearsal, *, built_in: bool = False) -> Sample:
    """A rehearsed message as it reaches the step after those it went through."""
    return Sample(rehearsal.message, rehearsal.last, rehearsal.stopped, built_in)


def _receiving(catalog: Catalog, connection: Connection) -> Action:
    for action in catalog.connector(connection.connector).actions:
        if action.pattern is Pattern.FROM:
            return action
    raise SettingsError(tr("“{name}” can't receive", name=connection.name), cause="WRONG_PATTERN")


def _place(connection: Connection, settings: Settings, integration_id: str) -> Place:
    return Place(integration_id, connection.id, settings.get("folderName") or "INBOX")
