"""What the tests of stopping share: servers that stall at one stage, and what must hold afterwards."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from mailflow_gui.cli.engine_room import EngineRoom
from mailflow_gui.core.activity import Kind, State
from mailflow_gui.core.model import Connection
from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import numbered, some, subjects
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3
from tests.servers.line_server import HANG, Action
from tests.servers.smtp_sink import SmtpSink

#: How long a stop may take while a server stalls: a second of grace, and what a busy computer needs.
BOUND = 2.0
PASSWORD = "secret"
LETTERS = 2


@dataclass(frozen=True)
class Stall:
    """Where a server stalls and how, on a connection with this security method; `port` says which port it has."""

    stage: str
    secure: str = "None"
    action: Action = HANG
    port: str = ""

    def __str__(self) -> str:
        how = "" if self.action == HANG else "-then"
        return f"{self.stage}{how}-{self.secure}{'-no-tls' if self.port == 'port' else ''}".replace(" ", "-")


def everywhere(*stages: str) -> list[Stall]:
    """These stages in clear and under TLS."""
    return [Stall(stage, secure) for stage in stages for secure in ("None", "SSL/TLS")]


def inbox_on(bench: Bench, server: FakeImap | FakePop3, secure: str = "None", port: str = "") -> Connection:
    """The connection Inbox on a scripted server that has the letters."""
    server.keep(*some(LETTERS))
    return account_on(bench, server, "Inbox", secure, port)


def account_on(
    bench: Bench, server: FakeImap | FakePop3, name: str, secure: str = "None", port: str = ""
) -> Connection:
    """A connection to a scripted server."""
    chosen = port or ("tls_port" if secure == "SSL/TLS" else "port")
    trust = {} if secure == "None" else {"serverCertificate": server.certificate.trust_pem}
    return bench.connect(
        name,
        "email-receive",
        PASSWORD,
        protocol="imap" if isinstance(server, FakeImap) else "pop3",
        host=server.host,
        port=getattr(server, chosen),
        username=server.user,
        secureType=secure,
        **trust,
    )


@contextmanager
def stopped_at(
    bench: Bench, server: FakeImap | FakePop3 | SmtpSink, stall: Stall, count: int = 1
) -> Iterator[EngineRoom]:
    """Runs the integration until the server stalls, stops it, and sees that it has ended in time.

    `count`: so many scripted actions there are at this stage until then.
    """
    server.script(stall.stage, stall.action)
    with bench.running() as engine:
        server.reached(stall.stage, count)
        engine.supervisor.stop(bench.id(), timeout=BOUND)
        assert not engine.supervisor.is_running(bench.id()), f"still running {BOUND} s after the stop"
        assert engine.supervisor.health(bench.id()).state is State.STOPPED
        yield engine
    server.unscript()


def nothing_failed(bench: Bench) -> None:
    """A stop is no trouble of anybody: nothing was told as failed, held or waiting."""
    told = [one for kind in (Kind.FAILED, Kind.HELD, Kind.WAITING) for one in bench.told(kind)]
    assert told == []
    assert {one.status for one in bench.activities()} <= {"in-progress", "done"}


def late_answer(bench: Bench, server: FakeImap, sink: SmtpSink) -> threading.Event:
    """An integration whose first message is taken by the sink's server once the event is set, after the final dot."""
    inbox_on(bench, server)
    bench.outbox(sink)
    bench.integrate(receive(), MAP, send())
    late = threading.Event()
    sink.script("dot", (late, "250 2.0.0 Queued"), times=1)
    return late


def all_arrive_once(bench: Bench, sink: SmtpSink) -> None:
    """The next run, with servers that are well, sends what is missing; nothing was sent twice."""
    bench.poll()
    assert sorted(subjects(sink)) == numbered(range(1, LETTERS + 1))
    assert {one.status for one in bench.activities()} == {"done"}
