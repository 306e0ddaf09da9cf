"""What a person chose for the program itself: Settings in the window, kept in the profile. Pure."""

from __future__ import annotations

from mailflow_gui.core.fields import Choice, Flag, Number, Option
from mailflow_gui.core.limits import Limits
from mailflow_gui.core.settings import Settings


class Preferences(Settings):
    """One frozen record; every key has a default, so that a new profile needs no file."""

    theme = Choice("Theme", "system", (Option("system", "System"), Option("light", "Light"), Option("dark", "Dark")))
    accent = Choice("Accent color", "mailflow", (Option("mailflow", "Mailflow"), Option("system", "System")))
    density = Choice("Density", "comfortable", (Option("comfortable", "Comfortable"), Option("compact", "Compact")))
    vault = Choice(
        "Passwords are kept in", "keyring", (Option("keyring", "System keyring"), Option("file", "Password file"))
    )
    closing = Choice(
        "When I close the window", "keep-running", (Option("keep-running", "Keep Running"), Option("quit", "Quit"))
    )
    offline = Flag("Work offline", False)
    connect_seconds = Number("Connecting", 20, low=5, high=300)
    answer_seconds = Number("Waiting for an answer", 60, low=10, high=600)
    daily_backup = Flag("Automatic backup", True)

    @property
    def limits(self) -> Limits:
        """What every connection follows."""
        return Limits(self.connect_seconds, self.answer_seconds, self.offline)
