"""Fetching what a poll chose, in windows that are stored with one commit each. Thread of the integration.

A message that the server does not hand over holds up no other one, and after some polls it is given up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mailflow_gui.core.connector import Fetched, Locator, Source
from mailflow_gui.core.errors import MailflowError, UnreachableError
from mailflow_gui.core.language import tr
from mailflow_gui.engine.taking import NOT_FETCHED, VANISHED, Why, too_large

WINDOW_MESSAGES = 25
WINDOW_BYTES = 4_000_000
#: After so many polls at which a message was not handed over it waits for the person.
STRIKES = 4


class Fetching:
    """Reads from one source and remembers which messages did not come."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._strikes: dict[tuple[str, str], int] = {}

    def windows(self, locators: Sequence[Locator]) -> Iterator[list[Fetched]]:
        """The messages in windows bounded by count and bytes.

        Raises the source's MailflowError after all that came before it.
        """
        window: list[Fetched] = []
        size = 0
        came: set[tuple[str, str]] = set()
        trouble: MailflowError | None = None
        try:
            for one in self._source.fetch(locators):
                came.add(_key(one.locator))
                window.append(one)
                size += len(one.raw)
                if len(window) >= WINDOW_MESSAGES or size >= WINDOW_BYTES:
                    yield window
                    window, size = [], 0
        except MailflowError as error:
            trouble = error
        if window:
            yield window
        if isinstance(trouble, UnreachableError):
            self._count(locators, came)
        if trouble is not None:
            raise trouble

    def again(self, locator: Locator) -> tuple[Fetched | None, Why]:
        """One message of an earlier time, or None and why it can't be had. Raises MailflowError."""
        why = VANISHED
        try:
            for window in self.windows([locator]):
                for fetched in window:
                    if not (fetched.gone or fetched.too_large):
                        return fetched, why
                    why = too_large(fetched) if fetched.too_large else VANISHED
        except UnreachableError:
            if not self.given_up([locator]):
                raise
            why = NOT_FETCHED
        return None, (why[0], tr(why[1]))

    def given_up(self, locators: Sequence[Locator]) -> list[Locator]:
        """Those of these messages that did not come for the last time; they count from the start again."""
        found = [one for one in locators if self._strikes.get(_key(one), 0) >= STRIKES]
        for one in found:
            del self._strikes[_key(one)]
        return found

    def _count(self, locators: Sequence[Locator], came: set[tuple[str, str]]) -> None:
        """Passed over while later ones came; or the first one of all that did not come, where the answer broke off."""
        missing = [number for number, one in enumerate(locators) if _key(one) not in came]
        last = max((number for number, one in enumerate(locators) if _key(one) in came), default=-1)
        passed = [number for number in missing if number < last] or missing[:1]
        for number in passed:
            key = _key(locators[number])
            self._strikes[key] = self._strikes.get(key, 0) + 1


def _key(locator: Locator) -> tuple[str, str]:
    return locator.generation, locator.uid
