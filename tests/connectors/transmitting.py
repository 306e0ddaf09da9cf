"""What the SMTP tests share: a journal that watches the dot, a transport to a sink, and an unusual server."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator

from mailflow_gui.connectors._smtp_transaction import Patience
from mailflow_gui.connectors._smtp_transport import SmtpTransport
from mailflow_gui.connectors.email_send import SendSettings
from mailflow_gui.core.connector import Attempt, Outgoing, Rows
from mailflow_gui.core.fields import SecretText
from tests.connectors.letters import settings_for
from tests.servers.line_server import Ended, LineServer, Wire
from tests.servers.smtp_sink import SmtpSink

A, B, C = "a@example.net", "b@example.net", "c@example.net"
QUICK = Patience(command=0.4, data=0.4, block=0.4, dot=0.4, last=0.2)
CALM = Patience(command=5, data=5, block=5, dot=5, last=1)


class Journal:
    """Counts the calls before the dot, and sees what the server has by then."""

    def __init__(self, sink: SmtpSink | None = None, failure: BaseException | None = None) -> None:
        self.calls = 0
        self.received_before = -1
        self.rows: Rows = ()
        self._sink = sink
        self._failure = failure

    def __call__(self, rows: Rows) -> None:
        self.calls += 1
        self.rows = list(rows)
        if self._sink is not None:
            self.received_before = len(self._sink.transactions)
        if self._failure is not None:
            raise self._failure


@contextlib.contextmanager
def transport_to(sink: SmtpSink, patience: Patience = CALM, **options: Callable[[], float]) -> Iterator[SmtpTransport]:
    transport = SmtpTransport(settings_for(sink), patience=patience, **options)
    try:
        yield transport
    finally:
        transport.close()


def send(transport: SmtpTransport, outgoing: Outgoing, journal: Journal | None = None) -> Attempt:
    return transport.transmit(outgoing, outgoing.recipients, journal or Journal())


def said(sink: SmtpSink, *verbs: str) -> list[str]:
    """The commands that begin with one of these verbs."""
    return [line for line in sink.commands if line.split()[0].upper() in verbs]


class Patient354(LineServer):
    """Says nothing to MAIL and RCPT before DATA has come as well; then 354 whatever the recipients were told."""

    def __init__(self, rcpt: bytes = b"250 OK\r\n", early: bytes = b"", drip: bool = False) -> None:
        super().__init__()
        self.rcpt, self.early, self.drip = rcpt, early, drip
        self.port = 0
        self.log: list[str] = []
        self.let_go = threading.Event()

    def start(self) -> Patient354:
        self.port = self.listen()
        return self

    def converse(self, wire: Wire) -> None:
        wire.send(b"220 here ESMTP\r\n")
        wire.read_line()
        wire.send(b"250-here\r\n250-AUTH PLAIN\r\n250 PIPELINING\r\n")
        wire.read_line()
        wire.send(b"235 In\r\n")
        while True:
            line = wire.read_line().decode()
            verb = line[:4].upper()
            self.log.append(verb)
            if verb == "QUIT":
                wire.send(b"221 Bye\r\n")
                raise Ended
            if verb == "DATA":
                answers = [b"250 OK\r\n" if one == "MAIL" else self.rcpt for one in self.log if one in ("MAIL", "RCPT")]
                wire.send(b"".join(answers) + b"354 Go\r\n")
                self._body(wire)

    def _body(self, wire: Wire) -> None:
        if self.early:
            wire.send(self.early)
            raise Ended
        first = wire.read_line()
        self.log.append("void" if first == b"." else "body")
        while first != b".":
            first = wire.read_line()
        while self.drip and not self.let_go.wait(0.05):
            wire.send(b"250-x\r\n")
        wire.send(b"250 OK\r\n")


def send_plain(
    server: Patient354, outgoing: Outgoing, journal: Journal | None = None, patience: Patience = CALM
) -> Attempt:
    settings = SendSettings(
        host="localhost", port=server.port, username="info", password=SecretText("x"), secure_type="None"
    )
    transport = SmtpTransport(settings, patience=patience)
    try:
        return send(transport, outgoing, journal)
    finally:
        transport.close()
