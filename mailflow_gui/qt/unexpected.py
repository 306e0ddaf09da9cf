"""Errors of the program itself that nobody caught: a person hears of them, and can pass them on. Any thread."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, Qt, Signal

Error = BaseException | None


class Unexpected(QObject):
    """`met` carries the traceback, on this object's thread, once for each place in the code. Standard error has all.

    Holds while it is entered. Qt goes on after an error in a slot; a thread of Python ends.
    """

    met = Signal(str)
    _heard = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()
        # Emitted on any thread, delivered on this one; later, too, as the error may have come while something is drawn.
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    def __enter__(self) -> Self:
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._hear, self._hear_thread
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook, threading.excepthook = self._before

    def _hear(self, kind: type[BaseException], error: Error, trace: TracebackType | None) -> None:
        self._before[0](kind, error, trace)  # type: ignore[arg-type]
        self._pass_on(kind, error, trace)

    def _hear_thread(self, told: threading.ExceptHookArgs) -> None:
        self._before[1](told)
        self._pass_on(told.exc_type, told.exc_value, told.exc_traceback)

    def _pass_on(self, kind: type[BaseException], error: Error, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            place = "".join(str(one) for one in traceback.extract_tb(trace)[-1:])
            self._heard.emit(place, "".join(traceback.format_exception(kind, error, trace)))

    def _on_heard(self, place: str, details: str) -> None:
        if place not in self._told:
            self._told.add(place)
            self.met.emit(details)
