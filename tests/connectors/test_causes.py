"""One test for each cause that a connection with a password can end with, against a server on this computer.

Those of the sign-in are in `test_causes_sign_in`.

The words are the product's: title, marked field and what the buttons do.
"""

from __future__ import annotations

import re
import socket
from typing import Any

import pytest

from mailflow_gui.connectors import _greeting, _network
from mailflow_gui.connectors._mailserver import NONE, STARTTLS, TLS
from mailflow_gui.core.errors import (
    MailflowError,
    SettingsError,
    UnreachableError,
)
from tests.connectors.fakes import (
    OFFERS,
    PROTOCOLS,
    START,
    OldCertificate,
    Talker,
    error_of,
    expect,
    local_names,
    new_trace,
    remedies_of,
    settings_for,
)
from tests.servers import certificates
from tests.servers.line_server import CLOSE, HANG, HTTP_ANSWER, RESET
from tests.servers.ports import free_port

TLS_PORT = {"imap": "993", "pop3": "995", "smtp": "465"}
PLAIN_PORT = {"imap": "143", "pop3": "110", "smtp": "25"}
every_protocol = pytest.mark.parametrize("protocol", PROTOCOLS)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for TLS on a silent port soon."""
    monkeypatch.setattr(_greeting, "SILENCE", 0.2)


# ---- network, name, port ----


def test_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch, error=socket.EAI_AGAIN)
    monkeypatch.setattr(_network, "is_online", lambda *_: False)
    error = error_of(settings_for("imap", 993, TLS, host="imap.example.org"))
    expect(error, UnreachableError, "NO_NETWORK", "This computer is offline")
    assert list(remedies_of(error)) == ["Validate Again"]


def test_nobody_to_ask_for_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch, error=socket.EAI_AGAIN)
    monkeypatch.setattr(_network, "is_online", lambda *_: True)
    error = error_of(settings_for("imap", 993, TLS, host="imap.gmial.com"))
    expect(error, UnreachableError, "LOOKUP_FAILED", "The name “imap.gmial.com” could not be looked up")
    assert list(remedies_of(error)) == ["Validate Again", "Edit Host Name"]


def test_host_not_found_suggests_the_name_that_was_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch)
    monkeypatch.setattr(_network, "is_online", lambda *_: True)
    error = error_of(settings_for("imap", 993, TLS, host="imap.gmial.com"))
    expect(error, UnreachableError, "HOST_NOT_FOUND", "Server “imap.gmial.com” was not found", ("host",))
    assert remedies_of(error) == {"Use imap.gmail.com": {"host": "imap.gmail.com"}, "Edit Host Name": {}}
    assert error.fix.startswith("Check the name (imap.gmail.com?). ")


def test_host_not_found_without_an_idea(monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch)
    monkeypatch.setattr(_network, "is_online", lambda *_: True)
    error = error_of(settings_for("smtp", 465, TLS, host="mail.ourcompany.example"))
    assert error.cause == "HOST_NOT_FOUND"
    assert list(remedies_of(error)) == ["Edit Host Name"]
    assert error.fix.startswith("Check the name. ")


@every_protocol
def test_refused(protocol: str) -> None:
    port = free_port()
    error = error_of(settings_for(protocol, port, TLS))
    expect(error, UnreachableError, "REFUSED", f"localhost does not accept connections on port {port}", ("port",))
    usual = TLS_PORT[protocol]
    assert remedies_of(error) == {f"Use Port {usual}": {"port": usual}, "Try All Usual Ports": {}}


@every_protocol
def test_timed_out(protocol: str) -> None:
    with Talker(protocol, greeting=HANG) as server:
        error = error_of(settings_for(protocol, server.port), new_trace(1.2))
    expect(error, UnreachableError, "TIMED_OUT", "localhost does not answer", ("port",))
    assert re.search(r"No answer within [12] seconds", error.hint)
    usual = PLAIN_PORT[protocol]
    assert remedies_of(error) == {f"Try Port {usual}": {"port": usual}, "Validate Again": {}}


@every_protocol
@pytest.mark.parametrize("end", [CLOSE, RESET])
def test_connection_lost(protocol: str, end: str) -> None:
    with Talker(protocol, greeting=end) as server:
        error = error_of(settings_for(protocol, server.port))
    expect(error, UnreachableError, "CONNECTION_LOST", "The server closed the connection")
    assert list(remedies_of(error)) == ["Validate Again"]


@pytest.mark.parametrize(("protocol", "command"), [("imap", "LOGIN"), ("pop3", "PASS"), ("smtp", "AUTH")])
def test_connection_lost_at_the_sign_in(protocol: str, command: str) -> None:
    with Talker(protocol, {command: CLOSE}) as server:
        error = error_of(settings_for(protocol, server.port))
    assert error.cause == "CONNECTION_LOST"


def test_connection_lost_by_a_goodbye() -> None:
    with Talker("imap", {"LOGIN": ("* BYE shutting down", CLOSE)}) as server:
        assert error_of(settings_for("imap", server.port)).cause == "CONNECTION_LOST"
    with Talker("imap", greeting=("* BYE not today", CLOSE)) as server:
        assert error_of(settings_for("imap", server.port)).cause == "CONNECTION_LOST"


# ---- certificates ----


def encrypted(protocol: str, certificate: Any, pasted: str = "", **more: Any) -> MailflowError:
    with Talker(protocol, certificate=certificate, implicit=True) as server:
        error = error_of(settings_for(protocol, server.port, TLS, server_certificate=pasted, **more))
    assert not server.lines, "something was said before the certificate was accepted"
    return error


@every_protocol
def test_certificate_self_signed(protocol: str) -> None:
    shown = certificates.self_signed()
    error = encrypted(protocol, shown)
    expect(error, SettingsError, "CERT_SELF_SIGNED", "Certificate not trusted", ("serverCertificate",))
    assert error.facts["certificate"] == shown.pem
    assert re.fullmatch(r"([0-9A-F]{2}:){31}[0-9A-F]{2}", error.facts["sha256"])
    assert [remedy.act for remedy in error.remedies] == ["trust", "details"]


def test_certificate_unknown_issuer() -> None:
    error = encrypted("imap", certificates.signed_by_authority())
    expect(error, SettingsError, "CERT_UNKNOWN_ISSUER", "Certificate issuer is not known", ("serverCertificate",))
    assert "Mailflow Test Authority" in error.hint
    assert [remedy.act for remedy in error.remedies] == ["trust", "open-file"]


@pytest.mark.parametrize("pasted", [True, False])
def test_certificate_expired(pasted: bool) -> None:
    shown = certificates.expired()
    error = encrypted("imap", shown, shown.pem if pasted else "")
    assert re.fullmatch(r"Certificate expired on \d{1,2} [A-Z][a-z]{2} \d{4}", error.title)
    expect(error, SettingsError, "CERT_EXPIRED", error.title, ("serverCertificate",))
    assert [remedy.act for remedy in error.remedies] == ["details", "trust-anyway"]
    assert error.facts["certificate"] == shown.pem


def test_certificate_not_yet_valid() -> None:
    shown = certificates.not_yet_valid()
    error = encrypted("smtp", shown, shown.pem)
    assert re.fullmatch(r"Certificate is valid only from \d{1,2} [A-Z][a-z]{2} \d{4}", error.title)
    expect(error, SettingsError, "CERT_NOT_YET_VALID", error.title)
    assert re.search(r"it shows \d{4}-\d\d-\d\d \d\d:\d\d", error.fix)


def test_certificate_of_another_name_that_a_trusted_authority_vouches_for() -> None:
    shown = certificates.signed_wrong_host()
    error = encrypted("pop3", shown, certificates.authority_pem())
    expect(error, SettingsError, "CERT_HOST_MISMATCH", "Certificate belongs to another name", ("host",))
    assert "You asked for localhost, the certificate is for mail.example.org." in error.hint
    assert remedies_of(error) == {"Use mail.example.org": {"host": "mail.example.org"}, "Trust Anyway…": {}}


def test_certificate_of_another_name_that_nobody_vouches_for_is_not_offered_as_the_right_name() -> None:
    error = encrypted("imap", certificates.wrong_host())
    assert error.cause == "CERT_HOST_MISMATCH"
    assert list(remedies_of(error)) == ["Trust Anyway…"]


def test_certificate_not_matching() -> None:
    error = encrypted("imap", certificates.self_signed(), certificates.self_signed("other").pem)
    expect(
        error,
        SettingsError,
        "CERT_NOT_MATCHING",
        "The server does not use this certificate",
        ("serverCertificate",),
    )
    assert [remedy.act for remedy in error.remedies] == ["fetch"]


def test_certificate_changed() -> None:
    trace = new_trace()
    trace.trusted_before = True
    new, old = certificates.self_signed(), certificates.self_signed("other")
    with Talker("imap", certificate=new, implicit=True) as server:
        error = error_of(settings_for("imap", server.port, TLS, server_certificate=old.pem), trace)
    title = "The server shows a different certificate"
    expect(error, SettingsError, "CERT_CHANGED", title, ("serverCertificate",))
    assert (error.facts["certificate"], error.facts["expected_certificate"]) == (new.pem, old.pem)
    assert [remedy.act for remedy in error.remedies] == ["details", "trust"]


@pytest.mark.parametrize(
    "text",
    ["nonsense", "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n"],
)
def test_certificate_unreadable(text: str) -> None:
    error = encrypted("imap", certificates.self_signed(), text)
    expect(error, SettingsError, "CERT_UNREADABLE", "The text is not a certificate", ("serverCertificate",))
    assert [remedy.act for remedy in error.remedies] == ["fetch", "open-file"]


# ---- encryption ----


@every_protocol
def test_starttls_missing(protocol: str) -> None:
    with Talker(protocol) as server:
        error = error_of(settings_for(protocol, server.port, STARTTLS))
    title = f"The server does not offer StartTLS on port {server.port}"
    expect(error, SettingsError, "STARTTLS_MISSING", title, ("secureType",))
    port = TLS_PORT[protocol]
    assert remedies_of(error) == {f"Use SSL/TLS on {port}": {"secureType": "SSL/TLS", "port": port}}
    assert "secret" not in server.said


@every_protocol
def test_starttls_tampered(protocol: str) -> None:
    offer = OFFERS[protocol]
    command = START[protocol]
    answers = {**offer, command: f"{offer[command]}\n* OK [ALERT] and more"}
    with Talker(protocol, answers) as server:
        error = error_of(settings_for(protocol, server.port, STARTTLS))
    expect(error, SettingsError, "STARTTLS_TAMPERED", "Someone interferes with the encryption", ("secureType",))
    port = TLS_PORT[protocol]
    assert remedies_of(error) == {f"Use SSL/TLS on {port}": {"secureType": "SSL/TLS", "port": port}}


@every_protocol
def test_tls_on_plain_port(protocol: str) -> None:
    with Talker(protocol) as server:
        error = error_of(settings_for(protocol, server.port, TLS))
    title = f"Port {server.port} does not start with encryption"
    expect(error, SettingsError, "TLS_ON_PLAIN_PORT", title, ("secureType",))
    port = TLS_PORT[protocol]
    assert remedies_of(error) == {
        "Use StartTLS": {"secureType": "StartTLS"},
        f"Use Port {port}": {"port": port},
    }


@every_protocol
@pytest.mark.parametrize("method", [NONE, STARTTLS])
def test_plain_on_tls_port(protocol: str, method: str) -> None:
    with Talker(protocol, certificate=certificates.self_signed(), implicit=True) as server:
        error = error_of(settings_for(protocol, server.port, method))
    expect(error, SettingsError, "PLAIN_ON_TLS_PORT", f"Port {server.port} expects SSL/TLS", ("secureType",))
    assert f"You chose {method}," in error.hint
    assert remedies_of(error) == {"Use SSL/TLS": {"secureType": "SSL/TLS"}}


def test_tls_too_old() -> None:
    error = encrypted("imap", OldCertificate(certificates.self_signed()))
    expect(error, SettingsError, "TLS_TOO_OLD", "The server's encryption is too old")
    assert "It offers only TLS 1.1 or older," in error.hint
    assert [remedy.act for remedy in error.remedies] == ["details"]


# ---- who answers ----


@pytest.mark.parametrize("method", [NONE, STARTTLS, TLS])
@pytest.mark.parametrize(("wanted", "found"), [("imap", "pop3"), ("pop3", "imap"), ("imap", "smtp"), ("smtp", "imap")])
def test_wrong_protocol(wanted: str, found: str, method: str) -> None:
    authority = certificates.signed_by_authority()
    with Talker(found, certificate=authority, implicit=method == TLS) as server:
        error = error_of(settings_for(wanted, server.port, method, server_certificate=authority.trust_pem))
    title = f"Port {server.port} speaks {found.upper()}, not {wanted.upper()}"
    expect(error, SettingsError, "WRONG_PROTOCOL", title, ("protocol",))
    buttons = remedies_of(error)
    advice = {"smtp": "create a Send Email connection"}.get(found, f"Change Protocol to {found.upper()}, or")
    assert (advice if wanted != "smtp" else "create a Receive Email connection") in error.fix
    assert error.fix.count("se port") == 1
    if "smtp" not in (wanted, found):
        assert buttons.pop(f"Use {found.upper()}") == {"protocol": found}
    usual = "587" if (wanted, method) == ("smtp", STARTTLS) else (TLS_PORT if method == TLS else PLAIN_PORT)[wanted]
    assert buttons == {f"Use Port {usual}": {"port": usual}}


@pytest.mark.parametrize(
    ("greeting", "who"),
    [
        ("SSH-2.0-OpenSSH_9.2", "an SSH server"),
        (HTTP_ANSWER, "a web server"),
        ("220 files.example.org FTP ready", "an FTP server"),
        ("hello there", "a program that is not a mail server"),
    ],
)
@pytest.mark.parametrize("method", [NONE, TLS])
def test_not_a_mail_server(greeting: Any, who: str, method: str) -> None:
    with Talker("smtp", greeting=greeting) as server:
        error = error_of(settings_for("smtp", server.port, method))
    title = f"No mail server answers on port {server.port}"
    expect(error, SettingsError, "NOT_A_MAIL_SERVER", title, ("port",))
    assert error.hint == f"Something else answers here ({who})."
    usual = "465" if method == TLS else "25"
    assert remedies_of(error) == {f"Use Port {usual}": {"port": usual}}


def test_a_web_server_says_nothing_until_it_is_asked() -> None:
    class Web(Talker):
        def converse(self, wire: Any) -> None:
            wire.socket.recv(100)
            wire.send(HTTP_ANSWER[0])

    with Web("imap") as server:
        error = error_of(settings_for("imap", server.port))
    assert error.cause == "NOT_A_MAIL_SERVER"
    assert "a web server" in error.hint
