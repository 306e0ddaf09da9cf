"""Python's garbage collector, on the GUI thread only and at moments that nobody notices. GUI thread.

By itself Python collects on whichever thread happens to allocate, and a widget or timer that a worker destroys crashes
Qt later. And a look through 100,000 log rows makes the window stand still for 60 ms.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

#: How often young objects are collected (milliseconds), how often while many are made, and how many there have to be.
LOOK = 1000
BRISK = 100
YOUNG = 1000
#: After how many milliseconds all objects are collected: when the person is elsewhere, and in any case.
SOON = 30_000
PATIENCE = 900_000


class Collector(QObject):
    """Collects young objects often; all of them when the person is elsewhere, or after a long time."""

    def __init__(self, elsewhere: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._elsewhere = elsewhere
        self._since = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on; what is there already stays for the life of the program and is not looked through again."""
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
        self._since += self._timer.interval()
        many = gc.get_count()[0] >= YOUNG
        if self._since >= PATIENCE or (self._since >= SOON and self._elsewhere()):
            self._since = 0
            gc.collect()
        elif many:
            gc.collect(1)
        wanted = BRISK if many else LOOK
        if wanted != self._timer.interval():
            self._timer.setInterval(wanted)
