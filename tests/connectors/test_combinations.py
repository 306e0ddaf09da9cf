"""The eighteen combinations of protocol, security method and pasted certificate, against a real Dovecot."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mailflow_gui.connectors._mailserver import NONE, STARTTLS, TLS
from tests.connectors.fakes import CONNECT, METHODS, PROTOCOLS, VERIFY, error_of, new_trace, settings_for
from tests.servers import certificates
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_configuration import DovecotOptions
from tests.servers.fixtures import Mailbox, require_dovecot

SERVICE = {"imap": "imap", "pop3": "pop3", "smtp": "submission"}
pytestmark = pytest.mark.dovecot


def place(server: Dovecot, protocol: str, method: str) -> int:
    """The port for a protocol under a security method."""
    return server.ports[SERVICE[protocol] + ("s" if method == TLS else "")]


@pytest.mark.parametrize("good", [True, False], ids=["good certificate", "wrong certificate"])
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_combination(mailbox: Mailbox, protocol: str, method: str, good: bool) -> None:
    pasted = certificates.authority_pem() if good else certificates.self_signed("stranger").pem
    settings = settings_for(
        protocol,
        place(mailbox.server, protocol, method),
        method,
        username=mailbox.user,
        password=mailbox.password,
        server_certificate=pasted,
    )
    before = mailbox.server.auth_attempts(mailbox.user)
    if good or method == NONE:  # without encryption the certificate does not count
        VERIFY[protocol](settings, new_trace())
        client = CONNECT[protocol](settings, new_trace())
        client.wire.close()
        assert mailbox.server.auth_attempts(mailbox.user) == before + 2
    else:
        assert error_of(settings).cause == "CERT_NOT_MATCHING"
        assert mailbox.server.auth_attempts(mailbox.user) == before, "the password was sent to a stranger"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_wrong_password_is_tried_once(mailbox: Mailbox, protocol: str, method: str) -> None:
    settings = settings_for(
        protocol,
        place(mailbox.server, protocol, method),
        method,
        username=mailbox.user,
        password="wrong",
        server_certificate=certificates.authority_pem(),
    )
    before = mailbox.server.auth_attempts(mailbox.user)
    assert error_of(settings).cause == "AUTH_FAILED"
    assert mailbox.server.auth_attempts(mailbox.user) == before + 1


@pytest.mark.parametrize("password", ["pässwörd €", 'with "quotes" and \\', "two words", "100% {sure}*"])
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_any_password_signs_in(dovecot: Dovecot, protocol: str, password: str) -> None:
    user = dovecot.add_user(password=password)
    settings = settings_for(
        protocol,
        place(dovecot, protocol, TLS),
        TLS,
        username=user,
        password=password,
        server_certificate=certificates.authority_pem(),
    )
    VERIFY[protocol](settings, new_trace())


def test_the_inbox_is_counted_and_left_as_it_is(mailbox: Mailbox) -> None:
    mailbox.deliver(b"Subject: 1\r\n\r\na\r\n", b"Subject: 2\r\n\r\nb\r\n")
    mailbox.deliver(b"Subject: 3\r\n\r\nc\r\n", flags=("\\Seen",))
    found: list[str] = []
    trace = new_trace()
    trace.found = lambda detail, *, warning=False: found.append(detail)  # type: ignore[method-assign]
    settings = settings_for("imap", mailbox.server.ports["imap"], username=mailbox.user, password=mailbox.password)
    VERIFY["imap"](settings, trace)
    assert found[-1] == "3 messages, 2 unread"
    assert sorted(mailbox.flags().values(), key=len) == [frozenset(), frozenset(), frozenset({"\\Seen"})]


@pytest.fixture(scope="module")
def strict() -> Iterator[Dovecot]:
    """A Dovecot that takes passwords under TLS only."""
    require_dovecot()
    with Dovecot(options=DovecotOptions(encrypted_sign_in_only=True)) as server:
        yield server


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_a_server_that_wants_encryption_does_not_get_the_password_in_clear(strict: Dovecot, protocol: str) -> None:
    settings = settings_for(
        protocol,
        strict.ports[protocol],
        host=strict.host,
        username="alice",
        password="secret",
        server_certificate=certificates.authority_pem(),
    )
    before = strict.auth_attempts("alice")
    assert error_of(settings).cause == "AUTH_NEEDS_ENCRYPTION"
    assert strict.auth_attempts("alice") == before
    VERIFY[protocol](settings.replace(secure_type=STARTTLS), new_trace())
