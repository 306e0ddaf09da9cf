"""What surrounds the program: an open umask, a process that is stopped and goes on, servers that go away meanwhile."""

from __future__ import annotations

import json
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.bench import MAP, NAME, Bench, receive, send
from tests.journeys.letters import numbered, some, subjects
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox, require_dovecot
from tests.servers.ports import wait_until
from tests.servers.smtp_sink import SmtpSink

pytestmark = [pytest.mark.dovecot, pytest.mark.skipif(sys.platform == "win32", reason="signals and modes of POSIX")]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Mailbox]:
    """An account on a server of this test's own, which may be stopped."""
    require_dovecot()
    with Dovecot() as server:
        user = server.add_user()
        yield Mailbox(server, user, server.users[user])


def test_nothing_is_open_to_others_whatever_the_umask(tmp_path: Path, own: Mailbox, smtp_sink: SmtpSink) -> None:
    bench = Bench(tmp_path / "profile")
    bench.inbox(own)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    own.deliver(*some(3))
    state = tmp_path / "state"
    for verb in (["run", NAME, "--once"], ["export", "--output", str(bench.home / "export.yaml")], ["stop", NAME]):
        process = bench.spawn(*verb, umask=0, starter=["env", f"XDG_STATE_HOME={state}"])
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, out + err
    seen = [bench.home, *bench.home.rglob("*"), *state.rglob("*")]
    assert len(seen) > 6
    # The export goes where the person said, and the folders above ours are not ours.
    others = {bench.home / "export.yaml", state, state / "Mailflow"}
    modes = {str(one): stat.S_IMODE(one.stat().st_mode) for one in seen if one not in others}
    assert {name: f"{mode:o}" for name, mode in modes.items() if mode & 0o077} == {}


class Watched:
    """A running program; its events arrive while the test does something else."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.events: list[dict[str, object]] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.events.append(json.loads(line))

    def end(self) -> bytes:
        """Stops it in order; what it complained of."""
        assert self.process.stderr is not None
        self.process.send_signal(signal.SIGTERM)
        complaint = self.process.stderr.read()
        assert self.process.wait(40) == 0, complaint
        self._reader.join(10)
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()
        return complaint


@pytest.mark.parametrize("push", [True, False], ids=["IDLE", "polling"])
def test_stopped_while_the_server_restarts(tmp_path: Path, own: Mailbox, smtp_sink: SmtpSink, push: bool) -> None:
    """As a lid that is closed: the sockets die unseen. On waking all goes on by itself, each message goes out once."""
    bench = Bench(tmp_path / "profile")
    bench.inbox(own)
    bench.outbox(smtp_sink)
    bench.integrate(receive(push=push, delay="20s" if push else "300ms"), MAP, send())
    own.deliver(*some(2))
    watched = Watched(bench.spawn("run", NAME, "--json"))
    smtp_sink.wait_for(2, 30)
    wait_until(lambda: any(one["event"] == "poll" for one in watched.events), 20)
    watched.process.send_signal(signal.SIGSTOP)
    own.server.pause()
    smtp_sink.drop_connections()
    own.server.resume()
    own.deliver(*some(3, first=3))
    watched.process.send_signal(signal.SIGCONT)
    smtp_sink.wait_for(5, 60)
    assert b"Traceback" not in watched.end()
    assert subjects(smtp_sink) == numbered(range(1, 6))
    bench.poll()
    assert len(smtp_sink.messages) == 5
    assert bench.activities(held=True) == []


def test_both_servers_away_for_a_while(tmp_path: Path, own: Mailbox, smtp_sink: SmtpSink) -> None:
    """Told at once, and over by itself when they are back."""
    bench = Bench(tmp_path / "profile")
    bench.inbox(own)
    bench.outbox(smtp_sink)
    bench.integrate(receive(delay="300ms"), MAP, send())
    own.deliver(*some(2))
    watched = Watched(bench.spawn("run", NAME, "--json"))
    smtp_sink.wait_for(2, 30)
    own.server.pause()
    smtp_sink.script("greeting", "close")
    wait_until(lambda: any(one["event"] == "waiting" for one in watched.events), 30)
    smtp_sink.unscript()
    own.server.resume()
    own.deliver(*some(2, first=3))
    smtp_sink.wait_for(4, 60)
    watched.end()
    assert sorted(subjects(smtp_sink)) == numbered(range(1, 5))
