"""How the integrations of the running program are, in a file that other programs read. Any thread; one writer.

The file is worth something only while somebody holds the profile's lock, and as long as it is fresh.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from mailflow_gui.core.activity import Health, State

#: The writer writes at least this often (seconds); what is older than three times that comes from a program that hangs.
REFRESH = 10.0
STALE = timedelta(seconds=3 * REFRESH)


@dataclass(frozen=True, slots=True)
class Live:
    """What the running program said last: when (ISO), its process id, and the health of each integration by id."""

    at: str
    pid: int
    healths: Mapping[str, Health]

    def is_stale(self, now: datetime) -> bool:
        """Whether the program should have said something meanwhile."""
        return now - datetime.fromisoformat(self.at) > STALE


class LiveHealth:
    """The file `path`. Trouble with it is nobody's: the work goes on without."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._written: Mapping[str, Health] | None = None
        self._at: datetime | None = None

    def write(self, healths: Mapping[str, Health], now: datetime) -> None:
        """Writes what changed, or that all is as it was; whoever reads sees the old or the new, never a part."""
        with self._lock:
            fresh = self._at is not None and timedelta(0) <= now - self._at < timedelta(seconds=REFRESH)
            if fresh and healths == self._written:
                return
            document = {
                "at": now.isoformat(timespec="seconds"),
                "pid": os.getpid(),
                "integrations": {id: asdict(one) for id, one in healths.items()},
            }
            data = json.dumps(document, ensure_ascii=False).encode()
            with suppress(OSError):
                try:
                    self._replace(data)
                except OSError:
                    self._overwrite(data)
                self._written, self._at = dict(healths), now

    def read(self) -> Live | None:
        """What was written last; None when there is nothing that can be read."""
        try:
            document = json.loads(self._path.read_bytes())
            datetime.fromisoformat(document["at"])
            healths = {str(id): _health(one) for id, one in document["integrations"].items()}
            return Live(str(document["at"]), int(document["pid"]), healths)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def remove(self) -> None:
        """On the program's end; what another program wrote stays."""
        with self._lock, suppress(OSError):
            if self._at is not None:
                self._path.unlink(missing_ok=True)

    def _replace(self, data: bytes) -> None:
        """Without waiting for the disk: after a power cut nobody runs."""
        temporary = self._path.with_name(f".{self._path.name}.tmp")
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, data)
        finally:
            os.close(handle)
        temporary.replace(self._path)

    def _overwrite(self, data: bytes) -> None:
        """On a full disk, which is when people look: the room that the file has, in one piece."""
        handle = os.open(self._path, os.O_WRONLY)
        try:
            os.write(handle, data.ljust(os.fstat(handle).st_size))
        finally:
            os.close(handle)


def _health(values: Mapping[str, Any]) -> Health:
    """Fields of an older or newer program are passed over."""
    kinds = {one.name: type(one.default) for one in fields(Health)}
    known: dict[str, Any] = {name: value for name, value in values.items() if type(value) is kinds.get(name)}
    return Health(**{**known, "state": State(values["state"])})
