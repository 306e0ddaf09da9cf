"""The person's pause of everything, kept with the window's settings so that it outlives the program. GUI thread."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSettings

_KEY = "pause"
_OPEN = "on"


class Pause:
    """`on`, and `until` when: None for one that lasts until the person resumes. Without `settings` nothing is kept."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings
        kept = "" if settings is None else str(settings.value(_KEY, ""))
        self.until = _moment(kept)
        self.on = kept == _OPEN or self.until is not None

    def begin(self, until: datetime | None) -> None:
        """Begins, or begins anew with another end."""
        self.on, self.until = True, until
        self._keep(until.isoformat() if until else _OPEN)

    def end(self) -> None:
        """Ends."""
        self.on, self.until = False, None
        self._keep("")

    def is_over(self, now: datetime) -> bool:
        """Whether it should end by itself now."""
        return self.until is not None and now >= self.until

    def _keep(self, value: str) -> None:
        if self._settings is not None:
            self._settings.setValue(_KEY, value)


def _moment(kept: str) -> datetime | None:
    """A moment with its offset; None for anything else: a damaged entry is no pause."""
    try:
        moment = datetime.fromisoformat(kept)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
