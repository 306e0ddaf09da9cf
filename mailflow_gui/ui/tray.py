"""The tray icon: open, each integration's switch, pause, quit. Its menu is rebuilt from state each time it opens.

The desktop may show its tray late, or lose it: `available_changed` tells. GUI thread.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from mailflow_gui.core.activity import State
from mailflow_gui.core.health import trouble_in_words
from mailflow_gui.core.language import later, quoted, tr, trn
from mailflow_gui.core.model import Integration
from mailflow_gui.core.notices import one_line
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.ui import icons, theme, times
from mailflow_gui.ui.integrations import status
from mailflow_gui.ui.widgets.menu import Entry, fill, themed_menu

SHOWN = 8
#: Characters of the tooltip; Windows shows no more.
TIP = 110
#: What gives GNOME a tray.
EXTENSION = "AppIndicator and KStatusNotifierItem Support"
_INSTEAD = later("Closing the window minimizes it instead.")
#: Milliseconds between two looks for the desktop's tray; it counts as lost when it was missed twice.
LOOK = 5000


class Tray(QObject):
    """The icon in the notification area; harmless where the desktop has none.

    `icon` is another object after the tray was away: connect to the signals here.
    """

    open_requested = Signal()
    toggle_requested = Signal()
    quit_requested = Signal()
    place_requested = Signal(str)
    message_clicked = Signal()
    available_changed = Signal(bool)

    def __init__(
        self,
        profiles: Profiles,
        control: Control,
        tallies: Tallies,
        switch: Callable[[Integration, bool], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._control = control
        self._tallies = tallies
        self._switch = switch
        self._picture = ""
        self._entries_shown: tuple[Entry, ...] = ()
        self.menu = themed_menu()
        self.menu.aboutToShow.connect(self.rebuild)
        self.icon = self._make_icon()
        self._ended = False
        self._missed = 0
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self.look)
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self._show_state)
        # Panels ask for the menu's size before it opens.
        self._menu_soon = QTimer(self, singleShot=True, interval=500)
        self._menu_soon.timeout.connect(self.rebuild)
        for told in (control.health_changed, control.paused_changed, profiles.changed, tallies.changed):
            told.connect(self._on_news)
        theme.current().changed.connect(self._on_theme)
        self.rebuild()
        self._show_state()

    def show(self) -> bool:
        """Shows the icon, now or as soon as the desktop has a tray; False when it has none yet."""
        self._look.start()
        self.icon.setVisible(QSystemTrayIcon.isSystemTrayAvailable())
        return self.available

    def hide(self) -> None:
        """Takes the icon away, for good."""
        self._ended = True
        for timer in (self._look, self._soon, self._menu_soon):
            timer.stop()
        self.icon.hide()

    @property
    def available(self) -> bool:
        """Whether the icon is there to click."""
        return self.icon.isVisible()

    @property
    def missing_because(self) -> str:
        """Why there is no icon, for people; "" when there is one."""
        if self.available:
            return ""
        if "GNOME" in os.environ.get("XDG_CURRENT_DESKTOP", "").upper():
            return tr(
                "GNOME shows tray icons only with the extension “{extension}”. {instead}",
                extension=EXTENSION,
                instead=tr(_INSTEAD),
            )
        return tr("This desktop shows no tray icons. {instead}", instead=tr(_INSTEAD))

    def look(self) -> None:
        """Whether the desktop still has its tray, or has one now: panels start late, and start anew."""
        there = QSystemTrayIcon.isSystemTrayAvailable()
        self._missed = 0 if there else self._missed + 1
        if there and not self.available:
            self.icon.deleteLater()
            self.icon = self._make_icon()  # one that was made without a tray never finds it
            self._picture = ""
            self._show_state()
            self.icon.show()
            self.available_changed.emit(True)
        elif self._missed > 1 and self.available:
            self.icon.hide()
            self.available_changed.emit(False)

    def _make_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self)
        icon.setContextMenu(self.menu)
        icon.activated.connect(self._on_activated)
        icon.messageClicked.connect(self.message_clicked)
        return icon

    def rebuild(self) -> None:
        """The menu as things stand now; left alone while it says the same, because a panel may be showing it."""
        entries = self._entries()
        if entries != self._entries_shown:
            self._entries_shown = entries
            fill(self.menu, entries)

    def _entries(self) -> tuple[Entry, ...]:
        paused = self._control.paused
        facts = times.pause_words(self._control) if paused else self._facts()
        held = self._tallies.held
        review = Entry(
            trn("Review {count} Message…", "Review {count} Messages…", held), "attention", act=self._to("attention")
        )
        integrations = self._profiles.profile.integrations
        return (
            Entry(facts, enabled=False),
            Entry(),
            Entry(tr("Open Mailflow"), default=True, act=lambda _: self.open_requested.emit()),
            *([review] if held else ()),
            Entry(),
            *map(self._switch_entry, integrations[:SHOWN]),
            *([Entry(tr("All Integrations…"), act=self._to("integrations"))] if len(integrations) > SHOWN else ()),
            Entry(),
            self._pause_entry(),
            Entry(tr("Message Log"), "log", act=self._to("log")),
            Entry(tr("Settings…"), "settings", act=self._to("settings")),
            Entry(),
            Entry(tr("Quit Mailflow"), act=lambda _: self.quit_requested.emit()),
        )

    def _to(self, place: str) -> Callable[[bool], None]:
        return lambda _: self.place_requested.emit(place)

    def _pause_entry(self) -> Entry:
        if self._control.paused:
            return Entry(tr("Resume"), "play", act=lambda _: self._control.resume())
        choices = [words for words, _ in pauses(datetime.now().astimezone())]
        below = tuple(Entry(words, act=partial(self._pause, number)) for number, words in enumerate(choices))
        return Entry(tr("Pause All"), "pause", self._control.at_work, below=below)

    def _pause(self, number: int, _: bool) -> None:
        """The times count from now, not from when the menu was made."""
        self._control.pause_all(pauses(datetime.now().astimezone())[number][1])

    def _switch_entry(self, one: Integration) -> Entry:
        health = self._control.health(one.id)
        tally = self._tallies.of(one.id)
        held, saved = tally.held, (self._profiles.profile, self._profiles.catalog)
        found = status.standing(one, health, held, *saved, later=tally.later)
        remark = (
            tr("{count} failed", count=held) if held else "" if found.group in ("running", "stopped") else found.word
        )
        words = f"{one.name} ({remark})" if remark else one.name
        enabled = found.switchable and not found.busy
        return Entry(words, "", enabled, one.enabled, about=one, act=partial(self._on_switched, one))

    def _on_switched(self, one: Integration, on: bool) -> None:
        self._entries_shown = ()  # the entry shows the switch as it was moved, whatever comes of that
        self._switch(one, on)

    def _facts(self) -> str:
        states = [self._control.health(one.id).state for one in self._profiles.profile.integrations]
        running = sum(1 for state in states if state in (State.RUNNING, State.WAITING, State.STARTING))
        return (
            tr("{running} of {count} integrations on", running=running, count=len(states))
            if states
            else tr("No integrations yet")
        )

    def _on_news(self) -> None:
        for timer in (self._soon, self._menu_soon):
            if not (timer.isActive() or self._ended):
                timer.start()

    def _on_theme(self) -> None:
        self._picture, self._entries_shown = "", ()
        self._on_news()

    def _show_state(self) -> None:
        name, words = self._state()
        if name != self._picture:
            self._picture = name
            self.icon.setIcon(_picture(name))
        if self.icon.toolTip() != f"Mailflow: {words}":
            self.icon.setToolTip(f"Mailflow: {words}")

    def _state(self) -> tuple[str, str]:
        """The icon's name, and the same in words."""
        held = self._tallies.held
        needs = trn("{count} message needs attention", "{count} messages need attention", held)
        more = f", {needs}" if held else ""
        if self._control.paused:
            return "tray-paused", _lower(times.pause_words(self._control)) + more
        known = [(one.name, self._control.health(one.id)) for one in self._profiles.profile.integrations]
        healths = [health for _, health in known]
        told = [(name, trouble_in_words(one)) for name, one in known if one.cause != "NO_NETWORK"]
        troubled = next((f". {quoted(name)}: {trouble}" for name, trouble in told if trouble), "")
        if held or any(one.state is State.ATTENTION or one.alarm for one in healths):
            return "tray-attention", one_line(
                self._facts() + (more or f", {tr('one needs attention')}") + troubled, TIP
            )
        if any(one.state is State.WAITING and one.cause == "NO_NETWORK" for one in healths):
            return "offline", tr("no network, polling resumes by itself")
        return "tray", one_line(self._facts() + troubled, TIP)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # A double click comes as Trigger and DoubleClick; a click on macOS opens the menu by itself.
        if reason is QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self.toggle_requested.emit()


def pauses(now: datetime) -> list[tuple[str, datetime | None]]:
    """How long a pause may last: words, and until when (None: until the person resumes)."""
    tomorrow = (now + timedelta(days=1)).replace(hour=8, minute=0, second=0, microsecond=0)
    return [
        (tr("For 1 Hour"), now + timedelta(hours=1)),
        (tr("Until Tomorrow, 08:00"), tomorrow),
        (tr("Until I Resume"), None),
    ]


def _lower(text: str) -> str:
    """Within a sentence; other languages write nouns large there."""
    return text[:1].lower() + text[1:]


def _picture(name: str) -> QIcon:
    """The icon in one color, for the panel: on macOS the menu bar colors it itself."""
    made = QIcon()
    for size in (16, 22, 24, 32, 48):
        made.addPixmap(icons.tinted(name, _ink(), size, 1.0))
    made.setIsMask(sys.platform == "darwin")
    return made


def _ink() -> QColor:
    """What is readable on the panel: GNOME's is dark whatever the theme, others follow the theme."""
    light_on_dark = theme.current().is_dark or "GNOME" in os.environ.get("XDG_CURRENT_DESKTOP", "").upper()
    same = light_on_dark == theme.current().is_dark
    return theme.color("text") if same else theme.current().inverse("text")
