"""pytest fixtures for the test servers. A root conftest loads them by `pytest_plugins`."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.servers import dovecot as dovecot_server
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_configuration import DovecotOptions
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3
from tests.servers.smtp_sink import SmtpSink


@dataclass(frozen=True)
class Mailbox:
    """A fresh account on the shared Dovecot."""

    server: Dovecot
    user: str
    password: str

    def deliver(self, *raws: bytes, folder: str = "INBOX", flags: tuple[str, ...] = ()) -> None:
        """Append messages in order; creates the folder when missing."""
        self.server.deliver_all(self.user, raws, folder, flags)

    def flags(self, folder: str = "INBOX") -> dict[int, frozenset[str]]:
        """The flags of each UID."""
        return self.server.flags(self.user, folder)

    def messages(self, folder: str = "INBOX") -> list[bytes]:
        """The messages of a folder in UID order."""
        return self.server.fetch_all(self.user, folder)


def require_dovecot() -> None:
    """Skip the test when Dovecot is not installed, unless MAILFLOW_REQUIRE_SERVERS=1 forbids it."""
    if dovecot_server.PROGRAM.exists():
        return
    if os.environ.get("MAILFLOW_REQUIRE_SERVERS") == "1":
        pytest.fail(f"MAILFLOW_REQUIRE_SERVERS=1, but {dovecot_server.PROGRAM} is missing")
    pytest.skip(
        f"{dovecot_server.PROGRAM} is missing (Debian packages dovecot-imapd, dovecot-pop3d, "
        "dovecot-submissiond, dovecot-lmtpd)"
    )


@pytest.fixture(scope="session")
def submission_sink() -> Iterator[SmtpSink]:
    """Where the shared Dovecot's submission hands mail on to; use `relay` in tests."""
    with SmtpSink() as sink:
        yield sink


@pytest.fixture
def relay(submission_sink: SmtpSink) -> SmtpSink:
    """The same, emptied for this test."""
    submission_sink.clear()
    return submission_sink


@pytest.fixture
def smtp_sink() -> Iterator[SmtpSink]:
    """A recording SMTP server of this test's own, with the account info@example.org / secret."""
    with SmtpSink(users={"info@example.org": "secret"}) as sink:
        yield sink


@pytest.fixture
def fake_imap() -> Iterator[FakeImap]:
    """A scripted IMAP server of this test's own, with the account info@example.org / secret."""
    with FakeImap() as server:
        yield server


@pytest.fixture
def fake_pop3() -> Iterator[FakePop3]:
    """A scripted POP3 server of this test's own, with the account info@example.org / secret."""
    with FakePop3() as server:
        yield server


@pytest.fixture(scope="session")
def dovecot(submission_sink: SmtpSink) -> Iterator[Dovecot]:
    """One real mail server (IMAP, POP3, LMTP, submission) for the whole run."""
    require_dovecot()
    with Dovecot(options=DovecotOptions(relay_port=submission_sink.port)) as server:
        yield server


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Mailbox:
    """A new empty account for this test alone."""
    user = dovecot.add_user()
    return Mailbox(dovecot, user, dovecot.users[user])
