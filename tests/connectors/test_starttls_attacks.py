"""What somebody on the way can try with StartTLS (the classes of the NO STARTTLS study), and what must happen."""

from __future__ import annotations

import contextlib
import socket
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


def test_a_protocol_of_before_1996_is_no_way_around() -> None:
    """IMAP4rev0 (class D_2): STARTTLS is offered and agreed to, but what answers then is no IMAP4rev1."""
    old = {"CAPABILITY": "* CAPABILITY IMAP4 STARTTLS\n{tag} OK done"}
    authority = certificates.signed_by_authority()
    with Talker("imap", {**OFFERS["imap"], **old}, certificate=authority, secure={"CAPABILITY": "{tag} OK"}) as server:
        settings = settings_for("imap", server.port, STARTTLS, server_certificate=authority.trust_pem)
        assert error_of(settings).cause in ("UNEXPECTED", "CONNECTION_LOST")
    assert "secret" not in server.said


@pytest.mark.parametrize("where", ["CAPABILITY", "STARTTLS"])
def test_a_goodbye_in_clear_is_not_that_of_the_server_we_signed_in_to(where: str) -> None:
    """Class B_3: it ends the connection at most, and nothing has been said by then."""
    answer = {"CAPABILITY": "* BYE have a nice day\n{tag} OK done", "STARTTLS": "* BYE have a nice day\n{tag} OK go"}
    cause, server = attacked("imap", {where: answer[where]})
    assert cause == "CONNECTION_LOST"
    assert not [line for encrypted, line in server.lines if encrypted]


def test_mechanisms_offered_in_clear_are_forgotten() -> None:
    """SMTP: a list that was tampered with in clear neither takes the sign-in away nor chooses it."""
    authority = certificates.signed_by_authority()
    clear = {"EHLO": "250-mx\n250-AUTH XOAUTH2\n250-SIZE 1\n250-PIPELINING\n250 STARTTLS"}
    with Talker("smtp", {**OFFERS["smtp"], **clear}, certificate=authority) as server:
        settings = settings_for("smtp", server.port, STARTTLS, server_certificate=authority.trust_pem)
        session = CONNECT["smtp"](settings, new_trace())
        assert session.esmtp_features == {"auth": " PLAIN LOGIN"}
        session.close()
    assert [line for encrypted, line in server.lines if encrypted and line.startswith("AUTH PLAIN")]


def test_capabilities_offered_in_clear_are_forgotten() -> None:
    """POP3: the same of CAPA."""
    authority = certificates.signed_by_authority()
    clear = {"CAPA": "+OK\nSASL XOAUTH2\nSTLS\n."}
    with Talker("pop3", {**OFFERS["pop3"], **clear}, certificate=authority) as server:
        settings = settings_for("pop3", server.port, STARTTLS, server_certificate=authority.trust_pem)
        CONNECT["pop3"](settings, new_trace()).close()
    assert [line for encrypted, line in server.lines if encrypted][-2:] == ["USER info", "PASS secret"]


@pytest.mark.parametrize("answer", ["{tag} NO", "{tag} OK"])
@pytest.mark.parametrize("command", ["EXAMINE", "LIST", "STATUS"])
def test_mailbox_referrals_are_not_followed(command: str, answer: str) -> None:
    """Classes M_*: the word comes from under TLS, and still leads nowhere."""
    authority = certificates.signed_by_authority()
    referral = {command: f"{answer} [REFERRAL imap://info@127.0.0.1:9/INBOX] elsewhere"}
    with Talker("imap", OFFERS["imap"], certificate=authority, secure=referral) as server:
        settings = settings_for("imap", server.port, STARTTLS, server_certificate=authority.trust_pem)
        client = CONNECT["imap"](settings, new_trace())
        for work in (
            lambda: client.select_folder("INBOX", readonly=True),
            client.list_folders,
            lambda: client.folder_status("INBOX"),
        ):
            with contextlib.suppress(Exception):  # what the answer is taken for is tested elsewhere
                work()
        client.wire.close()
    assert server.connections == 1


@every_protocol
def test_nothing_is_said_between_the_agreement_and_the_handshake(protocol: str) -> None:
    """Command injection needs a client that says more than StartTLS in clear: ours waits for the answer."""
    waiting: list[bytes] = []
    started: list[bytes] = []

    class Slow(Talker):
        def converse(self, wire: Any) -> None:
            usual = wire.send

            def send(octets: bytes) -> None:
                asked = self.lines and self.lines[-1][1].upper().split()[-1:] == [START[self.protocol]]
                if asked and not wire.encrypted:
                    wire.socket.settimeout(0.3)
                    with contextlib.suppress(TimeoutError):
                        waiting.append(wire.socket.recv(100))
                    wire.socket.settimeout(None)
                    usual(octets)
                    started.append(wire.socket.recv(3, socket.MSG_PEEK))
                    return
                usual(octets)

            wire.send = send
            super().converse(wire)

    authority = certificates.signed_by_authority()
    with Slow(protocol, OFFERS[protocol], certificate=authority) as server:
        settings = settings_for(protocol, server.port, STARTTLS, server_certificate=authority.trust_pem)
        VERIFY[protocol](settings, new_trace())
    assert waiting == []
    assert started[0][:2] == b"\x16\x03", "what follows the agreement is a ClientHello"
