"""Network namespaces: computers of the test's own, whose traffic never reaches the network of this machine.

Each one lives as long as its holding process, which ends with the test even when that is killed.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self, TypeVar

T = TypeVar("T")

_CLONE_NEWNET = 0x40000000  # linux/sched.h; os.setns came with Python 3.12


class Unavailable(Exception):
    """The system makes no namespaces, or lacks a part that they need."""


class Namespace:
    """A computer without any cable; a context manager."""

    def __init__(self, *, loopback: bool = True) -> None:
        self._holder = subprocess.Popen(
            ["unshare", "--net", "sh", "-c", "echo made; exec cat"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert self._holder.stdout
        if not self._holder.stdout.readline():
            said = self._holder.communicate()[1].decode("utf-8", "replace")
            raise Unavailable(f"unshare --net: {said.strip()}")
        self.pid = self._holder.pid
        self._handle = os.open(f"/proc/{self.pid}/ns/net", os.O_RDONLY)
        if loopback:
            self.call("ip", "link", "set", "lo", "up")

    def run(self, work: Callable[[], T]) -> T:
        """Does some work inside. The sockets, threads and processes that it makes stay inside."""
        with ThreadPoolExecutor(1, "namespace", self._enter) as pool:
            return pool.submit(work).result()

    def call(self, *command: str) -> str:
        """Runs a command inside and gives what it printed. Raises RuntimeError with what it complained of."""

        def work() -> subprocess.CompletedProcess[str]:
            return subprocess.run(command, capture_output=True, text=True, timeout=20)

        done = self.run(work)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
        return done.stdout

    def set(self, **values: int) -> None:
        """Settings of the system for IPv4 inside (net.ipv4.*)."""

        def write() -> None:
            for name, value in values.items():
                Path("/proc/sys/net/ipv4", name).write_text(str(value))

        self.run(write)

    def close(self) -> None:
        """Gives it up; it is gone once nothing inside runs any more."""
        os.close(self._handle)
        self._holder.communicate(timeout=10)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _enter(self) -> None:
        """Moves the calling thread into the namespace."""
        if ctypes.CDLL(None, use_errno=True).setns(self._handle, _CLONE_NEWNET):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
