"""A kept message is read on a pool thread, bounded, and saved whole."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.connector import Locator
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.ledger import Intake, Place, Trip
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.qt.letters import Letter, Letters
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.ledger import SqliteLedger

RAW = (
    b"From: Jane Moore <jane@example.org>\r\nTo: info@ourcompany.com\r\nSubject: Catalog\r\n"
    b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n'
    b'--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="../list.pdf"\r\n\r\n'
    b"%PDF\x00\x01\r\n--b--\r\n"
)


@pytest.fixture
def letters(tmp_path: Path, qtbot: QtBot) -> Iterator[Letters]:
    ledger, reader, tasks = SqliteLedger(tmp_path / "ledger.sqlite"), MessageReader(), Tasks()
    long = b"Subject: Long\r\n\r\n" + b"x" * 1_000_000
    for id, raw in (("t1", RAW), ("t2", long)):
        at = "2026-11-24T14:30:00+01:00"
        trip = Trip(id, Place("i", "a", "INBOX"), Locator("7", id), id, id, at)
        ledger.take([(trip, raw)], Intake("7"))
    yield Letters(ledger, reader, tasks)
    assert tasks.wait()
    reader.close()
    ledger.close()


def opened(letters: Letters, qtbot: QtBot, exchange: str = "t1") -> Letter:
    found: list[Letter] = []
    letters.open(exchange).done(found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_what_is_shown_of_a_message(letters: Letters, qtbot: QtBot) -> None:
    letter = opened(letters, qtbot)
    assert letter.message.subject == "Catalog"
    assert letter.text.text.strip() == "Hello"
    assert letter.headers.text.splitlines()[:2] == [
        "From: Jane Moore <jane@example.org>",
        "To: info@ourcompany.com",
    ]
    assert letter.source.text.startswith("From: Jane Moore")
    assert [one.name for one in letter.message.attachments] == ["list.pdf"]


def test_a_message_of_one_endless_line_is_bounded(letters: Letters, qtbot: QtBot) -> None:
    letter = opened(letters, qtbot, "t2")
    for part in (letter.text, letter.source):
        assert part.cut
        assert max(map(len, part.text.splitlines())) <= 2000


def test_a_message_that_is_gone_says_so(letters: Letters, qtbot: QtBot) -> None:
    told: list[Exception] = []
    letters.open("unknown").failed(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], StoreError)
    assert told[0].cause == "NOT_KEPT"


def test_attachments_and_source_are_saved_whole_and_private(letters: Letters, qtbot: QtBot, tmp_path: Path) -> None:
    letter = opened(letters, qtbot)
    done: list[object] = []
    letters.save_attachment(letter, 0, tmp_path / "list.pdf").done(done.append)
    letters.save_source(letter, tmp_path / "message.eml").done(done.append)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert (tmp_path / "list.pdf").read_bytes() == b"%PDF\x00\x01"
    assert (tmp_path / "message.eml").read_bytes() == RAW
    assert stat.S_IMODE((tmp_path / "list.pdf").stat().st_mode) == 0o600


def test_a_file_that_can_not_be_written_is_told(letters: Letters, qtbot: QtBot, tmp_path: Path) -> None:
    letter = opened(letters, qtbot)
    told: list[Exception] = []
    letters.save_source(letter, tmp_path / "nowhere" / "message.eml").failed(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert "The file was not saved" in str(told[0])
