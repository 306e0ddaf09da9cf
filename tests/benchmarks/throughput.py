"""Messages a second and peak memory of `mailflow run`, beside fetchmail on an identical mailbox and receiver.

    python -m tests.benchmarks.throughput [--counts 500 2000] [--protocol imap] [--smtp-sink PATH] [--repeat 1]

Needs Dovecot and fetchmail from the system's packages. The receiver counts and acknowledges at once; Postfix's
`smtp-sink`, when named, acknowledges late, which holds up fetchmail's small writes. Figures hold for one computer: read
ratios.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.receiver import CountingReceiver
from tests.journeys.bench import PORTS, RECIPIENT, UNLIMITED, Bench, receive, send
from tests.journeys.peak import Peak
from tests.journeys.samples import mixed
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox
from tests.servers.ports import HOST, free_port, wait_until

LIMIT = 300.0


@dataclass(frozen=True)
class Result:
    """One measured run: seconds from the start of the process to the last message, and its peak memory."""

    seconds: float
    octets: int


@dataclass(frozen=True)
class Receiver:
    """An SMTP server that takes everything; `wait(count)` returns when so many messages have come."""

    port: int
    wait: Callable[[], None]


@contextmanager
def counting_receiver(count: int) -> Iterator[Receiver]:
    """The receiver of this package, in threads of this process."""
    with CountingReceiver() as server:
        yield Receiver(server.port, lambda: server.wait_for(count, LIMIT))


@contextmanager
def postfix_receiver(program: Path, count: int) -> Iterator[Receiver]:
    """Postfix's smtp-sink, which ends after so many messages."""
    port = free_port()
    libraries = program.parents[1] / "lib" / "postfix"
    environment = {**os.environ, "LD_LIBRARY_PATH": str(libraries)}
    user = ["-u", "nobody"] if os.getuid() == 0 else []
    command = [str(program), *user, "-M", str(count), f"{HOST}:{port}", "100"]
    process = subprocess.Popen(command, env=environment)
    try:
        wait_until(lambda: _listens(port), what="smtp-sink")

        def wait() -> None:
            process.wait(LIMIT)

        yield Receiver(port, wait)
    finally:
        process.kill()
        process.wait()


def _listens(port: int) -> bool:
    """Looks into the system's table: a connection would count."""
    wanted = f"0100007F:{port:04X}"
    return any(
        fields[1] == wanted and fields[3] == "0A"
        for fields in (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
    )


class Stage:
    """One Dovecot with an account full of mail for each run."""

    def __init__(self, server: Dovecot, messages: list[bytes], protocol: str, sink: Path | None) -> None:
        self._server = server
        self._messages = messages
        self._protocol = protocol
        self._sink = sink

    def mailflow(self, home: Path) -> Result:
        """One run of `mailflow run --until-idle`."""
        mailbox = self._account()
        bench = Bench(home / "profile")
        bench.inbox(mailbox, self._protocol)
        with self._receiver() as receiver:
            bench.connect("Outbox", "email-send", host=HOST, port=receiver.port, secureType="None")
            bench.integrate(receive(unseenOnly=self._protocol == "imap"), send(attachments=True, **UNLIMITED))
            began = time.monotonic()
            peak = Peak(home / "peak")
            process = bench.spawn("run", "--until-idle", "1", "--quiet", starter=peak.starter)
            return _measure(process, receiver, began, peak)

    def fetchmail(self, home: Path) -> Result:
        """One run of fetchmail, which keeps the messages and marks them as read, too."""
        mailbox = self._account()
        home.mkdir()
        with self._receiver() as receiver:
            rules = home / "fetchmailrc"
            rules.write_text(
                f"poll {HOST} protocol {self._protocol} port {self._server.ports[PORTS[self._protocol, 'None']]}\n"
                f'  user "{mailbox.user}" password "{mailbox.password}" is "sales" here\n'
                f'  smtphost "{HOST}/{receiver.port}" smtpname "{RECIPIENT}" keep sslproto ""\n'
            )
            rules.chmod(0o600)
            peak = Peak(home / "peak")
            command = [*peak.starter, "fetchmail", "--nosyslog", "-s", "-N", "-f", str(rules), "-i", str(home / "ids")]
            began = time.monotonic()
            process = subprocess.Popen(
                command,
                env={**os.environ, "HOME": str(home), "FETCHMAILHOME": str(home)},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            return _measure(process, receiver, began, peak)

    def _account(self) -> Mailbox:
        user = self._server.add_user()
        mailbox = Mailbox(self._server, user, self._server.users[user])
        mailbox.deliver(*self._messages)
        return mailbox

    @contextmanager
    def _receiver(self) -> Iterator[Receiver]:
        count = len(self._messages)
        chosen = postfix_receiver(self._sink, count) if self._sink else counting_receiver(count)
        with chosen as receiver:
            yield receiver


def _measure(process: subprocess.Popen[bytes], receiver: Receiver, began: float, peak: Peak) -> Result:
    """Waits for the last message, then for the end of the process."""
    drains = [threading.Thread(target=stream.read) for stream in (process.stdout, process.stderr) if stream]
    for drain in drains:
        drain.start()
    receiver.wait()
    seconds = time.monotonic() - began
    process.wait(LIMIT)
    for drain in drains:
        drain.join()
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()
    return Result(seconds, peak.octets)


def start_up() -> float:
    """Seconds of `python -m mailflow_gui --version`, the best of five."""
    best = LIMIT
    for _ in range(5):
        began = time.monotonic()
        subprocess.run([sys.executable, "-m", "mailflow_gui", "--version"], check=True, capture_output=True)
        best = min(best, time.monotonic() - began)
    return best


def main() -> int:
    """Measures and prints one line a run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--counts", type=int, nargs="+", default=[500, 2000])
    parser.add_argument("--protocol", choices=("imap", "pop3"), default="imap")
    parser.add_argument("--smtp-sink", type=Path, metavar="PATH")
    parser.add_argument("--repeat", type=int, default=1)
    given = parser.parse_args()
    sink = given.smtp_sink
    print(f"start-up (--version): {start_up():.2f} s; receiver: {sink or 'counting'}; {given.protocol}", flush=True)
    for count in given.counts:
        with Dovecot() as server, tempfile.TemporaryDirectory(prefix="mailflow-bench-") as folder:
            stage = Stage(server, mixed(count), given.protocol, sink)
            for number in range(given.repeat):
                ours = stage.mailflow(Path(folder) / f"mailflow{number}")
                theirs = stage.fetchmail(Path(folder) / f"fetchmail{number}")
                _print(count, ours, theirs)
    return 0


def _print(count: int, ours: Result, theirs: Result) -> None:
    for name, one in (("mailflow", ours), ("fetchmail", theirs)):
        rate, memory = count / one.seconds, one.octets / 2**20
        print(f"{count:6} {name:10} {one.seconds:7.2f} s {rate:7.0f} messages/s {memory:6.0f} MB", flush=True)
    print(f"{count:6} ratio      {theirs.seconds / ours.seconds:.2f} × fetchmail's rate", flush=True)


if __name__ == "__main__":
    sys.exit(main())
