"""Secrets in memory only, forgotten when the program ends. Any thread."""

from __future__ import annotations

import threading

from mailflow_gui.core.fields import SecretText


class SessionVault:
    """Implements core.ports.Vault for this session."""

    name = "session"

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str], SecretText] = {}
        self._lock = threading.Lock()

    def get(self, connection: str, field: str) -> SecretText | None:
        """The secret, or None."""
        with self._lock:
            return self._entries.get((connection, field))

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        """Keeps a secret until the program ends."""
        with self._lock:
            self._entries[connection, field] = secret

    def delete(self, connection: str, field: str) -> None:
        """Forgets a secret."""
        with self._lock:
            self._entries.pop((connection, field), None)
