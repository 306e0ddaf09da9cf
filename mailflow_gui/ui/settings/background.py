"""Settings, General: starting at sign-in, what closing the window does, waiting on battery. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from mailflow_gui.core.language import later, tr
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.qt.autostart import Autostart
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.settings.rows import Group, Row, choice
from mailflow_gui.ui.widgets.switch import Switch

_START = later("It opens in the system tray and starts the integrations that are on.")
_BATTERY = later("Waits while the computer runs on battery power.")
_CLOSE = later("Your integrations go on; the tray icon opens the window.")


class BackgroundGroup(Group):
    """`no_tray` says why there is no tray, "" where there is one. `tell` shows an error."""

    def __init__(
        self,
        autostart: Autostart,
        preferences: KeptPreferences,
        no_tray: Callable[[], str],
        tell: Callable[[Exception], object],
    ) -> None:
        super().__init__(tr("Background"))
        self._autostart, self._preferences, self._tell = autostart, preferences, tell
        self.start = Switch(tr("Start Mailflow when I sign in"))
        self.start.toggled.connect(self._on_start)
        if autostart.available:
            self.add(Row(tr("Start Mailflow when I sign in"), self.start, tr(_START)))
        self.closing = choice(Preferences.closing)
        self.closing.changed.connect(self._on_closing)
        self.add(Row(Preferences.closing.label, self.closing, no_tray() or tr(_CLOSE)))
        self.battery = Switch(Preferences.pause_on_battery.label)
        self.battery.toggled.connect(self._on_battery)
        self.add(Row(Preferences.pause_on_battery.label, self.battery, tr(_BATTERY)))
        autostart.changed.connect(self._show)
        preferences.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.start.setChecked(self._autostart.on)
        self.closing.set_value(self._preferences.now.closing)
        self.battery.setChecked(self._preferences.now.pause_on_battery)

    def _on_start(self, on: bool) -> None:
        if on == self._autostart.on:
            return
        self.start.set_busy(True)
        task = self._autostart.switch(on).failed(if_alive(self, self._on_refused))
        task.always(self.start.end_busy)

    def _on_refused(self, error: Exception) -> None:
        self._tell(error)
        self._show()

    def _on_battery(self, on: bool) -> None:
        if on != self._preferences.now.pause_on_battery:
            self._preferences.set(pause_on_battery=on).failed(self._tell)

    def _on_closing(self, value: str) -> None:
        if value != self._preferences.now.closing:
            self._preferences.set(closing=value).failed(self._tell)
