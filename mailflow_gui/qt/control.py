"""Switching integrations on and off from the window, and how each one is. GUI thread."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.core.activity import Event, Health, State
from mailflow_gui.core.model import Integration
from mailflow_gui.engine.supervisor import Supervisor
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks

#: Health is looked at this often (milliseconds) beside the events, so that a silent worker shows too.
LOOK = 1000


class Control(QObject):
    """`health_changed` carries the integration's id. Stopping waits on a pool thread, never here."""

    health_changed = Signal(str)
    paused_changed = Signal(bool)

    def __init__(
        self, supervisor: Supervisor, profiles: Profiles, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._supervisor = supervisor
        self._profiles = profiles
        self._tasks = tasks
        self._known: dict[str, Health] = {}
        self._paused: set[str] = set()
        bridge.arrived.connect(self._on_events)
        profiles.reloaded.connect(self.follow_switches)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def health(self, id: str) -> Health:
        """How an integration is now."""
        return self._supervisor.health(id)

    def switch(self, integration: Integration, on: bool) -> Task:
        """The switch: saved, then started or stopped. The task fails with MailflowError when it can't be saved."""
        changed = replace(integration, enabled=on)
        task = self._profiles.save_integration(changed)
        return task.done(lambda _: self._start(changed) if on else self._stop(changed.id))

    def start_enabled(self) -> None:
        """Starts every integration that is switched on: at program start and after a pause."""
        for one in self._profiles.profile.integrations:
            if one.enabled:
                self._start(one)

    def delete(self, integration: Integration) -> Task:
        """Stops an integration and deletes it."""
        self._supervisor.stop(integration.id)
        return self._profiles.delete_integration(integration.name)

    def restart(self, integration: Integration) -> None:
        """Runs with the saved settings; the message in hand is finished first."""
        if self._supervisor.is_running(integration.id):
            self._tasks.run(lambda: self._supervisor.stop(integration.id, timeout=30)).done(
                lambda _: self._start(integration)
            )
        elif integration.enabled:
            self._start(integration)

    def follow_switches(self) -> None:
        """Another program moved the switches: starts and stops what follows from it."""
        for one in self._profiles.profile.integrations:
            running = self._supervisor.is_running(one.id)
            if one.enabled and not running and not self.paused:
                self._start(one)
            elif running and not one.enabled:
                self._stop(one.id)

    def pause_all(self) -> None:
        """Stops all running integrations until `resume`; the switches stay on."""
        self._paused = {one.id for one in self._profiles.profile.integrations if self._supervisor.is_running(one.id)}
        self._tasks.run(lambda: self._supervisor.stop_all(timeout=30)).always(self.look)
        self.paused_changed.emit(True)

    def resume(self) -> None:
        """Ends the pause."""
        self._paused = set()
        self.start_enabled()
        self.paused_changed.emit(False)

    @property
    def paused(self) -> bool:
        """Whether the person paused everything."""
        return bool(self._paused)

    def is_running(self, id: str) -> bool:
        """Whether an integration's thread is alive."""
        return self._supervisor.is_running(id)

    @property
    def running(self) -> int:
        """How many integrations run."""
        return sum(1 for one in self._profiles.profile.integrations if self._supervisor.is_running(one.id))

    def shut_down(self, timeout: float = 30) -> bool:
        """Stops everything on quit; True when all ended in time."""
        self._timer.stop()
        return self._supervisor.stop_all(timeout=timeout)

    def look(self) -> None:
        """Compares each integration's health with what was shown last."""
        for one in self._profiles.profile.integrations:
            health = self._supervisor.health(one.id)
            if self._known.get(one.id) != health:
                self._known[one.id] = health
                self.health_changed.emit(one.id)

    def _start(self, integration: Integration) -> None:
        self._supervisor.start(integration)
        self.look()

    def _stop(self, id: str) -> None:
        self._supervisor.stop(id)
        self.look()

    def _on_events(self, events: list[Event]) -> None:
        self.look()

    @staticmethod
    def is_busy(health: Health) -> bool:
        """Whether the switch shows a spinner."""
        return health.state in (State.STARTING, State.STOPPING)
