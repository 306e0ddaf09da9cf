"""One test for each cause that a connection with a password can end with, against a server on this computer.

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
    CredentialsError,
    MailflowError,
    SettingsError,
    UnreachableError,
)
from tests.connectors.fakes import (
    OFFERS,
    PROTOCOLS,
    START,
    OldCertificate,
    ReceiveLike,
    Talker,
    error_of,
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


def expect(
    error: MailflowError, kind: type[MailflowError], cause: str, title: str, fields: tuple[str, ...] = ()
) -> MailflowError:
    """Check what the person sees first, and that nothing was left unfilled."""
    assert (error.cause, error.title, error.fields) == (cause, title, fields)
    assert isinstance(error, kind)
    texts = [error.title, error.hint, error.fix, *(remedy.label for remedy in error.remedies)]
    assert not [text for text in texts if "{" in text]
    assert "secret" not in repr(vars(error)).replace("'secret'", "")
    return error


# ---- network, name, port ----


def test_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch)
    monkeypatch.setattr(_network, "is_online", lambda: False)
    error = error_of(settings_for("imap", 993, TLS, host="imap.example.org"))
    expect(error, UnreachableError, "NO_NETWORK", "This computer is offline")
    assert list(remedies_of(error)) == ["Validate Again"]


def test_host_not_found_suggests_the_name_that_was_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch)
    monkeypatch.setattr(_network, "is_online", lambda: True)
    error = error_of(settings_for("imap", 993, TLS, host="imap.gmial.com"))
    expect(error, UnreachableError, "HOST_NOT_FOUND", "Server “imap.gmial.com” was not found", ("host",))
    assert remedies_of(error) == {"Use imap.gmail.com": {"host": "imap.gmail.com"}, "Edit Host Name": {}}


def test_host_not_found_without_an_idea(monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch)
    monkeypatch.setattr(_network, "is_online", lambda: True)
    error = error_of(settings_for("smtp", 465, TLS, host="mail.ourcompany.example"))
    assert error.cause == "HOST_NOT_FOUND"
    assert list(remedies_of(error)) == ["Edit Host Name"]


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
    assert re.search(r"offers only (TLS 1\.[01]|an old version|weak keys)", error.hint)
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


# ---- sign-in ----

NO = {
    "imap": ("LOGIN", "{tag} NO "),
    "pop3": ("PASS", "-ERR "),
    "smtp": ("AUTH", ""),
}


def refused(
    monkeypatch: pytest.MonkeyPatch, protocol: str, answer: str, host: str = "localhost", **more: Any
) -> MailflowError:
    """What comes of a sign-in that the server answers like this."""
    local_names(monkeypatch, host)
    command, start = NO[protocol]
    with Talker(protocol, {command: start + answer}) as server:
        return error_of(settings_for(protocol, server.port, host=host, **more))


REFUSED = "The server refused the user name or password"


@pytest.mark.parametrize(
    ("protocol", "answer"),
    [
        ("imap", "[AUTHENTICATIONFAILED] Authentication failed."),
        ("imap", "LOGIN failed"),
        ("pop3", "[AUTH] Authentication failed."),
        ("pop3", "invalid password"),
        ("smtp", "535 5.7.8 Error: authentication failed"),
    ],
)
def test_auth_failed(monkeypatch: pytest.MonkeyPatch, protocol: str, answer: str) -> None:
    error = refused(monkeypatch, protocol, answer, f"{protocol}.ourcompany.example")
    expect(error, CredentialsError, "AUTH_FAILED", REFUSED, ("username", "password"))
    assert remedies_of(error) == {
        "Try info@ourcompany.example": {"username": "info@ourcompany.example"},
        "Edit Password": {},
    }
    assert answer in error.details
    assert answer not in error.title + error.hint + error.fix


def test_auth_failed_with_a_full_address_has_no_address_to_try(monkeypatch: pytest.MonkeyPatch) -> None:
    error = refused(monkeypatch, "imap", "LOGIN failed", "imap.a.example", username="info@a.example")
    assert list(remedies_of(error)) == ["Edit Password"]


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_auth_needed(protocol: str) -> None:
    with Talker(protocol) as server:
        error = error_of(settings_for(protocol, server.port, username="", password=""))
    expect(error, CredentialsError, "AUTH_NEEDED", "The server asks for a sign-in", ("username",))
    assert [(remedy.act, remedy.field) for remedy in error.remedies] == [("edit", "username")]


def test_auth_needed_for_sending() -> None:
    with Talker("smtp", {"MAIL": "530 5.7.0 Authentication required"}) as server:
        error = error_of(settings_for("smtp", server.port, username="", password=""))
    expect(error, CredentialsError, "AUTH_NEEDED", "The server asks for a sign-in", ("username",))
    assert not [line for line in server.said.splitlines() if line.upper().startswith(("RCPT", "DATA"))]


@every_protocol
def test_the_password_is_missing(protocol: str) -> None:
    with Talker(protocol) as server:
        error = error_of(settings_for(protocol, server.port, password=""))
    expect(error, CredentialsError, "AUTH_NEEDED", "The password is missing", ("password",))


@pytest.mark.parametrize(
    ("protocol", "answers"),
    [
        ("imap", {"CAPABILITY": "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\n{tag} OK"}),
        ("pop3", {"USER": "-ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections."}),
        ("pop3", {"CAPA": "+OK\nSTLS\nSASL\n."}),
        ("smtp", {"EHLO": "250-mx.example.org\n250 STARTTLS"}),
    ],
)
def test_auth_needs_encryption(protocol: str, answers: dict[str, Any]) -> None:
    with Talker(protocol, answers) as server:
        error = error_of(settings_for(protocol, server.port))
    title = "The server allows sign-in only when encrypted"
    expect(error, SettingsError, "AUTH_NEEDS_ENCRYPTION", title, ("secureType",))
    assert remedies_of(error) == {"Use StartTLS": {"secureType": "StartTLS"}}
    assert "secret" not in server.said


@pytest.mark.parametrize(
    ("protocol", "answer"),
    [("imap", "[PRIVACYREQUIRED] use TLS"), ("smtp", "538 5.7.11 Encryption required"), ("smtp", "530 STARTTLS first")],
)
def test_auth_needs_encryption_says_the_server(monkeypatch: pytest.MonkeyPatch, protocol: str, answer: str) -> None:
    assert refused(monkeypatch, protocol, answer).cause == "AUTH_NEEDS_ENCRYPTION"


@pytest.mark.parametrize(
    ("protocol", "host", "answer", "provider"),
    [
        ("imap", "imap.gmail.com", "[ALERT] Application-specific password required (Failure)", "Google"),
        ("smtp", "smtp.gmail.com", "534 5.7.9 Application-specific password required.", "Google"),
        ("imap", "imap.mail.me.com", "[AUTHENTICATIONFAILED] Authentication Failed", "iCloud"),
        ("smtp", "smtp.mail.yahoo.com", "535 5.7.0 (#AUTH005) no such luck", "Yahoo"),
        ("pop3", "pop.gmail.com", "[AUTH] Username and password not accepted.", "Google"),
    ],
)
def test_app_password_needed(
    monkeypatch: pytest.MonkeyPatch, protocol: str, host: str, answer: str, provider: str
) -> None:
    error = refused(monkeypatch, protocol, answer, host)
    title = f"{provider} needs an app password"
    expect(error, CredentialsError, "APP_PASSWORD_NEEDED", title, ("password",))
    assert [remedy.act for remedy in error.remedies] == ["account-page", "paste"]
    assert error.facts["account_page"].startswith("https://")


@pytest.mark.parametrize(
    ("protocol", "host", "answer"),
    [
        ("smtp", "smtp.office365.com", "535 5.7.139 Authentication unsuccessful, basic authentication is disabled."),
        ("imap", "outlook.office365.com", "LOGIN failed."),
        ("pop3", "outlook.office365.com", "Logon failure: unknown user name or bad password."),
    ],
)
def test_oauth_needed(monkeypatch: pytest.MonkeyPatch, protocol: str, host: str, answer: str) -> None:
    error = refused(monkeypatch, protocol, answer, host)
    title = "Microsoft accepts only a browser sign-in"
    expect(error, CredentialsError, "OAUTH_NEEDED", title, ("password",))
    assert [remedy.label for remedy in error.remedies] == ["Sign In with Microsoft"]


@pytest.mark.parametrize(
    ("protocol", "answers"),
    [
        ("imap", {"CAPABILITY": "* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 AUTH=OAUTHBEARER\n{tag} OK"}),
        ("pop3", {"CAPA": "+OK\nSASL XOAUTH2\n."}),
        ("smtp", {"EHLO": "250-mx.example.org\n250 AUTH XOAUTH2 OAUTHBEARER"}),
    ],
)
def test_oauth_needed_when_nothing_else_is_offered(protocol: str, answers: dict[str, Any]) -> None:
    with Talker(protocol, answers) as server:
        error = error_of(settings_for(protocol, server.port))
    assert error.cause == "OAUTH_NEEDED"
    assert "secret" not in server.said


@pytest.mark.parametrize(
    ("protocol", "answer"),
    [
        ("imap", "[ALERT] Your account is not enabled for IMAP use. Please visit your settings. (Failure)"),
        ("imap", "[AUTHENTICATIONFAILED] IMAP access is disabled for your domain"),
        ("pop3", "[AUTH] POP3 access is disabled for this account"),
        ("smtp", "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant."),
    ],
)
def test_protocol_disabled(monkeypatch: pytest.MonkeyPatch, protocol: str, answer: str) -> None:
    host = {"imap": "imap.gmx.net", "pop3": "pop.gmx.net", "smtp": "mail.gmx.net"}[protocol]
    error = refused(monkeypatch, protocol, answer, host)
    title = f"{protocol.upper()} is switched off for this account"
    expect(error, CredentialsError, "PROTOCOL_DISABLED", title, ("protocol",))
    assert [remedy.act for remedy in error.remedies] == ["account-page", "validate"]


@pytest.mark.parametrize(
    ("protocol", "answer"),
    [
        ("imap", "[AUTHENTICATIONFAILED] Your account has been locked"),
        ("pop3", "[AUTH] Too many failed login attempts"),
        ("smtp", "454 4.7.0 Too many login attempts, try again later."),
        ("pop3", "too many bad auth attempts"),
        ("smtp", "535 5.7.8 Account temporarily blocked"),
    ],
)
def test_account_locked(monkeypatch: pytest.MonkeyPatch, protocol: str, answer: str) -> None:
    error = refused(monkeypatch, protocol, answer)
    expect(error, CredentialsError, "ACCOUNT_LOCKED", "The account is locked for now")
    assert [remedy.act for remedy in error.remedies] == ["validate"]


@pytest.mark.parametrize(
    ("protocol", "answer", "code"),
    [
        ("imap", "[UNAVAILABLE] Maximum number of connections from user+IP exceeded", "UNAVAILABLE"),
        ("imap", "[INUSE] try later", "INUSE"),
        ("imap", "Too many simultaneous connections", "no free connection"),
        ("imap", "Too many simultaneous logins", "no free connection"),
        ("pop3", "[IN-USE] Maildrop already locked", "IN-USE"),
        ("pop3", "[SYS/TEMP] Server busy", "SYS/TEMP"),
        ("smtp", "421 4.7.0 Too many connections", "421"),
        ("smtp", "454 4.7.0 Temporary authentication failure", "454"),
    ],
)
def test_server_busy(monkeypatch: pytest.MonkeyPatch, protocol: str, answer: str, code: str) -> None:
    error = refused(monkeypatch, protocol, answer)
    expect(error, UnreachableError, "SERVER_BUSY", f"The server is busy ({code})")
    assert [remedy.act for remedy in error.remedies] == ["validate"]


@pytest.mark.parametrize(
    ("protocol", "greeting", "code"),
    [
        ("smtp", "421 4.3.2 Try again later", "421"),
        ("imap", "* BYE [UNAVAILABLE] Too many connections", "UNAVAILABLE"),
        ("pop3", "-ERR [SYS/TEMP] Too many connections", "SYS/TEMP"),
    ],
)
def test_server_busy_in_the_greeting(protocol: str, greeting: str, code: str) -> None:
    with Talker(protocol, greeting=(greeting, CLOSE)) as server:
        error = error_of(settings_for(protocol, server.port))
    assert (error.cause, error.facts["code"]) == ("SERVER_BUSY", code)


@pytest.mark.parametrize(
    ("protocol", "answers"),
    [
        ("imap", {"LOGIN": "what do you want"}),
        ("imap", {"CAPABILITY": "* CAPABILITY IMAP4rev0\n{tag} OK"}),
        ("smtp", {"EHLO": "550 go away", "HELO": "550 go away"}),
        ("smtp", {"AUTH": "no code"}),
    ],
)
def test_unexpected(protocol: str, answers: dict[str, Any]) -> None:
    with Talker(protocol, answers) as server:
        error = error_of(settings_for(protocol, server.port))
    expect(error, UnreachableError, "UNEXPECTED", "Something unexpected happened")
    assert [remedy.act for remedy in error.remedies] == ["copy", "validate"]


# ---- causes beside the catalogue ----


def test_the_password_does_not_cross_a_network_in_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    from mailflow_gui.connectors import _channel

    monkeypatch.setattr(_channel, "is_this_computer", lambda ip: False)
    with Talker("imap") as server:
        error = error_of(settings_for("imap", server.port))
        assert not server.lines
        expect(error, SettingsError, "PLAINTEXT_PASSWORD", "Your password would travel unencrypted", ("secureType",))
        assert remedies_of(error) == {
            "Use StartTLS": {"secureType": "StartTLS"},
            "Send Anyway": {"allowUnencryptedSignIn": "true"},
        }
        agreed, problems = ReceiveLike.check(
            {
                "protocol": "imap",
                "host": "localhost",
                "port": server.port,
                "username": "info",
                "password": "secret",
                "secureType": "None",
                **remedies_of(error)["Send Anyway"],
            }
        )
        assert not problems
        from tests.connectors.fakes import VERIFY

        VERIFY["imap"](agreed, new_trace())
    assert "secret" in server.said


def test_this_computer_is_told_by_its_address() -> None:
    from mailflow_gui.connectors._channel import is_this_computer

    assert [is_this_computer(ip) for ip in ("127.0.0.1", "127.8.8.8", "::1")] == [True] * 3
    assert [is_this_computer(ip) for ip in ("10.0.0.1", "192.0.2.1", "fe80::1%eth0", "2001:db8::1")] == [False] * 4


def test_a_sending_server_without_sign_in() -> None:
    with Talker("smtp", {"EHLO": "250 mx.example.org"}) as server:
        error = error_of(settings_for("smtp", server.port))
    assert (error.cause, error.fields) == ("AUTH_NOT_OFFERED", ("port", "username"))
    assert remedies_of(error)["Continue Without Sign-in"] == {"username": "", "password": ""}
    assert "secret" not in server.said


@pytest.mark.parametrize("field", ["username", "password"])
@every_protocol
def test_control_characters_never_reach_the_wire(protocol: str, field: str) -> None:
    with Talker(protocol) as server:
        error = error_of(settings_for(protocol, server.port, **{field: "x\r\nDELE 1"}))
    assert (error.cause, error.fields) == ("CONTROL_CHARACTERS", (field,))
    assert not server.connections


def test_an_incomplete_address_is_told() -> None:
    assert error_of(settings_for("imap", 0)).fields == ("port",)
    assert error_of(settings_for("imap", 143, host="")).fields == ("host",)
    assert error_of(settings_for("imap", 143, host="a" * 70 + ".example")).cause == "ADDRESS_INCOMPLETE"


def test_lookups_of_names_do_not_leave_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch, "imap.gmail.com")
    assert socket.getaddrinfo("imap.gmail.com", 1)[0][4][0] == "127.0.0.1"
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("example.org", 1)
