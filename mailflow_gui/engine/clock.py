"""The computer's clock, as the engine's port."""

from __future__ import annotations

import time
from datetime import datetime


class SystemClock:
    """Local time with offset, and monotonic seconds."""

    def now(self) -> datetime:
        """The present moment, aware."""
        return datetime.now().astimezone()

    def monotonic(self) -> float:
        """Seconds that only go forward."""
        return time.monotonic()
