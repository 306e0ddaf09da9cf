"""Python's garbage collector at moments that nobody notices: 100,000 log rows take 60 ms. GUI thread."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

#: How often a moment is looked for (milliseconds), and after how many looks it is collected in any case.
LOOK = 60_000
PATIENCE = 15
_NEVER = 1_000_000


class Collector(QObject):
    """Young objects are collected as ever; all of them only when the person is elsewhere, or after a long time."""

    def __init__(self, elsewhere: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._elsewhere = elsewhere
        self._looks = 0
        self._before = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on; what is there already stays for the life of the program and is not looked through again."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(self._before[0], self._before[1], _NEVER)
        self._timer.start()

    def end(self) -> None:
        """As before `begin`."""
        self._timer.stop()
        gc.set_threshold(*self._before)
        gc.unfreeze()

    def look(self) -> None:
        """Collects when this is a good moment."""
        self._looks += 1
        if self._elsewhere() or self._looks >= PATIENCE:
            self._looks = 0
            gc.collect()
