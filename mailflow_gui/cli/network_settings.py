"""Follows the network settings while a run goes on: `mailflow proxy` reaches it within seconds.

The command line's thread.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable
from typing import Protocol

from mailflow_gui.cli.switches import EVERY
from mailflow_gui.core.limits import limits, set_limits
from mailflow_gui.core.model import Integration
from mailflow_gui.core.ports import Vault
from mailflow_gui.store.preferences import PreferencesFile


class Running(Protocol):
    """What starts integrations anew."""

    def restart(self, integration: Integration) -> None: ...


class NetworkSettings:
    """What holds at the beginning was set before; later changes of the file are followed."""

    def __init__(self, file: PreferencesFile, vault: Vault, passed: Callable[[], float] = time.monotonic) -> None:
        self._file, self._vault, self._passed = file, vault, passed
        self._looked = passed()
        self._stamp = self._now()

    def follow(self, running: Running, chosen: Iterable[Integration]) -> None:
        """Looks, when it is time. On another way to the servers all of `chosen` connect anew.

        A file in disorder changes nothing: somebody may be writing it by hand.
        """
        if self._passed() - self._looked < EVERY:
            return
        self._looked = self._passed()
        stamp = self._now()
        if stamp == self._stamp:
            return
        wanted, problems = self._file.load()
        if problems:
            return
        self._stamp = stamp
        before = limits()
        set_limits(wanted.limits)
        if (before.offline, before.proxy) == (wanted.limits.offline, wanted.limits.proxy):
            return
        forget = getattr(self._vault, "forget", None)
        if forget is not None:
            forget()  # the proxy's password may be another
        for one in chosen:
            running.restart(one)

    def _now(self) -> object:
        with contextlib.suppress(OSError):
            found = self._file.path.stat()
            return found.st_mtime_ns, found.st_size, found.st_ino
        return None
