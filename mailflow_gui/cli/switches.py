"""Follows the switches of the profile while a run goes on: `mailflow start` and `stop` reach it within seconds.

The command line's thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.model import Integration, Profile

#: Seconds between two looks at the file.
EVERY = 2.0


class Kept(Protocol):
    """The saved profile."""

    def stamp(self) -> object: ...

    def load(self) -> Profile: ...


class Running(Protocol):
    """What starts and stops integrations."""

    def start(self, integration: Integration) -> None: ...

    def stop(self, id: str) -> None: ...

    def is_running(self, id: str) -> bool: ...


class Switches:
    """`profile` as last read. Raises what `load` raises, at the beginning only."""

    def __init__(self, library: Kept, passed: Callable[[], float] = time.monotonic) -> None:
        self._library = library
        self._passed = passed
        self._looked = passed()
        self._names: dict[str, str] = {}
        self._stamp = library.stamp()
        self.profile = library.load()

    @property
    def on(self) -> list[Integration]:
        """The integrations that are switched on."""
        return [one for one in self.profile.integrations if one.enabled]

    def name_of(self, id: str) -> str:
        """An integration's name, also of one that was deleted meanwhile. Any thread."""
        self._names |= {one.id: one.name for one in self.profile.integrations}
        return self._names.get(id, id)

    def follow(self, running: Running) -> None:
        """Looks, when it is time, and does what another program switched since. A file in disorder changes nothing."""
        if self._passed() - self._looked < EVERY:
            return
        self._looked = self._passed()
        try:
            stamp = self._library.stamp()
            if stamp == self._stamp:
                return
            profile = self._library.load()
        except MailflowError:
            return  # somebody writes by hand: the next look may find it in order
        before = {one.id for one in self.profile.integrations if one.enabled}
        self.profile, self._stamp = profile, stamp
        on = {one.id: one for one in profile.integrations if one.enabled}
        for id in before - on.keys():
            running.stop(id)
        for id in on.keys() - before:
            running.start(on[id])
