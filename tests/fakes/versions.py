"""Published versions in memory."""

from __future__ import annotations

from mailflow_gui.core.versions import Version


class MemoryVersions:
    """Implements core.versions.Versions."""

    def __init__(self) -> None:
        self.kept: list[Version] = []

    def of(self, integration: str) -> tuple[Version, ...]:
        mine = [one for one in self.kept if one.integration.id == integration]
        return tuple(sorted(mine, key=lambda one: -one.number))

    def add(self, version: Version) -> None:
        same = (version.integration.id, version.number)
        self.kept = [one for one in self.kept if (one.integration.id, one.number) != same]
        self.kept.append(version)

    def drop(self, integration: str, number: int) -> None:
        self.kept = [one for one in self.kept if (one.integration.id, one.number) != (integration, number)]

    def forget(self, integration: str) -> None:
        self.kept = [one for one in self.kept if one.integration.id != integration]
