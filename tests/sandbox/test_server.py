"""The practice server, seen by the standard library's clients and IMAPClient."""

import imaplib
import json
import poplib
import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import imapclient
import pytest

from mailflow_gui.sandbox.server import SERVICES, PracticeServer, serve_until

LETTER = b"From: a@example.org\r\nTo: practice@sandbox.local\r\nSubject: Hello\r\n\r\n.dot first\r\n\r\nlast\r\n"
USER, PASSWORD = "practice@sandbox.local", "practice"


@pytest.fixture(scope="module")
def shared() -> Iterator[PracticeServer]:
    with PracticeServer({USER: PASSWORD, "leads@sandbox.local": "leads", "zoë": "größe"}) as server:
        yield server


@pytest.fixture
def server(shared: PracticeServer) -> Iterator[PracticeServer]:
    """The shared server with an empty inbox."""
    with signed_in(shared) as client:
        client.select_folder("INBOX")
        found = client.search("ALL")
        if found:
            client.delete_messages(found)
            client.expunge()
    yield shared


def trusting(server: PracticeServer) -> ssl.SSLContext:
    return ssl.create_default_context(cadata=server.certificate)


def connected(server: PracticeServer) -> imapclient.IMAPClient:
    return imapclient.IMAPClient("localhost", server.ports["imaps"], ssl=True, ssl_context=trusting(server), timeout=10)


def signed_in(server: PracticeServer, user: str = USER, password: str = PASSWORD) -> imapclient.IMAPClient:
    client = connected(server)
    client.login(user, password)
    return client


def send(server: PracticeServer, recipients: list[str], raw: bytes = LETTER) -> None:
    with smtplib.SMTP("127.0.0.1", server.ports["smtp"], timeout=10) as client:
        client.starttls(context=trusting(server))
        client.login(USER, PASSWORD)
        assert client.sendmail("a@example.org", recipients, raw) == {}


# ---- life ----


def test_starts_and_stops_quickly_and_leaves_no_thread() -> None:
    before = threading.enumerate()
    server = PracticeServer().start()
    assert set(server.ports) == set(SERVICES)
    client = signed_in(server)
    client.select_folder("INBOX")
    client.idle()
    plain = socket.create_connection(("127.0.0.1", server.ports["smtps"]))
    began = time.monotonic()
    server.stop()
    assert time.monotonic() - began < 2
    assert threading.enumerate() == before
    server.stop()
    client.shutdown()
    plain.close()


def test_starts_again_with_other_certificate_and_no_mail() -> None:
    server = PracticeServer()
    with server:
        first = server.certificate
        server.deliver("practice", LETTER)
    with server:
        assert server.certificate != first
        assert server.messages("practice") == []


def test_keeps_to_given_ports_and_says_when_one_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError):
            PracticeServer(ports={"smtp": port}).start()
    with PracticeServer(ports={"smtp": port}) as server:
        assert server.ports["smtp"] == port


def test_refuses_unknown_services_and_users(server: PracticeServer) -> None:
    with pytest.raises(ValueError, match="nntp"):
        PracticeServer(ports={"nntp": 1})
    with pytest.raises(KeyError):
        server.deliver("nobody", LETTER)


def test_serve_until_writes_a_description_that_works(tmp_path: Path) -> None:
    stop, port_file = threading.Event(), tmp_path / "ports.json"
    thread = threading.Thread(target=serve_until, args=(stop, port_file))
    thread.start()
    deadline = time.monotonic() + 10
    while not port_file.exists() and time.monotonic() < deadline:
        stop.wait(0.01)
    known = json.loads(port_file.read_text())
    context = ssl.create_default_context(cadata=known["certificate"])
    with imaplib.IMAP4_SSL(known["host"], known["imaps"], ssl_context=context, timeout=10) as client:
        name = known["users"][0]
        assert client.login(name, known["passwords"][name])[0] == "OK"
    stop.set()
    thread.join(10)
    assert not thread.is_alive()


def test_rude_clients_leave_no_trace_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with PracticeServer() as server:
        distrusting = ssl.create_default_context()
        for service in ("imaps", "pop3s", "smtps"):
            with socket.create_connection((server.host, server.ports[service]), 10) as raw:  # noqa: SIM117
                with pytest.raises(ssl.SSLCertVerificationError):
                    distrusting.wrap_socket(raw, server_hostname="localhost")
        for service in SERVICES:
            with socket.create_connection((server.host, server.ports[service]), 10) as raw:
                raw.sendall(b"\x16\x03garbage\r\n")
        client = signed_in(server)
        client.select_folder("INBOX")
        client.idle()
        client.shutdown()
        send(server, [USER])
        assert len(server.messages(USER)) == 1
    assert [record.getMessage() for record in caplog.records if record.name == "asyncio"] == []


def test_delivers_samples_to_a_user(server: PracticeServer) -> None:
    before = len(server.messages("leads"))
    assert server.deliver_samples("leads") >= 12
    assert len(server.messages("leads")) == before + server.deliver_samples(USER)
    assert b"To: practice@sandbox.local" in server.messages(USER)[0]


# ---- IMAP ----


@pytest.mark.parametrize("name", ["practice", USER, "practice@sandbox.local"])
def test_imap_accepts_short_and_full_names(server: PracticeServer, name: str) -> None:
    server.deliver(USER, LETTER)
    with signed_in(server, name) as client:
        assert client.select_folder("INBOX")[b"EXISTS"] == 1


def test_imap_accepts_passwords_beyond_ascii(server: PracticeServer) -> None:
    with connected(server) as client:
        client.plain_login("zoë", "größe")
        client.noop()


def test_imap_refuses_a_wrong_password_quickly(server: PracticeServer) -> None:
    began = time.monotonic()
    with connected(server) as client:
        for user in (USER, "nobody"):
            with pytest.raises(imapclient.exceptions.LoginError, match="AUTHENTICATIONFAILED"):
                client.login(user, "wrong")
    assert time.monotonic() - began < 1


def test_imap_starttls_and_sign_in_in_clear(server: PracticeServer) -> None:
    with imapclient.IMAPClient("localhost", server.ports["imap"], ssl=False, timeout=10) as client:
        assert client.has_capability("STARTTLS")
        client.starttls(trusting(server))
        client.login(USER, PASSWORD)
        assert {b"IDLE", b"MOVE", b"UIDPLUS"} <= set(client.capabilities())
    with imapclient.IMAPClient("localhost", server.ports["imap"], ssl=False, timeout=10) as client:
        client.login(USER, PASSWORD)


def test_imap_folders_with_umlauts_append_and_move(server: PracticeServer) -> None:
    name = f"Büro & Ablage/Größe {time.monotonic_ns()}"
    with signed_in(server) as client:
        client.create_folder(name)
        assert name in [folder for _, _, folder in client.list_folders()]
        client.append("INBOX", LETTER, [b"\\Flagged"])
        client.select_folder("INBOX")
        (uid,) = client.search("UNSEEN")
        assert client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"] == LETTER
        client.move([uid], name)
        assert client.search("ALL") == []
    assert server.messages(USER, name) == [LETTER]


def test_imap_uid_expunge_takes_only_what_was_named(server: PracticeServer) -> None:
    for _ in range(3):
        server.deliver(USER, LETTER)
    with signed_in(server) as client:
        client.select_folder("INBOX")
        uids = client.search("ALL")
        client.delete_messages(uids[:2])
        client.uid_expunge(uids[:1])
        assert client.search("ALL") == uids[1:]


def test_idle_hears_of_mail_that_came_by_smtp(server: PracticeServer) -> None:
    with signed_in(server) as client:
        client.select_folder("INBOX")
        client.idle()
        send(server, [USER])
        began = time.monotonic()
        answers: list[tuple[object, ...]] = []
        while (1, b"EXISTS") not in answers and time.monotonic() < began + 5:
            answers += client.idle_check(timeout=1)
        assert time.monotonic() - began < 0.5
        client.idle_done()


# ---- POP3 ----


def pop3(server: PracticeServer) -> poplib.POP3:
    client = poplib.POP3_SSL("localhost", server.ports["pop3s"], context=trusting(server), timeout=10)
    client.user("practice")
    client.pass_(PASSWORD)
    return client


def test_pop3_reads_with_dots_unstuffed_and_stable_uidls(server: PracticeServer) -> None:
    server.deliver(USER, LETTER)
    server.deliver(USER, LETTER.replace(b"\r\n", b"\n") + b"..\nno end")
    client = pop3(server)
    assert client.stat()[0] == 2
    _, lines, size = client.retr(1)
    assert b"\r\n".join([*lines, b""]) == LETTER
    assert client.list()[1][0] == f"1 {len(LETTER)}".encode()
    assert client.retr(2)[1][-2:] == [b"..", b"no end"]
    assert client.top(1, 1)[1][-2:] == [b"", b".dot first"]
    first = client.uidl()[1]
    client.dele(1)
    client.rset()
    client.dele(1)
    with pytest.raises(poplib.error_proto, match="No such message"):
        client.retr(1)
    assert client.stat()[0] == 1
    client.quit()
    assert size > 0
    client = pop3(server)
    assert [line.split()[1] for line in client.uidl()[1]] == [first[1].split()[1]]
    client.quit()


def test_pop3_forgets_deletions_without_quit(server: PracticeServer) -> None:
    server.deliver(USER, LETTER)
    client = pop3(server)
    client.dele(1)
    client.close()
    assert server.messages(USER) == [LETTER]


def test_pop3_stls_capabilities_and_wrong_password(server: PracticeServer) -> None:
    client = poplib.POP3("localhost", server.ports["pop3"], timeout=10)
    assert "STLS" in client.capa()
    with pytest.raises(poplib.error_proto):
        client.stat()
    client.stls(trusting(server))
    assert "STLS" not in client.capa()
    client.user(USER)
    with pytest.raises(poplib.error_proto, match=r"\[AUTH\]"):
        client.pass_("wrong")
    client.user(USER)
    client.pass_(PASSWORD)
    client.noop()
    client.quit()


# ---- SMTP ----


def test_smtp_delivers_to_users_and_keeps_the_rest(server: PracticeServer) -> None:
    before, outbox = len(server.received), len(server.messages(USER, "Outbox"))
    send(server, [USER, "leads@sandbox.local", "stranger@example.net"])
    assert server.messages(USER)[0].endswith(LETTER)
    assert server.messages("leads")[-1].startswith(b"Return-Path: <a@example.org>\r\n")
    assert len(server.messages(USER, "Outbox")) == outbox + 1
    (mail,) = server.received[before:]
    assert mail.content == LETTER
    assert mail.recipients[2] == "stranger@example.net"


def test_smtps_without_sign_in_long_lines_and_utf8(server: PracticeServer) -> None:
    raw = LETTER + b"x" * 5000 + "\r\nGrüße 👋\r\n".encode()
    context = trusting(server)
    with smtplib.SMTP_SSL("localhost", server.ports["smtps"], context=context, timeout=10) as client:
        options = ["SMTPUTF8", "BODY=8BITMIME"]
        client.sendmail("ü@example.org", ["practice@sandbox.local"], raw, mail_options=options)
    assert server.received[-1].content == raw
    assert server.received[-1].mail_from == "ü@example.org"


def test_smtp_refuses_a_wrong_password(server: PracticeServer) -> None:
    with smtplib.SMTP("127.0.0.1", server.ports["smtp"], timeout=10) as client:
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.login(USER, "wrong")
        client.login("practice", PASSWORD)


def test_wait_received_returns_when_mail_has_come() -> None:
    with PracticeServer() as server:
        assert not server.wait_received(1, 0.01)
        sender = threading.Thread(target=send, args=(server, [USER]))
        sender.start()
        assert server.wait_received(1, 10)
        sender.join()
