"""Protocols of what the engine and the window need from outside: Vault, Library, Publish, Clock; the stop request."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from mailflow_gui.core.activity import Event
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.model import Profile

Publish = Callable[[Event], None]


class StopRequest(threading.Event):
    """Tells a running integration to stop; `at` is when that was first asked for, in monotonic seconds.

    Whoever asks whether to stop is alive, and every wait asks: `alive_at` is the last time, or the end of the wait
    under way. `moved_at` is when a server last took or gave octets, in monotonic seconds, too. `abandoned`: the run was
    given up as hanging, and nothing it still does may reach a server.
    """

    def __init__(self) -> None:
        super().__init__()
        self.at = math.inf
        self.alive_at = time.monotonic()
        self.moved_at = 0.0
        self.abandoned = False

    def set(self) -> None:
        """Ask for it. Any thread."""
        self.at = min(self.at, time.monotonic())
        super().set()

    def abandon(self) -> None:
        """Give the run up. Any thread."""
        self.abandoned = True
        self.set()

    @property
    def asked(self) -> bool:
        """Whether it was asked for; looking from outside is no sign of life."""
        return self.at < math.inf

    def is_set(self) -> bool:
        """Whether to stop. Asked by the run itself."""
        self.alive_at = time.monotonic()
        return super().is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Waits at most `timeout` seconds for the request. Called by the run itself."""
        self.alive_at = time.monotonic() + (timeout or 0.0)
        try:
            return super().wait(timeout)
        finally:
            self.alive_at = time.monotonic()


class Vault(Protocol):
    """Where secrets live, by connection id and field key. Never called on the GUI thread; calls may take seconds.

    Every call may raise VaultError (cause KEYRING_MISSING) or VaultLocked (KEYRING_LOCKED).
    """

    name: str

    def get(self, connection: str, field: str) -> SecretText | None:
        """The secret, or None when there is no entry."""
        ...

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        """Stores a secret, replacing an earlier one."""
        ...

    def delete(self, connection: str, field: str) -> None:
        """Removes an entry; no entry is no error."""
        ...


class Library(Protocol):
    """The saved profile. Writing is atomic; reading gives the last saved state."""

    def load(self) -> Profile:
        """The saved profile (empty when there is none). Raises StoreError or ConfigurationError."""
        ...

    def save(self, profile: Profile) -> None:
        """Writes atomically. Raises StoreError; the old file stays whole."""
        ...

    def edit(self, change: Callable[[Profile], Profile]) -> Profile:
        """Reads, changes and writes as one step, so that nothing another program saved is lost."""
        ...

    def stamp(self) -> object:
        """Changes whenever the saved profile was replaced. Cheap."""
        ...


class Clock(Protocol):
    """Time, handed in so that tests can turn it."""

    def now(self) -> datetime:
        """The present moment, aware."""
        ...

    def monotonic(self) -> float:
        """Seconds that only go forward."""
        ...
