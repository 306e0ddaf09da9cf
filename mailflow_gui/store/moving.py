"""Moving secrets from one vault to another, so that a failure half-way loses nothing. Never on the window's thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mailflow_gui.core.errors import MailflowError, VaultError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import tr
from mailflow_gui.core.ports import Vault

#: A connection's id and the field's key.
EntryKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Moved:
    """How many secrets lie in the new place, and those that the old one did not let go."""

    count: int
    left: tuple[EntryKey, ...] = ()


def move(entries: Sequence[EntryKey], source: Vault, target: Vault, choose: Callable[[], object]) -> Moved:
    """Copies every secret, reads each copy back, then calls `choose` (the target is used from now on), then removes.

    When anything fails before that, the target is as it was, the source untouched, and the error is raised. What can't
    be removed at the end stays behind; that loses nothing and is told.
    """
    before: dict[EntryKey, SecretText | None] = {}
    copied: list[EntryKey] = []
    try:
        for entry in entries:
            secret = source.get(*entry)
            if secret is None:
                continue
            before[entry] = target.get(*entry)
            copied.append(entry)
            target.set(*entry, secret)
            _check(target, entry, secret)
        choose()
    except BaseException:
        for entry in copied:
            _put_back(target, entry, before[entry])
        raise
    return Moved(len(copied), tuple(entry for entry in copied if not _removed(source, entry)))


def _check(target: Vault, entry: EntryKey, secret: SecretText) -> None:
    forget = getattr(target, "forget", None)  # what it remembers proves nothing
    if forget is not None:
        forget()
    if target.get(*entry) != secret:
        raise VaultError(
            tr("A password could not be copied"),
            tr("What was read back is not what was written. Everything is where it was."),
            cause="KEYRING_MISSING",
        )


def _put_back(target: Vault, entry: EntryKey, secret: SecretText | None) -> None:
    with contextlib.suppress(MailflowError):  # the source has it all; the error that led here is the one to tell
        if secret is None:
            target.delete(*entry)
        else:
            target.set(*entry, secret)


def _removed(source: Vault, entry: EntryKey) -> bool:
    try:
        source.delete(*entry)
    except MailflowError:
        return False
    return True
