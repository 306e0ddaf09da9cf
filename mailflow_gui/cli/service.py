"""What a service manager is told of a run: ready, alive, stopping (sd_notify(3)), and how loud a line of the log is.

The command line's thread. Where there is no service manager nothing happens.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Callable, MutableMapping

from mailflow_gui.core.activity import Level

#: A sign of life is given this often within the time that the manager waits for one.
_OFTEN = 3
#: Priorities of syslog, as the journal reads them at the beginning of a line (sd-daemon(3)).
PRIORITIES = {Level.INFO: "<6>", Level.WARNING: "<4>", Level.ERROR: "<3>"}


class ServiceManager:
    """The one that started this process. `present` when it wants to be told."""

    def __init__(
        self,
        environment: MutableMapping[str, str] = os.environ,
        passed: Callable[[], float] = time.monotonic,
    ) -> None:
        # Taken out, so that no process of ours speaks for us.
        self._address = environment.pop("NOTIFY_SOCKET", "")
        seconds = _microseconds(environment.pop("WATCHDOG_USEC", "")) / 1_000_000
        self._every = seconds / _OFTEN if environment.pop("WATCHDOG_PID", str(os.getpid())) == str(os.getpid()) else 0.0
        self._passed = passed
        self._alive_at = -self._every
        self._status = ""
        self.present = self._address.startswith(("/", "@")) and hasattr(socket, "AF_UNIX")

    def ready(self) -> None:
        """The work has begun."""
        self._tell("READY=1")

    def stopping(self) -> None:
        """The message in hand is finished, then the process ends."""
        self._tell("STOPPING=1\nSTATUS=Finishing the message in hand")

    def alive(self, status: str) -> None:
        """A sign of life, as often as it is wanted, and one line about how things are when it is another one."""
        if status != self._status:
            self._status = status
            self._tell(f"STATUS={' '.join(status.split())}")
        if self._every and self._passed() - self._alive_at >= self._every:
            self._alive_at = self._passed()
            self._tell("WATCHDOG=1")

    def _tell(self, words: str) -> None:
        if not self.present:
            return
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
                line.settimeout(1.0)
                line.sendto(words.encode(), address)
        except OSError:
            pass  # the manager went away; that is no reason to stop working


def is_journal(environment: MutableMapping[str, str] = os.environ, descriptor: int | None = None) -> bool:
    """Whether standard output goes to the journal, which adds the time by itself (JOURNAL_STREAM, systemd.exec(5))."""
    device, _, inode = environment.get("JOURNAL_STREAM", "").partition(":")
    try:
        found = os.fstat(sys.stdout.fileno() if descriptor is None else descriptor)
    except (OSError, ValueError):
        return False
    return (device, inode) == (str(found.st_dev), str(found.st_ino))


def _microseconds(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
