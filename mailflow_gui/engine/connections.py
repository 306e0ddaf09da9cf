"""Turns a saved Connection into live settings: secrets fetched, everything checked. Used by Validate and assembly.

Any thread but the window's: the vault may take seconds.
"""

from __future__ import annotations

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Plain, Problem
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection
from mailflow_gui.core.ports import Vault
from mailflow_gui.core.settings import Settings


def settings_of(connection: Connection, catalog: Catalog, vault: Vault) -> Settings:
    """The settings of a connection, ready to connect with.

    Raises SettingsError when the saved values are not complete (before any secret is read), VaultError when the vault
    does not answer, and VaultError KEYRING_ENTRY_GONE when the password of a user name is not there. A connection
    without a user name signs in nowhere, so that the vault is not asked at all.
    """
    declared = catalog.connector(connection.connector).settings
    checked, problems = declared.check(connection.values)
    _refuse(connection, [one for one in problems if one.field not in declared.secret_keys()])
    if not _signs_in(checked):
        return checked
    raw: dict[str, Plain] = dict(connection.values)
    for key in declared.secret_keys():
        if not checked.applies(key):
            continue
        secret = vault.get(connection.id, key)
        if secret:
            raw[key] = secret
        elif "username" in declared.FIELDS or declared.FIELDS[key].required:
            raise trouble("KEYRING_ENTRY_GONE", details=f"No entry “{key}” for “{connection.name}” in {vault.name}")
    complete, problems = declared.check(raw)
    _refuse(connection, problems)
    return complete


def _signs_in(settings: Settings) -> bool:
    return "username" not in settings.FIELDS or bool(str(settings.get("username")).strip())


def _refuse(connection: Connection, problems: list[Problem]) -> None:
    if not problems:
        return
    raise SettingsError(
        tr("“{name}” is not complete", name=connection.name),
        " ".join(problem.message for problem in problems),
        cause="SETTINGS_INCOMPLETE",
        fix=tr("Edit the connection."),
        fields=tuple(problem.field for problem in problems),
        details="\n".join(str(problem) for problem in problems),
    )
