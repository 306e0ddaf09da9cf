"""One program a profile: the second start brings the first one's window to the front. Before there is a window."""

from __future__ import annotations

import os
import threading
import time

from mailflow_gui.core.errors import StoreError
from mailflow_gui.store.lock import ProfileLock

#: Seconds in which a first program that starts or ends gets so far that it answers or is gone; a quit may take 30.
PATIENCE = 40.0
#: Seconds in which a verb that only looks whether a program is at work has given the lock back.
_GLANCE = 1.0
_PAUSE = 0.1


def enter(lock: ProfileLock, *, background: bool, patience: float = PATIENCE) -> bool:
    """Takes the profile's lock. False when another window has it: that one shows itself (not for a background start).

    Raises StoreError (PROFILE_IN_USE) when a program without a window has it, or one that does not answer.
    """
    begun = time.monotonic()
    while True:
        try:
            lock.acquire()
            return True
        except StoreError as refused:
            door, waited = lock.door_of_holder, time.monotonic() - begun
            if refused.cause != "PROFILE_IN_USE" or waited >= (patience if door else _GLANCE):
                raise
        if door and _knock(door, background=background):
            return False
        threading.Event().wait(_PAUSE)


def _knock(door: str, *, background: bool) -> bool:
    from mailflow_gui.qt.door import knock  # a first start does without QtNetwork until its window is there

    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    return knock(door, "hello" if background else f"show {token}".strip())
