"""Messages kept with an integration, to try its steps with. Pure; kept by `store/samples.py`, on this computer only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class KeptSample:
    """A message as it was received: its bytes, and what the server said of it. `at` is when it was kept (ISO 8601).

    `id` follows from the bytes: the same message is kept once.
    """

    id: str
    raw: bytes
    folder: str = ""
    uid: str = ""
    received: str = ""
    at: str = ""


class SampleShelf(Protocol):
    """Where samples are kept, by the integration's id. Every call may raise StoreError."""

    def of(self, integration: str) -> tuple[KeptSample, ...]:
        """The samples of an integration, the newest first."""
        ...

    def keep(self, integration: str, sample: KeptSample) -> None:
        """Keeps a sample; one of the same id is replaced."""
        ...

    def drop(self, integration: str, id: str) -> None:
        """Deletes one sample; none is no error."""
        ...

    def forget(self, integration: str) -> None:
        """Deletes all samples of an integration; none is no error."""
        ...
