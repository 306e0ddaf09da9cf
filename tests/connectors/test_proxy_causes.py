"""One test for each cause that a connection can end with at a proxy. In none of them is a mail server told anything."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from mailflow_gui.connectors import _network
from mailflow_gui.connectors._mailserver import TLS
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import (
    Cancelled,
    CredentialsError,
    MailflowError,
    SettingsError,
    UnreachableError,
    VaultError,
    VaultLocked,
)
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.limits import Limits, set_limits, set_proxy_password
from mailflow_gui.core.ports import StopRequest
from mailflow_gui.core.proxy import Proxy
from tests.connectors.fakes import VERIFY, Talker, error_of, expect, local_names, new_trace, settings_for
from tests.connectors.proxies import KINDS, MAIL, NAMES, every_kind, no_proxy_left, proxy, use, use_place
from tests.servers.line_server import CLOSE, DRIP, GARBAGE, HANG, HTTP_ANSWER, RESET, Action
from tests.servers.ports import free_port
from tests.servers.tunnel_proxy import ConnectProxy, SocksProxy, TunnelProxy

__all__ = ["no_proxy_left", "proxy"]

PASSWORD = "its-own-word"
USERS = {"ann": PASSWORD}


def error_behind(limit: float = 10.0, port: int = 993) -> MailflowError:
    """What Validate of a server ends with that is there only for the proxy."""
    return error_of(settings_for("imap", port, TLS, host=MAIL), new_trace(limit))


def offers(error: MailflowError) -> list[str]:
    """The labels of the buttons."""
    return [remedy.label for remedy in error.remedies]


# ---- reaching the proxy ----


@every_kind
def test_proxy_down(kind: str) -> None:
    port = free_port()
    use_place(kind, port)
    error = expect(
        error_behind(), UnreachableError, "PROXY_UNREACHABLE", f"The proxy 127.0.0.1:{port} can't be reached"
    )
    assert error.hint.startswith("It refuses connections on this port. Mailflow reaches mail servers only through it")
    assert offers(error) == ["Open Network Settings", "Validate Again"]
    assert [remedy.field for remedy in error.remedies] == ["network", ""]


@pytest.mark.parametrize(("code", "says"), [(socket.EAI_NONAME, "Its name is not known here. "), (None, "")])
def test_proxy_without_a_name(monkeypatch: pytest.MonkeyPatch, code: int | None, says: str) -> None:
    if code is not None:
        local_names(monkeypatch, error=code)
    else:

        def fail(*_: object) -> None:
            raise OSError("unheard of")

        monkeypatch.setattr(_network, "resolve", fail)
    monkeypatch.setattr(_network, "is_online", lambda *_: True)
    set_limits(Limits(proxy=Proxy("socks5", "proxy.example.net", 1080)))
    error = error_behind()
    expect(error, UnreachableError, "PROXY_UNREACHABLE", "The proxy proxy.example.net:1080 can't be reached")
    assert error.hint == f"{says}Mailflow reaches mail servers only through it, never past it."


def test_no_network_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch, error=socket.EAI_AGAIN)
    monkeypatch.setattr(_network, "is_online", lambda *_: False)
    set_limits(Limits(proxy=Proxy("http", "proxy.example.net", 8080)))
    assert error_behind().cause == "NO_NETWORK"


@pytest.mark.parametrize("broken", [Proxy("unreadable"), Proxy("socks5", "", 1080), Proxy("http", "proxy", 0)])
def test_settings_that_can_not_be_used_let_nobody_past(broken: Proxy) -> None:
    set_limits(Limits(proxy=broken))
    expect(error_behind(), SettingsError, "PROXY_INCOMPLETE", "The proxy's settings can't be used")


# ---- its answers ----


@every_kind
@pytest.mark.parametrize("stage", ["hello", "request"])
def test_proxy_that_stalls(kind: str, stage: str) -> None:
    with KINDS[kind](NAMES) as server:
        server.script(stage, HANG)
        use(server)
        start = time.monotonic()
        error = error_behind(limit=0.6)
    expect(error, UnreachableError, "PROXY_SILENT", f"The proxy 127.0.0.1:{server.port} does not answer")
    assert time.monotonic() - start < 2


def test_a_proxy_that_drips_has_no_longer() -> None:
    with ConnectProxy(NAMES) as server:
        server.script("hello", (b"HTTP/1.1 200 ", DRIP))
        use(server)
        start = time.monotonic()
        assert error_behind(limit=0.6).cause == "PROXY_SILENT"
        assert time.monotonic() - start < 2


@every_kind
@pytest.mark.parametrize("fault", [CLOSE, RESET])
@pytest.mark.parametrize("stage", ["hello", "request"])
def test_proxy_that_hangs_up(kind: str, stage: str, fault: str) -> None:
    with KINDS[kind](NAMES) as server:
        server.script(stage, fault)
        use(server)
        error = error_behind()
    expect(error, UnreachableError, "PROXY_LOST", f"The proxy 127.0.0.1:{server.port} closed the connection")


@every_kind
@pytest.mark.parametrize(
    "answer", [HTTP_ANSWER, (GARBAGE, CLOSE), "220 mx.example.org ESMTP", b"HTTP/1.1 nonsense\r\n\r\n", b"\x05\x77"]
)
def test_something_else_answers(kind: str, answer: Action) -> None:
    with KINDS[kind](NAMES) as server:
        server.script("hello", answer if isinstance(answer, tuple) else (answer, HANG))
        use(server)
        error = error_behind(limit=1)
    if (kind, answer) == ("http", b"\x05\x77"):  # too little to tell
        assert error.cause == "PROXY_SILENT"
        return
    name = {"socks5": "SOCKS5", "http": "HTTP"}[kind]
    title = f"127.0.0.1:{server.port} is not a proxy of the kind {name}"
    expect(error, SettingsError, "PROXY_OTHER_KIND", title)


def test_a_head_without_end() -> None:
    with ConnectProxy(NAMES) as server:
        server.script("hello", (b"HTTP/1.1 200 OK\r\n" + b"X-Much: more\r\n" * 6000, HANG))
        use(server)
        assert error_behind(limit=3).cause == "PROXY_OTHER_KIND"


def test_interim_answers_are_read_over() -> None:
    with ConnectProxy(NAMES) as server, Talker("imap") as talker:
        server.script("request", (b"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 502 Bad Gateway\r\n\r\n", CLOSE))
        use(server)
        assert error_behind(port=talker.port).cause == "PROXY_NO_WAY"


def test_the_answer_may_come_octet_by_octet(proxy: TunnelProxy) -> None:
    pieces = b"\x05\x00\x00\x01" + bytes(6) if proxy.kind == "socks5" else b"HTTP/1.0 200 OK\r\nA: b\r\n\r\n"
    parts: list[bytes | threading.Event] = []
    for octet in pieces:
        parts += [bytes([octet]), _moment()]
    with Talker("imap") as talker:
        proxy.script("reached", tuple(parts))
        use(proxy)
        VERIFY["imap"](settings_for("imap", talker.port, host=MAIL, allow_unencrypted=True), new_trace())


def _moment() -> threading.Event:
    """An event that comes by itself, soon."""
    event = threading.Event()
    threading.Timer(0.02, event.set).start()
    return event


# ---- the sign-in ----


@every_kind
def test_the_right_password_opens(kind: str) -> None:
    with KINDS[kind](NAMES, USERS) as server, Talker("imap") as talker:
        use(server, PASSWORD, username="ann")
        VERIFY["imap"](settings_for("imap", talker.port, host=MAIL, allow_unencrypted=True), new_trace())
        assert server.sign_ins == [("ann", PASSWORD)]


@every_kind
def test_wrong_password(kind: str) -> None:
    with KINDS[kind](NAMES, USERS) as server:
        use(server, "not-it", username="ann")
        error = error_behind()
        expect(
            error,
            CredentialsError,
            "PROXY_SIGN_IN_REFUSED",
            f"The proxy 127.0.0.1:{server.port} refused the user name or password",
        )
        assert (server.sign_ins, server.asked) == ([("ann", "not-it")], [])
        assert error.hint == f"This is the proxy's own sign-in. Nothing was said to {MAIL}."


@every_kind
def test_a_sign_in_that_nobody_entered(kind: str) -> None:
    with KINDS[kind](NAMES, USERS) as server:
        use(server)
        title = f"The proxy 127.0.0.1:{server.port} asks for a sign-in"
        expect(error_behind(), CredentialsError, "PROXY_SIGN_IN_NEEDED", title)
        assert (server.sign_ins, server.asked) == ([], [])


def test_a_sign_in_that_we_do_not_know() -> None:
    with ConnectProxy(NAMES, USERS) as server:
        server.challenge = "NTLM"
        use(server, "not-it", username="ann")
        title = f"The proxy 127.0.0.1:{server.port} wants another kind of sign-in"
        error = expect(error_behind(), SettingsError, "PROXY_SIGN_IN_UNKNOWN", title)
        assert error.hint == "Mailflow signs in to a proxy with user name and password; this one asks for NTLM."
    with SocksProxy(NAMES) as socks:
        socks.script("hello", (b"\x05\xff", CLOSE))
        use(socks, PASSWORD, username="ann")
        error = error_behind()
        assert (error.cause, error.hint[-34:]) == ("PROXY_SIGN_IN_UNKNOWN", "proxy with user name and password.")


def test_an_open_proxy_is_not_told_the_password() -> None:
    with SocksProxy(NAMES) as server, Talker("imap") as talker:
        use(server, PASSWORD, username="ann")
        VERIFY["imap"](settings_for("imap", talker.port, host=MAIL, allow_unencrypted=True), new_trace())
        assert server.sign_ins == []


@pytest.mark.parametrize("password", ["", "x" * 256])
def test_a_password_that_can_not_be_said(password: str) -> None:
    with SocksProxy(NAMES, USERS) as server:
        use(server, password, username="ann")
        error = error_behind()
        assert error.cause == ("PROXY_SIGN_IN_REFUSED" if password else "PROXY_PASSWORD_GONE")
        assert isinstance(error, CredentialsError if password else VaultError)
        assert server.sign_ins == []


@every_kind
def test_a_locked_keyring_is_told_and_nothing_tried(kind: str) -> None:
    def locked() -> SecretText:
        raise trouble("KEYRING_LOCKED")

    with KINDS[kind](NAMES, USERS) as server:
        use(server, username="ann")
        set_proxy_password(locked)
        assert isinstance(error_behind(), VaultLocked)
        assert server.connections == 0


def test_a_keyring_that_hangs_holds_up_no_stop() -> None:
    stop, asked, over = StopRequest(), threading.Event(), threading.Event()

    def hang() -> None:
        asked.set()
        over.wait(30)

    with SocksProxy(NAMES, USERS) as server:
        use(server, username="ann")
        set_proxy_password(hang)
        threading.Thread(target=lambda: (asked.wait(10), stop.set())).start()
        with pytest.raises(Cancelled):
            VERIFY["imap"](settings_for("imap", 993, TLS, host=MAIL), SilentTrace(stop))
        assert time.monotonic() - stop.at < 1
        assert error_behind(limit=0.3).cause == "KEYRING_LOCKED"
    over.set()


def test_what_a_proxy_repeats_is_veiled() -> None:
    with ConnectProxy(NAMES, USERS) as server:
        server.script("request", (f"HTTP/1.1 502 no way for ann:{PASSWORD}\r\n\r\n".encode(), CLOSE))
        use(server, PASSWORD, username="ann")
        error = error_behind()
    assert error.cause == "PROXY_NO_WAY"
    assert PASSWORD not in repr(vars(error))


# ---- the server behind it ----


@every_kind
def test_the_proxy_does_not_find_the_server(kind: str) -> None:
    with KINDS[kind]() as server:
        use(server)
        error = error_behind()
        expect(error, UnreachableError, "PROXY_NO_WAY", f"The proxy can't reach {MAIL} on port 993", ("host", "port"))
        says = {"socks5": "host unreachable or unknown", "http": "502 Bad Gateway"}[kind]
        assert error.hint == f"The proxy 127.0.0.1:{server.port} itself works. It says: {says}."
        assert offers(error) == ["Edit Host Name", "Open Network Settings", "Validate Again"]


@every_kind
def test_the_server_refuses_the_proxy(kind: str) -> None:
    with KINDS[kind](NAMES) as server:
        use(server)
        assert error_behind(port=free_port()).cause == "PROXY_NO_WAY"


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (b"\x05\x01\x00\x01", "PROXY_NO_WAY"),
        (b"\x05\x02\x00\x01", "PROXY_FORBIDS"),
        (b"\x05\x03\x00\x01", "PROXY_NO_WAY"),
        (b"\x05\x06\x00\x01", "PROXY_NO_WAY"),
        (b"\x05\x07\x00\x01", "PROXY_OTHER_KIND"),
        (b"\x05\x63\x00\x01", "PROXY_NO_WAY"),
        (b"\x05\x00\x00\x09", "PROXY_OTHER_KIND"),
        (b"\x04\x00\x00\x01", "PROXY_OTHER_KIND"),
    ],
)
def test_answers_of_socks(answer: bytes, cause: str) -> None:
    with SocksProxy(NAMES) as server:
        server.script("request", (answer, CLOSE))
        use(server)
        assert error_behind().cause == cause


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        ("403 Forbidden", "PROXY_FORBIDS"),
        ("429 Too Many Requests", "PROXY_FORBIDS"),
        ("500 Oh", "PROXY_NO_WAY"),
        ("504 Gateway Timeout", "PROXY_NO_WAY"),
        ("405 Method Not Allowed", "PROXY_OTHER_KIND"),
        ("301 Moved", "PROXY_FORBIDS"),
    ],
)
def test_answers_of_http(status: str, cause: str) -> None:
    with ConnectProxy(NAMES) as server:
        server.script("request", (f"HTTP/1.1 {status}\r\n\r\n".encode(), CLOSE))
        use(server)
        error = error_behind()
        assert error.cause == cause
        assert status in error.details
