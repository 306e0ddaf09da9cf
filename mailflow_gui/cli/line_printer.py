"""Lines of a long run to a stream that somebody else reads, or does not: mail never waits for its log."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable
from typing import TextIO


class LinePrinter:
    """`print` from any thread; a thread of its own writes. It neither blocks nor raises.

    A pipe whose reader stands still blocks whoever writes (pipe(7)), and one without a reader fails with EPIPE. At most
    `capacity` lines wait. Those that come while there is no room are left out; `tell_omitted` says how many, in a line
    that stands where they would. `lost` is set when nobody will ever read: the pipe's other end is closed.
    """

    def __init__(
        self, write: Callable[[str], None], tell_omitted: Callable[[int], str], *, capacity: int = 50_000
    ) -> None:
        self._write = write
        self._tell_omitted = tell_omitted
        self._capacity = capacity
        self._lines: deque[str] = deque()
        self._omitted = 0
        self._ended = False
        self._changed = threading.Condition()
        self.lost = threading.Event()
        self._thread = threading.Thread(target=self._work, name="lines", daemon=True)
        self._thread.start()

    def print(self, line: str) -> None:
        """Queues one line."""
        with self._changed:
            if len(self._lines) >= self._capacity:
                self._omitted += 1
                return
            self._take_note()
            self._lines.append(line)
            self._changed.notify_all()

    def close(self, timeout: float) -> bool:
        """Takes no more lines, and waits up to `timeout` seconds: whether nothing is left to write."""
        with self._changed:
            self._take_note()
            self._ended = True
            self._changed.notify_all()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _take_note(self) -> None:
        if self._omitted:
            self._lines.append(self._tell_omitted(self._omitted))
            self._omitted = 0

    def _work(self) -> None:
        while (line := self._next()) is not None:
            try:
                self._write(line)
            except BrokenPipeError:
                self.lost.set()
                return
            except OSError:  # a full disk, say: the lines are gone, the mail is not
                with self._changed:
                    self._omitted += 1

    def _next(self) -> str | None:
        with self._changed:
            self._changed.wait_for(lambda: self._lines or self._ended)
            return self._lines.popleft() if self._lines else None


def writer_to(stream: TextIO) -> Callable[[str], None]:
    """Writes lines to the stream's file without a buffer: the stream is not locked while its reader keeps us waiting.

    Python aborts at its end when a thread holds that lock. A stream without a file (in tests) is written to itself.
    """
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return lambda line: print(line, file=stream, flush=True)

    def write(line: str) -> None:
        octets = (line + os.linesep).encode(stream.encoding, stream.errors or "replace")
        while octets:
            octets = octets[os.write(descriptor, octets) :]

    return write
