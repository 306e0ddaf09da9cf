"""What somebody on the way can try with StartTLS (the classes of the NO STARTTLS study), and what must happen."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui.connectors._mailserver import NONE, STARTTLS, TLS
from tests.connectors.fakes import (
    CONNECT,
    OFFERS,
    PROTOCOLS,
    START,
    VERIFY,
    Talker,
    error_of,
    new_trace,
    settings_for,
)
from tests.servers import certificates
from tests.servers.line_server import CLOSE, Action

every_protocol = pytest.mark.parametrize("protocol", PROTOCOLS)


def attacked(
    protocol: str, answers: dict[str, Action], greeting: Action | None = None, limit: float = 5.0
) -> tuple[str, Talker]:
    """The cause that a StartTLS connection ends with, and the server with what it heard."""
    authority = certificates.signed_by_authority()
    with Talker(protocol, {**OFFERS[protocol], **answers}, greeting=greeting, certificate=authority) as server:
        settings = settings_for(protocol, server.port, STARTTLS, server_certificate=authority.trust_pem)
        error = error_of(settings, new_trace(limit))
    assert "secret" not in "\n".join(server.said_in_clear())
    assert "c2VjcmV0" not in server.said, "the password went out in base64"
    return error.cause, server


@every_protocol
def test_without_an_attack_it_works(protocol: str) -> None:
    authority = certificates.signed_by_authority()
    with Talker(protocol, OFFERS[protocol], certificate=authority) as server:
        settings = settings_for(protocol, server.port, STARTTLS, server_certificate=authority.trust_pem)
        VERIFY[protocol](settings, new_trace())
    words = [line.upper().split()[-1 if protocol == "imap" else 0] for line in server.said_in_clear()]
    assert (
        words == {"imap": ["CAPABILITY", "STARTTLS"], "pop3": ["CAPA", "STLS"], "smtp": ["EHLO", "STARTTLS"]}[protocol]
    )


@every_protocol
@pytest.mark.parametrize("answer", ["no", "bad", "odd"])
def test_starttls_refused(protocol: str, answer: str) -> None:
    wording = {
        "imap": {"no": "{tag} NO not now", "bad": "{tag} BAD what", "odd": "+ go ahead"},
        "pop3": {"no": "-ERR not now", "bad": "-ERR what", "odd": "+ go ahead"},
        "smtp": {"no": "502 5.5.1 no", "bad": "500 what", "odd": "354 go ahead"},
    }[protocol][answer]
    cause, server = attacked(protocol, {START[protocol]: wording})
    assert cause == "STARTTLS_MISSING"
    assert len(server.lines) == 2


def test_a_temporary_refusal_is_no_reason_to_go_on_in_clear() -> None:
    assert attacked("smtp", {"STARTTLS": "454 4.7.0 TLS not available"})[0] == "SERVER_BUSY"


@every_protocol
def test_no_list_of_extensions(protocol: str) -> None:
    refusal = {"imap": "{tag} BAD what", "pop3": "-ERR what", "smtp": "502 what"}[protocol]
    asked = {"imap": "CAPABILITY", "pop3": "CAPA", "smtp": "EHLO"}[protocol]
    cause, server = attacked(protocol, {asked: refusal, "HELO": "250 mx"})
    assert cause == "STARTTLS_MISSING"
    assert len(server.lines) == 1


@pytest.mark.parametrize("method", [STARTTLS, TLS])
def test_preauth_is_refused_under_encryption(method: str) -> None:
    authority = certificates.signed_by_authority()
    answers = {} if method == TLS else OFFERS["imap"]
    greeting = "* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hello info"
    with Talker("imap", answers, greeting=greeting, certificate=authority, implicit=method == TLS) as server:
        settings = settings_for("imap", server.port, method, server_certificate=authority.trust_pem)
        cause = error_of(settings).cause
    assert cause == {STARTTLS: "STARTTLS_MISSING", TLS: "UNEXPECTED"}[method]
    assert "secret" not in server.said


def test_preauth_without_encryption_is_a_sign_in_without_password() -> None:
    with Talker("imap", greeting="* PREAUTH hello") as server:
        VERIFY["imap"](settings_for("imap", server.port, NONE), new_trace())
    assert "secret" not in server.said


@every_protocol
@pytest.mark.parametrize("glued", [True, False], ids=["one packet", "two packets"])
def test_words_after_the_agreement(protocol: str, glued: bool) -> None:
    yes = OFFERS[protocol][START[protocol]]
    more = {
        "imap": '* LIST () "/" EVIL\n* CAPABILITY IMAP4rev1 LOGINDISABLED',
        "pop3": "+OK injected",
        "smtp": "250-injected\n250 AUTH PLAIN",
    }[protocol]
    answer: Action = f"{yes}\n{more}" if glued else (str(yes), more)
    assert attacked(protocol, {START[protocol]: answer})[0] == "STARTTLS_TAMPERED"


def test_one_octet_after_the_agreement_is_too_much() -> None:
    assert attacked("smtp", {"STARTTLS": b"220 go\r\n2"})[0] == "STARTTLS_TAMPERED"


def test_what_was_said_in_clear_is_forgotten() -> None:
    """Untagged data before TLS: folders, a state of the mailbox, capabilities, an alert, a goodbye of the greeting."""
    authority = certificates.signed_by_authority()
    poison = (
        '* LIST () "/" EVIL\n* STATUS INBOX (UIDVALIDITY 666)\n* SEARCH 1 2 3\n* 99 EXISTS\n* OK [ALERT] call us\n'
        "* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED MOVE STARTTLS\n{tag} OK done"
    )
    offered = {**OFFERS["imap"], "CAPABILITY": poison, "STARTTLS": '* LIST () "/" WORSE\n{tag} OK go'}
    secure = {"LIST": '* LIST () "/" INBOX\n{tag} OK done', "NOOP": "{tag} OK"}
    server = Talker("imap", offered, certificate=authority, secure=secure)
    server.answers["STARTTLS"] = OFFERS["imap"]["STARTTLS"]
    with server:
        settings = settings_for("imap", server.port, STARTTLS, server_certificate=authority.trust_pem)
        client = CONNECT["imap"](settings, new_trace())
        assert [name for _, _, name in client.list_folders()] == ["INBOX"]
        assert client.capabilities() == (b"IMAP4REV1",)
        assert not client._imap.untagged_responses
        client.wire.close()


@every_protocol
def test_the_server_is_asked_anew_under_encryption(protocol: str) -> None:
    authority = certificates.signed_by_authority()
    with Talker(protocol, OFFERS[protocol], certificate=authority) as server:
        settings = settings_for(protocol, server.port, STARTTLS, server_certificate=authority.trust_pem)
        CONNECT[protocol](settings, new_trace()).wire.close()
    asked = {"imap": "CAPABILITY", "pop3": "CAPA", "smtp": "EHLO"}[protocol]
    assert sum(asked in line.upper() for encrypted, line in server.lines if encrypted) == 1 + (protocol == "imap")


@every_protocol
def test_plain_text_instead_of_a_handshake(protocol: str) -> None:
    """The server agrees, hears the ClientHello, and goes on in clear."""

    class Rude(Talker):
        def converse(self, wire: Any) -> None:
            started = wire.read_line

            def read_line() -> bytes:
                if self.lines and START[self.protocol] in self.lines[-1][1].upper():
                    wire.read_octets(5)
                    wire.send(b"* OK and now in clear\r\n")
                    wire.drain()
                line: bytes = started()
                return line

            wire.read_line = read_line
            super().converse(wire)

    with Rude(protocol, OFFERS[protocol]) as server:
        error = error_of(settings_for(protocol, server.port, STARTTLS))
    assert error.cause == "STARTTLS_TAMPERED"


@every_protocol
def test_a_goodbye_instead_of_the_handshake(protocol: str) -> None:
    cause, _ = attacked(protocol, {START[protocol]: CLOSE})
    assert cause == "CONNECTION_LOST"


@pytest.mark.parametrize(
    ("protocol", "command", "answer"),
    [
        ("imap", "LOGIN", "{tag} NO [REFERRAL imap://info@127.0.0.1:9/] other server"),
        ("imap", "LOGIN", "{tag} OK [REFERRAL imap://info@127.0.0.1:9/] also there"),
    ],
)
def test_referrals_are_not_followed(protocol: str, command: str, answer: str) -> None:
    authority = certificates.signed_by_authority()
    server = Talker(protocol, OFFERS[protocol], certificate=authority, secure={command: answer})
    with server:
        settings = settings_for(protocol, server.port, STARTTLS, server_certificate=authority.trust_pem)
        if " OK " in answer:
            CONNECT[protocol](settings, new_trace()).wire.close()
        else:
            assert error_of(settings).cause == "AUTH_FAILED"
    assert server.connections == 1


@every_protocol
def test_text_of_the_server_before_tls_is_not_shown(protocol: str) -> None:
    greeting = {"imap": "* OK call 0900-EVIL", "pop3": "+OK call 0900-EVIL", "smtp": "220 call 0900-EVIL"}[protocol]
    with Talker(protocol, greeting=greeting) as server:
        error = error_of(settings_for(protocol, server.port, STARTTLS))
    assert "EVIL" not in error.title + error.hint + error.fix
