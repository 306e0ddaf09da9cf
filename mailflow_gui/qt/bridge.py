"""From worker threads to the window: events gather in a locked list and are drained in batches on the GUI thread."""

from __future__ import annotations

import threading
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from mailflow_gui.core.activity import Event

#: How often at most a batch is handed over, in milliseconds, and how many events it holds.
INTERVAL = 50
BATCH = 1000


class Bridge(QObject):
    """`publish` may be called from any thread; `arrived` is emitted on the GUI thread with a list of events."""

    #: A list, as `object`: Qt would convert a `list` entry by entry, once for each receiver.
    arrived = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: deque[Event] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self._drain)
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)

    def publish(self, event: Event) -> None:
        """Hands over an event. One signal is emitted when the list was empty, none while it is not."""
        with self._lock:
            first = not self._waiting
            self._waiting.append(event)
        if first:
            self._woken.emit()

    @Slot()
    def _on_woken(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _drain(self) -> None:
        with self._lock:
            batch = [self._waiting.popleft() for _ in range(min(BATCH, len(self._waiting)))]
            more = bool(self._waiting)
        if batch:
            self.arrived.emit(batch)
        if more:
            self._timer.start()
