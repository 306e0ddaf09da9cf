"""Time, size and waiting on the wire: a server can neither stretch a limit nor fill the memory."""

from __future__ import annotations

import imaplib
import smtplib
import socket
import threading
import time
from typing import Any

import pytest

from mailflow_gui.connectors import _greeting, _network
from mailflow_gui.connectors._halt import until_answered
from mailflow_gui.connectors._mailserver import NONE, STARTTLS, TLS
from mailflow_gui.connectors._target import Target
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.connectors._way import way_to
from mailflow_gui.connectors._wire import Leeway, ProtocolError
from mailflow_gui.connectors._wire import Wire as OurWire
from mailflow_gui.core.errors import Cancelled
from mailflow_gui.core.ports import StopRequest
from tests.connectors.fakes import (
    CONNECT,
    OFFERS,
    PROTOCOLS,
    VERIFY,
    Talker,
    error_of,
    new_trace,
    settings_for,
)
from tests.servers import certificates
from tests.servers.line_server import HANG, Wire

every_protocol = pytest.mark.parametrize("protocol", PROTOCOLS)


# ---- time ----


class Dripper(Talker):
    """Sends one octet now and then, and never a line's end."""

    def __init__(self, protocol: str, word: bytes, **options: Any) -> None:
        super().__init__(protocol, **options)
        self.word = word
        self.over = threading.Event()

    def converse(self, wire: Wire) -> None:
        if wire.encrypted or not self.implicit:
            wire.send(self.word)
        while not self.over.wait(0.1):
            wire.send(b"x")

    def stop(self) -> None:
        self.over.set()
        super().stop()


@every_protocol
def test_a_dripping_server_does_not_stretch_the_limit(protocol: str) -> None:
    words = {"imap": b"* OK ", "pop3": b"+OK ", "smtp": b"220 "}
    with Dripper(protocol, words[protocol]) as server:
        start = time.monotonic()
        error = error_of(settings_for(protocol, server.port), new_trace(0.8))
        took = time.monotonic() - start
    assert error.cause == "TIMED_OUT"
    assert took < 2


def test_a_dripping_server_after_the_sign_in() -> None:
    over = threading.Event()

    class Slow(Talker):
        def converse(self, wire: Wire) -> None:
            send = wire.send

            def drip(octets: bytes) -> None:
                if b"250 ok" not in octets:
                    return send(octets)
                while not over.wait(0.1):
                    send(b"2")
                return None

            wire.send = drip  # type: ignore[method-assign]
            super().converse(wire)

    with Slow("smtp") as server:
        session = CONNECT["smtp"](settings_for("smtp", server.port), new_trace())
        session.sock.settimeout(0.5)
        start = time.monotonic()
        with pytest.raises(smtplib.SMTPServerDisconnected):
            session.noop()
        assert time.monotonic() - start < 2
        over.set()
        session.close()


@pytest.mark.parametrize("implicit", [False, True])
@every_protocol
def test_a_server_that_takes_its_time_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, protocol: str, implicit: bool
) -> None:
    """Some servers greet late on purpose; that is no sign of TLS, and under TLS even less."""
    monkeypatch.setattr(_greeting, "SILENCE", 0.1)

    class Late(Talker):
        def converse(self, wire: Wire) -> None:
            threading.Event().wait(0.5)
            super().converse(wire)

    own = certificates.self_signed()
    with Late(protocol, certificate=own, implicit=implicit) as server:
        method = TLS if implicit else NONE
        VERIFY[protocol](settings_for(protocol, server.port, method, server_certificate=own.pem), new_trace())


@every_protocol
def test_silence_in_the_handshake(protocol: str) -> None:
    with Talker(protocol, greeting=HANG) as server:
        start = time.monotonic()
        error = error_of(settings_for(protocol, server.port, TLS), new_trace(0.8))
    assert (error.cause, time.monotonic() - start < 2) == ("TIMED_OUT", True)


@pytest.mark.parametrize("protocol", ["imap", "smtp"])
def test_silence_after_starttls(protocol: str) -> None:
    answers = {**OFFERS[protocol], "STARTTLS": HANG}
    with Talker(protocol, answers) as server:
        error = error_of(settings_for(protocol, server.port, STARTTLS), new_trace(0.8))
    assert error.cause == "TIMED_OUT"


def test_a_name_lookup_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(_network, "is_online", lambda *_: True)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(10) and [])
    start = time.monotonic()
    error = error_of(settings_for("imap", 993, TLS, host="imap.ourcompany.example"), new_trace(0.5))
    over.set()
    assert (error.cause, time.monotonic() - start < 1.5) == ("LOOKUP_FAILED", True)


@pytest.mark.parametrize("method", [NONE, TLS])
def test_a_stop_request_is_heard_at_once(method: str) -> None:
    stop = StopRequest()
    with Talker("imap", greeting=HANG) as server:
        threading.Timer(0.3, stop.set).start()
        start = time.monotonic()
        with pytest.raises(Cancelled):
            VERIFY["imap"](settings_for("imap", server.port, method), SilentTrace(stop))
    assert time.monotonic() - start < 1


def released(sock: socket.socket, leeway: Leeway) -> OurWire:
    sock.setblocking(False)
    target = Target.of(settings_for("imap", 1), "imap", SilentTrace())
    wire = OurWire(sock, way_to(target), lambda: 5.0)
    wire.release(leeway)
    return wire


def test_a_wait_knows_when_the_other_side_moved() -> None:
    """A server that takes or gives a little now and then is slow; it does not stall."""
    ours, theirs = socket.socketpair()
    moments: list[float] = []

    def leeway(moved: float) -> float:
        moments.append(moved)
        return 5.0

    def take_and_give() -> None:
        pause, taken = threading.Event(), 0
        while taken < 4_000_000:
            pause.wait(0.01)
            taken += len(theirs.recv(100_000))
        for _ in range(3):
            pause.wait(0.2)
            theirs.sendall(b"x")

    thread = threading.Thread(target=take_and_give)
    thread.start()
    with ours, theirs:
        wire = released(ours, leeway)
        wire.sendall(bytes(4_000_000))
        assert len(set(moments)) > 2
        moments.clear()
        assert wire.read(3) == b"xxx"
        assert len(set(moments)) > 2
        thread.join()


def test_a_stop_request_is_heard_while_a_server_never_pauses() -> None:
    ours, theirs = socket.socketpair()
    calls: list[float] = []

    def leeway(moved: float) -> float:
        calls.append(moved)
        if len(calls) > 1:
            raise Cancelled
        return 5.0

    with ours, theirs:
        wire = released(ours, leeway)
        theirs.sendall(bytes(150_000))
        with pytest.raises(Cancelled):
            wire.read(1_000_000)
        assert 0 < len(wire.peek()) < 150_000


def test_each_step_has_its_own_limit() -> None:
    trace = SilentTrace(limit=5)
    with trace.step("server"):
        first = trace.deadline()
    with trace.step("port"):
        assert 0 < first <= trace.deadline() + 0.001 <= 5.001


def addresses(*ports: int) -> list[_network.Address]:
    return [_network.Address(socket.AF_INET, ("127.0.0.1", port)) for port in ports]


def test_a_refused_address_makes_room_for_the_next() -> None:
    with Talker("smtp") as server:
        sock, address = _network.connect(addresses(1, server.port), lambda: 5.0)
        assert sock.getpeername() == address.place
        sock.close()


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="only Linux tells all of them")
def test_a_peer_that_vanishes_is_noticed_by_the_system_within_three_minutes() -> None:
    """Idle or not, on every connection: probes of a silent one, a limit for what is not acknowledged."""
    with Talker("smtp") as server:
        sock, _ = _network.connect(addresses(server.port), lambda: 5.0)
        told = watchfulness(sock)
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        sock.close()
    assert told == (60, 30, 4, 180_000)


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="only Linux tells all of them")
def test_a_system_that_notices_it_sooner_is_left_as_it_is() -> None:
    with socket.socket() as sock:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 5)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, 2)
        _network._watch(sock)
        assert watchfulness(sock) == (5, 30, 2, 65_000)


def watchfulness(sock: socket.socket) -> tuple[int, ...]:
    """Seconds of silence before a probe and between two, their number, milliseconds for what is not acknowledged."""
    options = (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT, socket.TCP_USER_TIMEOUT)
    return tuple(sock.getsockopt(socket.IPPROTO_TCP, one) for one in options)


def test_a_silent_address_gets_a_rival() -> None:
    """A listener with a full queue drops what comes, as a firewall does."""
    with Talker("smtp") as server, socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        crowd = [socket.socket() for _ in range(4)]
        for one in crowd:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        start = time.monotonic()
        sock, address = _network.connect(addresses(full.getsockname()[1], server.port), lambda: 5.0)
        took = time.monotonic() - start
        assert address.place == ("127.0.0.1", server.port)
        assert _network.HEAD_START <= took < 2
        for one in (sock, *crowd):
            one.close()


def test_all_refused_and_out_of_time() -> None:
    with pytest.raises(ConnectionRefusedError):
        _network.connect(addresses(1, 1), lambda: 5.0)
    with pytest.raises(TimeoutError):
        _network.connect(addresses(1), lambda: 0.0)


# ---- size ----


@every_protocol
def test_a_greeting_without_end(protocol: str) -> None:
    start = {"imap": b"* OK ", "pop3": b"+OK ", "smtp": b"220 "}[protocol]
    with Talker(protocol, greeting=start + b"x" * 3_000_000) as server:
        assert error_of(settings_for(protocol, server.port)).cause == "UNEXPECTED"


def test_long_lines_of_pop3_are_taken() -> None:
    line = "x" * 200_000
    with Talker("pop3", {"RETR": f"+OK\nSubject: x\n\n{line}\n."}) as server:
        session = CONNECT["pop3"](settings_for("pop3", server.port), new_trace())
        assert session.retr(1)[1][2] == line.encode()
        session.quit()


def test_an_announced_block_of_gigabytes_is_not_waited_for() -> None:
    with Talker("imap", {"NOOP": "* 1 FETCH (BODY[] {4000000000}\nx"}) as server:
        session = CONNECT["imap"](settings_for("imap", server.port), new_trace())
        with pytest.raises(ProtocolError):
            session.noop()
        session.shutdown()


# ---- waiting for mail ----


def test_idle_hears_what_came_with_the_plus() -> None:
    capability = {"CAPABILITY": "* CAPABILITY IMAP4rev1 IDLE\n{tag} OK done"}
    with Talker("imap", {**capability, "IDLE": "+ idling\n* 5 EXISTS"}) as server:
        session = CONNECT["imap"](settings_for("imap", server.port), new_trace())
        session.select_folder("INBOX", readonly=True)
        session.idle()
        assert session.idle_check(timeout=5) == [(5, b"EXISTS")]
        assert session.idle_check(timeout=0.1) == []
        session.shutdown()


def test_idle_tells_when_the_server_has_gone() -> None:
    capability = {"CAPABILITY": "* CAPABILITY IMAP4rev1 IDLE\n{tag} OK done"}
    with Talker("imap", {**capability, "IDLE": ("+ idling", "close")}) as server:
        session = CONNECT["imap"](settings_for("imap", server.port), new_trace())
        session.select_folder("INBOX", readonly=True)
        session.idle()
        with pytest.raises(imaplib.IMAP4.abort):
            session.idle_check(timeout=5)
        session.shutdown()


def test_a_shutdown_from_another_thread_ends_a_read() -> None:
    own = certificates.self_signed()
    with Talker("imap", certificate=own, implicit=True, secure={"NOOP": HANG}) as server:
        settings = settings_for("imap", server.port, TLS, server_certificate=own.pem)
        session = CONNECT["imap"](settings, new_trace())
        threading.Timer(0.3, session.socket().shutdown, [socket.SHUT_RDWR]).start()
        start = time.monotonic()
        with pytest.raises((imaplib.IMAP4.abort, OSError)):
            session.noop()
        assert time.monotonic() - start < 2
        session.shutdown()


def test_a_run_that_was_given_up_writes_nothing_more() -> None:
    """Not even what the system would take at once: the last line of a message, say."""
    ours, theirs = socket.socketpair()
    stop = StopRequest()
    trace = SilentTrace(stop)
    with ours, theirs:
        wire = released(ours, trace.leeway)
        wire.sendall(b"DATA\r\n")
        stop.abandon()
        with trace.halt.allowing(until_answered), pytest.raises(TimeoutError):
            wire.sendall(b".\r\n")
        theirs.setblocking(False)
        assert theirs.recv(100) == b"DATA\r\n"
        with pytest.raises(BlockingIOError):
            theirs.recv(100)
