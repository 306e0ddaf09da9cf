"""The kept connection and what is on the wire, with a recording server."""

from __future__ import annotations

import pytest

from mailflow_gui.connectors._smtp_transaction import stuffed
from mailflow_gui.connectors._smtp_transport import SmtpTransport
from mailflow_gui.core.connector import Outgoing, Stance
from mailflow_gui.core.errors import RefusedError
from mailflow_gui.core.message import Message
from tests.connectors.letters import MESSAGE_ID, action, composed, exchange, letter, settings_for
from tests.connectors.transmitting import (
    CALM,
    QUICK,
    A,
    B,
    Journal,
    Patient354,
    said,
    send,
    send_plain,
    transport_to,
)
from tests.servers.line_server import Action
from tests.servers.smtp_sink import SmtpSink


@pytest.fixture(params=["pipelined", "stepwise"])
def sink(request: pytest.FixtureRequest, smtp_sink: SmtpSink) -> SmtpSink:
    """The recording server, with and without PIPELINING."""
    if request.param == "stepwise":
        smtp_sink.hide("PIPELINING")
    return smtp_sink


# ---- what is on the wire ----


def test_the_bytes_arrive_as_composed(sink: SmtpSink) -> None:
    outgoing = letter(A, B, text=".dot\n..two\nend\n.\nMAIL FROM:<evil@x.y>\n.")
    journal = Journal(sink)
    with transport_to(sink) as transport:
        attempt = send(transport, outgoing, journal)
    assert (attempt.stance, attempt.error, attempt.reply.code) == (Stance.SENT, None, 250)
    assert [(address, stance) for address, stance, _ in attempt.recipients] == [(A, Stance.SENT), (B, Stance.SENT)]
    (got,) = sink.messages
    assert got.content == outgoing.wire
    assert (got.mail_from, got.recipients) == (outgoing.sender, (A, B))
    assert b"\r\n..dot\r\n...two\r\nend\r\n..\r\nMAIL" in got.raw
    assert got.raw.count(b"\r\n.\r\n") == 0
    assert got.raw.count(b"\r") == got.raw.count(b"\n") == got.raw.count(b"\r\n")
    assert (journal.calls, journal.received_before) == (1, 0)
    assert said(sink, "MAIL", "RCPT", "DATA", "RSET", "QUIT")[-5:] == [
        f"MAIL FROM:<{outgoing.sender}> SIZE={len(outgoing.wire)}",
        f"RCPT TO:<{A}>",
        f"RCPT TO:<{B}>",
        "DATA",
        "QUIT",
    ]


@pytest.mark.parametrize(
    ("message", "wire"),
    [
        (b"a\r\n", b"a\r\n"),
        (b"a", b"a\r\n"),
        (b".\r\n", b"..\r\n"),
        (b".a\r\n.\r\n..b\r\n", b"..a\r\n..\r\n...b\r\n"),
        (b"", b"\r\n"),
        (b"a\r\n.", b"a\r\n..\r\n"),
    ],
)
def test_dot_stuffing(message: bytes, wire: bytes) -> None:
    assert stuffed(message) == wire


@pytest.mark.parametrize(
    "evil",
    [b"\n.\n", b"\r.\r", b"\r\n.\r", b"\n.\r\n", b"\r.\r\n", b"\r\n.\n", b"\r\n.\r\r\n", b"a\nb\r\n", b"a\rb\r\n"],
)
def test_a_bare_line_end_is_never_sent(sink: SmtpSink, evil: bytes) -> None:
    outgoing = Outgoing("info@example.org", (A,), b"Subject: x\r\n\r\na" + evil + b"MAIL FROM:<b>\r\n", MESSAGE_ID)
    journal = Journal()
    with transport_to(sink) as transport:
        attempt = send(transport, outgoing, journal)
    assert (attempt.stance, journal.calls, sink.transactions) == (Stance.REFUSED, 0, [])
    assert isinstance(attempt.error, RefusedError)
    assert attempt.error.cause == "INTERNAL"
    assert said(sink, "MAIL") == []


@pytest.mark.parametrize(
    "evil", ["a@x.example> SIZE=1", "a@x.example\r\nRCPT TO:<b@x.y", "a b@x.example", "a@x.example\n"]
)
def test_an_address_that_could_be_a_command_is_never_sent(smtp_sink: SmtpSink, evil: str) -> None:
    with transport_to(smtp_sink) as transport:
        for outgoing in (
            Outgoing("i@x.example", (evil,), b"\r\n", MESSAGE_ID),
            Outgoing(evil, (A,), b"\r\n", MESSAGE_ID),
        ):
            attempt = send(transport, outgoing)
            assert attempt.stance is Stance.REFUSED
            assert isinstance(attempt.error, RefusedError)
            assert attempt.error.cause == "RECIPIENT_SYNTAX"
    assert said(smtp_sink, "MAIL", "RCPT") == []


def test_one_write_with_pipelining() -> None:
    """A server that only answers once it has MAIL, RCPT and DATA: without pipelining this would never end."""
    with Patient354() as server:
        attempt = send_plain(server, letter(A, B))
    assert attempt.stance is Stance.SENT
    assert server.log == ["MAIL", "RCPT", "RCPT", "DATA", "body", "QUIT"]


def test_many_recipients_go_out_in_groups(sink: SmtpSink) -> None:
    many = [f"r{number}@example.net" for number in range(350)]
    sink.script("rcpt", {"r120@example.net": "550 5.1.1 No", "r349@example.net": "450 4.2.0 Later"})
    with transport_to(sink) as transport:
        attempt = send(transport, letter(*many))
    assert attempt.stance is Stance.RETRY
    stances = {address: stance for address, stance, _ in attempt.recipients}
    assert (stances.pop("r120@example.net"), stances.pop("r349@example.net")) == (Stance.REFUSED, Stance.RETRY)
    assert set(stances.values()) == {Stance.SENT}
    assert len(sink.messages[0].recipients) == 348


def test_extensions_are_used_where_offered(smtp_sink: SmtpSink) -> None:
    outgoing = composed(action(bcc="jürgen@example.net", subject="Grüße", text="Grüße"), exchange(Message(raw=b"")))
    with transport_to(smtp_sink) as transport:
        assert send(transport, outgoing).stance is Stance.SENT
    (got,) = smtp_sink.messages
    assert got.mail_parameters == (f"SIZE={len(outgoing.wire)}", "SMTPUTF8")
    assert got.recipients == ("jürgen@example.net",)
    smtp_sink.clear()
    eight = Outgoing("i@x.example", (A,), "Subject: x\r\n\r\nGrüße\r\n".encode(), MESSAGE_ID)
    with transport_to(smtp_sink) as transport:
        assert send(transport, eight).stance is Stance.SENT
    assert smtp_sink.messages[0].mail_parameters[1:] == ("BODY=8BITMIME",)
    assert smtp_sink.messages[0].content == eight.wire
    smtp_sink.clear()
    smtp_sink.hide("SIZE", "8BITMIME", "SMTPUTF8", "PIPELINING")
    with transport_to(smtp_sink) as transport:
        assert send(transport, letter(A, text="Grüße", subject="Grüße")).stance is Stance.SENT
    assert smtp_sink.messages[0].mail_parameters == ()
    assert smtp_sink.messages[0].content.isascii()


@pytest.mark.parametrize(
    ("hidden", "outgoing", "cause", "words"),
    [
        ("SMTPUTF8", Outgoing("i@x.example", ("jü@x.example",), b"\r\n", MESSAGE_ID, "", True), "UTF8_ADDRESS", "jü@x"),
        ("SMTPUTF8", Outgoing("i@x.example", (A,), b"\r\n", MESSAGE_ID, "", True), "UTF8_ADDRESS", "beyond A to Z"),
        ("8BITMIME", Outgoing("i@x.example", (A,), b"\r\n\xff\r\n", MESSAGE_ID), "INTERNAL", "7-bit"),
        ("", Outgoing("i@x.example", (A,), b"\r\n" + b"x" * 2000 + b"\r\n", MESSAGE_ID), "TOO_LARGE", "2,004 bytes"),
    ],
)
def test_what_the_server_cannot_take_is_not_offered_to_it(
    smtp_sink: SmtpSink, hidden: str, outgoing: Outgoing, cause: str, words: str
) -> None:
    smtp_sink.size_limit = 1000
    smtp_sink.hide(hidden)
    journal = Journal()
    with transport_to(smtp_sink) as transport:
        attempt = send(transport, outgoing, journal)
    assert attempt.stance is Stance.REFUSED
    assert isinstance(attempt.error, RefusedError)
    assert (attempt.error.cause, journal.calls) == (cause, 0)
    assert words in attempt.error.title
    assert said(smtp_sink, "MAIL") == []


def test_no_recipients(smtp_sink: SmtpSink) -> None:
    with transport_to(smtp_sink) as transport, pytest.raises(RefusedError, match="any recipients"):
        transport.transmit(letter(A), (), Journal())
    assert smtp_sink.connections == 0


# ---- the connection ----


def test_five_hundred_messages_over_one_connection(sink: SmtpSink) -> None:
    journal = Journal()
    with transport_to(sink) as transport:
        for number in range(500):
            assert send(transport, letter(A, subject=f"Number {number}"), journal).stance is Stance.SENT
    assert sink.connections == 1
    assert len(sink.messages) == journal.calls == 500
    assert said(sink, "RSET", "NOOP") == []


@pytest.mark.parametrize("how", ["dropped", "told"])
def test_a_stale_connection_is_renewed(sink: SmtpSink, how: str) -> None:
    journal = Journal()
    with transport_to(sink) as transport:
        assert send(transport, letter(A), journal).stance is Stance.SENT
        if how == "dropped":
            sink.drop_connections()
        else:
            sink.script("mail", "421 4.4.2 Idle too long", times=1)
        assert send(transport, letter(B), journal).stance is Stance.SENT
    assert (sink.connections, journal.calls) == (2, 2)
    assert [one.recipients for one in sink.messages] == [(A,), (B,)]


def test_a_fresh_connection_is_not_tried_twice(sink: SmtpSink) -> None:
    sink.script("mail", "close")
    with transport_to(sink) as transport:
        assert send(transport, letter(A)).stance is Stance.RETRY
    assert sink.connections == 1


def test_an_idle_connection_is_asked_first(sink: SmtpSink) -> None:
    now = [0.0]
    with transport_to(sink, monotonic=lambda: now[0]) as transport:
        send(transport, letter(A))
        now[0] += 59
        send(transport, letter(A))
        assert said(sink, "NOOP") == []
        now[0] += 61
        send(transport, letter(A))
        assert said(sink, "NOOP") == ["NOOP"]
        now[0] += 61
        sink.drop_connections()
        assert send(transport, letter(A)).stance is Stance.SENT
    assert (sink.connections, len(sink.messages)) == (2, 4)


def test_over_tls(smtp_sink: SmtpSink) -> None:
    transport = SmtpTransport(settings_for(smtp_sink, secure="SSL/TLS"), patience=CALM)
    for _ in range(20):
        assert transport.transmit(letter(A, text="x\n" * 50_000), (A,), Journal()).stance is Stance.SENT
    transport.close()
    assert all(one.encrypted for one in smtp_sink.messages)
    assert smtp_sink.connections == 1


@pytest.mark.parametrize("action", ["hang", "close", "reset", "garbage", "500 What"])
def test_close_never_raises_and_never_waits_long(smtp_sink: SmtpSink, action: Action) -> None:
    smtp_sink.script("quit", action)
    transport = SmtpTransport(settings_for(smtp_sink), patience=QUICK)
    assert send(transport, letter(A)).stance is Stance.SENT
    transport.close()
    transport.close()
    assert said(smtp_sink, "QUIT") == ["QUIT"]
