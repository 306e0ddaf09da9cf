"""Exceptions of the libraries and tricks of servers: each ends as an error in words, in time, and without secrets."""

from __future__ import annotations

import base64
import errno
import imaplib
import poplib
import smtplib
import ssl
from typing import Any

import pytest

from mailflow_gui.connectors import _network
from mailflow_gui.connectors._failures import connect_failure, failure, spoken
from mailflow_gui.connectors._greeting import speaker
from mailflow_gui.connectors._mailserver import TLS
from mailflow_gui.connectors._target import DETAILS_CAP, Target, refuse_control
from mailflow_gui.connectors._wire import ProtocolError
from mailflow_gui.core.errors import Cancelled, MailflowError, SettingsError
from tests.connectors.fakes import (
    CONNECT,
    PROTOCOLS,
    Talker,
    error_of,
    local_names,
    new_trace,
    settings_for,
)

every_protocol = pytest.mark.parametrize("protocol", PROTOCOLS)


def target(protocol: str = "imap", **more: Any) -> Target:
    return Target.of(settings_for(protocol, 993, TLS, **more), protocol, new_trace())


def chained(outer: BaseException, inner: BaseException) -> BaseException:
    outer.__context__ = inner
    return outer


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (TimeoutError("timed out"), "TIMED_OUT"),
        (chained(smtplib.SMTPServerDisconnected("Connection unexpectedly closed"), TimeoutError()), "TIMED_OUT"),
        (chained(imaplib.IMAP4.abort("socket error: timed out"), TimeoutError()), "TIMED_OUT"),
        (ConnectionResetError(errno.ECONNRESET, "reset"), "CONNECTION_LOST"),
        (BrokenPipeError(errno.EPIPE, "pipe"), "CONNECTION_LOST"),
        (EOFError(), "CONNECTION_LOST"),
        (ssl.SSLEOFError(8, "EOF occurred in violation of protocol"), "CONNECTION_LOST"),
        (ssl.SSLZeroReturnError(6, "TLS/SSL connection has been closed"), "CONNECTION_LOST"),
        (smtplib.SMTPServerDisconnected("Connection unexpectedly closed"), "CONNECTION_LOST"),
        (imaplib.IMAP4.abort("socket error: EOF"), "CONNECTION_LOST"),
        (imaplib.IMAP4.abort("Too many connections"), "SERVER_BUSY"),
        (imaplib.IMAP4.abort("command: NOOP => unexpected response: b'x'"), "UNEXPECTED"),
        (imaplib.IMAP4.error("FETCH command error: BAD [b'x']"), "UNEXPECTED"),
        (poplib.error_proto("-ERR EOF"), "CONNECTION_LOST"),
        (poplib.error_proto(b"-ERR what"), "UNEXPECTED"),
        (smtplib.SMTPResponseException(500, b"what"), "UNEXPECTED"),
        (ProtocolError("a line of more than 5 octets"), "UNEXPECTED"),
        (ssl.SSLError(1, "bad record mac"), "UNEXPECTED"),
        (UnicodeDecodeError("ascii", b"\xff", 0, 1, "no"), "UNEXPECTED"),
    ],
)
def test_the_table(error: BaseException, cause: str) -> None:
    assert failure(target(), error, 3.0).cause == cause


def test_no_way_to_the_host_is_offline_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    away = target(host="imap.ourcompany.example")
    lost = OSError(errno.ENETUNREACH, "Network is unreachable")
    monkeypatch.setattr(_network, "is_online", lambda *_: False)
    assert failure(away, lost).cause == "NO_NETWORK"
    assert connect_failure(away, lost, 1).cause == "NO_NETWORK"
    assert connect_failure(away, TimeoutError(), 1).cause == "NO_NETWORK"
    assert connect_failure(target(), lost, 1).cause == "REFUSED", "this computer is always there"
    monkeypatch.setattr(_network, "is_online", lambda *_: True)
    assert failure(away, lost).cause == "CONNECTION_LOST"
    assert connect_failure(away, lost, 1).cause == "REFUSED"
    assert connect_failure(away, TimeoutError(), 1).cause == "TIMED_OUT"
    assert connect_failure(away, OSError(errno.ETIMEDOUT, "x"), 1).cause == "TIMED_OUT"


def test_asking_for_a_route_sends_nothing_and_answers() -> None:
    assert _network.is_online() in (True, False)


def test_errors_in_words_pass_through() -> None:
    mine = target().trouble("CERT_CHANGED")
    with pytest.raises(MailflowError) as caught, spoken(target()):
        raise mine
    assert caught.value is mine
    with pytest.raises(Cancelled), spoken(target()):
        raise Cancelled
    assert failure(target(), chained(OSError("x"), mine)) is mine


# ---- what the server says is shown in the details only, and harmless ----

SECRET = 'Zx9-"canary"\\ü'


@every_protocol
@pytest.mark.parametrize(
    "echo",
    [
        SECRET,
        base64.b64encode(SECRET.encode()).decode(),
        base64.b64encode(f"\0info\0{SECRET}".encode()).decode(),
        SECRET.replace("\\", "\\\\").replace('"', '\\"'),
    ],
)
def test_a_server_that_repeats_the_password(protocol: str, echo: str) -> None:
    no = {"imap": "{tag} NO ", "pop3": "-ERR ", "smtp": "535 "}[protocol]
    command = {"imap": "LOGIN", "pop3": "PASS", "smtp": "AUTH"}[protocol]
    # LOGIN with a literal has its answer asked for by the literal itself.
    with Talker(protocol, {command: f"{no}wrong: {echo} (really)"}) as server:
        error = error_of(settings_for(protocol, server.port, password=SECRET))
    assert error.cause == "AUTH_FAILED"
    assert "wrong: ••• (really)" in error.details
    everything = repr(vars(error)) + str(error) + repr(error.args)
    assert "canary" not in everything
    assert echo not in everything


def test_details_are_short_and_without_tricks() -> None:
    text = target().harmless("a\x00b\x1b[31m\u202ec\u200bd\r\n\te" + "x" * 1000)
    assert text.startswith("a b [31m c d e")
    assert len(text) == DETAILS_CAP
    assert all(character.isprintable() for character in text)


def test_an_error_does_not_carry_the_settings() -> None:
    with Talker("imap", {"LOGIN": "{tag} NO no"}) as server:
        error = error_of(settings_for("imap", server.port, password="canary"))
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None:
        chain.append(current)
        current = current.__cause__ or current.__context__
    assert "canary" not in "".join(repr(vars(one)) + repr(one) for one in chain)


def test_control_characters_are_refused_for_commands() -> None:
    for text in ("a\rb", "a\nb", "a\0b", "a\x85b", "\x1b"):
        with pytest.raises(SettingsError) as caught:
            refuse_control(text, "Folder", "folderName")
        assert caught.value.fields == ("folderName",)
    refuse_control("Entwürfe & Co.", "Folder", "folderName")


def test_pop3_commands_are_guarded_as_well() -> None:
    with Talker("pop3") as server:
        session = CONNECT["pop3"](settings_for("pop3", server.port), new_trace())
        with pytest.raises(SettingsError):
            session.user("x\r\nDELE 1")
        session.wire.close()
    assert "DELE" not in server.said


# ---- who speaks ----


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (b"* OK IMAP4rev1", "imap"),
        (b"* PREAUTH", "imap"),
        (b"+OK POP3 <1@x>", "pop3"),
        (b"-ERR busy", "pop3"),
        (b"220 mx ESMTP", "smtp"),
        (b"220-mx", "smtp"),
        (b"421 busy", "smtp"),
        (b"554 no", "smtp"),
        (b"220 ProFTPD Server", "an FTP server"),
        (b"200 news.example.org", "a news server"),
        (b"SSH-2.0-x", "an SSH server"),
        (b"HTTP/1.1 400 Bad", "a web server"),
        (b"<!DOCTYPE html>", "a web server"),
        (b'"IMPLEMENTATION" "Dovecot"', "a Sieve server"),
        (b"\x15\x03\x01\x00\x02", "tls"),
        (b"\x16\x03\x03\x00\x7a", "tls"),
        (b"\x00\x01", "a program that is not a mail server"),
        (b"OK", "a program that is not a mail server"),
    ],
)
def test_speaker(words: bytes, kind: str) -> None:
    assert speaker(words) == kind


def test_the_address_that_may_be_meant_follows_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch)
    for host, user, meant in (
        ("imap.ourcompany.com", "info", "info@ourcompany.com"),
        ("imap.gmx.net", "info", "info@gmx.de"),
        ("ourcompany.com", "info", ""),
        ("localhost", "info", ""),
        ("192.0.2.1", "info", ""),
        ("imap.ourcompany.com", "info@elsewhere.com", ""),
    ):
        labels = [remedy.label for remedy in target(host=host, username=user).trouble("AUTH_FAILED").remedies]
        assert labels == ([f"Try {meant}"] if meant else []) + ["Edit Password"]


def test_a_target_is_written_with_ascii_letters() -> None:
    assert target(host="Bücher.Example.").host == "xn--bcher-kva.example"
