"""Accepts the practice server's connections and can cut every one of them, also in the middle of a handshake.

Runs on the practice server's event loop.
"""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Awaitable, Callable

_CLOSING_SECONDS = 1.0

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Listeners:
    """Loopback ports with a protocol each. (`asyncio.Server` does not let go of clients at the end: from Python
    3.12.1 on it waits for them, and it has no hold on one whose TLS handshake never comes.)"""

    def __init__(self, host: str) -> None:
        self._host = host
        self._listening: list[socket.socket] = []
        self._connected: set[socket.socket] = set()
        self._accepting: list[asyncio.Task[None]] = []
        self._attaching: set[asyncio.Task[None]] = set()
        self._closing = False

    def open(self, port: int, factory: Callable[[], asyncio.Protocol], tls: ssl.SSLContext | None) -> int:
        """Listen; returns the port, which the system chooses for 0. Raises OSError when it is taken."""
        listener = socket.create_server((self._host, port), backlog=100)
        listener.setblocking(False)
        self._listening.append(listener)
        self._accepting.append(asyncio.create_task(self._accept(listener, factory, tls)))
        return int(listener.getsockname()[1])

    async def close(self) -> None:
        """Stop listening and cut all connections; every task of this event loop but the caller's ends."""
        await self._stop_accepting()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        if others:
            await asyncio.wait(others, timeout=_CLOSING_SECONDS)
        for connection in self._connected:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)  # the transport sees the end and closes the socket
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_CLOSING_SECONDS):
                while self._prune():
                    await asyncio.sleep(0.002)

    async def _stop_accepting(self) -> None:
        """Wake every accept with a connection of our own: cancelling it could lose one that has just come."""
        self._closing = True
        for listener in self._listening:
            with contextlib.suppress(OSError):
                socket.create_connection(listener.getsockname()[:2], _CLOSING_SECONDS).close()
        if self._accepting:
            await asyncio.wait(self._accepting, timeout=_CLOSING_SECONDS)
        for listener in self._listening:
            listener.close()

    async def _accept(
        self, listener: socket.socket, factory: Callable[[], asyncio.Protocol], tls: ssl.SSLContext | None
    ) -> None:
        loop = asyncio.get_running_loop()
        while True:
            connection, _ = await loop.sock_accept(listener)
            if self._closing:
                connection.close()
                return
            # asyncio does this itself only for sockets it has made; without it every answer may wait 40 ms
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._prune()
            self._connected.add(connection)
            task = asyncio.create_task(self._attach(connection, factory, tls))
            self._attaching.add(task)
            task.add_done_callback(self._attaching.discard)

    async def _attach(
        self, connection: socket.socket, factory: Callable[[], asyncio.Protocol], tls: ssl.SSLContext | None
    ) -> None:
        loop = asyncio.get_running_loop()
        with contextlib.suppress(OSError):  # the client refused our certificate, or left: its business
            await loop.connect_accepted_socket(factory, connection, ssl=tls)

    def _prune(self) -> bool:
        """Forget closed connections; true while there are open ones."""
        self._connected = {one for one in self._connected if one.fileno() != -1}
        return bool(self._connected)


def stream_protocol(talk: Talk, limit: int) -> asyncio.StreamReaderProtocol:
    """A protocol that holds `talk` in a task of its own; `limit` is the longest line in octets."""

    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        except (OSError, EOFError):
            pass
        finally:
            writer.close()

    return asyncio.StreamReaderProtocol(asyncio.StreamReader(limit), hold)


class WholeAnswers(asyncio.StreamWriter):
    """Collects what is written until `drain()`, so that a line does not reach the client in pieces: clients that
    wait in IDLE read what is there and take half a line for a whole one."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Takes over the transport of `writer`."""
        transport = writer.transport
        super().__init__(transport, transport.get_protocol(), reader, asyncio.get_running_loop())
        self._pending = bytearray()

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self._pending += data

    async def drain(self) -> None:
        """Send what was collected and wait while the client is slow."""
        if self._pending:
            pending, self._pending = bytes(self._pending), bytearray()
            super().write(pending)
        await super().drain()
