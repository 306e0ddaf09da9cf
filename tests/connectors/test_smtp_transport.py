"""Real conversations with a recording server: what is on the wire, when the dot is journaled, what each fault means."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator

import pytest

from mailflow_gui.connectors._smtp_transaction import Patience, stuffed
from mailflow_gui.connectors._smtp_transport import SmtpTransport
from mailflow_gui.connectors.email_send import SendSettings
from mailflow_gui.core.connector import Attempt, Outgoing, Stance
from mailflow_gui.core.errors import CredentialsError, RefusedError, StoreError, UnreachableError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.message import Message
from tests.connectors.letters import MESSAGE_ID, action, composed, exchange, letter, settings_for
from tests.servers.line_server import Action, Ended, LineServer, Wire
from tests.servers.smtp_sink import SmtpSink

A, B, C = "a@example.net", "b@example.net", "c@example.net"
QUICK = Patience(command=0.4, data=0.4, block=0.4, dot=0.4, last=0.2)
CALM = Patience(command=5, data=5, block=5, dot=5, last=1)


class Journal:
    """Counts the calls before the dot, and sees what the server has by then."""

    def __init__(self, sink: SmtpSink | None = None, failure: BaseException | None = None) -> None:
        self.calls = 0
        self.received_before = -1
        self._sink = sink
        self._failure = failure

    def __call__(self) -> None:
        self.calls += 1
        if self._sink is not None:
            self.received_before = len(self._sink.transactions)
        if self._failure is not None:
            raise self._failure


@contextlib.contextmanager
def transport_to(sink: SmtpSink, patience: Patience = CALM, **options: Callable[[], float]) -> Iterator[SmtpTransport]:
    transport = SmtpTransport(settings_for(sink), patience=patience, **options)
    try:
        yield transport
    finally:
        transport.close()


def send(transport: SmtpTransport, outgoing: Outgoing, journal: Journal | None = None) -> Attempt:
    return transport.transmit(outgoing, outgoing.recipients, journal or Journal())


def said(sink: SmtpSink, *verbs: str) -> list[str]:
    """The commands that begin with one of these verbs."""
    return [line for line in sink.commands if line.split()[0].upper() in verbs]


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


# ---- replies ----

REFUSED, RETRY, IN_DOUBT, SENT = Stance.REFUSED, Stance.RETRY, Stance.IN_DOUBT, Stance.SENT


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "dot"])
@pytest.mark.parametrize(
    ("reply", "stance"),
    [
        ("450 4.2.0 Later", RETRY),
        ("451 4.7.1 Greylisted", RETRY),
        ("421 4.3.2 Going down", RETRY),
        ("452 4.3.1 No space\nsecond line", RETRY),
        ("550 5.1.1 No such user", REFUSED),
        ("552 5.3.4 Too big", REFUSED),
        ("554 5.7.1 Spam", REFUSED),
        ("599 What", REFUSED),
    ],
)
def test_replies_by_stage(sink: SmtpSink, stage: str, reply: str, stance: Stance) -> None:
    sink.script(stage, reply, times=1)
    journal = Journal()
    with transport_to(sink) as transport:
        attempt = send(transport, letter(A, B) if stage != "rcpt" else letter(A), journal)
        assert {one for _, one, _ in attempt.recipients} == {attempt.stance} == {stance}
        assert attempt.reply.code == int(reply[:3])
        assert reply[10:15] in str(attempt.reply)
        assert attempt.error is not None
        assert journal.calls == (stage == "dot")
        assert len(sink.messages) == 0
        assert send(transport, letter(C)).stance is SENT
    assert [one.recipients for one in sink.messages] == [(C,)]


#: What a fault looks like before the dot. Half a line may be followed by the answer to the next command.
CAUSES: dict[Action, tuple[str, ...]] = {
    "close": ("CONNECTION_LOST",),
    "reset": ("CONNECTION_LOST",),
    "hang": ("TIMED_OUT",),
    b"25": ("TIMED_OUT", "UNEXPECTED"),
}


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "dot"])
@pytest.mark.parametrize("action", ["close", "reset", "hang", "garbage", "999 What", "354 Again", b"25"])
def test_broken_conversations_by_stage(sink: SmtpSink, stage: str, action: Action) -> None:
    if (stage, action) == ("data", "354 Again"):
        action = "250 Fine"
    sink.script(stage, action, times=1)
    journal = Journal()
    with transport_to(sink, QUICK) as transport:
        attempt = send(transport, letter(A, B), journal)
        assert attempt.stance is (IN_DOUBT if stage == "dot" else RETRY)
        assert {one for _, one, _ in attempt.recipients} == {attempt.stance}
        assert isinstance(attempt.error, UnreachableError)
        assert attempt.error.cause in (("IN_DOUBT",) if stage == "dot" else CAUSES.get(action, ("UNEXPECTED",)))
        assert journal.calls == (stage == "dot")
        assert attempt.reply.code == 0
        connections = sink.connections
        assert send(transport, letter(C)).stance is SENT
        assert sink.connections == connections + 1
    assert [one.recipients for one in sink.messages] == [(C,)]


@pytest.mark.parametrize("stage", ["greeting", "ehlo"])
@pytest.mark.parametrize("action", ["close", "reset", "554 5.7.1 Go away", "421 4.3.2 Busy"])
def test_no_connection_is_raised_and_burns_nothing(smtp_sink: SmtpSink, stage: str, action: Action) -> None:
    smtp_sink.script(stage, action)
    journal = Journal()
    with transport_to(smtp_sink) as transport, pytest.raises(UnreachableError):
        send(transport, letter(A), journal)
    assert journal.calls == 0


def test_a_wrong_password_is_raised(smtp_sink: SmtpSink) -> None:
    smtp_sink.users["info@example.org"] = "changed"
    settings = settings_for(smtp_sink)
    smtp_sink.users["info@example.org"] = "other"
    transport = SmtpTransport(settings)
    with pytest.raises(CredentialsError):
        transport.transmit(letter(A), (A,), Journal())
    assert len(smtp_sink.sign_ins) == 1


@pytest.mark.parametrize("stage", ["mail", "rcpt"])
def test_a_demanded_sign_in_stops_the_account(sink: SmtpSink, stage: str) -> None:
    sink.script(stage, "530 5.7.0 Authentication required")
    journal = Journal()
    transport = SmtpTransport(settings_for(sink, signs_in=False), patience=CALM)
    with pytest.raises(CredentialsError) as failure:
        transport.transmit(letter(A, B), (A, B), journal)
    assert (failure.value.cause, journal.calls) == ("AUTH_NEEDED", 0)
    transport.close()


# ---- some recipients ----


def test_partial_refusal_delivers_to_the_rest(sink: SmtpSink) -> None:
    sink.script("rcpt", {B: "550 5.1.1 No such user", C: "450 4.2.0 Greylisted"})
    journal = Journal()
    with transport_to(sink) as transport:
        attempt = send(transport, letter(A, B, C), journal)
    assert [(address, stance, reply.code) for address, stance, reply in attempt.recipients] == [
        (A, SENT, 250),
        (B, REFUSED, 550),
        (C, RETRY, 450),
    ]
    assert attempt.stance is RETRY
    assert isinstance(attempt.error, UnreachableError)
    assert C in attempt.error.title
    assert journal.calls == 1
    assert [one.recipients for one in sink.messages] == [(A,)]


def test_a_refused_recipient_among_sent_ones_is_named(sink: SmtpSink) -> None:
    sink.script("rcpt", {B: "550 5.1.1 No such user"})
    with transport_to(sink) as transport:
        attempt = send(transport, letter(A, B))
    assert attempt.stance is REFUSED
    assert str(attempt.error).startswith(f"Recipient refused: {B} (550 5.1.1)")


def test_in_doubt_only_for_those_who_were_accepted(sink: SmtpSink) -> None:
    sink.script("rcpt", {B: "550 5.1.1 No such user"})
    sink.script("dot", "close")
    with transport_to(sink) as transport:
        attempt = send(transport, letter(A, B))
    assert [(address, stance) for address, stance, _ in attempt.recipients] == [(A, IN_DOUBT), (B, REFUSED)]
    assert attempt.stance is IN_DOUBT


def test_only_the_wanted_recipients_are_tried_and_each_once(sink: SmtpSink) -> None:
    with transport_to(sink) as transport:
        attempt = transport.transmit(letter(A, B, C), (B, B), Journal())
    assert [address for address, _, _ in attempt.recipients] == [B]
    assert sink.messages[0].recipients == (B,)


def test_all_refused_is_reset_and_the_connection_kept(sink: SmtpSink) -> None:
    sink.script("rcpt", {A: "550 5.1.1 No", B: "550 5.1.1 No"})
    journal = Journal()
    with transport_to(sink) as transport:
        attempt = send(transport, letter(A, B), journal)
        assert (attempt.stance, journal.calls) == (REFUSED, 0)
        assert isinstance(attempt.error, RefusedError)
        assert A in str(attempt.error)
        assert B in str(attempt.error)
        assert send(transport, letter(C)).stance is SENT
    assert sink.connections == 1
    assert len(said(sink, "RSET")) == 1


# ---- the dot ----


@pytest.mark.parametrize("failure", [StoreError("Disk full"), UnreachableError("odd"), KeyboardInterrupt()])
def test_no_dot_when_the_journal_fails(sink: SmtpSink, failure: BaseException) -> None:
    with transport_to(sink) as transport:
        with pytest.raises(type(failure)) as raised:
            send(transport, letter(A), Journal(failure=failure))
        assert raised.value is failure
        assert send(transport, letter(B)).stance is SENT
    assert [one.recipients for one in sink.transactions] == [(B,)]


def test_a_server_that_went_away_while_the_journal_was_written_leaves_no_doubt(sink: SmtpSink) -> None:
    class Cut(Journal):
        def __call__(self) -> None:
            super().__call__()
            sink.drop_connections()

    journal = Cut()
    with transport_to(sink) as transport:
        attempt = send(transport, letter(A), journal)
    assert (attempt.stance, journal.calls, sink.transactions) == (RETRY, 1, [])


def test_a_refusal_before_the_dot_is_believed() -> None:
    """Some servers refuse a body while it is still under way, and hang up."""
    with Patient354(early=b"552 5.3.4 Too big\r\n") as server:
        journal = Journal()
        attempt = send_plain(server, letter(A, text="x\n" * 400_000), journal)
    assert (attempt.stance, attempt.reply.code, journal.calls) == (REFUSED, 552, 0)
    assert isinstance(attempt.error, RefusedError)
    assert attempt.error.cause == "TOO_LARGE"


def test_a_lone_dot_when_data_was_taken_without_a_recipient() -> None:
    """RFC 2920 3.1: the dot ends the void message; it is no delivery, whatever the answer."""
    with Patient354(rcpt=b"550 5.1.1 No\r\n") as server:
        journal = Journal()
        attempt = send_plain(server, letter(A, B), journal)
    assert (attempt.stance, journal.calls) == (REFUSED, 0)
    assert server.log == ["MAIL", "RCPT", "RCPT", "DATA", "void", "QUIT"]


def test_a_dripping_reply_does_not_stretch_the_time() -> None:
    with Patient354(drip=True) as server:
        attempt = send_plain(server, letter(A), patience=QUICK)
        server.let_go.set()
    assert attempt.stance is IN_DOUBT


# ---- the connection ----


def test_five_hundred_messages_over_one_connection(sink: SmtpSink) -> None:
    journal = Journal()
    with transport_to(sink) as transport:
        for number in range(500):
            assert send(transport, letter(A, subject=f"Number {number}"), journal).stance is SENT
    assert sink.connections == 1
    assert len(sink.messages) == journal.calls == 500
    assert said(sink, "RSET", "NOOP") == []


@pytest.mark.parametrize("how", ["dropped", "told"])
def test_a_stale_connection_is_renewed(sink: SmtpSink, how: str) -> None:
    journal = Journal()
    with transport_to(sink) as transport:
        assert send(transport, letter(A), journal).stance is SENT
        if how == "dropped":
            sink.drop_connections()
        else:
            sink.script("mail", "421 4.4.2 Idle too long", times=1)
        assert send(transport, letter(B), journal).stance is SENT
    assert (sink.connections, journal.calls) == (2, 2)
    assert [one.recipients for one in sink.messages] == [(A,), (B,)]


def test_a_fresh_connection_is_not_tried_twice(sink: SmtpSink) -> None:
    sink.script("mail", "close")
    with transport_to(sink) as transport:
        assert send(transport, letter(A)).stance is RETRY
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
        assert send(transport, letter(A)).stance is SENT
    assert (sink.connections, len(sink.messages)) == (2, 4)


def test_over_tls(smtp_sink: SmtpSink) -> None:
    transport = SmtpTransport(settings_for(smtp_sink, secure="SSL/TLS"), patience=CALM)
    for _ in range(20):
        assert transport.transmit(letter(A, text="x\n" * 50_000), (A,), Journal()).stance is SENT
    transport.close()
    assert all(one.encrypted for one in smtp_sink.messages)
    assert smtp_sink.connections == 1


@pytest.mark.parametrize("action", ["hang", "close", "reset", "garbage", "500 What"])
def test_close_never_raises_and_never_waits_long(smtp_sink: SmtpSink, action: Action) -> None:
    smtp_sink.script("quit", action)
    transport = SmtpTransport(settings_for(smtp_sink), patience=QUICK)
    assert send(transport, letter(A)).stance is SENT
    transport.close()
    transport.close()
    assert said(smtp_sink, "QUIT") == ["QUIT"]


class Patient354(LineServer):
    """Says nothing to MAIL and RCPT before DATA has come as well; then 354 whatever the recipients were told."""

    def __init__(self, rcpt: bytes = b"250 OK\r\n", early: bytes = b"", drip: bool = False) -> None:
        super().__init__()
        self.rcpt, self.early, self.drip = rcpt, early, drip
        self.port = 0
        self.log: list[str] = []
        self.let_go = threading.Event()

    def start(self) -> Patient354:
        self.port = self.listen()
        return self

    def converse(self, wire: Wire) -> None:
        wire.send(b"220 here ESMTP\r\n")
        wire.read_line()
        wire.send(b"250-here\r\n250-AUTH PLAIN\r\n250 PIPELINING\r\n")
        wire.read_line()
        wire.send(b"235 In\r\n")
        while True:
            line = wire.read_line().decode()
            verb = line[:4].upper()
            self.log.append(verb)
            if verb == "QUIT":
                wire.send(b"221 Bye\r\n")
                raise Ended
            if verb == "DATA":
                answers = [b"250 OK\r\n" if one == "MAIL" else self.rcpt for one in self.log if one in ("MAIL", "RCPT")]
                wire.send(b"".join(answers) + b"354 Go\r\n")
                self._body(wire)

    def _body(self, wire: Wire) -> None:
        if self.early:
            wire.send(self.early)
            raise Ended
        first = wire.read_line()
        self.log.append("void" if first == b"." else "body")
        while first != b".":
            first = wire.read_line()
        while self.drip and not self.let_go.wait(0.05):
            wire.send(b"250-x\r\n")
        wire.send(b"250 OK\r\n")


def send_plain(
    server: Patient354, outgoing: Outgoing, journal: Journal | None = None, patience: Patience = CALM
) -> Attempt:
    settings = SendSettings(
        host="localhost", port=server.port, username="info", password=SecretText("x"), secure_type="None"
    )
    transport = SmtpTransport(settings, patience=patience)
    try:
        return send(transport, outgoing, journal)
    finally:
        transport.close()
