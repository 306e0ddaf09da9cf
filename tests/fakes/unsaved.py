"""Unsaved work in memory; writing can be held up, or fail."""

from __future__ import annotations

import threading

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.model import Integration
from mailflow_gui.core.versions import Version


class MemoryUnsaved:
    """Implements core.versions.Unsaved. Writing waits for `go`; `full` makes it fail. `log` tells what was done."""

    def __init__(self, *left: Version) -> None:
        self.work = {one.integration.id: one for one in left}
        self.log: list[str] = []
        self.go = threading.Event()
        self.go.set()
        self.full = False

    def keep(self, integration: Integration, at: str) -> None:
        assert self.go.wait(10)
        if self.full:
            raise StoreError("The work could not be kept", "The disk is full.")
        self.log.append(f"keep {integration.name}")
        self.work[integration.id] = Version(integration.version, at, integration)

    def all(self) -> tuple[Version, ...]:
        return tuple(sorted(self.work.values(), key=lambda one: one.at, reverse=True))

    def drop(self, integration: str) -> None:
        assert self.go.wait(10)
        self.log.append("drop")
        self.work.pop(integration, None)
