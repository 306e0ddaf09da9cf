"""The test servers themselves, seen by the standard library's clients and IMAPClient."""

import imaplib
import poplib
import smtplib
import socket

import imapclient
import pytest

from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_configuration import DovecotOptions
from tests.servers.fixtures import Mailbox, require_dovecot
from tests.servers.smtp_sink import SmtpSink
from tests.servers.token_introspection import TokenIntrospection

LETTER = b"From: a@example.org\r\nTo: b@example.net\r\nSubject: Hello\r\n\r\n.dot first\r\nlast\r\n"


def test_dovecot_keeps_flags_folders_and_sizes(mailbox: Mailbox) -> None:
    mailbox.deliver(LETTER, LETTER, flags=("\\Seen",))
    mailbox.deliver(LETTER, folder="Büro & Ablage/Entwürfe")
    assert mailbox.flags() == {1: frozenset({"\\Seen"}), 2: frozenset({"\\Seen"})}
    assert mailbox.messages("Büro & Ablage/Entwürfe") == [LETTER]
    assert mailbox.server.sizes(mailbox.user) == [len(LETTER)] * 2


def test_dovecot_counts_sign_ins(mailbox: Mailbox) -> None:
    server = mailbox.server
    before = server.auth_attempts(mailbox.user)
    client = poplib.POP3("localhost", server.ports["pop3"], timeout=10)
    client.user(mailbox.user)
    with pytest.raises(poplib.error_proto, match=r"\[AUTH\]"):
        client.pass_("wrong")
    client.close()
    assert server.auth_attempts(mailbox.user) == before + 1


def test_dovecot_pop3_with_stls(mailbox: Mailbox) -> None:
    mailbox.deliver(LETTER)
    client = poplib.POP3("localhost", mailbox.server.ports["pop3"], timeout=10)
    client.stls(mailbox.server.certificate.client_context())
    client.user(mailbox.user)
    client.pass_(mailbox.password)
    assert client.stat() == (1, len(LETTER))
    client.quit()


def test_dovecot_restart_drops_connections_and_keeps_mail(relay: SmtpSink) -> None:
    require_dovecot()
    with Dovecot() as server:
        server.deliver("alice", LETTER)
        with server.client("alice") as client:
            server.restart()
            with pytest.raises((imaplib.IMAP4.abort, OSError)):
                client.noop()
                client.noop()
            client.logout = client.shutdown
        assert server.fetch_all("alice") == [LETTER]


def test_dovecot_refuses_passwords_in_clear_when_told() -> None:
    require_dovecot()
    options = DovecotOptions(encrypted_sign_in_only=True, hidden=("MOVE", "UIDPLUS"))
    with (
        Dovecot(options=options) as server,
        imapclient.IMAPClient(server.host, server.ports["imap"], ssl=False, timeout=10) as client,
    ):
        assert b"LOGINDISABLED" in client.capabilities()
        client.starttls(server.certificate.client_context())
        client.login("bob", "secret")
        assert not client.has_capability("MOVE")
        assert client.has_capability("IDLE")


def test_dovecot_accepts_bearer_tokens() -> None:
    require_dovecot()
    with TokenIntrospection({"good": "alice"}) as tokens:
        options = DovecotOptions(introspection_url=tokens.url)
        with (
            Dovecot(options=options) as server,
            imapclient.IMAPClient(server.host, server.ports["imap"], ssl=False, timeout=10) as client,
        ):
            with pytest.raises(imapclient.exceptions.LoginError):
                client.oauth2_login("alice", "bad")
            client.oauth2_login("alice", "good")
            server.deliver("alice", LETTER)  # passwords still work beside tokens
            assert client.select_folder("INBOX")[b"EXISTS"] == 1


@pytest.mark.parametrize("service", ["submission", "submissions"])
def test_dovecot_submission_relays(mailbox: Mailbox, relay: SmtpSink, service: str) -> None:
    server = mailbox.server
    context = server.certificate.client_context()
    port = server.ports[service]
    if service == "submissions":
        client: smtplib.SMTP = smtplib.SMTP_SSL("localhost", port, context=context, timeout=10)
    else:
        client = smtplib.SMTP("localhost", port, timeout=10)
        client.starttls(context=context)
    with client:
        client.login(mailbox.user, mailbox.password)
        client.sendmail("a@example.org", ["b@example.net"], LETTER)
    (got,) = relay.wait_for(1)
    assert got.recipients == ("b@example.net",)
    assert got.content.endswith(b"\r\n\r\n.dot first\r\nlast\r\n")


def test_sink_records_the_octets_on_the_wire(smtp_sink: SmtpSink) -> None:
    with smtplib.SMTP("localhost", smtp_sink.port, timeout=10) as client:
        client.starttls(context=smtp_sink.certificate.client_context())
        client.login("info@example.org", "secret")
        client.sendmail("a@example.org", ["b@example.net"], LETTER)
    (got,) = smtp_sink.messages
    assert got.content == LETTER
    assert b"\r\n\r\n..dot first\r\n" in got.raw
    assert (got.user, got.encrypted) == ("info@example.org", True)
    assert [one.accepted for one in smtp_sink.sign_ins] == [True]


def test_sink_speaks_tls_at_once(smtp_sink: SmtpSink) -> None:
    context = smtp_sink.certificate.client_context()
    with smtplib.SMTP_SSL("localhost", smtp_sink.tls_port, context=context, timeout=10) as client:
        assert client.sendmail("a@example.org", ["b@example.net"], LETTER) == {}
    assert smtp_sink.messages[0].encrypted


def test_sink_refuses_single_recipients(smtp_sink: SmtpSink) -> None:
    smtp_sink.script("rcpt", {"bad@example.net": "550 5.1.1 No such user"})
    with smtplib.SMTP("localhost", smtp_sink.port, timeout=10) as client:
        refused = client.sendmail("a@example.org", ["b@example.net", "bad@example.net"], LETTER)
    assert refused == {"bad@example.net": (550, b"5.1.1 No such user")}
    assert smtp_sink.messages[0].recipients == ("b@example.net",)


@pytest.mark.parametrize("stage", ["greeting", "ehlo", "mail", "rcpt", "data", "dot"])
@pytest.mark.parametrize("action", ["close", "reset", "421 4.3.2 Shutting down"])
def test_sink_breaks_off(smtp_sink: SmtpSink, stage: str, action: str) -> None:
    smtp_sink.script(stage, action)
    with pytest.raises((smtplib.SMTPException, ConnectionError)):  # noqa: SIM117
        with smtplib.SMTP("localhost", smtp_sink.port, timeout=10) as client:
            client.sendmail("a@example.org", ["b@example.net"], LETTER)
    assert smtp_sink.messages == []
    assert len(smtp_sink.transactions) == (stage == "dot")


def test_sink_hangs_until_the_client_gives_up(smtp_sink: SmtpSink) -> None:
    smtp_sink.script("dot", "hang")
    client = smtplib.SMTP("localhost", smtp_sink.port, timeout=0.3)
    with pytest.raises(smtplib.SMTPServerDisconnected, match="timed out"):
        client.sendmail("a@example.org", ["b@example.net"], LETTER)
    client.close()


def test_sink_scripts_count_down(smtp_sink: SmtpSink) -> None:
    smtp_sink.script("mail", "451 4.3.0 Later", times=1)
    with smtplib.SMTP("localhost", smtp_sink.port, timeout=10) as client:
        with pytest.raises(smtplib.SMTPSenderRefused):
            client.sendmail("a@example.org", ["b@example.net"], LETTER)
        client.sendmail("a@example.org", ["b@example.net"], LETTER)
    assert len(smtp_sink.messages) == 1


def test_sink_hides_extensions_and_demands_sign_in() -> None:
    with SmtpSink(users={"a": "b"}, require_auth=True) as sink:
        sink.hide("STARTTLS")
        with smtplib.SMTP("localhost", sink.port, timeout=10) as client:
            client.ehlo()
            assert not client.has_extn("starttls")
            assert client.mail("a@example.org")[0] == 530
            with pytest.raises(smtplib.SMTPAuthenticationError):
                client.login("a", "wrong")


def test_sink_pipelines(smtp_sink: SmtpSink) -> None:
    with socket.create_connection(("localhost", smtp_sink.port), 10) as connection:
        connection.sendall(
            b"EHLO me\r\nMAIL FROM:<a@example.org> BODY=8BITMIME\r\nRCPT TO:<b@example.net>\r\nDATA\r\n"
            b"Subject: x\r\n\r\nhi\r\n.\r\nQUIT\r\n"
        )
        answer = connection.makefile("rb").read()
    assert answer.endswith(b"221 2.0.0 Bye\r\n")
    assert smtp_sink.messages[0].mail_parameters == ("BODY=8BITMIME",)
