"""Whether the program starts when the person signs in. Any thread.

What is started gets --background, and is named by its absolute path.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from mailflow_gui.store import autostart_entries as entries
from mailflow_gui.store.autostart_entries import Command


class Entry(Protocol):
    """One entry among what starts at sign-in. Raises OSError."""

    @property
    def place(self) -> str:
        """Where it is kept, for people."""
        ...

    def read(self) -> Command | None:
        """What it starts; None when there is no such entry, or when somebody switched it off."""
        ...

    def write(self, command: Command) -> None:
        """Makes it, or makes it anew."""
        ...

    def remove(self) -> None:
        """Removes it; harmless when it is not there."""
        ...


class StartAtSignIn:
    """The switch. `command` is what starts this program as it runs now, in the background."""

    def __init__(self, entry: Entry, command: Command) -> None:
        self._entry = entry
        self._command = command

    @property
    def place(self) -> str:
        """Where the entry is kept, for people."""
        return self._entry.place

    def look(self) -> bool:
        """Whether it is on. An entry whose program moved, or is from an older version, is brought up to date.

        One that names another program that is there (a second installation, say) is left alone. Raises StoreError.
        """

        with _told():
            present = self._entry.read()
            if present is None:
                return False
            same = present[0] == self._command[0]
            if present != self._command and (same or not Path(present[0]).exists()):
                self._entry.write(self._command)
        return True

    def switch(self, on: bool) -> None:
        """On or off from the next sign-in. Raises StoreError."""
        with _told():
            if on:
                self._entry.write(self._command)
            else:
                self._entry.remove()


def sign_in(profile: Path | None, vault: str) -> StartAtSignIn:
    """The switch of the program that runs with this profile (None: the usual one) and vault ("": as in Settings)."""
    options = [] if profile is None else ["--profile", str(profile)]
    if vault:
        options += ["--vault", vault]
    return StartAtSignIn(entry_for("" if profile is None else str(profile)), program_command(tuple(options)))


def entry_for(profile: str, *, home: Path | None = None) -> Entry:
    """This system's kind of entry. `profile` is "" for the usual one; each other one has an entry of its own."""
    mark = hashlib.sha256(profile.encode("utf-8", "surrogateescape")).hexdigest()[:8] if profile else ""
    if sys.platform == "win32":
        return entries.RunValue(f"Mailflow {mark}".strip())
    home = home or Path.home()
    if sys.platform == "darwin":
        label = ".".join(filter(None, ("io.mailflow.Mailflow", mark)))
        return entries.LaunchAgent(home / "Library" / "LaunchAgents", label)
    given = os.environ.get("XDG_CONFIG_HOME", "")
    config = Path(given) if given and Path(given).is_absolute() else home / ".config"
    return entries.AutostartFile(config / "autostart" / f"{'-'.join(filter(None, ('mailflow', mark)))}.desktop")


def program_command(options: Command) -> Command:
    """What starts the program that runs now, with these options and --background."""
    return (*_program(), *options, "--background")


def _program() -> Command:
    portable = os.environ.get("APPIMAGE", "")
    if portable:  # the file that was started; the program inside has another place at each start
        return (portable,)
    frozen = bool(getattr(sys, "frozen", False))
    script = Path(sys.executable if frozen else sys.argv[0]).absolute()
    windowed = script.with_name("mailflow-gui.exe")  # of Windows' two starters the one that opens no terminal
    if windowed.exists():
        return (str(windowed),)
    if frozen or (script.stem in ("mailflow", "mailflow-gui") and script.is_file() and os.access(script, os.X_OK)):
        return (str(script),)
    without_terminal = Path(sys.executable).with_name("pythonw.exe")
    return (str(without_terminal) if without_terminal.exists() else sys.executable, "-m", "mailflow_gui")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise entries.refusal(f"{error.strerror or error}.", repr(error)) from error
