"""A quick SMTP receiver that only counts, and acknowledges each packet at once. Threads beside the benchmark.

A client that writes a message in small pieces waits 40 ms for each late acknowledgement; Postfix's smtp-sink sends late
ones, most servers on the internet are too far away for it to matter. This receiver shows a client at its best.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Self

from tests.servers.line_server import Ended, LineServer, Wire

_GREETING = b"220 counter.example.org ESMTP\r\n"
_OFFER = b"250-counter.example.org\r\n250-PIPELINING\r\n250-SIZE 100000000\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n"


class PromptWire(Wire):
    """A wire that acknowledges what it has read before it reads on (Linux only; elsewhere as usual)."""

    def _more(self) -> None:
        quick = getattr(socket, "TCP_QUICKACK", None)
        if quick is not None:
            with contextlib.suppress(OSError):
                self.socket.setsockopt(socket.IPPROTO_TCP, quick, 1)
        super()._more()


class CountingReceiver(LineServer):
    """Takes everything and counts."""

    def __init__(self) -> None:
        super().__init__()
        self.port = 0
        self.count = 0
        self._arrived = threading.Condition()

    def start(self) -> Self:
        """Listen."""
        self.port = self.listen()
        return self

    def wait_for(self, count: int, seconds: float) -> None:
        """Returns when so many messages have come. Raises TimeoutError."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: self.count >= count, seconds):
                raise TimeoutError(f"{count} messages expected, {self.count} came")

    def converse(self, wire: Wire) -> None:
        """One session."""
        prompt = PromptWire(wire.socket)
        prompt.send(_GREETING)
        while True:
            verb = prompt.read_line()[:4].upper()
            if verb == b"DATA":
                prompt.send(b"354 Go\r\n")
                prompt.read_until(b"\r\n.\r\n")
                with self._arrived:
                    self.count += 1
                    self._arrived.notify_all()
                prompt.send(b"250 2.0.0 Counted\r\n")
            elif verb == b"EHLO":
                prompt.send(_OFFER)
            elif verb == b"QUIT":
                prompt.send(b"221 2.0.0 Bye\r\n")
                raise Ended
            else:
                prompt.send(b"250 2.0.0 OK\r\n")
