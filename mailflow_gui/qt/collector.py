"""Python's garbage collector, on the GUI thread only and at moments that nobody notices. GUI thread.

By itself Python collects on whichever thread happens to allocate, and a widget or timer that a worker destroys crashes
Qt later. And a look through 100,000 log rows makes the window stand still for 60 ms.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

#: How often young objects are collected (milliseconds), and how many there have to be.
LOOK = 500
YOUNG = 1000
#: After how many looks all objects are collected: when the person is elsewhere, and in any case.
SOON = 60
PATIENCE = 1800


class Collector(QObject):
    """Collects young objects often; all of them when the person is elsewhere, or after a long time."""

    def __init__(self, elsewhere: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._elsewhere = elsewhere
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on; what is there already stays for the life of the program and is not looked through again."""
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Python collects by itself again; after the last worker ended."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def look(self) -> None:
        """Collects what this moment is good for."""
        self._looks += 1
        if self._looks >= PATIENCE or (self._looks >= SOON and self._elsewhere()):
            self._looks = 0
            gc.collect()
        elif gc.get_count()[0] >= YOUNG:
            gc.collect(1)
