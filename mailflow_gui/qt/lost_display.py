"""The display's server goes away: the person signs out, or it crashes. GUI thread."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

#: What Qt says right before it ends the process (QXcbConnection, QWaylandDisplay): there is no signal for it.
_LAST_WORDS = ("The X11 connection broke", "The Wayland connection broke")


@contextmanager
def finished_first(finish: Callable[[], object]) -> Iterator[None]:
    """While it lasts, `finish` is called before the process ends with 1 because its display is gone.

    Qt would end it at once or, while a thread is at work, wait for that without an end, unseen and with the profile
    locked. Qt's other messages go to standard error, as they do by themselves.
    """

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        print(text, file=sys.stderr, flush=True)
        if text.startswith(_LAST_WORDS):
            try:
                finish()
            finally:
                os._exit(1)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
