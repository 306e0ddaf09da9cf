"""Bytes become a `Message` here: small plain mail in the caller's thread, everything else in a bounded child process.

Called from the runners' threads, between a source's fetch and the pipeline; the GUI thread never calls it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import mailflow_gui
from mailflow_gui.core.language import ENGLISH, Language, current, tr
from mailflow_gui.core.message import Message
from mailflow_gui.core.mime.parse import Limits, assemble, read_basic, scan
from mailflow_gui.engine.reader_child import read_frame, write_frame

SECONDS = 10.0
"""How long one message may take in the child."""

SMALL_BYTES = 256 * 1024
SMALL = Limits(
    header_bytes=32 * 1024, fields=200, field_bytes=8 * 1024, parts=40, depth=8, addresses=200, body_chars=SMALL_BYTES
)
"""What is parsed without the child. Every pass is linear, so these bounds bound the time: the tests hold the worst
known message within them to a fraction of a second."""

_START = (
    "import sys, importlib.util as u\n"
    "s = u.spec_from_file_location('mailflow_gui', sys.argv[1] + '/__init__.py', "
    "submodule_search_locations=[sys.argv[1]])\n"
    "m = u.module_from_spec(s); sys.modules['mailflow_gui'] = m; s.loader.exec_module(m)\n"
    "from mailflow_gui.engine.reader_child import main\n"
    "sys.exit(main())\n"
)
_KEPT_VARIABLES = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR")


class MessageReader:
    """Reads messages; safe to share between threads. `close` ends the child, which starts when first needed."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self._closed = False

    def read(self, raw: bytes, *, folder: str = "", uid: str = "", received: str = "") -> Message:
        """The message behind any bytes, in bounded time. Never raises for what the bytes hold.

        A message that takes too long or too much memory comes back with `parsed=False` and a warning.
        """
        message = self._in_process(raw) or self._in_child(raw)
        if not (folder or uid or received):
            return message
        return replace(message, folder=folder, uid=uid, received=received)

    def close(self) -> None:
        """Ends the child. Idempotent; a later `read` of a message that needs the child gives it unparsed."""
        with self._lock:
            self._closed = True
            self._drop()

    def child_id(self) -> int | None:
        """The process id of the child, `None` while there is none."""
        child = self._child
        return child.id if child is not None else None

    def _in_process(self, raw: bytes) -> Message | None:
        if len(raw) > SMALL_BYTES:
            return None
        try:
            structure = scan(raw, SMALL)
        except Exception:  # OverLimit; anything else is for the child to find out
            return None
        return assemble(raw, structure, SMALL)

    def _in_child(self, raw: bytes) -> Message:
        with self._lock:
            if self._closed:
                return read_basic(raw, tr("Not read completely: the program is closing."))
            try:
                if self._child is None or self._child.overrun or not self._child.alive():
                    self._drop()
                    self._child = _Child()
                reply = self._child.ask(raw, self._seconds)
            except (OSError, EOFError, ValueError) as error:
                overrun = self._child is not None and self._child.overrun
                self._drop()
                return read_basic(raw, _reason(overrun, self._seconds, error))
        try:
            return Message.from_parts(raw, *reply)
        except (KeyError, TypeError, ValueError):
            return read_basic(raw, tr("Not read completely: it needs too much memory."))

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()


def _reason(overrun: bool, seconds: float, error: Exception) -> str:
    if overrun:
        return tr(
            "Not read completely: reading took longer than {seconds} seconds.",
            seconds=f"{seconds:g}",
        )
    return tr("Not read completely: reading ended early ({name}).", name=type(error).__name__)


class _Child:
    """One child process and its two pipes. Used under the reader's lock."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            child_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.overrun = False
        # What it warns of is for people, and it loads no translations by itself.
        self._news = {"language": _shared(current())} if current() is not ENGLISH else {}

    @property
    def id(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, raw: bytes, seconds: float) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        """One message there and its data back. Raises OSError, EOFError or ValueError when the child fails."""
        requests, replies = self._process.stdin, self._process.stdout
        if requests is None or replies is None:
            raise EOFError
        guard = threading.Timer(seconds, self._kill_overrun)
        guard.daemon = True
        guard.start()
        try:
            write_frame(requests, {"seconds": seconds, **self._news}, (raw,))
            self._news = {}
            return read_frame(replies, 16 * len(raw) + (1 << 26))
        finally:
            guard.cancel()

    def _kill_overrun(self) -> None:
        self.overrun = True
        self._process.kill()

    def end(self) -> None:
        """Ends the process and closes its pipes; waits until it is gone."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still buffered for a dead child
                    pass
        self._process.wait()


def _shared(language: Language) -> dict[str, Any]:
    """What the child needs of a language; nothing that it says depends on a number."""
    return {"texts": dict(language.texts), "group": language.group, "decimal": language.decimal}


def child_command() -> list[str]:
    """How to start the child: from this very package, whatever the working directory and installed versions are."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--reader-child"]
    package = Path(mailflow_gui.__file__ or "").resolve().parent
    return [sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", _START, str(package)]


def child_environment() -> dict[str, str]:
    """Only what a process needs to start; nothing of the user's settings or secrets."""
    return {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
