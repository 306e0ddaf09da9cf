"""What each reply and each fault means at every stage, and when the dot is journaled."""

from __future__ import annotations

import pytest

from mailflow_gui.connectors._smtp_transport import SmtpTransport
from mailflow_gui.core.connector import Rows, Stance
from mailflow_gui.core.errors import CredentialsError, RefusedError, StoreError, UnreachableError
from tests.connectors.letters import letter, settings_for
from tests.connectors.transmitting import (
    CALM,
    QUICK,
    A,
    B,
    C,
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


def test_the_journal_is_told_for_whom_the_dot_is(sink: SmtpSink) -> None:
    sink.script("rcpt", {B: "550 5.1.1 Unknown", C: "451 4.3.0 Later"})
    journal = Journal()
    with transport_to(sink) as transport:
        transport.transmit(letter(A, B, C), (A, B, C), journal)
    assert [(address, stance) for address, stance, _ in journal.rows] == [
        (A, Stance.IN_DOUBT),
        (B, Stance.REFUSED),
        (C, Stance.RETRY),
    ]
    assert [reply.code for _, _, reply in journal.rows] == [0, 550, 451]


def test_a_server_that_went_away_while_the_journal_was_written_leaves_no_doubt(sink: SmtpSink) -> None:
    class Cut(Journal):
        def __call__(self, rows: Rows) -> None:
            super().__call__(rows)
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
