"""The most memory that a process has, as the system tells of it (Linux).

Not what wait4 tells: that counts the memory of the parent that the process was forked from.
"""

from __future__ import annotations

import contextlib
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Seconds between two looks; the system keeps the peak in between.
EVERY = 0.05


@contextmanager
def peak(process: subprocess.Popen[bytes]) -> Iterator[list[int]]:
    """Gives a list whose one number is the peak in kilobytes (VmHWM), looked at until the process ends."""
    found = [0]
    watch = threading.Thread(target=_watch, args=(process, found))
    watch.start()
    try:
        yield found
    finally:
        watch.join()


def _watch(process: subprocess.Popen[bytes], found: list[int]) -> None:
    pause = threading.Event()
    while process.poll() is None:
        with contextlib.suppress(OSError, StopIteration):
            lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
            found[0] = int(next(line for line in lines if line.startswith("VmHWM")).split()[1])
        pause.wait(EVERY)
