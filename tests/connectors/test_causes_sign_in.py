"""The causes that a sign-in can end with, and those beside the catalogue; the rest is in `test_causes`."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from mailflow_gui.connectors import _greeting
from mailflow_gui.core.errors import (
    CredentialsError,
    MailflowError,
    SettingsError,
    UnreachableError,
)
from tests.connectors.fakes import (
    PROTOCOLS,
    ReceiveLike,
    Talker,
    error_of,
    expect,
    local_names,
    new_trace,
    remedies_of,
    settings_for,
)
from tests.servers.line_server import CLOSE

TLS_PORT = {"imap": "993", "pop3": "995", "smtp": "465"}
PLAIN_PORT = {"imap": "143", "pop3": "110", "smtp": "25"}
every_protocol = pytest.mark.parametrize("protocol", PROTOCOLS)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for TLS on a silent port soon."""
    monkeypatch.setattr(_greeting, "SILENCE", 0.2)


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
    assert [remedy.label for remedy in error.remedies] == ["Validate Again"]


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
    from mailflow_gui.connectors import _way

    monkeypatch.setattr(_way, "is_this_computer", lambda ip: False)
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
    from mailflow_gui.core.hosts import is_this_computer

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
