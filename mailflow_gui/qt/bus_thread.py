"""A thread of its own for one partner on the desktop's message bus (D-Bus), so that the window waits for nobody."""

from __future__ import annotations

import queue
import threading
from typing import Any

from PySide6.QtCore import QObject


class BusThread(QObject):
    """Subclasses talk in `_work`, on the thread: what is to do, or was heard, comes into `_inbox`; None ends it."""

    def __init__(self, name: str, patience: float, parent: QObject | None = None) -> None:
        """`patience`: seconds that the end may take."""
        super().__init__(parent)
        self._inbox: queue.Queue[Any] = queue.Queue()
        self._patience = patience
        self._name = name
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Starts the thread; harmless when it runs."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Ends the thread. Nobody is left for what is still on its way."""
        self.blockSignals(True)
        if self._thread is not None:
            self._inbox.put(None)
            self._thread.join(self._patience)
            self._thread = None

    def _work(self) -> None:
        raise NotImplementedError
