"""Postfix and Dovecot, as people have them who host their own mail: from one mailbox into another; what is refused."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy

import pytest

from mailflow_gui.core.connector import CheckState
from mailflow_gui.core.model import Connection
from mailflow_gui.engine.connections import settings_of
from mailflow_gui.engine.verify import verify
from tests.journeys.bench import MAP, UNLIMITED, Bench, receive, send
from tests.journeys.letters import raw
from tests.servers import postfix
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_configuration import DovecotOptions
from tests.servers.fixtures import Mailbox, require_dovecot
from tests.servers.ports import free_port, wait_until
from tests.servers.postfix import DOMAIN, Postfix, auth_settings

pytestmark = pytest.mark.dovecot

ANNA, BEN = f"anna@{DOMAIN}", f"ben@{DOMAIN}"


@dataclass
class Host:
    """One company's mail server."""

    dovecot: Dovecot
    postfix: Postfix

    def account(self, user: str) -> Mailbox:
        return Mailbox(self.dovecot, user, self.dovecot.users[user])

    def outbox(self, bench: Bench, secure: str = "StartTLS", password: str = "of anna") -> Connection:
        return bench.connect(
            "Outbox",
            "email-send",
            password,
            host="localhost",
            port=self.postfix.tls_port if secure == "SSL/TLS" else self.postfix.port,
            username="anna",
            secureType=secure,
            serverCertificate=self.postfix.certificate.trust_pem,
        )


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    require_dovecot()
    if why := postfix.missing():
        pytest.skip(why)
    port = free_port()
    users = {"anna": "of anna", "ben": "of ben", "stranger": "of stranger"}
    with Dovecot(users, DovecotOptions(settings=auth_settings(port))) as dovecot, Postfix(dovecot, port) as server:
        yield Host(dovecot, server)


@pytest.fixture
def anna(bench: Bench, host: Host) -> Mailbox:
    """Her mailbox, empty, and the connection Inbox to it."""
    for user in ("anna", "ben"):
        with host.dovecot.client(user) as client:
            client.select_folder("INBOX")
            client.delete_messages(client.search())
            client.expunge()
    mailbox = host.account("anna")
    bench.inbox(mailbox, secure="StartTLS")
    return mailbox


@pytest.mark.parametrize("secure", ["StartTLS", "SSL/TLS"])
def test_a_message_goes_from_one_mailbox_into_another_once(
    bench: Bench, host: Host, anna: Mailbox, secure: str
) -> None:
    host.outbox(bench, secure)
    bench.integrate(receive(), MAP, send(**UNLIMITED, **{"from": ANNA, "to": BEN}))
    anna.deliver(raw("Grüße", "Hallo Bën\r\n.\r\n..two dots\r\n"))
    bench.poll()
    bench.poll()
    ben = host.account("ben")
    wait_until(lambda: len(ben.messages()) > 0, 10)
    (got,) = ben.messages()
    message = message_from_bytes(got, policy=policy.default)
    assert [one.status for one in bench.activities()] == ["done"]
    assert message["Delivered-To"] == BEN
    assert "(Postfix) with ESMTPSA" in message["Received"]
    assert (message["Subject"], message.get_content()) == ("Grüße", "Hallo Bën\r\n.\r\n..two dots\r\n")


@pytest.mark.parametrize("secure", ["StartTLS", "SSL/TLS"])
def test_validate_is_good(bench: Bench, host: Host, secure: str) -> None:
    assert validated(bench, host.outbox(bench, secure)) == ([CheckState.OK] * 5, "")


def test_a_wrong_password_is_found_by_validate(bench: Bench, host: Host) -> None:
    states, cause = validated(bench, host.outbox(bench, password="wrong"))
    assert (states.count(CheckState.FAILED), cause) == (1, "AUTH_FAILED")


def test_what_is_not_encrypted_gets_no_password(bench: Bench, host: Host) -> None:
    states, cause = validated(bench, host.outbox(bench, "None"))
    assert (states.count(CheckState.FAILED), cause) == (1, "AUTH_NEEDS_ENCRYPTION")


def validated(bench: Bench, connection: Connection) -> tuple[list[CheckState], str]:
    """The state of each check, and the cause of the failed one."""
    connector = bench.program.catalog.connector(connection.connector)
    settings = settings_of(connection, bench.program.catalog, bench.vault)
    checks = verify(connector, settings, report=lambda checks: None, cancel=threading.Event())
    causes = [getattr(one.error, "cause", "") for one in checks if one.state is CheckState.FAILED]
    return [one.state for one in checks], "".join(causes)


@pytest.mark.parametrize(
    ("to", "text", "cause"),
    [
        (f"nobody@{DOMAIN}", "Hello\r\n", "RECIPIENT_REFUSED"),
        (BEN, ("x" * 76 + "\r\n") * 30_000, "TOO_LARGE"),
    ],
    ids=["nobody has that address", "larger than the server takes"],
)
def test_what_postfix_refuses_waits_for_the_person(
    bench: Bench, host: Host, anna: Mailbox, to: str, text: str, cause: str
) -> None:
    host.outbox(bench)
    bench.integrate(receive(), MAP, send(**UNLIMITED, **{"from": ANNA, "to": to}))
    anna.deliver(raw("Refused", text))
    bench.poll()
    (held,) = bench.activities(held=True)
    assert held.cause == cause
    assert host.account("ben").messages() == []
