"""Previews against a real server: what the next poll returns, samples for a send step, and that nothing is marked."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.errors import Cancelled, MailflowError
from mailflow_gui.core.ledger import Intake, Place
from mailflow_gui.core.model import Connection, Step
from mailflow_gui.qt.previews import NextPoll, Sample
from mailflow_gui.qt.tasks import Task
from tests.servers.fake_imap import FakeImap
from tests.servers.fixtures import Mailbox
from tests.servers.line_server import HANG
from tests.ui.integrations.workbench import LETTERS, Workbench, letters, receiving, until, workbench


@pytest.fixture
def bench(tmp_path: Path, mailbox: Mailbox, qapp: QApplication) -> Iterator[Workbench]:
    mailbox.deliver(*letters())
    made = workbench(tmp_path, receiving(mailbox.server, mailbox.user), secret=mailbox.password)
    yield made
    made.close()


@pytest.fixture
def connection(bench: Workbench) -> Connection:
    return bench.profiles.profile.connections[0]


def answer(task: Task) -> Any:
    """The task's result, or the error it failed with."""
    found: list[Any] = []
    task.done(found.append).failed(found.append)
    until(lambda: found, "answer")
    return found[0]


def test_next_five_oldest_first_then_the_later_ones(bench: Workbench, connection: Connection, mailbox: Mailbox) -> None:
    before = mailbox.flags()
    poll = answer(bench.previews.next_poll(connection, {"unseenOnly": True}))
    assert isinstance(poll, NextPoll)
    assert (poll.taking, poll.waiting, poll.more, poll.folder) == (5, 10, 0, "INBOX")
    assert [one.next for one in poll.candidates] == [True] * 5 + [False] * 5
    assert [(one.sender, one.subject) for one in poll.candidates] == list(LETTERS)
    assert mailbox.flags() == before == dict.fromkeys(before, frozenset())


def test_nothing_is_remembered(bench: Workbench, connection: Connection) -> None:
    answer(bench.previews.next_poll(connection, {}, "flow"))
    answer(bench.previews.arriving(connection, {}, (), "flow"))
    assert bench.ledger.intake(Place("flow", connection.id, "INBOX")) is None
    assert bench.ledger.activities() == []


def test_what_the_integration_took_is_not_shown_again(
    bench: Workbench, connection: Connection, mailbox: Mailbox
) -> None:
    with mailbox.server.client(mailbox.user) as client:
        generation = str(client.select_folder("INBOX", readonly=True)[b"UIDVALIDITY"])
    place = Place("flow", connection.id, "INBOX")
    uids = sorted(mailbox.flags())
    bench.ledger.set_intake(place, Intake(generation, floor=uids[7], next_uid=uids[-1] + 1))
    poll = answer(bench.previews.next_poll(connection, {"maxResults": 1}, "flow"))
    assert [(one.subject, one.next) for one in poll.candidates] == [("Your invoice 118", True), ("Thank you", False)]


def test_no_limit_takes_all(bench: Workbench, connection: Connection) -> None:
    poll = answer(bench.previews.next_poll(connection, {"maxResults": -1}))
    assert (poll.taking, len(poll.candidates)) == (10, 10)


def test_missing_folder_and_bad_settings_fail_with_words(bench: Workbench, connection: Connection) -> None:
    error = answer(bench.previews.next_poll(connection, {"folderName": "Nowhere"}))
    assert isinstance(error, MailflowError)
    assert (error.cause, error.title) == ("FOLDER_NOT_FOUND", "Folder “Nowhere” does not exist")
    error = answer(bench.previews.next_poll(connection, {"maxResults": 0}))
    assert isinstance(error, MailflowError)
    assert error.fields == ("maxResults",)


def test_sample_is_whole_and_unmarked(bench: Workbench, connection: Connection, mailbox: Mailbox) -> None:
    before = mailbox.flags()
    first = answer(bench.previews.sample(connection, {}))
    assert first.subject == "Request for a catalog"
    assert "this is about: Request for a catalog." in first.content
    chosen = answer(bench.previews.sample(connection, {}, str(sorted(before)[-1])))
    assert chosen.subject == "Thank you"
    assert mailbox.flags() == before


def test_sample_of_an_empty_folder_is_none(bench: Workbench, connection: Connection, mailbox: Mailbox) -> None:
    mailbox.server.create_folder(mailbox.user, "Empty")
    assert answer(bench.previews.sample(connection, {"folderName": "Empty"})) is None
    sample = answer(bench.previews.arriving(connection, {"folderName": "Empty"}, ()))
    assert isinstance(sample, Sample)
    assert sample.built_in
    assert sample.message.subject == "Interested in your product"


FILTER = Step(kind="basic-filter", values={"rules": [{"path": "subject", "op": "contains", "value": "product"}]})
MAPPER = Step(kind="data-mapper", values={"mappings": [{"from": ["from"], "to": "to"}]})


def test_the_first_message_that_passes_the_filter_arrives_mapped(bench: Workbench, connection: Connection) -> None:
    sample = answer(bench.previews.arriving(connection, {}, (FILTER, MAPPER)))
    assert (sample.message.subject, sample.stopped) == ("Interested in your product", "")
    assert sample.exchange.mapped("to") == "Jane Moore <jane@example.org>"


def test_when_no_message_passes_it_says_why(bench: Workbench, connection: Connection) -> None:
    none = dataclasses.replace(FILTER, values={"rules": [{"path": "subject", "op": "contains", "value": "zebra"}]})
    sample = answer(bench.previews.arriving(connection, {}, (none, MAPPER)))
    assert "1 of 1 rules did not match" in sample.stopped
    assert sample.exchange.mapped("to") is None


def test_a_step_that_is_not_complete_stops_the_sample(bench: Workbench, connection: Connection) -> None:
    sample = answer(bench.previews.arriving(connection, {}, (Step(kind="basic-filter"),)))
    assert sample.stopped.startswith("Basic Filter has no rule")


def test_pop3_is_looked_at_too(bench: Workbench, mailbox: Mailbox) -> None:
    pop3 = receiving(mailbox.server, mailbox.user, "POP", protocol="pop3")
    answer(
        bench.profiles.save_connection(
            pop3, {"password": bench.vault.get(bench.profiles.profile.connections[0].id, "password")}
        )
    )
    poll = answer(bench.previews.next_poll(pop3, {}))
    assert (poll.taking, poll.waiting) == (5, 10)
    assert poll.candidates[0].subject == "Request for a catalog"


def test_closing_ends_a_look_at_a_server_that_stalls(tmp_path: Path, fake_imap: FakeImap, qapp: QApplication) -> None:
    """On quit, so that the program need not wait for the server."""
    fake_imap.script("UID SEARCH", HANG)
    values = {"host": fake_imap.host, "port": fake_imap.port, "username": fake_imap.user, "secureType": "None"}
    stalled = Connection("Stalled", "email-receive", {"protocol": "imap", **values})
    bench = workbench(tmp_path, stalled, secret=fake_imap.password)
    task = bench.previews.next_poll(stalled, {})
    fake_imap.reached("UID SEARCH")
    bench.previews.close()
    assert isinstance(answer(task), Cancelled)
    bench.close()
