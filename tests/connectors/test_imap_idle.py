"""Waiting for new mail: woken by the server, ended by a stop, and not fooled by a dead connection."""

from __future__ import annotations

import imaplib
import threading
import time
from collections.abc import Callable

import pytest
from imapclient import IMAPClient

from mailflow_gui.connectors import _imap_idle
from mailflow_gui.connectors._imap_session import connect_imap
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.core.errors import UnreachableError
from tests.connectors.receiving import FakeImap, account, letter, settings_for, source_for, source_on
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox, require_dovecot
from tests.servers.line_server import Ended, Wire
from tests.servers.ports import wait_until


class Waiting:
    """A `wait` under way on a thread of its own."""

    def __init__(self, wait: Callable[[float, threading.Event], bool], seconds: float = 60) -> None:
        self.stop = threading.Event()
        self.result: bool | None = None
        self.error: BaseException | None = None
        self._began = time.monotonic()
        self.took = -1.0
        self._thread = threading.Thread(target=self._run, args=(wait, seconds))
        self._thread.start()

    def _run(self, wait: Callable[[float, threading.Event], bool], seconds: float) -> None:
        try:
            self.result = wait(seconds, self.stop)
        except BaseException as error:
            self.error = error
        self.took = time.monotonic() - self._began

    def end(self, seconds: float) -> None:
        """Join; fails the test when it takes longer."""
        self._thread.join(seconds)
        assert self.took >= 0, f"still waiting after {seconds} s"


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_without_push_it_waits_as_long_as_told(mailbox: Mailbox, protocol: str) -> None:
    source = source_for(mailbox, protocol)
    source.listing(0)
    start = time.monotonic()
    assert source.wait(0.2, threading.Event()) is False
    assert 0.2 <= time.monotonic() - start < 1
    waiting = Waiting(source.wait)
    waiting.stop.set()
    waiting.end(1)
    assert waiting.result is False
    source.close()


def test_new_mail_ends_the_wait(mailbox: Mailbox) -> None:
    source = source_for(mailbox, push=True)
    assert source.listing(0).locators == ()
    waiting = Waiting(source.wait)
    mailbox.deliver(letter(1))
    waiting.end(3)
    assert (waiting.result, waiting.error) == (True, None)
    assert [one.uid for one in source.listing(0).locators] == ["1"]
    source.close()


def test_mail_that_came_between_listing_and_wait_ends_it_at_once(mailbox: Mailbox) -> None:
    source = source_for(mailbox, push=True)
    source.listing(0)
    mailbox.deliver(letter(1))
    waiting = Waiting(source.wait)
    waiting.end(3)
    assert waiting.result is True
    source.close()


def test_the_wait_ends_when_its_time_is_over(mailbox: Mailbox) -> None:
    source = source_for(mailbox, push=True)
    source.listing(0)
    waiting = Waiting(source.wait, 0.7)
    waiting.end(3)
    assert waiting.result is False
    assert 0.7 <= waiting.took < 1.5
    mailbox.deliver(letter(1))
    assert len(source.listing(0).locators) == 1
    source.close()


def test_a_stop_ends_it_within_a_second(mailbox: Mailbox) -> None:
    source = source_for(mailbox, push=True)
    source.listing(0)
    waiting = Waiting(source.wait)
    threading.Event().wait(0.3)
    waiting.stop.set()
    waiting.end(1)
    assert waiting.result is False
    source.close()


def test_idle_is_renewed(mailbox: Mailbox) -> None:
    client = connect_imap(settings_for(mailbox), SilentTrace())
    client.select_folder("INBOX")
    client._imap.response("EXISTS")
    waiting = Waiting(lambda seconds, stop: _imap_idle.wait_for_news(client, seconds, stop, renewal=0.2))
    threading.Event().wait(1)
    assert waiting.took < 0
    mailbox.deliver(letter(1))
    waiting.end(3)
    assert waiting.result is True
    client.logout()


def test_a_server_that_goes_down_is_noticed_and_the_next_poll_connects_anew() -> None:
    require_dovecot()
    with Dovecot() as server:
        mailbox = account(server)
        source = source_for(mailbox, push=True)
        source.listing(0)
        waiting = Waiting(source.wait)
        threading.Event().wait(0.3)
        server.restart()
        waiting.end(3)
        assert isinstance(waiting.error, UnreachableError)
        assert waiting.error.cause == "CONNECTION_LOST"
        mailbox.deliver(letter(1))
        assert len(source.listing(0).locators) == 1
        source.close()


# ---- a server that misbehaves ----


def begin_idle(wire: Wire, *, then: Callable[[Wire], None]) -> None:
    wire.send(b"+ idling\r\n")
    then(wire)


def bye(wire: Wire) -> None:
    wire.send(b"* BYE going down\r\n")
    raise Ended


def hang_up(wire: Wire) -> None:
    raise Ended


def bye_and_stay(wire: Wire) -> None:
    wire.send(b"* BYE going down\r\n")
    wire.drain()


@pytest.mark.parametrize("then", [bye, hang_up, bye_and_stay])
def test_a_connection_that_ends_during_idle_is_lost(then: Callable[[Wire], None]) -> None:
    with FakeImap() as server:
        server.answers["IDLE"] = lambda wire, tag: begin_idle(wire, then=then)
        source = source_on(server, push=True)
        source.listing(0)
        waiting = Waiting(source.wait)
        waiting.end(3)
        assert isinstance(waiting.error, UnreachableError)
        assert waiting.error.cause == "CONNECTION_LOST"
        assert source.listing(0).total == 1
        assert server.connections == 2
        source.close()


def test_a_plain_imapclient_hides_nothing_either() -> None:
    """IMAPClient gives an empty list at once, and for ever, when the server has hung up."""
    with FakeImap() as server:
        server.answers["IDLE"] = lambda wire, tag: begin_idle(wire, then=hang_up)
        client = IMAPClient("localhost", server.port, ssl=False, timeout=5)
        client.login("ann", "secret")
        client.select_folder("INBOX")
        client._imap.response("EXISTS")
        with pytest.raises(imaplib.IMAP4.abort, match="during IDLE"):
            _imap_idle.wait_for_news(client, 30, threading.Event())
        client.shutdown()


def test_news_before_the_servers_go_ahead_counts() -> None:
    def idle(wire: Wire, tag: str) -> list[str]:
        wire.send(b"* 2 EXISTS\r\n+ idling\r\n")
        assert wire.read_line() == b"DONE"
        return []

    with FakeImap() as server:
        server.answers["IDLE"] = idle
        source = source_on(server, push=True)
        source.listing(0)
        waiting = Waiting(source.wait)
        waiting.end(2)
        assert (waiting.result, waiting.error) == (True, None)
        source.close()


def test_a_flag_change_is_no_news() -> None:
    def idle(wire: Wire, tag: str) -> list[str]:
        wire.send(b"+ idling\r\n* 1 FETCH (FLAGS (\\Seen))\r\n* OK Still here\r\n* 0 RECENT\r\n* 1 EXPUNGE\r\n")
        assert wire.read_line() == b"DONE"
        return []

    with FakeImap() as server:
        server.answers["IDLE"] = idle
        source = source_on(server, push=True)
        source.listing(0)
        waiting = Waiting(source.wait, 0.8)
        waiting.end(3)
        assert (waiting.result, waiting.error) == (False, None)
        source.close()


def test_push_without_idle_polls() -> None:
    with FakeImap() as server:
        server.capabilities = "IMAP4rev1"
        source = source_on(server, push=True)
        source.listing(0)
        assert source.wait(0.1, threading.Event()) is False
        assert "IDLE" not in server.commands
        source.close()


def test_a_refused_idle_turns_into_plain_waiting() -> None:
    with FakeImap() as server:
        server.answers["IDLE"] = lambda *_: ["NO not now"]
        source = source_on(server, push=True)
        source.listing(0)
        for _ in range(2):
            start = time.monotonic()
            assert source.wait(0.2, threading.Event()) is False
            assert time.monotonic() - start >= 0.2
        assert server.commands.count("IDLE") == 1
        source.listing(0)
        assert server.connections == 1
        source.close()


def test_a_stop_does_not_wait_for_a_silent_server() -> None:
    """As with a half-open connection: what we write is swallowed and nothing comes back."""
    with FakeImap() as server:
        server.answers["IDLE"] = lambda wire, tag: begin_idle(wire, then=lambda wire: wire.drain())
        source = source_on(server, push=True)
        source.listing(0)
        waiting = Waiting(source.wait)
        wait_until(lambda: "IDLE" in server.commands)
        waiting.stop.set()
        waiting.end(1)
        assert (waiting.result, waiting.error) == (False, None)
        source.close()


def test_a_silent_server_is_found_at_the_renewal() -> None:
    with FakeImap() as server:
        server.answers["IDLE"] = lambda wire, tag: begin_idle(wire, then=lambda wire: wire.drain())
        source = source_on(server, push=True)
        source.listing(0)
        source._client.wire.settimeout(0.5)
        source._client._timeout = type(source._client._timeout)(0.5, 0.5)
        waiting = Waiting(source.wait, 0.3)
        waiting.end(3)
        assert isinstance(waiting.error, UnreachableError)
        source.close()
