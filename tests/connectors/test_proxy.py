"""IMAP, POP3 and SMTP through both kinds of proxy: the same mail, the same checks, the same ends."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from mailflow_gui.connectors import _greeting
from mailflow_gui.connectors._mailserver import NONE, STARTTLS, TLS, check_names
from mailflow_gui.connectors._smtp_transport import SmtpTransport
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.connectors.email_receive import CONNECTOR as RECEIVE
from mailflow_gui.connectors.email_receive import ReceiveAction, ReceiveSettings, open_source
from mailflow_gui.connectors.email_send import CONNECTOR as SEND
from mailflow_gui.connectors.email_send import SendSettings
from mailflow_gui.core.connector import CheckState, Stance
from mailflow_gui.core.errors import Cancelled, SettingsError, UnreachableError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.limits import Limits, set_limits
from mailflow_gui.core.ports import StopRequest
from mailflow_gui.core.proxy import Proxy
from mailflow_gui.engine.verify import verify
from tests.connectors import letters
from tests.connectors.fakes import CONNECT, METHODS, OFFERS, PROTOCOLS, VERIFY, Talker, error_of, local_names, new_trace
from tests.connectors.fakes import settings_for as talker_settings
from tests.connectors.proxies import KINDS, MAIL, NAMES, every_kind, no_proxy_left, proxy, use
from tests.connectors.receiving import letter
from tests.connectors.transmitting import CALM
from tests.servers import certificates
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox, require_dovecot
from tests.servers.line_server import HANG
from tests.servers.smtp_sink import SmtpSink
from tests.servers.tunnel_proxy import TunnelProxy

__all__ = ["no_proxy_left", "proxy"]

every_protocol = pytest.mark.parametrize("protocol", PROTOCOLS)
every_method = pytest.mark.parametrize("method", METHODS)


@pytest.fixture(scope="module")
def far_dovecot() -> Iterator[Dovecot]:
    """Dovecot under the name that only the proxies know."""
    require_dovecot()
    with Dovecot(certificate=certificates.signed_for_mail()) as server:
        yield server


@pytest.fixture
def far_mailbox(far_dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> Mailbox:
    user = far_dovecot.add_user()
    local_names(monkeypatch)  # any lookup of the name on this computer would fail
    return Mailbox(far_dovecot, user, far_dovecot.users[user])


def receiving(mailbox: Mailbox, protocol: str, method: str) -> ReceiveSettings:
    server = mailbox.server
    return ReceiveSettings(
        protocol=protocol,
        host=MAIL,
        port=server.ports[protocol + "s" * (method == TLS)],
        username=mailbox.user,
        password=SecretText(mailbox.password),
        secure_type=method,
        server_certificate=server.authority_pem,
    )


# ---- mail ----


@pytest.mark.parametrize("method", [STARTTLS, TLS])
@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_mail_is_received(far_mailbox: Mailbox, proxy: TunnelProxy, protocol: str, method: str) -> None:
    big = letter(2, "x" * 76 + "\n" + "A line of it.\n" * 20_000)
    far_mailbox.deliver(letter(1), big)
    settings = receiving(far_mailbox, protocol, method)
    source = open_source(settings, ReceiveAction())
    locators = source.listing(0).locators
    got = [one.raw for one in source.fetch(locators)]
    source.close()
    assert sorted(map(len, got)) == sorted(map(len, [letter(1), big.replace(b"\n", b"\r\n").replace(b"\r\r", b"\r")]))
    assert set(proxy.asked) == {(MAIL, settings.port)}


@every_protocol
@pytest.mark.parametrize("method", [STARTTLS, TLS])
def test_the_password_never_passes_readably(
    smtp_sink: SmtpSink, far_mailbox: Mailbox, proxy: TunnelProxy, protocol: str, method: str
) -> None:
    smtp_sink.certificate = certificates.signed_for_mail()
    if protocol == "smtp":
        port = smtp_sink.port if method == STARTTLS else smtp_sink.listen(smtp_sink.certificate)
        name, trusted = "info@example.org", certificates.authority_pem()
        VERIFY["smtp"](
            talker_settings("smtp", port, method, host=MAIL, username=name, server_certificate=trusted), new_trace()
        )
        assert smtp_sink.sign_ins[-1].accepted
    else:
        RECEIVE.verify(receiving(far_mailbox, protocol, method), new_trace())
    words = bytes(proxy.heard)
    assert words and b"secret" not in words and b"c2VjcmV0" not in words


def test_mail_is_sent(smtp_sink: SmtpSink, proxy: TunnelProxy) -> None:
    outgoing = letters.letter("a@example.net", text="Hello through the proxy")
    smtp_sink.certificate = certificates.signed_for_mail()
    settings = SendSettings(
        host=MAIL,
        port=smtp_sink.port,
        username="info@example.org",
        password=SecretText("secret"),
        secure_type=STARTTLS,
        server_certificate=certificates.authority_pem(),
    )
    transport = SmtpTransport(settings, patience=CALM)
    attempt = transport.transmit(outgoing, outgoing.recipients, lambda rows: None)
    transport.close()
    assert (attempt.stance, attempt.error) == (Stance.SENT, None)
    assert smtp_sink.messages[0].content == outgoing.wire
    assert proxy.asked == [(MAIL, smtp_sink.port)]
    assert {line for line in smtp_sink.commands if line.startswith("EHLO")} == {"EHLO [127.0.0.1]"}


@every_protocol
@every_method
def test_no_word_of_the_server_is_lost(proxy: TunnelProxy, protocol: str, method: str) -> None:
    """The proxy's answer and the server's greeting come in one piece."""
    certificate = certificates.signed_for_mail()
    offers = OFFERS[protocol] if method == STARTTLS else {}
    with Talker(protocol, offers, certificate=certificate, implicit=method == TLS) as server:
        VERIFY[protocol](
            talker_settings(
                protocol,
                server.port,
                method,
                host=MAIL,
                allow_unencrypted=method == NONE,
                server_certificate=certificate.trust_pem if method != NONE else "",
            ),
            new_trace(),
        )
        assert "close" not in server.said
    assert proxy.asked == [(MAIL, server.port)]


# ---- what is checked is the mail server ----


@every_protocol
def test_the_certificate_is_the_mail_servers(proxy: TunnelProxy, protocol: str) -> None:
    certificate = certificates.signed_by_authority()  # for localhost, where the proxy is as well
    with Talker(protocol, certificate=certificate, implicit=True) as server:
        error = error_of(
            talker_settings(protocol, server.port, TLS, host=MAIL, server_certificate=certificate.trust_pem)
        )
        assert (error.cause, server.said) == ("CERT_HOST_MISMATCH", "")
    assert len(proxy.asked) == 2, "the second look at the certificate goes through the proxy, too"


@every_protocol
def test_a_password_does_not_go_out_in_clear(proxy: TunnelProxy, protocol: str) -> None:
    """The proxy is on this computer; the server is not."""
    with Talker(protocol) as server:
        settings = talker_settings(protocol, server.port, NONE, host=MAIL)
        with pytest.raises(SettingsError):
            VERIFY[protocol](settings, new_trace())
        assert "secret" not in server.said


@every_protocol
def test_a_port_without_tls_is_told_as_ever(proxy: TunnelProxy, protocol: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_greeting, "SILENCE", 1.0)  # the second look has twice as long, the proxy included
    with Talker(protocol) as server:
        assert error_of(talker_settings(protocol, server.port, TLS, host=MAIL)).cause == "TLS_ON_PLAIN_PORT"
    certificate = certificates.signed_for_mail()
    with Talker(protocol, certificate=certificate, implicit=True) as server:
        assert error_of(talker_settings(protocol, server.port, STARTTLS, host=MAIL)).cause == "PLAIN_ON_TLS_PORT"


# ---- who goes through it ----


@every_kind
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_this_computer_is_reached_directly(kind: str, host: str) -> None:
    with KINDS[kind]() as server, Talker("imap") as talker:
        use(server)
        VERIFY["imap"](talker_settings("imap", talker.port, host=host), new_trace())
        assert server.connections == 0


def test_exceptions_are_reached_directly(proxy: TunnelProxy, monkeypatch: pytest.MonkeyPatch) -> None:
    local_names(monkeypatch, MAIL)
    set_limits(Limits(proxy=Proxy(proxy.kind, "127.0.0.1", proxy.port, "", ("example.org",))))
    with Talker("imap") as talker:
        VERIFY["imap"](talker_settings("imap", talker.port, host=MAIL), new_trace())
    assert proxy.connections == 0


@every_kind
def test_offline_asks_no_proxy(kind: str) -> None:
    with KINDS[kind](NAMES) as server:
        use(server, offline=True)
        assert error_of(talker_settings("imap", 993, TLS, host=MAIL)).cause == "WORKING_OFFLINE"
        assert server.connections == 0


@pytest.mark.parametrize("host", ["192.0.2.7", "2001:db8::7"])
def test_addresses_are_asked_for_as_they_are(proxy: TunnelProxy, host: str) -> None:
    proxy.names = {host: "127.0.0.1"}
    with Talker("imap") as talker:
        VERIFY["imap"](talker_settings("imap", talker.port, host=host, allow_unencrypted=True), new_trace())
        assert proxy.asked == [(host, talker.port)]


# ---- Validate ----


@every_kind
def test_validate_says_what_the_proxy_does(kind: str, far_mailbox: Mailbox) -> None:
    with KINDS[kind](NAMES) as server:
        use(server)
        settings = receiving(far_mailbox, "imap", TLS)
        checks = verify(RECEIVE, settings, report=lambda _: None, cancel=threading.Event())
    assert [one.state for one in checks] == [CheckState.OK] * 5
    name = {"socks5": "SOCKS5", "http": "HTTP"}[kind]
    assert checks[0].title == "Proxy answers"
    assert checks[0].detail == f"{name} proxy 127.0.0.1:{server.port}, which looks up {MAIL}"
    set_limits(Limits())
    assert check_names(settings, ("inbox", ""))[0] == ("server", "Server found")
    assert SEND.checks(SendSettings(host=MAIL, port=25))[0] == ("server", "Server found")


# ---- stopping ----


@every_kind
@pytest.mark.parametrize("stage", ["hello", "request", "reached"])
def test_a_stop_is_heard_while_the_proxy_stalls(kind: str, stage: str) -> None:
    stop = StopRequest()
    with KINDS[kind](NAMES) as server, Talker("imap") as talker:
        server.script(stage, HANG)
        use(server)
        threading.Thread(target=lambda: (server.reached(stage), stop.set())).start()
        with pytest.raises(Cancelled):
            VERIFY["imap"](talker_settings("imap", talker.port, host=MAIL), SilentTrace(stop))
        assert time.monotonic() - stop.at < 1


def test_a_stop_is_heard_while_idling(far_mailbox: Mailbox, proxy: TunnelProxy) -> None:
    stop = StopRequest()
    source = open_source(receiving(far_mailbox, "imap", TLS), ReceiveAction(push=True))
    source.attend(stop)
    source.listing(0)
    threading.Timer(0.3, stop.set).start()
    source.wait(60, stop)
    source.close()
    assert time.monotonic() - stop.at < 1


def test_new_mail_wakes_an_idling_source(far_mailbox: Mailbox, proxy: TunnelProxy) -> None:
    source = open_source(receiving(far_mailbox, "imap", TLS), ReceiveAction(push=True))
    source.listing(0)
    threading.Timer(0.3, lambda: far_mailbox.deliver(letter(1))).start()
    start = time.monotonic()
    source.wait(30, threading.Event())
    assert time.monotonic() - start < 10
    assert len(source.listing(0).locators) == 1
    source.close()


def test_a_proxy_that_goes_away_is_a_lost_connection(far_mailbox: Mailbox, proxy: TunnelProxy) -> None:
    source = open_source(receiving(far_mailbox, "imap", TLS), ReceiveAction())
    source.listing(0)
    proxy.drop_connections()
    assert source.listing(0).locators == (), "it connects anew"
    source.close()
    assert len(proxy.asked) == 2


def test_nothing_goes_past_a_proxy_that_is_gone(far_mailbox: Mailbox, proxy: TunnelProxy) -> None:
    """No way past it is tried, even where there is one."""
    source = open_source(receiving(far_mailbox, "imap", TLS), ReceiveAction())
    source.listing(0)
    proxy.stop()
    with pytest.raises(UnreachableError) as raised:
        source.listing(0)
    source.close()
    assert raised.value.cause == "PROXY_UNREACHABLE"


def test_the_system_watches_the_connection_to_the_proxy(proxy: TunnelProxy) -> None:
    with Talker("imap") as talker:
        client = CONNECT["imap"](talker_settings("imap", talker.port, host=MAIL, allow_unencrypted=True), new_trace())
        sock: Any = client.wire._socket
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            assert 0 < sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) <= 180_000
        client.shutdown()
