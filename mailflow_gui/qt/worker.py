"""A QThread per running integration, given to the Supervisor as its way to start threads. Created on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QThread

#: Seconds that a thread may keep Python's lock while another one waits. With Python's own 5 ms and several integrations
#: at work, the window would wait four times as long for its turn. Threads that only calculate get a tenth less done.
SWITCH = 0.001


class IntegrationThread(QThread):
    """Runs one blocking body. The body creates no QObject and connects no signal."""

    def __init__(self, name: str, body: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._body = body

    def run(self) -> None:
        """Called by Qt on the new thread."""
        self._body()

    def join(self, timeout: float | None = None) -> None:
        """Waits for the end, at most `timeout` seconds."""
        if timeout is None:
            self.wait()
        else:
            self.wait(max(1, int(timeout * 1000)))

    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self.isRunning()


class Threads:
    """Starts QThreads and holds them until they ended: one whose wrapper is collected while it runs aborts Qt."""

    def __init__(self) -> None:
        self._threads: list[IntegrationThread] = []

    def spawn(self, name: str, body: Callable[[], None]) -> IntegrationThread:
        """A started thread."""
        self._threads = [one for one in self._threads if not one.isFinished()]
        thread = IntegrationThread(name, body)
        self._threads.append(thread)
        thread.start()
        return thread

    @property
    def alive(self) -> int:
        """How many still run."""
        return sum(1 for one in self._threads if one.is_alive())
