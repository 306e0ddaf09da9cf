"""Switching integrations on and off from the window, and how each one is. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.core.activity import Event, Health, State
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.first_look import CAUSE, answered
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.pause import Pause
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task

#: Health is looked at this often (milliseconds) beside the events, so that a silent worker shows too.
LOOK = 1000
#: Causes that end an integration for want of a secret.
NO_SECRET = frozenset({"KEYRING_LOCKED", "KEYRING_MISSING", "KEYRING_ENTRY_GONE"})


class Switchboard(Protocol):
    """What starts and stops integrations: the engine's supervisor. No call waits unless `timeout` says so."""

    def start(self, integration: Integration) -> None: ...

    def restart(self, integration: Integration) -> None: ...

    def stop(self, id: str) -> object: ...

    def stop_all(self, *, timeout: float) -> bool: ...

    def is_running(self, id: str) -> bool: ...

    def health(self, id: str) -> Health: ...

    def watch(self) -> None: ...


class Control(QObject):
    """`health_changed` carries the integration's id; `start_failed` one that was switched on in vain, `restart_failed`
    one that goes on with the settings before, `alarm_raised` one whose expected email has not come,
    `first_look_asked` one that found email at its first start and waits for the answer of `begin_from`. Never waits."""

    health_changed = Signal(str)
    start_failed = Signal(str)
    restart_failed = Signal(str)
    paused_changed = Signal(bool)
    alarm_raised = Signal(str)
    first_look_asked = Signal(str)

    def __init__(
        self,
        supervisor: Switchboard,
        profiles: Profiles,
        bridge: Bridge,
        parent: QObject | None = None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        pause: Pause | None = None,
    ) -> None:
        super().__init__(parent)
        self._supervisor = supervisor
        self._profiles = profiles
        self._now = now
        self._known: dict[str, Health] = {}
        self._fresh: set[str] = set()
        self._pause = pause or Pause()
        self._on_battery = False
        bridge.arrived.connect(self._on_events)
        profiles.reloaded.connect(self.follow_switches)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def health(self, id: str) -> Health:
        """How an integration is now."""
        return self._supervisor.health(id)

    def switch(self, integration: Integration, on: bool) -> Task:
        """The switch: saved, then started or stopped. The task fails with MailflowError when it can't be saved.

        Only the switch is saved: whatever else was changed meanwhile stays. During a pause it starts with `resume`.
        """
        id = integration.id

        def change(profile: Profile) -> Profile:
            present = next((one for one in profile.integrations if one.id == id), None)
            if present is None:
                raise SettingsError(
                    tr("“{name}” was deleted", name=integration.name), tr("Nothing was changed."), cause="NOT_FOUND"
                )
            return profile.with_integration(self._profiles.switched(present, on))

        return self._profiles.change(change).done(lambda _: self._follow_switch(id))

    def start_enabled(self) -> None:
        """Starts every integration that is switched on: at program start and after a pause."""
        for one in self._profiles.profile.integrations:
            if one.enabled:
                self._start(one)

    def delete(self, integration: Integration) -> Task:
        """Deletes an integration and stops it; the message in hand is finished. On failure it goes on as it was."""
        task = self._profiles.delete_integration(integration.name)
        return task.done(lambda _: self._stop(integration.id))

    def restart(self, integration: Integration) -> None:
        """Runs with the saved settings; the message in hand is finished first. One that is off stays off.

        When the settings can't be used, what runs goes on, and `restart_failed` tells.
        """
        if not integration.enabled or self.paused:
            self._stop(integration.id)
            return
        self._fresh.discard(integration.id)
        self._supervisor.restart(integration)
        self.look()

    def publish(self, integration: Integration, note: str = "") -> Task:
        """Save and Start: the working steps become the next version, switched on and run.

        A version that runs goes on until the new one can take its place. The task fails with MailflowError when it
        can't be saved.
        """
        id = integration.id
        task = self._profiles.publish_integration(replace(integration, enabled=True), note)
        return task.done(lambda _: self._follow_publish(id))

    def begin_from(self, integration: Integration, start_from: str) -> Task:
        """The answer to `first_look_asked`: saved in the receive step, then it starts."""
        id = integration.id

        def change(profile: Profile) -> Profile:
            present = answered(profile.integration_of(id), start_from)
            return profile.with_integration(self._profiles.switched(present, True))

        return self._profiles.change(change).done(lambda _: self._follow_publish(id))

    def retry_locked(self) -> None:
        """Secrets can be read now: starts what is switched on and ended because they could not."""
        for one in self._profiles.profile.integrations:
            if one.enabled and self._supervisor.health(one.id).cause in NO_SECRET:
                self.restart(one)

    def restart_all(self) -> None:
        """What is switched on connects anew, at once."""
        for one in self._profiles.profile.integrations:
            if one.enabled:
                self.restart(one)

    def follow_switches(self) -> None:
        """Another program moved the switches: starts and stops what follows from it."""
        for one in self._profiles.profile.integrations:
            running = self._supervisor.is_running(one.id)
            if one.enabled and not running:
                self._start(one)
            elif running and not one.enabled:
                self._stop(one.id)

    def pause_all(self, until: datetime | None = None) -> None:
        """Stops all running integrations until `resume`, or until a moment, also beyond a restart of the program.

        The switches stay on.
        """
        self._pause.begin(until)
        self._halt()

    def wait_for_mains(self, on_battery: bool) -> None:
        """The computer runs on battery power, and the person wants everything to wait then; or neither any more.

        `resume` ends the wait before that.
        """
        if on_battery == self._on_battery:
            return
        self._on_battery = on_battery
        if on_battery:
            self._halt()
        elif not self._pause.on:
            self.resume()

    def resume(self) -> None:
        """Ends the pause, also the one on battery power."""
        self._on_battery = False
        self._end_pause()

    @property
    def paused(self) -> bool:
        """Whether everything is paused, by the person or on battery power."""
        return self._pause.on or self._on_battery

    @property
    def paused_on_battery(self) -> bool:
        """Whether everything is paused for no other reason than that the computer runs on battery power."""
        return self._on_battery and not self._pause.on

    @property
    def paused_until(self) -> datetime | None:
        """When the pause ends by itself; None when it does not, or when there is none."""
        return self._pause.until

    def is_running(self, id: str) -> bool:
        """Whether an integration's thread is alive."""
        return self._supervisor.is_running(id)

    @property
    def running(self) -> int:
        """How many integrations run."""
        return sum(1 for one in self._profiles.profile.integrations if self._supervisor.is_running(one.id))

    @property
    def at_work(self) -> bool:
        """Whether the program has something to do without its window: integrations run, or will after the pause."""
        return self.running > 0 or (self.paused and any(one.enabled for one in self._profiles.profile.integrations))

    def shut_down(self, timeout: float = 30) -> bool:
        """Stops everything on quit and waits; True when all ended in time."""
        self._timer.stop()
        return self._supervisor.stop_all(timeout=timeout)

    def look(self) -> None:
        """Compares each integration's health with what was shown last."""
        if self._pause.is_over(self._now()):
            self._end_pause()
        for one in self._profiles.profile.integrations:
            health = self._supervisor.health(one.id)
            known = self._known.get(one.id)
            if known != health:
                self._known[one.id] = health
                self._judge_start(one, health)
                self.health_changed.emit(one.id)
                if health.cause == CAUSE and (known is None or known.cause != CAUSE):
                    self.first_look_asked.emit(one.id)
                if health.alarm and (known is None or known.alarm != health.alarm):
                    self.alarm_raised.emit(one.id)
                if health.refused and (known is None or known.refused != health.refused):
                    self._on_refused(one, health)

    def _halt(self) -> None:
        self._fresh.clear()
        for one in self._profiles.profile.integrations:
            self._supervisor.stop(one.id)
        self.look()
        self.paused_changed.emit(True)

    def _end_pause(self) -> None:
        """Ends the person's pause; what runs is what may run now."""
        self._pause.end()
        self.start_enabled()
        self.paused_changed.emit(self.paused)

    def _on_refused(self, one: Integration, health: Health) -> None:
        """The version that should follow can't start: what goes on is what the next start of the program runs, too."""
        if health.version < one.version:
            self._profiles.withdraw_version(one.id, health.version)
        self.restart_failed.emit(one.id)

    def _on_tick(self) -> None:
        self._supervisor.watch()
        self.look()

    def _judge_start(self, one: Integration, health: Health) -> None:
        """One that was just switched on either works, or its switch returns."""
        if one.id not in self._fresh or health.state is State.STARTING:
            return
        self._fresh.discard(one.id)
        if health.state is State.ATTENTION:
            self.switch(one, False)
            if health.cause != CAUSE:
                self.start_failed.emit(one.id)

    def _follow_switch(self, id: str) -> None:
        one = next((one for one in self._profiles.profile.integrations if one.id == id), None)
        if one is None or not one.enabled:
            self._stop(id)
        elif not self.paused:
            self._fresh.add(id)
            self._known.pop(id, None)
            self._start(one)

    def _follow_publish(self, id: str) -> None:
        one = next((one for one in self._profiles.profile.integrations if one.id == id), None)
        if one is not None and self._supervisor.is_running(id):
            self.restart(one)
        else:
            self._follow_switch(id)

    def _start(self, integration: Integration) -> None:
        if not self.paused:
            self._supervisor.start(integration)
            self.look()

    def _stop(self, id: str) -> None:
        self._fresh.discard(id)
        self._supervisor.stop(id)
        self.look()

    def _on_events(self, events: list[Event]) -> None:
        self.look()
