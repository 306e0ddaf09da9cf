"""Every stage of SMTP, IMAP and POP3 × every kind of fault, once: what is told, and each message arrives once.

What servers answer in order, and refuse, is in `tests/connectors/test_smtp_transaction.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from mailflow_gui.connectors._smtp_transaction import Patience
from mailflow_gui.connectors._smtp_transport import SmtpTransport
from mailflow_gui.connectors.email_receive import ReceiveAction, ReceiveSettings, open_source
from mailflow_gui.connectors.email_send import SendSettings
from mailflow_gui.core.connector import Source, Transport
from mailflow_gui.core.fields import SecretText
from tests.fakes.mailbox import FakeMailbox, FakeTransport, mail
from tests.reliability.cuts import SUBJECTS, Session, impatient
from tests.reliability.steps import MEMORY
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3
from tests.servers.smtp_sink import SmtpSink

CAUSES = {
    "close": "CONNECTION_LOST",
    "reset": "CONNECTION_LOST",
    "hang": "TIMED_OUT",
    "drip": "TIMED_OUT",
    "garbage": "UNEXPECTED",
}
STALLS = ("hang", "drip")
#: Seconds that a server which stalls is waited for, and one that is only busy.
SHORT, LONG = 0.5, 20.0

every_fault = pytest.mark.parametrize("fault", CAUSES)


@pytest.fixture
def path() -> Iterator[Path]:
    with TemporaryDirectory(dir=MEMORY) as name:
        yield Path(name) / "ledger.db"


def patience(fault: str) -> float:
    """After garbage nothing more comes: some clients go on waiting then."""
    return LONG if fault in ("close", "reset") else SHORT


def run(
    path: Path, source: Source, transport: Transport, arrived: Callable[[], list[str]]
) -> tuple[set[str], list[str]]:
    """The causes that the first poll told of, and what was in doubt in the end; then the person has resolved it."""
    session = Session(path, source, transport)
    try:
        told = session.poll()
        for _ in range(2):
            session.poll()
        doubts = session.resolve(arrived)
        session.poll()
        assert session.ledger.activities(held=True) == []
        return {one.cause for one in told if one.cause}, doubts
    finally:
        session.close()


# ---- SMTP ----


def sending_causes(stage: str, fault: str) -> set[str]:
    """What the person may be told."""
    if stage == "quit":
        return {""}
    if stage == "greeting" and fault == "garbage":
        return {"NOT_A_MAIL_SERVER"}
    if stage == "dot" or (stage, fault) == ("body", "hang"):
        return {"IN_DOUBT"}  # a body fits the buffers of the line: that nobody reads it shows after the dot only
    # The end of the line, or a first octet of an answer, may reach us before the dot is written, or after.
    return {CAUSES[fault], "IN_DOUBT"} if stage == "body" else {CAUSES[fault]}


@every_fault
@pytest.mark.parametrize(
    "stage", ["greeting", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "body", "dot", "quit"]
)
def test_sending(path: Path, smtp_sink: SmtpSink, stage: str, fault: str) -> None:
    mailbox = FakeMailbox()
    mailbox.deliver(mail(1), mail(2))
    smtp_sink.script(stage, fault, times=1)
    settings = SendSettings(
        host="localhost", port=smtp_sink.port, username="info@example.org", password=SecretText("secret"),
        secure_type="StartTLS", server_certificate=smtp_sink.certificate.trust_pem,
    )  # fmt: skip
    seconds, possible = patience(fault), sending_causes(stage, fault)
    limits = Patience(seconds, seconds, seconds, seconds if "IN_DOUBT" in possible else LONG, 0.2)

    def arrived() -> list[str]:
        return [re.findall(rb"Subject: (.*)\r", one.content)[0].decode() for one in smtp_sink.messages]

    with impatient(seconds):
        causes, doubts = run(path, mailbox, SmtpTransport(settings, patience=limits), arrived)
    assert "".join(causes) in possible
    assert doubts == (["Hello 1"] if "IN_DOUBT" in causes else [])
    assert sorted(arrived()) == SUBJECTS
    assert all(one.seen for one in mailbox.messages)


# ---- IMAP and POP3 ----


def receiving_cause(server: FakeImap | FakePop3, stage: str, fault: str) -> str:
    """What the person is told: nothing when a session that had been good is renewed at once."""
    if stage == "greeting" and fault == "garbage":
        return "NOT_A_MAIL_SERVER"
    good = stage in ("UID FETCH", "literal", "UID STORE", "RETR", "DELE", "QUIT")
    if isinstance(server, FakeImap):
        if stage == "LOGOUT" or (good and fault not in STALLS):
            return ""
        # The answer that was asked for does not come, or not in a form that leaves the session of use.
        unreadable = {"CAPABILITY": "TIMED_OUT", "STARTTLS": "TIMED_OUT", "LOGIN": "UNEXPECTED"}
        return CAUSES[fault] if fault != "garbage" else unreadable.get(stage, "CONNECTION_LOST")
    return "" if good and fault in ("close", "reset") else CAUSES[fault]


def receiving(path: Path, server: FakeImap | FakePop3, stage: str, fault: str) -> None:
    server.keep(mail(1), mail(2))
    server.script(stage, fault, times=1)
    imap = isinstance(server, FakeImap)
    settings = ReceiveSettings(
        protocol="imap" if imap else "pop3", host="localhost", port=server.port, username=server.user,
        password=SecretText(server.password), secure_type="StartTLS", server_certificate=server.certificate.trust_pem,
    )  # fmt: skip
    transport = FakeTransport()

    def arrived() -> list[str]:
        return [wire.split(b"\r\n")[0].decode().removeprefix("Subject: ") for _, _, wire in transport.delivered]

    with impatient(patience(fault)):
        source = open_source(settings, ReceiveAction(after_success="mark-seen" if imap else "delete"))
        causes, doubts = run(path, source, transport, arrived)
    cause = receiving_cause(server, stage, fault)
    assert causes == ({cause} if cause else set())
    assert doubts == []
    assert arrived() == SUBJECTS
    if isinstance(server, FakeImap):
        assert [one.flags for one in server.letters] == [{"\\Seen"}] * 2
    else:
        assert server.messages == []
    server.reached(stage)


@every_fault
@pytest.mark.parametrize(
    "stage",
    [
        *("greeting", "CAPABILITY", "STARTTLS", "LOGIN", "SELECT"),
        *("UID SEARCH", "UID FETCH", "literal", "UID STORE", "LOGOUT"),
    ],
)
def test_imap(path: Path, fake_imap: FakeImap, stage: str, fault: str) -> None:
    receiving(path, fake_imap, stage, fault)


@every_fault
@pytest.mark.parametrize("stage", ["greeting", "CAPA", "STLS", "USER", "PASS", "LIST", "UIDL", "RETR", "DELE", "QUIT"])
def test_pop3(path: Path, fake_pop3: FakePop3, stage: str, fault: str) -> None:
    receiving(path, fake_pop3, stage, fault)


@pytest.mark.parametrize("answer", ["-ERR [SYS/TEMP] Later", "-ERR [IN-USE] Busy"])
def test_identifiers_that_can_not_be_had_now_are_not_made_up(path: Path, fake_pop3: FakePop3, answer: str) -> None:
    fake_pop3.keep(mail(1), mail(2))
    fake_pop3.script("UIDL", answer, times=1)
    settings = ReceiveSettings(
        protocol="pop3", host="localhost", port=fake_pop3.port, username=fake_pop3.user,
        password=SecretText(fake_pop3.password), secure_type="None",
    )  # fmt: skip
    causes, _ = run(path, open_source(settings, ReceiveAction(after_success="keep")), FakeTransport(), list)
    assert causes == {"SERVER_BUSY"}
