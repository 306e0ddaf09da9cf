"""Secrets in an encrypted file under a master password: an explicit choice where there is no keyring.

Any thread but the window's: deriving the key takes about half a second.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import SettingsError, StoreError, VaultError, VaultLocked
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import quoted, tr
from mailflow_gui.store import sealing
from mailflow_gui.store.files import locked, make_private, replace_file, sweep
from mailflow_gui.store.sealing import DamagedSeal, Recipe, WrongPassphrase, from_text, to_text

_MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Lock:
    """What turned the master password into a key, and the key itself (as text, never printed)."""

    recipe: Recipe
    key: SecretText

    @property
    def header(self) -> bytes:
        """The public part; it is authenticated together with the entries."""
        recipe = self.recipe
        numbers = [recipe.cost, sealing.BLOCK, sealing.LANES]
        return json.dumps({"mailflow-vault": 1, "scrypt": numbers, "salt": to_text(recipe.salt)}).encode()


class FileVault:
    """Implements core.ports.Vault on a file: scrypt (RFC 7914) and AES-256-GCM (NIST SP 800-38D).

    Locked until `unlock`; every call before that raises VaultLocked. Several processes may use one file.
    """

    name = "file"

    def __init__(self, path: Path, *, cost: int = sealing.COST) -> None:
        self.path = path
        self._cost = cost
        self._unlocked: _Lock | None = None
        self._lock = threading.RLock()

    @property
    def exists(self) -> bool:
        """Whether a master password was ever set."""
        return self.path.exists()

    @property
    def is_locked(self) -> bool:
        """Whether `unlock` is still needed."""
        return self._unlocked is None

    def unlock(self, password: SecretText) -> None:
        """Opens the file, or makes it under this master password when there is none.

        Raises VaultLocked for a wrong password, VaultError for a damaged file, SettingsError for a blank password.
        """
        if not password:
            raise SettingsError(tr("The master password is blank"), tr("Choose one."), cause="MASTER_PASSWORD_BLANK")
        with self._lock, self._words():
            make_private(self.path.parent)
            with locked(self.path):
                if self.exists:
                    candidate = _derive(password, _public(self._file()))
                    _open(self._file(), candidate)
                else:
                    candidate = _derive(password, Recipe(os.urandom(sealing.SALT), self._cost))
                    self._write({}, candidate)
            self._unlocked = candidate

    def lock(self) -> None:
        """Forgets the key."""
        self._unlocked = None

    def get(self, connection: str, field: str) -> SecretText | None:
        """The secret, or None."""
        with self._lock, self._words():
            key = self._key()
            text = _open(self._file(), key).get(f"{connection}/{field}")
        return None if text is None else SecretText(text)

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        """Stores a secret."""
        with self._changing() as entries:
            entries[f"{connection}/{field}"] = secret.reveal()

    def delete(self, connection: str, field: str) -> None:
        """Removes an entry."""
        with self._changing() as entries:
            entries.pop(f"{connection}/{field}", None)

    @contextmanager
    def _changing(self) -> Iterator[dict[str, str]]:
        with self._lock, self._words(), locked(self.path):
            key = self._key()
            entries = _open(self._file(), key)
            yield entries
            self._write(entries, key)

    def _key(self) -> _Lock:
        if self._unlocked is None:
            raise VaultLocked(
                tr("Your password file is locked"),
                tr("Mailflow keeps passwords in it under your master password."),
                cause="KEYRING_LOCKED",
                fix=tr("Enter the master password."),
                remedies=trouble("KEYRING_LOCKED").remedies,
            )
        return self._unlocked

    def _file(self) -> dict[str, str]:
        with self.path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
        try:
            outer = json.loads(data)
            return {key: str(outer[key]) for key in ("header", "nonce", "entries")}
        except (ValueError, KeyError, TypeError, RecursionError):
            raise _damaged() from None

    def _write(self, entries: dict[str, str], lock: _Lock) -> None:
        nonce, sealed = sealing.encrypt(from_text(lock.key.reveal()), json.dumps(entries).encode(), lock.header)
        outer = {"header": lock.header.decode(), "nonce": to_text(nonce), "entries": to_text(sealed)}
        sweep(self.path)
        replace_file(self.path, json.dumps(outer).encode())

    @contextmanager
    def _words(self) -> Iterator[None]:
        """Errors of the disk and of the lock in words."""
        try:
            yield
        except OSError as error:
            raise VaultError(
                tr("The password file can't be used"),
                f"{quoted(self.path)}: {error.strerror or error}.",
                cause="KEYRING_MISSING",
                details=repr(error),
            ) from error
        except StoreError as error:
            raise VaultError(error.title, error.hint, cause="KEYRING_MISSING", fix=error.fix) from error


def _open(outer: dict[str, str], lock: _Lock) -> dict[str, str]:
    """The entries. A file written under another password since then counts as locked."""
    try:
        nonce, sealed = from_text(outer["nonce"]), from_text(outer["entries"])
        opened = sealing.decrypt(from_text(lock.key.reveal()), nonce, sealed, outer["header"].encode())
    except WrongPassphrase:
        raise VaultLocked(
            tr("The master password is wrong"),
            tr("It does not open your password file. Nothing was changed."),
            cause="MASTER_PASSWORD_WRONG",
            fix=tr("Enter it again."),
        ) from None
    except (ValueError, DamagedSeal):
        raise _damaged() from None
    return {str(key): str(value) for key, value in json.loads(opened).items()}


def _public(outer: dict[str, str]) -> Recipe:
    """How the key of a file is made."""
    try:
        header = json.loads(outer["header"])
        if header["mailflow-vault"] != 1:
            raise _damaged()
        return sealing.recipe_of(header["salt"], header["scrypt"])
    except (ValueError, KeyError, TypeError, RecursionError, DamagedSeal):
        raise _damaged() from None


def _derive(password: SecretText, recipe: Recipe) -> _Lock:
    return _Lock(recipe, SecretText(to_text(recipe.keys(password))))


def _damaged() -> VaultError:
    return VaultError(
        tr("The password file is damaged"),
        tr("It can't be read. It was left as it is."),
        cause="KEYRING_MISSING",
        fix=tr("Restore it from a backup, or move it away and enter the passwords again."),
    )
