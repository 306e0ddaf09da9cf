"""Tells other programs how the integrations are: from time to time, written on a pool thread. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from mailflow_gui.qt.tasks import Tasks

#: Milliseconds between two reports.
INTERVAL = 2000


class Reporter(QObject):
    """Calls `report` off the GUI thread every two seconds, one at a time."""

    def __init__(self, report: Callable[[], None], tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._tasks = tasks
        self._under_way = False
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        """From now on."""
        self._on_tick()
        self._timer.start()

    def end(self) -> None:
        """No more."""
        self._timer.stop()

    def _on_tick(self) -> None:
        if not self._under_way:
            self._under_way = True
            self._tasks.run(self._report).always(self._on_answered)

    def _on_answered(self) -> None:
        self._under_way = False
