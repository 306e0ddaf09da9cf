"""What a person chose for the program itself: Settings in the window, kept in the profile. Pure."""

from __future__ import annotations

import re
from datetime import time

from mailflow_gui.core.fields import Choice, Field, FieldError, Flag, Number, Option, Plain, Port, Text
from mailflow_gui.core.hosts import is_host
from mailflow_gui.core.language import tr
from mailflow_gui.core.limits import Limits
from mailflow_gui.core.notices import NoticeKind, NoticeRules
from mailflow_gui.core.proxy import NONE, Proxy, is_exception, split_exceptions
from mailflow_gui.core.settings import Settings


class Daytime(Field[str]):
    """A time of day as hours and minutes: 22:00."""

    kind = "daytime"

    def convert(self, raw: Plain) -> str:
        text = str(raw).strip()
        if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text, re.ASCII):
            raise FieldError(tr("{label} takes a time such as 22:00.", label=self.label))
        return text


class HostName(Text):
    """A host by its name or address."""

    def convert(self, raw: Plain) -> str:
        text = super().convert(raw)
        if text and not is_host(text):
            raise FieldError(tr("This is not a host name. Use a name such as proxy.example.org."))
        return text


class HostList(Text):
    """Host names, domains, addresses and networks, parted by commas."""

    def convert(self, raw: Plain) -> str:
        entries = split_exceptions(super().convert(raw))
        if bad := [one for one in entries if not is_exception(one)]:
            raise FieldError(tr("“{text}” is no host name, address or network.", text=bad[0][:60]))
        return ", ".join(entries)


class Preferences(Settings):
    """One frozen record; every key has a default, so that a new profile needs no file."""

    theme = Choice("Theme", "system", (Option("system", "System"), Option("light", "Light"), Option("dark", "Dark")))
    accent = Choice("Accent color", "mailflow", (Option("mailflow", "Mailflow"), Option("system", "System")))
    language = Choice(
        "Language", "system", (Option("system", "System"), Option("en", "English"), Option("de", "Deutsch"))
    )
    density = Choice("Density", "comfortable", (Option("comfortable", "Comfortable"), Option("compact", "Compact")))
    vault = Choice(
        "Passwords are kept in", "keyring", (Option("keyring", "System keyring"), Option("file", "Password file"))
    )
    closing = Choice(
        "When I close the window", "keep-running", (Option("keep-running", "Keep Running"), Option("quit", "Quit"))
    )
    pause_on_battery = Flag("Pause on battery", False)
    offline = Flag("Work offline", False)
    proxy = Choice(
        "Proxy",
        NONE,
        (Option(NONE, "No Proxy"), Option("socks5", "SOCKS5"), Option("http", "HTTP")),
        aliases={"None": NONE},
    )
    proxy_host = HostName("Host Name", "", placeholder="proxy.example.org")
    proxy_port = Port("Port")
    proxy_username = Text("User Name", "")
    no_proxy_for = HostList("No proxy for", "", placeholder="example.org, 192.168.0.0/16")
    connect_seconds = Number("Connecting", 20, low=5, high=300)
    answer_seconds = Number("Waiting for an answer", 60, low=10, high=600)
    daily_backup = Flag("Automatic backup", True)
    notify_message = Flag("A message that failed", True)
    notify_stopped = Flag("An integration that stopped", True)
    notify_connection = Flag("A connection that is lost, and back", True)
    notify_alarm = Flag("Expected email that did not come", True)
    notify_subjects = Flag("Show subjects", False)
    quiet = Flag("Quiet hours", False)
    quiet_from = Daytime("Quiet from", "22:00")
    quiet_to = Daytime("Quiet to", "07:00")

    @property
    def notices(self) -> NoticeRules:
        """What a person wants to hear."""
        kinds = {
            NoticeKind.MESSAGE: self.notify_message,
            NoticeKind.STOPPED: self.notify_stopped,
            NoticeKind.CONNECTION: self.notify_connection,
            NoticeKind.ALARM: self.notify_alarm,
        }
        silent = frozenset(kind for kind, wanted in kinds.items() if not wanted)
        hours = (time.fromisoformat(self.quiet_from), time.fromisoformat(self.quiet_to)) if self.quiet else None
        return NoticeRules(silent, hours, self.notify_subjects)

    @property
    def limits(self) -> Limits:
        """What every connection follows."""
        return Limits(self.connect_seconds, self.answer_seconds, self.offline, self.proxy_in_use)

    @property
    def proxy_in_use(self) -> Proxy | None:
        """The chosen proxy, None without one. One that can't be read is there, and lets nobody through."""
        if self.proxy == NONE:
            return None
        exceptions = split_exceptions(self.no_proxy_for)
        return Proxy(self.proxy, self.proxy_host, self.proxy_port, self.proxy_username, exceptions)
