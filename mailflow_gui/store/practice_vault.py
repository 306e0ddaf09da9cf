"""A vault that knows the practice account's password by itself: it is no secret and needs no keyring. Any thread."""

from __future__ import annotations

from collections.abc import Callable

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.ports import Vault


class PracticeVault:
    """Wraps another vault; `is_practice` tells by connection id which entries are the practice server's."""

    def __init__(self, inner: Vault, is_practice: Callable[[str], bool], password: str) -> None:
        self._inner = inner
        self._is_practice = is_practice
        self._password = SecretText(password)
        self.name = inner.name

    def get(self, connection: str, field: str) -> SecretText | None:
        """The secret, or None when there is no entry."""
        return self._password if self._is_practice(connection) else self._inner.get(connection, field)

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        """Stores a secret; the practice account's is not stored anywhere."""
        if not self._is_practice(connection):
            self._inner.set(connection, field, secret)

    def forget(self) -> None:
        """Drops what the other vault has in memory."""
        forget = getattr(self._inner, "forget", None)
        if forget is not None:
            forget()

    def delete(self, connection: str, field: str) -> None:
        """Removes an entry."""
        if not self._is_practice(connection):
            self._inner.delete(connection, field)
