"""One password through a whole session with servers that repeat it at every stage: no byte of it is anywhere after.

The same in the window: tests/journeys/test_canary_window.py.
"""

from __future__ import annotations

import base64
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mailflow_gui.cli.event_lines import event_data, event_words
from mailflow_gui.core.fields import SecretText
from tests.cli.command import Command
from tests.fakes.canary import hits, hits_below, new_canary
from tests.journeys.bench import MAP, NAME, Bench, command_line, receive, send
from tests.journeys.conftest import mailflow as mailflow
from tests.journeys.letters import some
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

USER = "info@example.org"
LETTER = b"From: jo@example.org\r\nSubject: Hello\r\nMessage-ID: <1@example.org>\r\n\r\nText\r\n"

IMAP = (
    "greeting", "CAPABILITY", "LOGIN", "AUTHENTICATE", "SELECT", "UID SEARCH", "UID FETCH", "UID STORE", "LIST", "NOOP",
)  # fmt: skip
POP3 = ("greeting", "CAPA", "USER", "PASS", "STAT", "LIST", "UIDL", "RETR", "TOP", "DELE", "QUIT")
SMTP = ("greeting", "ehlo", "auth", "mail", "rcpt", "data", "dot", "quit")


def echo(secret: str) -> str:
    """What a talkative server says: the password as it is and as it was sent."""
    return f"wrong: {secret} / {base64.b64encode(secret.encode()).decode()} / {sasl(secret)}"


def sasl(secret: str) -> str:
    return base64.b64encode(f"\0{USER}\0{secret}".encode()).decode()


class Session:
    """A profile between two servers, and everything that was ever printed or told."""

    def __init__(self, folder: Path, secret: str, logged: pytest.LogCaptureFixture) -> None:
        self.secret = secret
        self.logged = logged
        self.bench = Bench(folder / "profile")
        self.said: list[str] = []

    def connect(self, server: FakeImap | FakePop3, sink: SmtpSink) -> None:
        protocol = "imap" if isinstance(server, FakeImap) else "pop3"
        self.bench.connect(
            "Inbox", "email-receive", self.secret, protocol=protocol, host="localhost", port=server.port, username=USER,
            secureType="None",
        )  # fmt: skip
        self.bench.outbox(sink)
        after = {} if protocol == "imap" else {"afterSuccess": "delete"}
        self.bench.integrate(receive(**after), MAP, send())

    def poll(self) -> None:
        for event in self.bench.poll():
            self.said += [repr(event), str(event_data(event, "")), event_words(event, "")]

    def command(self, mailflow: Command, *arguments: str) -> None:
        mailflow.profile, mailflow.vault = self.bench.home, self.bench.vault
        # The vault of this bench stands in for the keyring.
        ended = mailflow(*arguments)
        assert ended.out or ended.err or arguments[0] == "export", arguments
        self.said += [ended.out, ended.err]

    def leaks(self) -> list[str]:
        """Where it was found."""
        said = hits("\n".join([*self.said, self.logged.text]).encode(), self.secret, USER)
        return said + list(hits_below([self.bench.home], self.secret, USER))


@pytest.fixture(params=["ASCII", "any letters"])
def session(request: pytest.FixtureRequest, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Session:
    caplog.set_level(0)
    return Session(tmp_path, new_canary(ascii_only=request.param == "ASCII"), caplog)


def look_everywhere(session: Session, mailflow: Command, tmp_path: Path) -> None:
    """All that the command line can be asked for."""
    for arguments in (
        ("validate", "Inbox", "-v"),
        ("validate", "Inbox", "-v", "--json"),
        ("validate", "Outbox", "-v"),
        ("status", "--json"),
        ("activity", "--json"),
        ("attention", "--json"),
        ("list", "--json"),
        ("export", "--output", str(tmp_path / "out.yaml")),
        ("doctor", "--json"),
    ):
        session.command(mailflow, *arguments)
    session.said.append((tmp_path / "out.yaml").read_text())


def test_the_search_finds_what_it_is_for(tmp_path: Path) -> None:
    secret = new_canary()
    for number, text in enumerate((secret, echo(secret), f"AUTH PLAIN {sasl(secret)}", repr(secret.encode()))):
        (tmp_path / str(number)).write_text(text)
        assert list(hits_below([tmp_path / str(number)], secret, USER)) == []  # a file is no folder
    assert len({line.partition(":")[0] for line in hits_below([tmp_path], secret, USER)}) == 4


@pytest.mark.parametrize("stage", IMAP)
def test_imap_servers_that_repeat_it(session: Session, stage: str, mailflow: Command, tmp_path: Path) -> None:
    text = f"* OK {echo(session.secret)}" if stage == "greeting" else f"NO {echo(session.secret)}"
    with FakeImap(USER, session.secret) as server, SmtpSink(users={USER: session.secret}) as sink:
        server.keep(LETTER)
        server.script(stage, text)
        session.connect(server, sink)
        session.poll()
        look_everywhere(session, mailflow, tmp_path)
        assert server.connections > 1
    assert session.leaks() == []


@pytest.mark.parametrize("stage", POP3)
def test_pop3_servers_that_repeat_it(session: Session, stage: str, mailflow: Command, tmp_path: Path) -> None:
    text = f"+OK {echo(session.secret)}" if stage == "greeting" else f"-ERR {echo(session.secret)}"
    with FakePop3(USER, session.secret) as server, SmtpSink(users={USER: session.secret}) as sink:
        server.keep(LETTER)
        server.script(stage, text)
        session.connect(server, sink)
        session.poll()
        look_everywhere(session, mailflow, tmp_path)
        assert server.connections > 1
    assert session.leaks() == []


@pytest.mark.parametrize("code", [451, 550])
@pytest.mark.parametrize("stage", SMTP)
def test_smtp_servers_that_repeat_it(
    session: Session, stage: str, code: int, mailflow: Command, tmp_path: Path
) -> None:
    text = f"{220 if stage == 'greeting' else code} {echo(session.secret)}"
    with FakeImap(USER, session.secret) as server, SmtpSink(users={USER: session.secret}) as sink:
        server.keep(LETTER)
        sink.script(stage, text)
        session.connect(server, sink)
        session.poll()
        look_everywhere(session, mailflow, tmp_path)
        assert sink.connections > 0
    assert session.leaks() == []


# ---- processes ----


def surroundings(folder: Path, credentials: Path) -> dict[str, str]:
    """Everything that the program may write to lies in one folder."""
    for name in ("home", "tmp"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "XDG_RUNTIME_DIR": str(folder / "tmp"),
        "CREDENTIALS_DIRECTORY": str(credentials),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONFAULTHANDLER": "1",
        "PYTHONDEVMODE": "1",
    }


def family(process: int) -> list[int]:
    """A process and all below it."""
    found = [process]
    for one in found:
        for thread in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in thread.read_text().split()]
    return found


def seen_by_others(process: int) -> bytes:
    """Arguments and environment of a process and its children."""
    return b"".join(
        Path(f"/proc/{one}/{what}").read_bytes() for one in family(process) for what in ("cmdline", "environ")
    )


_DEFECT = """
import runpy, sys
from mailflow_gui.connectors import {module}
def defect(*arguments):
    local = arguments[-1].password.reveal() if hasattr(arguments[-1], "password") else arguments[-1]
    raise RuntimeError("a defect of ours")
{module}.{place} = defect
sys.argv[0] = "mailflow"
runpy.run_module("mailflow_gui", run_name="__main__", alter_sys=True)
"""


@pytest.fixture
def outside(tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink) -> Iterator[tuple[Bench, str]]:
    """A profile for processes; both servers have the canary for their password."""
    secret = new_canary(ascii_only=True)
    mailbox.server.add_user(mailbox.user, secret)
    mailbox.server.users[mailbox.user] = secret
    smtp_sink.users[USER] = secret
    bench = Bench(tmp_path / "world" / "profile")
    inbox = bench.inbox(mailbox, secure="SSL/TLS")
    bench.vault.set(inbox.id, "password", SecretText(secret))
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    yield bench, secret


Spawn = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def spawn(tmp_path: Path, outside: tuple[Bench, str]) -> Spawn:
    """Starts the program in the surroundings of this test."""
    bench, _ = outside
    credentials = tmp_path / "credentials"
    bench.credentials().rename(credentials)

    def start(*arguments: str, patch: str = "") -> subprocess.Popen[bytes]:
        command = command_line(bench.home, arguments)
        if patch:
            command[1:3] = ["-c", patch]
        return subprocess.Popen(
            command,
            env=surroundings(tmp_path / "world", credentials),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    return start


@pytest.mark.dovecot
@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_processes_killed_and_broken(
    outside: tuple[Bench, str], spawn: Spawn, mailbox: Mailbox, smtp_sink: SmtpSink, tmp_path: Path
) -> None:
    """A process that is killed, one that is aborted, two that break in the sign-in: output, files, /proc."""
    _, secret = outside
    mailbox.deliver(*some(20), *(one + b"x" * 300_000 for one in some(3, "Large")))  # large ones need the reading child
    said = b""
    for number in (signal.SIGKILL, signal.SIGABRT):
        running = spawn("run", NAME, "--json", "-v")
        smtp_sink.wait_for(len(smtp_sink.messages) + 1)
        said += seen_by_others(running.pid)
        running.send_signal(number)
        said += b"".join(running.communicate(timeout=30))
        assert running.returncode == -number
    for module, place in (("_imap_session", "_Imap.log_in"), ("_smtp_session", "SmtpSession._plain")):
        broken = spawn("run", NAME, "--once", "-v", patch=_DEFECT.format(module=module, place=place))
        out = b"".join(broken.communicate(timeout=60))
        checked = spawn("validate", "Inbox", "-v", patch=_DEFECT.format(module=module, place=place))
        said += out + b"".join(checked.communicate(timeout=60))
    assert b"defect" in said
    assert hits(said, secret, USER) == []
    assert list(hits_below([tmp_path / "world"], secret, USER)) == []
    assert (tmp_path / "world" / "profile" / "profile.yaml").exists()


@pytest.mark.dovecot
@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_window_that_is_killed(
    outside: tuple[Bench, str], spawn: Spawn, mailbox: Mailbox, smtp_sink: SmtpSink, tmp_path: Path
) -> None:
    """The window program at work: what others see of it, and what it leaves behind."""
    _, secret = outside
    mailbox.deliver(*some(5))
    window = spawn()
    smtp_sink.wait_for(5, 30)
    said = seen_by_others(window.pid)
    window.kill()
    said += b"".join(window.communicate(timeout=30))
    assert len(smtp_sink.messages) == 5
    assert hits(said, secret, USER) == []
    assert list(hits_below([tmp_path / "world"], secret, USER)) == []
