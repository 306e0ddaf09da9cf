"""The MailflowError tree: an error carries its own words from birth, and its class says who must act.

Library exceptions are turned into these at the edge, by a table beside each connector.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from mailflow_gui.core.language import later, shown, tr


@shown("label")
@dataclass(frozen=True)
class Remedy:
    """A button beside an error: what it does, as data that every form understands.

    `act` is one of: validate, set, edit, trust, trust-anyway, details, open-file, fetch, copy, browse-folders,
    try-usual-ports, account-page, paste, unlock-keyring, session-only, master-password, ask-each-start, sign-in,
    open-settings. `values` are the field keys and raw values of `set`; `field` is what `edit` focuses, or
    the section that `open-settings` shows.
    """

    act: str
    label: str
    field: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)


class MailflowError(Exception):
    """An error in the person's words. `cause` is the ID of the catalogue (`core/causes.py`)."""

    def __init__(
        self,
        title: str,
        hint: str = "",
        *,
        cause: str = "UNEXPECTED",
        fix: str = "",
        fields: tuple[str, ...] = (),
        remedies: tuple[Remedy, ...] = (),
        details: str = "",
        facts: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint
        self.cause = cause
        self.fix = fix
        self.fields = fields
        self.remedies = remedies
        self.details = details
        self.facts = dict(facts or {})

    def __str__(self) -> str:
        return f"{self.title}. {self.hint}".strip() if self.hint else self.title


class SettingsError(MailflowError):
    """Someone must edit the form; trying again changes nothing."""


class CredentialsError(MailflowError):
    """The sign-in failed: stop at once, never try again by timer, tell the person."""


class UnreachableError(MailflowError):
    """The server can't be reached now: wait, back off, try again."""


class RefusedError(MailflowError):
    """The server or a step refused this message only: park it and go on with the next."""


class VaultError(MailflowError):
    """The keyring is missing, locked or refuses."""


class VaultLocked(VaultError):
    """The keyring is there but locked."""


class StoreError(MailflowError):
    """The profile on disk can't be read or written."""

    @property
    def wants_backup(self) -> bool:
        """Whether an earlier state of the profile helps."""
        return self.cause in ("PROFILE_UNREADABLE", "STORE_UNUSABLE", "STORE_DAMAGED")


class ConfigurationError(MailflowError):
    """A configuration file was refused; `problems` in the text name line, field and fix."""


class Cancelled(MailflowError):
    """The person or a stop request ended the work."""

    def __init__(self, title: str = later("Cancelled")) -> None:
        super().__init__(tr(title), cause="CANCELLED")
