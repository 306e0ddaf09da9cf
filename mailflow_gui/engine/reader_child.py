"""The reader's child process: takes raw messages on standard input, answers with plain data on standard output.

It holds no secrets, opens no files or sockets, and limits its own memory and time. Frames: see `write_frame`.
"""

from __future__ import annotations

import faulthandler
import json
import os
import struct
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from mailflow_gui.core.language import Language, use
from mailflow_gui.core.mime.parse import read_message

MEMORY_BYTES = 1 << 30
MAX_HEADER = 256 * 1024 * 1024
_LENGTH = struct.Struct(">I")


def write_frame(stream: IO[bytes], header: dict[str, Any], parts: Sequence[bytes] = ()) -> None:
    """Writes four bytes of length, a JSON object that names the parts' lengths, then the parts."""
    text = json.dumps({**header, "lengths": [len(part) for part in parts]}).encode("ascii")
    stream.write(_LENGTH.pack(len(text)))
    stream.write(text)
    for part in parts:
        stream.write(part)
    stream.flush()


def read_frame(stream: IO[bytes], limit: int) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    """Reads what `write_frame` wrote. Raises EOFError at the end, ValueError for a frame over `limit` bytes."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > min(limit, MAX_HEADER):
        raise ValueError("The frame's header is too large.")
    header: dict[str, Any] = json.loads(_exactly(stream, length))
    lengths = [int(size) for size in header.pop("lengths")]
    if min(lengths, default=0) < 0 or sum(lengths) + length > limit:
        raise ValueError("The frame is too large.")
    return header, tuple(_exactly(stream, size) for size in lengths)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def limit_resources() -> None:
    """At most 1 GB of memory and no core dumps, where the system can say so."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    for kind, wanted in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (wanted, wanted))
        except (OSError, ValueError):  # macOS refuses an address-space limit; a stricter one may already be set
            pass


def serve(requests: IO[bytes], replies: IO[bytes], watchdog: IO[bytes]) -> None:
    """Answers one message after the other until the input ends."""
    while True:
        try:
            header, (raw,) = read_frame(requests, sys.maxsize)
        except (EOFError, OSError):
            return
        if "language" in header:
            use(Language(**header["language"]))
        # The parent kills an overrun; this also ends the child when the parent is gone, even inside one C call.
        faulthandler.dump_traceback_later(float(header["seconds"]) + 2, exit=True, file=watchdog)
        try:
            data, contents = read_message(raw).to_parts()
        except MemoryError:
            data, contents = {"error": "memory"}, ()
        del raw
        try:
            write_frame(replies, data, contents)
        except OSError:
            return
        finally:
            faulthandler.cancel_dump_traceback_later()


def main() -> int:
    """Entry of the child (`--reader-child` in a packaged build)."""
    limit_resources()
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints by accident cannot spoil a frame
    with Path(os.devnull).open("wb") as watchdog:
        serve(sys.stdin.buffer, replies, watchdog)
    return 0


if __name__ == "__main__":
    sys.exit(main())
