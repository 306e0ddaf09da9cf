"""Published versions of an integration: what ran when. Pure; kept by `store/versions.py`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Protocol

from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, walk


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

    def drop(self, integration: str, number: int) -> None:
        """Deletes one version; none of that number is no error."""
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


def restore(present: Integration, version: Version, connections: Collection[str]) -> Integration:
    """The integration with the steps of an earlier version as its draft; what runs is left as it is.

    Where a step used a connection that is not there any more, the person has to choose one.
    """
    steps = version.integration.steps
    gone = {step.connection: "" for step in walk(steps) if step.connection and step.connection not in connections}
    return present.with_draft(replace(version.integration, draft=None).pointed(gone).steps)


def run_again(present: Integration, version: Version, at: str, versions: Versions) -> Integration:
    """The integration with the steps of an earlier version running, as a new version; a draft stays as it is."""
    if version.number == present.version:
        return present
    note = tr("Version {number} again", number=version.number)
    again = publish(present.with_draft(version.integration.steps), at, versions, note)
    return again if present.draft is None else again.with_draft(present.draft)


def withdraw(present: Integration, running: int, versions: Versions) -> Integration:
    """The integration after its newest version could not start and version `running` goes on.

    That one is what starts next time; the refused steps are the draft again, unless there is newer work. Without a kept
    version of that number everything stays as it is.
    """
    back = next((one.integration for one in versions.of(present.id) if one.number == running), None)
    if back is None or running >= present.version:
        return present
    versions.drop(present.id, present.version)
    work = present.working
    return replace(present, steps=back.steps, version=running, draft=None).with_draft(work)
