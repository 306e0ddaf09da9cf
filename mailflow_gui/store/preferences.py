"""The file of the preferences: a few lines of YAML in the profile. Any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.fields import Plain, Problem
from mailflow_gui.core.language import quoted, tr
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.core.proxy import NONE, UNREADABLE
from mailflow_gui.store.document import DocumentRefused, decode, parse
from mailflow_gui.store.emitter import emit
from mailflow_gui.store.files import locked, make_private, replace_file, sweep

_PROXY = ("proxy", "proxyHost", "proxyPort", "proxyUsername", "noProxyFor")


class PreferencesFile:
    """Reads and changes the file. What it does not understand it tells, and leaves in the file.

    A key with a problem counts as its default. A file that is no YAML counts as empty; it is put aside when the next
    change is written. Only a proxy has no default to fall back on: one that can't be read counts as UNREADABLE.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.damaged = path.with_name(path.name + ".damaged")
        self._lock = threading.Lock()

    def load(self) -> tuple[Preferences, tuple[Problem, ...]]:
        """The preferences, and what is wrong in the file. Never raises: the program works without them."""
        try:
            return _checked(self._read())
        except DocumentRefused as error:
            return Preferences(**self._lost()), error.problems
        except OSError as error:
            return Preferences(), (Problem("", f"{error.strerror or error}."),)

    def edit(self, change: Callable[[Preferences], Preferences]) -> Preferences:
        """Reads, changes and writes under one lock; only keys whose values change are touched. Raises StoreError."""
        try:
            make_private(self.path.parent)
            with self._lock, locked(self.path):
                return self._edit(change)
        except OSError as error:
            raise StoreError(
                tr("The setting could not be saved"),
                f"{quoted(self.path)}: {error.strerror or error}.",
                cause="PROFILE_NOT_WRITTEN",
                fix=tr("Free some space or check the permissions, then try again."),
                details=repr(error),
            ) from error

    def _edit(self, change: Callable[[Preferences], Preferences]) -> Preferences:
        aside = None
        try:
            raw = self._read()
        except DocumentRefused:
            raw, aside = dict(self._lost()), self.damaged
        before, _ = _checked(raw)
        after = change(before)
        old, new = before.dump(defaults=True), after.dump(defaults=True)
        raw |= {key: value for key, value in new.items() if value != old[key]}
        if after != before:
            sweep(self.path)
            replace_file(self.path, emit(raw).encode(), backup=aside)
        return after

    def _lost(self) -> dict[str, str]:
        """What has to be kept of a file that is no YAML: that it had a proxy. Nobody shall go past it unasked."""
        return {"proxy": UNREADABLE} if b"proxy" in self.path.read_bytes() else {}

    def _read(self) -> dict[str, Plain]:
        """The file's entries as they stand there. Raises DocumentRefused, OSError."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        if not data.strip():
            return {}
        plain = parse(decode(data, self.path.name), self.path.name).plain()
        if not isinstance(plain, dict):
            raise DocumentRefused(self.path.name, (Problem("", tr("Entries such as `theme: dark` are expected."), 1),))
        return plain


def _checked(raw: dict[str, Plain]) -> tuple[Preferences, tuple[Problem, ...]]:
    preferences, problems = Preferences.check(raw)
    if raw.get("proxy", NONE) != NONE and any(one.field in _PROXY for one in problems):
        preferences = preferences.replace(proxy=UNREADABLE)
    return preferences, tuple(problems)
