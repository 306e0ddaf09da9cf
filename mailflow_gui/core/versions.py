"""Published versions of an integration: what ran when. Pure; kept by `store/versions.py`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from mailflow_gui.core.model import Integration


@dataclass(frozen=True, slots=True)
class Version:
    """One published version. `at` is when it was published (ISO 8601); `note` what the person wrote about it."""

    number: int
    at: str
    integration: Integration
    note: str = ""


class Versions(Protocol):
    """Where published versions are kept. Every call may raise StoreError."""

    def of(self, integration: str) -> tuple[Version, ...]:
        """The versions of an integration by its id, newest first."""
        ...

    def add(self, version: Version) -> None:
        """Keeps a version; one of the same number is replaced, the oldest may be dropped."""
        ...

    def forget(self, integration: str) -> None:
        """Deletes all versions of an integration; none is no error."""
        ...


class Unsaved(Protocol):
    """Where work that was not saved yet is kept against a crash. Every call may raise StoreError."""

    def keep(self, integration: Integration, at: str) -> None:
        """Keeps the present state of the work on an integration."""
        ...

    def all(self) -> tuple[Version, ...]:
        """The work that was left, newest first."""
        ...

    def drop(self, integration: str) -> None:
        """The work was saved or given up."""
        ...


def publish(integration: Integration, at: str, versions: Versions, note: str = "") -> Integration:
    """The integration with its working steps as the next version, which is kept before anything refers to it."""
    after = integration.published()
    versions.add(Version(after.version, at, after, note))
    return after


def switch(integration: Integration, on: bool, at: str, versions: Versions) -> Integration:
    """The integration switched on or off. What is switched on is a kept version: the first time it is published."""
    if on and not integration.version:
        integration = publish(integration, at, versions)
    elif on and all(one.number != integration.version for one in versions.of(integration.id)):
        versions.add(Version(integration.version, at, integration))  # it was imported over an earlier one
    return replace(integration, enabled=on)


def onto(work: Integration, present: Integration) -> Integration:
    """Other work on an integration as a draft of it: what runs, its version and its switch stay as they are now."""
    kept = replace(work, steps=present.steps, version=present.version, draft=present.draft, enabled=present.enabled)
    return kept.with_draft(work.working)
