"""The window's door: a local socket on which a second start of the program knocks. GUI thread.

`knock` belongs to the second process, which has no window: it may wait.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

#: Bytes that a caller may send, callers heard at a time, and milliseconds that each may take.
LIMIT = 256
CALLERS = 8
PATIENCE = 2000
_WORD = re.compile(rb"hello|show( [\x21-\x7e]{1,200})?")
_OK = b"ok\n"


class Door(QObject):
    """Hears “show” and “hello” from the same user; everything else is ignored.

    `show_requested` carries the caller's right to take the focus (an activation token of the desktop), or "".
    """

    show_requested = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._callers: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_callers)

    def open(self) -> bool:
        """Listens; only for who holds the profile's lock, because what a killed program left there is removed."""
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Listens no more."""
        self._server.close()
        for caller in tuple(self._callers):
            caller.abort()

    def _on_callers(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            if len(self._callers) >= CALLERS:
                caller.abort()
                caller.deleteLater()
                continue
            self._callers.add(caller)
            caller.setReadBufferSize(LIMIT + 1)
            caller.readyRead.connect(lambda caller=caller: self._hear(caller))
            caller.disconnected.connect(lambda caller=caller: self._forget(caller))
            QTimer.singleShot(PATIENCE, caller, caller.abort)
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            if caller.bytesAvailable() > LIMIT:
                caller.abort()
            return
        word = bytes(caller.readLine(LIMIT + 1).data()).strip()
        if _WORD.fullmatch(word) is None:
            caller.abort()
            return
        caller.write(_OK)
        caller.disconnectFromServer()
        if word != b"hello":
            self.show_requested.emit(word.removeprefix(b"show").decode("ascii").strip())

    def _forget(self, caller: QLocalSocket) -> None:
        if caller in self._callers:
            self._callers.remove(caller)
            caller.deleteLater()


def knock(name: str, word: str, *, timeout: float = 5.0) -> bool:
    """Says a word to the first program; True when it was understood. Waits at most `timeout` seconds."""
    if not _is_mine(name):
        return False
    _give_focus_away()
    said = word.encode("ascii", "replace")
    said = said if _WORD.fullmatch(said) else b"show"
    end = time.monotonic() + timeout

    def left() -> int:
        return max(1, round((end - time.monotonic()) * 1000))

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(left()):
        return False
    socket.write(said + b"\n")
    while not socket.canReadLine() and time.monotonic() < end:
        if not socket.waitForReadyRead(left()):
            break
    answer = socket.readLine(LIMIT).data()
    socket.abort()
    return answer == _OK


def _is_mine(name: str) -> bool:
    """Whether the socket is this person's: in a folder for everybody, others could have made one of that name."""
    if sys.platform == "win32":
        return True
    try:
        found = os.lstat(name)
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def _give_focus_away() -> None:
    """Windows lets only the program that the person just started take the focus, unless that one allows others."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
