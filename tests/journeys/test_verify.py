"""Validate, through the engine and through `mailflow validate`: the acceptance cases of the original, and our own.

The original asked for two scopes (parameters, connectivity); here the form checks the parameters, and connectivity is
five named checks.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from mailflow_gui.core.connector import Check, CheckState
from mailflow_gui.core.errors import MailflowError, SettingsError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Connection
from mailflow_gui.engine.connections import settings_of
from mailflow_gui.engine.verify import verify
from tests.cli.command import Command
from tests.journeys.bench import Bench
from tests.servers import certificates
from tests.servers.fixtures import Mailbox
from tests.servers.line_server import HANG
from tests.servers.ports import free_port
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot


def check(bench: Bench, connection: Connection) -> tuple[Check, ...]:
    """What Validate shows for a saved connection."""
    catalog = bench.program.catalog
    settings = settings_of(connection, catalog, bench.vault)
    return verify(
        catalog.connector(connection.connector), settings, report=lambda checks: None, cancel=threading.Event()
    )


def expect_good(checks: tuple[Check, ...]) -> None:
    assert [one.state for one in checks if one.state not in (CheckState.OK, CheckState.WARNING)] == [], checks
    assert len(checks) == 5


def cause_of(checks: tuple[Check, ...]) -> str:
    """The cause of the one failed check."""
    (failed,) = [one for one in checks if one.state is CheckState.FAILED]
    assert isinstance(failed.error, MailflowError)
    return failed.error.cause


@pytest.mark.parametrize(
    ("protocol", "secure"),
    [
        pytest.param("imap", "None", id="V1"),
        pytest.param("imap", "SSL/TLS", id="V2"),
        pytest.param("imap", "StartTLS", id="V12"),
        pytest.param("pop3", "None", id="V1-pop3"),
        pytest.param("pop3", "SSL/TLS", id="V2-pop3"),
        pytest.param("pop3", "StartTLS", id="V12-pop3"),
    ],
)
def test_a_good_receiving_connection(bench: Bench, mailbox: Mailbox, protocol: str, secure: str) -> None:
    """V1, V2, V12."""
    expect_good(check(bench, bench.inbox(mailbox, protocol, secure)))


@pytest.mark.parametrize(
    "secure",
    [pytest.param("None", id="V9"), pytest.param("SSL/TLS", id="V10"), pytest.param("StartTLS", id="V12")],
)
def test_a_good_sending_connection(bench: Bench, smtp_sink: SmtpSink, secure: str) -> None:
    """V9, V10, V12; no message is sent."""
    expect_good(check(bench, bench.outbox(smtp_sink, secure)))
    assert not [line for line in smtp_sink.commands if line.startswith("MAIL")]


@pytest.mark.parametrize(
    ("protocol", "seconds"), [pytest.param("imap", 3.0, id="V3"), pytest.param("pop3", 7.0, id="V4")]
)
def test_plain_against_an_encrypted_receiving_port(
    bench: Bench, mailbox: Mailbox, protocol: str, seconds: float
) -> None:
    """V3, V4: named as such, and soon."""
    port = mailbox.server.ports[f"{protocol}s"]
    began = time.monotonic()
    checks = check(bench, bench.inbox(mailbox, protocol, "None", port=port))
    assert cause_of(checks) == "PLAIN_ON_TLS_PORT"
    assert time.monotonic() - began < seconds


def test_plain_against_an_encrypted_sending_port(bench: Bench, smtp_sink: SmtpSink) -> None:
    """V5."""
    began = time.monotonic()
    assert cause_of(check(bench, bench.outbox(smtp_sink, "None", port=smtp_sink.tls_port))) == "PLAIN_ON_TLS_PORT"
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("connector", [pytest.param("email-receive", id="V6"), pytest.param("email-send", id="V11")])
def test_missing_parameters(bench: Bench, connector: str) -> None:
    """V6, V11. The original missed user and password; both may be blank here (no sign-in), host and port may not."""
    connection = bench.connect("Empty", connector)
    with pytest.raises(SettingsError) as refused:
        check(bench, connection)
    assert set(refused.value.fields) == {"host", "port"}
    complete: dict[str, Plain] = {"host": "localhost", "port": 1}
    assert settings_of(bench.connect("Open", connector, **complete), bench.program.catalog, bench.vault)


@pytest.mark.parametrize("protocol", [pytest.param("carrier-pigeon", id="V7"), pytest.param("smtp", id="V8")])
def test_a_protocol_that_can_not_receive(bench: Bench, mailbox: Mailbox, protocol: str) -> None:
    """V7, V8."""
    connection = bench.connect("Odd", "email-receive", protocol=protocol, host="localhost", port=1)
    with pytest.raises(SettingsError) as refused:
        check(bench, connection)
    assert refused.value.fields == ("protocol",)


def test_a_wrong_password(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours: both ends name it, and one attempt is made."""
    values: dict[str, Plain] = {"username": mailbox.user, "host": "localhost", "secureType": "None"}
    port = mailbox.server.ports["imap"]
    before = mailbox.server.auth_attempts(mailbox.user)
    assert cause_of(check(bench, bench.connect("In", "email-receive", "wrong", port=port, **values))) == "AUTH_FAILED"
    assert mailbox.server.auth_attempts(mailbox.user) == before + 1
    out = bench.connect("Out", "email-send", "wrong", port=smtp_sink.port, **{**values, "username": "info@example.org"})
    assert cause_of(check(bench, out)) == "AUTH_FAILED"


def test_an_unknown_host_and_a_refused_port(bench: Bench) -> None:
    """Ours."""
    unknown = bench.connect("Unknown", "email-receive", host="no-such-host.invalid", port=993)
    assert cause_of(check(bench, unknown)) == "HOST_NOT_FOUND"
    refused = bench.connect("Refused", "email-receive", host="localhost", port=free_port())
    assert cause_of(check(bench, refused)) == "REFUSED"


def test_a_server_that_never_answers_can_be_cancelled(bench: Bench, smtp_sink: SmtpSink) -> None:
    """Ours: within a second, and what was not tried says so."""
    smtp_sink.script("greeting", HANG)
    connection = bench.outbox(smtp_sink)
    catalog, cancel = bench.program.catalog, threading.Event()
    settings = settings_of(connection, catalog, bench.vault)
    threading.Timer(0.3, cancel.set).start()
    began = time.monotonic()
    checks = verify(catalog.connector("email-send"), settings, report=lambda checks: None, cancel=cancel)
    assert time.monotonic() - began < 2
    assert CheckState.NOT_TRIED in {one.state for one in checks}
    assert CheckState.FAILED not in {one.state for one in checks}


@contextmanager
def sink_with(certificate: certificates.Certificate) -> Iterator[SmtpSink]:
    with SmtpSink(users={"info@example.org": "secret"}, certificate=certificate) as sink:
        yield sink


@pytest.mark.parametrize("secure", ["SSL/TLS", "StartTLS"])
@pytest.mark.parametrize(
    ("shown", "pasted", "cause"),
    [
        pytest.param(certificates.self_signed, "", "CERT_SELF_SIGNED", id="untrusted"),
        pytest.param(certificates.signed_by_authority, "", "CERT_UNKNOWN_ISSUER", id="unknown-issuer"),
        pytest.param(certificates.self_signed, "other", "CERT_NOT_MATCHING", id="wrong-pasted"),
        pytest.param(certificates.wrong_host, "own", "CERT_HOST_MISMATCH", id="wrong-name"),
        pytest.param(certificates.expired, "own", "CERT_EXPIRED", id="expired"),
    ],
)
def test_certificates(bench: Bench, shown: object, pasted: str, cause: str, secure: str) -> None:
    """Ours, and check 13: each with its own cause, under TLS and under StartTLS alike."""
    certificate = shown()  # type: ignore[operator]
    pems = {"": "", "own": certificate.pem, "other": certificates.self_signed("another").pem}
    with sink_with(certificate) as sink:
        checks = check(bench, bench.outbox(sink, secure, serverCertificate=pems[pasted]))
    assert cause_of(checks) == cause
    assert sink.sign_ins == []


def test_a_certificate_that_has_changed(bench: Bench) -> None:
    """Ours: after a success with the pasted certificate another one counts as changed, not as wrong."""
    with sink_with(certificates.self_signed("before")) as sink:
        connection = bench.outbox(sink, "SSL/TLS")
        expect_good(check(bench, connection))
    with sink_with(certificates.self_signed("after")) as sink:
        changed = bench.connect("Changed", "email-send", "secret", **{**connection.values, "port": sink.tls_port})
        settings = settings_of(changed, bench.program.catalog, bench.vault)
        checks = verify(
            bench.program.catalog.connector("email-send"),
            settings,
            report=lambda checks: None,
            cancel=threading.Event(),
            trusted_before=True,
        )
    assert cause_of(checks) == "CERT_CHANGED"


def test_starttls_that_is_not_offered_is_refused_before_the_password(bench: Bench, smtp_sink: SmtpSink) -> None:
    """Check 15."""
    smtp_sink.hide("STARTTLS")
    assert cause_of(check(bench, bench.outbox(smtp_sink, "StartTLS"))) == "STARTTLS_MISSING"
    assert smtp_sink.sign_ins == []


def test_the_command_line_validates_with_the_same_code(
    mailflow: Command, bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink
) -> None:
    """V1, V9 and a wrong password through `mailflow validate`: exit code and cause."""
    mailflow.vault = bench.vault
    mailflow.profile = bench.home
    bench.vault.name = "keyring"
    bench.inbox(mailbox)
    bench.outbox(smtp_sink)
    for name in ("Inbox", "Outbox"):
        ended = mailflow("validate", name, "--json")
        assert (ended.code, ended.json()["ok"]) == (0, True), ended.err
    smtp_sink.users["info@example.org"] = "changed"
    ended = mailflow("validate", "Outbox", "--json")
    assert ended.code == 1
    assert "AUTH_FAILED" in ended.out
