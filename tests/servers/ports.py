"""Small network questions every test server asks: a free port, and waiting until something is true."""

import socket
import threading
import time
from collections.abc import Callable

HOST = "127.0.0.1"


def free_port() -> int:
    """A loopback port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def wait_until(condition: Callable[[], object], seconds: float = 10.0, what: str = "condition") -> None:
    """Return as soon as `condition()` is true; raise TimeoutError after `seconds`."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not true after {seconds} s")
        pause.wait(0.01)
