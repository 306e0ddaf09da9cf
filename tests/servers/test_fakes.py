"""The scripted IMAP and POP3 servers, seen by the clients they are to deceive."""

import imaplib
import poplib
import socket
import ssl
from collections.abc import Callable

import imapclient
import pytest

from tests.servers import certificates
from tests.servers.certificates import Certificate
from tests.servers.fake_imap import BUSY_GREETING, SMTP_GREETING, FakeImap
from tests.servers.fake_pop3 import FakePop3
from tests.servers.line_server import HTTP_ANSWER

LETTER = b"Subject: Hello\r\n\r\n.dot\r\nlast\r\n"


def imap(server: FakeImap) -> imapclient.IMAPClient:
    return imapclient.IMAPClient("localhost", server.port, ssl=False, timeout=5)


def test_imap_starttls_sign_in_and_folders() -> None:
    with FakeImap() as server, imap(server) as client:
        client.starttls(server.certificate.client_context())
        client.login("info@example.org", "secret")
        assert client.select_folder("INBOX")[b"EXISTS"] == 0
        assert client.search("UNSEEN") == []
        with pytest.raises(imaplib.IMAP4.error, match="NONEXISTENT"):
            client.select_folder("Elsewhere")
    assert server.sign_ins == [("info@example.org", "secret", True)]


def test_imap_tls_at_once_and_plain_login_with_literals() -> None:
    with FakeImap(user='a"b', password="größe") as server:
        context = server.certificate.client_context()
        with imapclient.IMAPClient("localhost", server.tls_port, ssl_context=context, timeout=5) as client:
            client.plain_login('a"b', "größe")


@pytest.mark.parametrize(
    "reply",
    [
        "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)",
        "NO [UNAVAILABLE] Temporary failure",
        "NO [ALERT] Application-specific password required",
    ],
)
def test_imap_scripted_sign_in(reply: str) -> None:
    with FakeImap() as server:
        server.script("LOGIN", reply)
        with imap(server) as client, pytest.raises(imapclient.exceptions.LoginError) as caught:
            client.login("info@example.org", "secret")
    assert reply[3:12] in str(caught.value)


@pytest.mark.parametrize("greeting", [BUSY_GREETING, (SMTP_GREETING, "close"), HTTP_ANSWER, "close", "reset"])
def test_imap_scripted_greetings(greeting: object) -> None:
    with FakeImap() as server:
        server.script("greeting", greeting)  # type: ignore[arg-type]
        with pytest.raises((imaplib.IMAP4.error, OSError)):
            imap(server)


def test_imap_preauth_and_silence() -> None:
    with FakeImap() as server:
        server.script("greeting", "* PREAUTH Welcome", times=1)
        with imap(server) as client:
            assert client._imap.state == "AUTH"
        server.script("greeting", "hang")
        with socket.create_connection(("localhost", server.port), 5) as connection:
            connection.settimeout(0.1)
            with pytest.raises(TimeoutError):
                connection.recv(1)


def test_imap_starttls_refused_hidden_and_injected() -> None:
    with FakeImap(starttls=False) as server, imap(server) as client:
        assert not client.has_capability("STARTTLS")
    with FakeImap(injected=b"* CAPABILITY IMAP4rev1 AUTH=EVIL\r\n") as server:
        with imap(server) as client:
            client.starttls(server.certificate.client_context())
            assert not client.has_capability("AUTH=EVIL")
        server.script("STARTTLS", "NO Not now")
        with imap(server) as client, pytest.raises(imaplib.IMAP4.error):
            client.starttls(server.certificate.client_context())


def test_pop3_reads_deletes_and_repeats_uidls() -> None:
    with FakePop3() as server:
        server.keep(LETTER, LETTER, uidls=["same", "same"])
        client = poplib.POP3("localhost", server.port, timeout=5)
        client.stls(server.certificate.client_context())
        client.user("info@example.org")
        client.pass_("secret")
        assert client.uidl()[1] == [b"1 same", b"2 same"]
        assert b"\r\n".join([*client.retr(1)[1], b""]) == LETTER
        assert client.top(2, 1)[1][-1] == b".dot"
        client.dele(1)
        client.quit()
        assert len(server.messages) == 1
    assert server.sign_ins == [("info@example.org", "secret", True)]


def test_pop3_scripted_replies() -> None:
    with FakePop3(stls=False, capabilities=("USER",)) as server:
        server.script("PASS", "-ERR [SYS/TEMP] Try later", times=1)
        client = poplib.POP3("localhost", server.port, timeout=5)
        assert "STLS" not in client.capa()
        client.user("info@example.org")
        with pytest.raises(poplib.error_proto, match="SYS/TEMP"):
            client.pass_("secret")
        client.user("info@example.org")
        client.pass_("secret")
        with pytest.raises(poplib.error_proto, match="Unknown"):
            client.uidl()
        client.close()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (certificates.self_signed, None),
        (certificates.signed_by_authority, None),
        (certificates.expired, "expired"),
        (certificates.not_yet_valid, "not yet valid"),
        (certificates.wrong_host, "Hostname mismatch"),
        (certificates.x509_version_1, None),
    ],
)
def test_certificates_have_the_flaw_they_are_named_for(make: Callable[[], Certificate], reason: str | None) -> None:
    certificate = make()
    with FakePop3(certificate=certificate) as server:
        if reason is None:
            context = certificate.client_context()
            context.check_hostname = certificate != certificates.x509_version_1()  # it has no names to check
            poplib.POP3_SSL("localhost", server.tls_port, context=context, timeout=5).quit()
        else:
            with pytest.raises(ssl.SSLCertVerificationError, match=reason):
                poplib.POP3_SSL("localhost", server.tls_port, context=certificate.client_context(), timeout=5)
        with pytest.raises(ssl.SSLCertVerificationError):
            poplib.POP3_SSL("localhost", server.tls_port, context=ssl.create_default_context(), timeout=5)
