"""How the user name and the password go to the server: the way that it offers, exactly as typed, and once."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable

import pytest

from tests.connectors.fakes import CONNECT, Talker, new_trace, settings_for
from tests.servers.line_server import Ended, Wire

PASSWORD = "pässwörd €"
Answer = Callable[[Wire, str], bytes]


class Signing(Talker):
    """Answers the lines of a sign-in one after the other by functions; every other line as usual."""

    def __init__(self, protocol: str, offered: str, begin: str, *answers: str) -> None:
        key = {"imap": "CAPABILITY", "pop3": "CAPA", "smtp": "EHLO"}[protocol]
        super().__init__(protocol, {key: offered})
        self.begin = begin
        self.steps = answers
        self.heard: list[str] = []

    def converse(self, wire: Wire) -> None:
        read = wire.read_line
        left = list(self.steps)

        def read_line() -> bytes:
            line: bytes = read()
            text = line.decode("utf-8")
            while left and (self.heard or self.begin in text.upper()):
                self.heard.append(text)
                answer = left.pop(0).replace("{tag}", self.heard[0].split()[0])
                wire.send(answer.encode() + b"\r\n")
                text = (line := read()).decode("utf-8")
            return line

        wire.read_line = read_line  # type: ignore[method-assign]
        try:
            super().converse(wire)
        except Ended:
            pass


def signed_in(server: Signing, password: str = PASSWORD, user: str = "info") -> list[str]:
    """The lines of the sign-in, as the server heard them."""
    with server:
        settings = settings_for(server.protocol, server.port, username=user, password=password)
        CONNECT[server.protocol](settings, new_trace()).wire.close()
    return server.heard


def coded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


IMAP = "* CAPABILITY IMAP4rev1 {more}\n{tag} OK done"


def test_imap_quotes_what_is_ascii() -> None:
    server = Signing("imap", IMAP.replace("{more}", "AUTH=PLAIN"), " LOGIN ", "{tag} OK in")
    heard = signed_in(server, 'a "b" \\c', "in fo")
    assert heard[0].split(" ", 1)[1] == 'LOGIN "in fo" "a \\"b\\" \\\\c"'


def test_imap_uses_literals_where_quotes_can_not_hold_the_text() -> None:
    server = Signing("imap", IMAP.replace("{more}", ""), " LOGIN ", "+ go", "+ go", "{tag} OK in")
    heard = signed_in(server)
    assert heard[0].endswith(" LOGIN {4}")
    assert heard[1] == f"info {{{len(PASSWORD.encode())}}}"
    assert heard[2] == PASSWORD


def test_imap_uses_plain_for_other_letters() -> None:
    server = Signing("imap", IMAP.replace("{more}", "AUTH=PLAIN"), "AUTHENTICATE", "+ ", "{tag} OK in")
    heard = signed_in(server)
    assert heard[0].endswith(" AUTHENTICATE PLAIN")
    assert heard[1] == coded(f"\0info\0{PASSWORD}")


def test_imap_uses_plain_where_login_is_disabled() -> None:
    server = Signing("imap", IMAP.replace("{more}", "LOGINDISABLED AUTH=PLAIN"), "AUTHENTICATE", "+ ", "{tag} OK in")
    assert signed_in(server, "secret")[1] == coded("\0info\0secret")


def test_pop3_sends_utf8() -> None:
    server = Signing("pop3", "+OK\nUSER\n.", "USER", "+OK", "+OK in")
    assert signed_in(server) == ["USER info", f"PASS {PASSWORD}"]


@pytest.mark.parametrize("offered", ["+OK\nSASL PLAIN\n.", "+OK\nUSER\nSASL PLAIN LOGIN\n."])
def test_pop3_uses_plain(offered: str) -> None:
    server = Signing("pop3", offered, "AUTH", "+ ", "+OK in")
    assert signed_in(server) == ["AUTH PLAIN", coded(f"\0info\0{PASSWORD}")]


def test_pop3_without_a_list_of_capabilities() -> None:
    server = Signing("pop3", "-ERR what", "USER", "+OK", "+OK in")
    assert signed_in(server, "secret") == ["USER info", "PASS secret"]


def test_smtp_plain() -> None:
    server = Signing("smtp", "250-mx\n250 AUTH CRAM-MD5 LOGIN PLAIN XOAUTH2", "AUTH", "235 in")
    assert signed_in(server) == ["AUTH PLAIN " + coded(f"\0info\0{PASSWORD}")]


def test_smtp_login() -> None:
    server = Signing("smtp", "250-mx\n250 AUTH LOGIN", "AUTH", "334 VXNlcg==", "334 UGFzcw==", "235 in")
    assert signed_in(server) == ["AUTH LOGIN", coded("info"), coded(PASSWORD)]


def test_smtp_login_when_plain_was_only_announced() -> None:
    steps = ("504 5.5.4 no", "334 VXNlcg==", "334 UGFzcw==", "235 in")
    server = Signing("smtp", "250-mx\n250 AUTH PLAIN LOGIN", "AUTH", *steps)
    assert signed_in(server)[1] == "AUTH LOGIN"


def test_smtp_cram_md5_when_there_is_nothing_else() -> None:
    challenge = "<1896.697170952@mx.example.org>"
    server = Signing("smtp", "250-mx\n250 AUTH CRAM-MD5", "AUTH", f"334 {coded(challenge)}", "235 in")
    digest = hmac.new(PASSWORD.encode(), challenge.encode(), hashlib.md5).hexdigest()
    assert signed_in(server) == ["AUTH CRAM-MD5", coded(f"info {digest}")]


def test_smtp_without_a_sign_in_just_goes_on() -> None:
    with Talker("smtp", {"EHLO": "250 mx"}) as server:
        CONNECT["smtp"](settings_for("smtp", server.port, username="", password=""), new_trace()).wire.close()
    assert "AUTH" not in server.said


def test_smtp_says_its_address_for_a_name() -> None:
    with Talker("smtp") as server:
        CONNECT["smtp"](settings_for("smtp", server.port), new_trace()).wire.close()
    assert server.lines[0][1].upper() == "EHLO [127.0.0.1]"


def test_an_old_smtp_server_without_ehlo() -> None:
    with Talker("smtp", {"EHLO": "500 what", "HELO": "250 mx"}) as server:
        settings = settings_for("smtp", server.port, username="", password="")
        CONNECT["smtp"](settings, new_trace()).wire.close()
    assert server.lines[1][1].upper().startswith("HELO")


def test_capabilities_are_those_after_the_sign_in() -> None:
    server = Talker("imap", {"LOGIN": "* CAPABILITY IMAP4rev1 EVIL\n{tag} OK [CAPABILITY IMAP4rev1 OLD] in"})
    with server:
        client = CONNECT["imap"](settings_for("imap", server.port), new_trace())
        assert client.capabilities() == (b"IMAP4REV1",)
        client.wire.close()
