"""The SMTP conversation on a signed-in socket: bytes out, replies in (RFC 5321 4.2), each with a time limit.

Beneath the transport, on the integration's thread.
"""

from __future__ import annotations

import re
import time
from typing import Protocol

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import Reply
from mailflow_gui.core.errors import MailflowError

MAX_REPLY = 64 * 1024
MAX_TEXT = 2000
BLOCK = 64 * 1024

_LINE = re.compile(rb"([2-5]\d\d)(?:([ -])(.*))?")
_ENHANCED = re.compile(r"([245]\.\d{1,3}\.\d{1,3})(?:\s+|$)", re.ASCII)
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]+")


class Connected(Protocol):
    """What is needed of a connected socket. `settimeout(0)`: `recv` raises BlockingIOError instead of waiting."""

    def settimeout(self, seconds: float, /) -> None: ...

    def sendall(self, data: memoryview, /) -> None: ...

    def recv(self, size: int, /) -> bytes: ...


class Conversation:
    """Writes bytes and reads replies. Everything that breaks the conversation raises UnreachableError.

    Its causes: CONNECTION_LOST, TIMED_OUT, and UNEXPECTED for what is not an SMTP reply.
    """

    def __init__(self, connection: Connected, host: str, port: int) -> None:
        self._socket = connection
        self._host = host
        self._port = port
        self._pending = bytearray()

    def write(self, octets: bytes, seconds: float) -> None:
        """Writes all, in blocks; `seconds` is the limit for each block (RFC 5321 4.5.3.2.5)."""
        view = memoryview(octets)
        for start in range(0, len(view), BLOCK):
            began = time.monotonic()
            try:
                self._socket.settimeout(seconds)
                self._socket.sendall(view[start : start + BLOCK])
            except OSError as error:
                raise self._broken(error, began) from error

    def reply(self, seconds: float) -> Reply:
        """The next reply, complete within `seconds` however slowly it drips in."""
        began = time.monotonic()
        texts: list[str] = []
        code, total, more = 0, 0, True
        while more:
            line = self._line(began, seconds)
            total += len(line)
            match = _LINE.fullmatch(line)
            if match is None or total > MAX_REPLY or (code and int(match[1]) != code):
                raise self._unknown(line)
            code, more = int(match[1]), match[2] == b"-"
            texts.append(_UNSHOWN.sub(" ", (match[3] or b"").decode("utf-8", "replace")).strip())
        return _read_reply(code, texts)

    def spoke_early(self) -> bool:
        """Whether something waits to be read, or the other side has closed, though we asked nothing. Never waits."""
        if self._pending:
            return True
        try:
            self._socket.settimeout(0)
            octets = self._socket.recv(4096)
        except BlockingIOError:
            return False
        except OSError:
            return True
        self._pending += octets
        return True

    def _line(self, began: float, seconds: float) -> bytes:
        while (end := self._pending.find(b"\n")) < 0:
            if len(self._pending) > MAX_REPLY:
                raise self._unknown(bytes(self._pending))
            self._pending += self._receive(began, seconds)
        line = bytes(self._pending[:end])
        del self._pending[: end + 1]
        return line.removesuffix(b"\r")

    def _receive(self, began: float, seconds: float) -> bytes:
        left = began + seconds - time.monotonic()
        try:
            if left <= 0:
                raise TimeoutError("the reply did not end in time")
            self._socket.settimeout(left)
            octets = self._socket.recv(4096)
        except OSError as error:
            raise self._broken(error, began) from error
        if not octets:
            raise self._broken(EOFError("the server closed the connection"), began)
        return octets

    def _broken(self, error: Exception, began: float) -> MailflowError:
        seconds = max(1, round(time.monotonic() - began))
        cause = "TIMED_OUT" if isinstance(error, TimeoutError) else "CONNECTION_LOST"
        return trouble(
            cause, host=self._host, port=str(self._port), seconds=str(seconds), details=str(error) or repr(error)
        )

    def _unknown(self, line: bytes) -> MailflowError:
        shown = _UNSHOWN.sub(" ", line[:300].decode("utf-8", "replace"))
        return trouble("UNEXPECTED", host=self._host, port=str(self._port), details=f"The server said: {shown}")


def _read_reply(code: int, texts: list[str]) -> Reply:
    """The reply of these lines; the enhanced code (RFC 2034) is taken off each line. One of another class is text."""
    enhanced = ""
    words = []
    for text in texts:
        match = _ENHANCED.match(text)
        if match and match[1][0] == str(code)[0]:
            enhanced = enhanced or match[1]
            text = text[match.end() :]
        words.append(text)
    return Reply(code, enhanced, " ".join(word for word in words if word)[:MAX_TEXT])
