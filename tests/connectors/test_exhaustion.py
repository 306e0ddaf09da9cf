"""Servers that want to use us up: answers without end, drips of whole lines, sizes that are lies, huge mailboxes."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from mailflow_gui.connectors import _pop3_source, _wire
from mailflow_gui.connectors._folders import list_folders
from mailflow_gui.core.connector import Locator
from mailflow_gui.core.errors import UnreachableError
from tests.connectors.fakes import new_trace
from tests.connectors.receiving import FakeImap, FakePop3, letter, plain_settings, source_on
from tests.servers.line_server import Wire

MEGABYTE = 1024 * 1024
#: What lies in buffers between a server and us when we cut the line.
BUFFERED = 8 * MEGABYTE
#: The cap in most tests, which are quicker with a small one.
SMALL_CAP = 2 * MEGABYTE


class Flood:
    """Sends one piece again and again until the client has had enough; `sent` are its octets."""

    def __init__(self, piece: bytes, head: bytes = b"") -> None:
        self._piece = piece * (65_536 // len(piece) + 1)
        self._head = head
        self.sent = 0

    def __call__(self, wire: Wire, tag: str) -> None:
        wire.send(self._head)
        while True:
            wire.send(self._piece)
            self.sent += len(self._piece)


@pytest.fixture
def small_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_wire, "ANSWER_CAP", SMALL_CAP)


def refused(work: Callable[[], object]) -> UnreachableError:
    with pytest.raises(UnreachableError) as caught:
        work()
    return caught.value


@pytest.mark.usefixtures("small_cap")
@pytest.mark.parametrize("line", [b"* 1 EXISTS\r\n", b"* OK still here\r\n", b'* LIST () "/" x\r\n', b"* SEARCH 1\r\n"])
def test_imap_lines_without_end(line: bytes) -> None:
    flood = Flood(line)
    with FakeImap() as server:
        server.answers["UID SEARCH"] = flood
        source = source_on(server)
        error = refused(lambda: source.listing(0))
        source.close()
    assert (error.cause, error.details) == ("UNEXPECTED", "an answer without end")
    assert 0 < flood.sent < SMALL_CAP + BUFFERED


@pytest.mark.parametrize(("piece", "head"), [(b"1 ", b"* SEARCH "), (b"* OK " + b"x" * 5000 + b"\r\n", b"")])
def test_the_cap_in_earnest(piece: bytes, head: bytes) -> None:
    """One line without end, and long lines without end: 40 megabytes are the most we take of an answer."""
    flood = Flood(piece, head)
    with FakeImap() as server:
        server.answers["UID SEARCH"] = flood
        source = source_on(server)
        assert refused(lambda: source.listing(0)).cause == "UNEXPECTED"
        source.close()
    assert 0 < flood.sent < 40 * MEGABYTE + BUFFERED


@pytest.mark.usefixtures("small_cap")
def test_imap_folders_without_end() -> None:
    flood = Flood(b'* LIST () "/" "a folder"\r\n')
    with FakeImap() as server:
        server.answers["LIST"] = flood
        assert refused(lambda: list_folders(plain_settings(server), new_trace())).details == "an answer without end"
    assert 0 < flood.sent < SMALL_CAP + BUFFERED


def test_a_literal_of_4_gigabytes_that_is_really_sent() -> None:
    flood = Flood(b"\0" * 1024, head=b"* 1 FETCH (UID 1 BODY[] {4294967295}\r\n")
    with FakeImap() as server:
        server.answers["UID FETCH 1 (UID RFC822.SIZE)"] = lambda *_: ["* 1 FETCH (UID 1 RFC822.SIZE 5)"]
        server.answers["UID FETCH"] = flood
        source = source_on(server)
        listing = source.listing(0)
        assert "4294967295" in refused(lambda: list(source.fetch(listing.locators))).details
        source.close()
    assert flood.sent < 10 * MEGABYTE


@pytest.mark.usefixtures("small_cap")
@pytest.mark.parametrize("command", ["LIST", "UIDL"])
def test_pop3_lines_without_end(command: str) -> None:
    flood = Flood(b"1 100\r\n", head=b"+OK\r\n")

    class Endless(FakePop3):
        def _answer(self, word: str, rest: str) -> bytes:
            if word == command:
                flood(self.wire, "")
            return super()._answer(word, rest)

        def converse(self, wire: Wire) -> None:
            self.wire = wire
            super().converse(wire)

    with Endless(("a", letter())) as server:
        source = source_on(server)
        assert refused(lambda: source.listing(0)).details == "an answer without end"
        source.close()
    assert 0 < flood.sent < SMALL_CAP + BUFFERED


def test_a_pop3_header_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies beyond the header is dropped as it comes, but not for ever."""
    monkeypatch.setattr(_pop3_source, "ENDLESS", 20 * MEGABYTE)
    flood = Flood(b"X: y\r\n", head=b"+OK\r\n")

    class Endless(FakePop3):
        def _answer(self, word: str, rest: str) -> bytes:
            if word == "TOP":
                flood(self.wire, "")
            return super()._answer(word, rest)

        def converse(self, wire: Wire) -> None:
            self.wire = wire
            super().converse(wire)

    with Endless(("a", letter())) as server:
        source = source_on(server)
        listing = source.listing(0)
        assert refused(lambda: list(source.headers(listing.locators))).cause == "CONNECTION_LOST"
        source.close()
    assert 0 < flood.sent < 2 * (20 * MEGABYTE + BUFFERED)  # a kept session that breaks is replaced once


def test_a_drip_of_whole_lines_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line comes in its time, the end of the answer never does."""
    monkeypatch.setattr(_wire, "ANSWER_LIMIT", 0.5)

    def drip(wire: Wire, tag: str) -> None:
        while True:
            wire.send(b"* OK still here\r\n")
            wire.socket.settimeout(0.05)
            try:
                if not wire.socket.recv(1):
                    return
            except TimeoutError:
                pass

    with FakeImap() as server:
        server.answers["UID SEARCH"] = drip
        source = source_on(server)
        began = time.monotonic()
        assert refused(lambda: source.listing(0)).cause == "TIMED_OUT"
        assert time.monotonic() - began < 5
        source.close()


# ---- sizes that are only large ----


@pytest.mark.parametrize("offered", ["ESEARCH", ""])
def test_a_million_messages(offered: str) -> None:
    first = 4_000_000_000
    with FakeImap() as server:
        server.capabilities = f"IMAP4rev1 {offered}".strip()
        if offered:
            found = [f"* ESEARCH UID ALL {first}:{first + 999_999}"]
        else:
            found = ["* SEARCH " + " ".join(str(first + number) for number in range(1_000_000))]
        server.answers["UID SEARCH"] = lambda *_: list(found)
        source = source_on(server)
        began = time.thread_time()
        listing = source.listing(0)
        assert time.thread_time() - began < 10
        assert (len(listing.locators), listing.locators[-1].uid) == (1_000_000, str(first + 999_999))
        source.close()


@pytest.mark.parametrize("told", ["1:4294967295", "1:9,20:99999999999999999999", "1:*"])
def test_a_range_that_no_folder_holds(told: str) -> None:
    """A few letters that stand for more numbers than there is memory."""
    with FakeImap() as server:
        server.capabilities = "IMAP4rev1 ESEARCH"
        server.answers["UID SEARCH"] = lambda *_: [f"* ESEARCH UID ALL {told}"]
        source = source_on(server)
        if "*" in told:
            assert len(source.listing(0).locators) <= 1
        else:
            assert "messages" in refused(lambda: source.listing(0)).details
        source.close()


def test_a_hundred_thousand_folders() -> None:
    with FakeImap() as server:
        server.answers["LIST"] = lambda *_: [f'* LIST () "/" "folder/{number}"' for number in range(100_000)]
        server.answers["STATUS"] = lambda *_: ['* STATUS "x" (MESSAGES 1 UNSEEN 0)']
        began = time.thread_time()
        folders = list_folders(plain_settings(server), new_trace())
        assert time.thread_time() - began < 20
    assert len(folders) == 100_000


def test_a_size_below_the_truth_is_no_way_in() -> None:
    """Announced as 5 octets, sent as 200 megabytes."""
    flood = Flood(b"x" * 1024, head=b"* 1 FETCH (UID 1 BODY[] {200000000}\r\n")
    with FakeImap() as server:
        server.answers["UID FETCH 1 (UID RFC822.SIZE)"] = lambda *_: ["* 1 FETCH (UID 1 RFC822.SIZE 5)"]
        server.answers["UID FETCH"] = flood
        source = source_on(server)
        source.listing(0)
        assert "more than it had announced" in refused(lambda: list(source.fetch([Locator("7", "1")]))).details
        source.close()
    assert flood.sent < 10 * MEGABYTE
