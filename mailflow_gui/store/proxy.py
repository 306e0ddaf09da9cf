"""Saving the proxy's settings: the password into the vault, the rest beside the other preferences. Any thread but the
window's."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.ports import Vault
from mailflow_gui.core.proxy import PASSWORD


def save(vault: Vault, username: str, password: SecretText, write: Callable[[], object]) -> None:
    """Stores the password, then has the rest written; when either fails, nothing is changed.

    A blank password stands for the one that is there. Without a user name none is kept. Raises VaultError
    (PROXY_PASSWORD_GONE: there is none), StoreError.
    """
    if not username:
        write()
        with contextlib.suppress(MailflowError):  # what can't be removed is used by nobody
            vault.delete(*PASSWORD)
        return
    before = vault.get(*PASSWORD)
    if not password:
        if not before:
            raise trouble("PROXY_PASSWORD_GONE")
        write()
        return
    vault.set(*PASSWORD, password)
    try:
        write()
    except BaseException:
        with contextlib.suppress(MailflowError):
            if before:
                vault.set(*PASSWORD, before)
            else:
                vault.delete(*PASSWORD)
        raise
