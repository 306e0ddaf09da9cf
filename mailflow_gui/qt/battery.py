"""Pause on Battery: everything waits while the computer runs on battery power, if the person wants that. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from mailflow_gui.qt.control import Control
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.qt.tasks import Task, Tasks

#: Milliseconds between two looks at the power supply; nobody looks while the switch is off.
LOOK = 10_000


class Battery(QObject):
    """Tells `control` to wait, by the preference `pause_on_battery`. `on_battery` is asked on a pool thread."""

    def __init__(
        self,
        on_battery: Callable[[], bool],
        preferences: KeptPreferences,
        control: Control,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_battery, self._preferences, self._control, self._tasks = on_battery, preferences, control, tasks
        self._begun = self._waits = False
        self._asked: Task | None = None
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)
        preferences.changed.connect(self._follow)

    def begin(self, then: Callable[[], object]) -> None:
        """Looks for the first time, if that is wanted, then calls `then`: what has to wait is not started before."""
        self._begun = True
        self._follow()
        if self._asked is None:
            then()
        else:
            self._asked.always(then)

    def end(self) -> None:
        """Looks no more, on quit."""
        self._begun = False
        self._timer.stop()

    def look(self) -> None:
        """Looks once more, unless a look is under way."""
        if self._asked is None:
            self._asked = self._tasks.run(self._on_battery).done(self._show).always(self._answered)

    def _follow(self) -> None:
        wanted = self._preferences.now.pause_on_battery
        if not self._begun or wanted == self._timer.isActive():
            return
        if wanted:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()
            self._tell(False)

    def _show(self, on_battery: bool) -> None:
        if self._timer.isActive():  # otherwise the switch was moved while it was looked
            self._tell(on_battery)

    def _answered(self) -> None:
        self._asked = None

    def _tell(self, waits: bool) -> None:
        """Tells changes only: who resumes on battery power is not stopped again before the next time."""
        if waits != self._waits:
            self._waits = waits
            self._control.wait_for_mains(waits)
