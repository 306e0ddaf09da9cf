"""SEARCH and FETCH as raw answers: sets that name nothing else, and answers that are not mixed up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imapclient import IMAPClient

from mailflow_gui.connectors import _imap_fetch as box
from mailflow_gui.connectors._imap_session import connect_imap
from mailflow_gui.connectors._trace import SilentTrace
from tests.connectors.receiving import FakeImap, plain_settings


@pytest.fixture
def server() -> Iterator[FakeImap]:
    with FakeImap() as fake:
        yield fake


def connected(server: FakeImap) -> IMAPClient:
    client = connect_imap(plain_settings(server), SilentTrace())
    client.select_folder("INBOX")
    return client


@given(st.sets(st.integers(1, 200), max_size=60))
def test_a_set_names_exactly_its_uids(uids: set[int]) -> None:
    named: set[int] = set()
    for part in box.uid_set(uids).split(",") if uids else ():
        low, _, high = part.partition(":")
        named.update(range(int(low), int(high or low) + 1))
    assert named == uids


def test_five_hundred_scattered_uids_fit_a_command_line() -> None:
    assert len(box.uid_set(range(4_000_000_000, 4_000_001_000, 2))) < 8000


def test_answers_of_other_messages_are_left_out(server: FakeImap) -> None:
    server.answers["UID FETCH"] = lambda *_: ["* 3 FETCH (UID 3 RFC822.SIZE 9)", "* 1 FETCH (UID 1 RFC822.SIZE 7)"]
    client = connected(server)
    assert box.sizes(client, [1, 2]) == {1: 7}
    client.logout()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (["* SEARCH 9 2 5"], [2, 5, 9]),
        (["* SEARCH 2 5", "* SEARCH 9 2"], [2, 5, 9]),
        (["* SEARCH 7 (MODSEQ 917)"], [7]),
        (["* SEARCH"], []),
        (["* SEARCH "], []),
        ([], []),
    ],
)
def test_search_answers(server: FakeImap, answer: list[str], expected: list[int]) -> None:
    server.answers["UID SEARCH"] = lambda *_: list(answer)
    client = connected(server)
    assert box.search(client, "UNSEEN") == expected
    client.logout()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ('* ESEARCH (TAG "x") UID ALL 9,2:4', [2, 3, 4, 9]),
        ('* ESEARCH (TAG "x") UID ALL 4:2', [2, 3, 4]),
        ('* ESEARCH (TAG "x") UID', []),
        ("* SEARCH 3 1", [1, 3]),
    ],
)
def test_extended_search_answers(server: FakeImap, answer: str, expected: list[int]) -> None:
    server.capabilities = "IMAP4rev1 ESEARCH"
    server.answers["UID SEARCH"] = lambda *_: [answer]
    client = connected(server)
    assert box.search(client, "UNSEEN") == expected
    client.logout()


@pytest.mark.parametrize("date", ['"not a date"', '"99-Foo-2026 99:99:99 +9999"', "NIL"])
def test_an_unreadable_date_is_no_trouble(server: FakeImap, date: str) -> None:
    server.answers["UID FETCH"] = lambda *_: [f"* 1 FETCH (UID 1 INTERNALDATE {date} BODY[] NIL)"]
    client = connected(server)
    (piece,) = box.fetch(client, [1], "(UID INTERNALDATE BODY.PEEK[])")
    assert (piece.received, piece.raw) == ("", b"")
    client.logout()
