"""What the tests of the Qt layer share: a supervisor that does what the test says, and events."""

from __future__ import annotations

from pathlib import Path

from mailflow_gui.core.activity import Event, Health, Kind, Level, State
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.session_vault import SessionVault
from tests.fakes.versions import MemoryVersions
from tests.ui.integrations.workbench import CATALOG

AT = "2026-11-24T14:32:05.114+01:00"


def event(text: str = "Something happened", **values: object) -> Event:
    """An event of the integration “one” unless told otherwise."""
    given: dict[str, object] = {"at": AT, "integration": "one", "kind": Kind.NOTE, **values}
    return Event(text=text, **given)  # type: ignore[arg-type]


def poll(integration: str = "one", at: str = AT, step: str = "Receive Email") -> Event:
    """A poll that found nothing."""
    return Event(at, integration, Kind.POLL, "Poll finished: no new messages", Level.INFO, step=step)


class ScriptedSupervisor:
    """Remembers what it was told; `healths` is what it says. A start ends in `starts_as`."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.watched = 0
        self.healths: dict[str, Health] = {}
        self.starts_as = Health(State.RUNNING)

    def start(self, integration: Integration) -> None:
        if self.is_running(integration.id):
            return
        self.told.append(("start", integration.name))
        self.healths[integration.id] = self.starts_as

    def restart(self, integration: Integration) -> None:
        self.told.append(("restart", integration.name))
        self.healths[integration.id] = self.starts_as

    def stop(self, id: str) -> None:
        self.told.append(("stop", id))
        if self.is_running(id):
            self.healths[id] = Health(State.STOPPED)

    def stop_all(self, *, timeout: float) -> bool:
        self.told.append(("stop_all", f"{timeout:g}"))
        return True

    def is_running(self, id: str) -> bool:
        return self.health(id).state in (State.RUNNING, State.STARTING, State.WAITING)

    def watch(self) -> None:
        self.watched += 1

    def health(self, id: str) -> Health:
        return self.healths.get(id, Health())


def profiles_on(folder: Path, profile: Profile, tasks: Tasks) -> tuple[Profiles, YamlLibrary]:
    """A real profile on disk, loaded."""
    library = YamlLibrary(folder / "profile.yaml")
    library.save(profile)
    made = Profiles(library, SessionVault(), CATALOG, tasks, MemoryVersions())
    made.load()
    return made, library
