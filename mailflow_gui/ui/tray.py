"""The tray icon: open, each integration's switch, pause, quit. Its menu is rebuilt from state each time it opens."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from mailflow_gui.core.activity import State
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.ui import icons, theme, times
from mailflow_gui.ui.integrations import status
from mailflow_gui.ui.widgets.menu import themed_menu

SHOWN = 8


class Tray(QObject):
    """The icon in the notification area; harmless where the desktop has none."""

    open_requested = Signal()
    toggle_requested = Signal()
    quit_requested = Signal()
    place_requested = Signal(str)

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
        self.menu = themed_menu()
        self.menu.aboutToShow.connect(self.rebuild)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self._show_state)
        for told in (control.health_changed, control.paused_changed, profiles.changed, tallies.changed):
            told.connect(self._on_news)
        theme.current().changed.connect(self._on_theme)
        self.rebuild()
        self._show_state()

    def show(self) -> bool:
        """Shows the icon; False when this desktop has no tray."""
        available = QSystemTrayIcon.isSystemTrayAvailable()
        self.icon.setVisible(available)
        return available

    @property
    def available(self) -> bool:
        """Whether the icon is there to click."""
        return self.icon.isVisible()

    def rebuild(self) -> None:
        """The menu as things stand now."""
        menu = self.menu
        menu.clear()
        for old in menu.findChildren(QMenu):  # `clear` leaves submenus
            old.deleteLater()
        menu.addAction(self._facts()).setEnabled(False)
        menu.addSeparator()
        first = menu.addAction("Open Mailflow")
        first.triggered.connect(self.open_requested)
        menu.setDefaultAction(first)
        held = self._tallies.held
        if held:
            review = menu.addAction(f"Review {held} Failed Message{'s' if held > 1 else ''}…")
            review.triggered.connect(lambda: self.place_requested.emit("attention"))
            review.setIcon(_small("attention"))
        menu.addSeparator()
        integrations = self._profiles.profile.integrations
        for one in integrations[:SHOWN]:
            self._add_switch(one)
        if len(integrations) > SHOWN:
            menu.addAction("All Integrations…").triggered.connect(lambda: self.place_requested.emit("integrations"))
        menu.addSeparator()
        self._add_pause()
        log = menu.addAction("Message Log")
        log.triggered.connect(lambda: self.place_requested.emit("log"))
        log.setIcon(_small("log"))
        menu.addSeparator()
        menu.addAction("Quit Mailflow").triggered.connect(self.quit_requested)

    def _add_pause(self) -> None:
        if self._control.paused:
            resume = self.menu.addAction("Resume")
            resume.triggered.connect(self._control.resume)
            resume.setIcon(_small("play"))
            return
        pause = self.menu.addMenu("Pause All")
        pause.setIcon(_small("pause"))
        pause.setEnabled(self._control.at_work)
        for words, until in pauses(datetime.now().astimezone()):
            pause.addAction(words).triggered.connect(lambda _=False, until=until: self._control.pause_all(until))

    def _add_switch(self, one: Integration) -> None:
        health = self._control.health(one.id)
        held = self._tallies.of(one.id).held
        found = status.standing(one, health, held, self._profiles.profile, self._profiles.catalog)
        remark = f"{held} failed" if held else "" if found.group in ("running", "stopped") else found.word
        words = f"{one.name} ({remark})" if remark else one.name
        # A mnemonic would eat the “&” of a name.
        action = self.menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(one.enabled)
        action.setEnabled(found.switchable and not found.busy)
        action.triggered.connect(lambda on, one=one: self._switch(one, on))

    def _facts(self) -> str:
        states = [self._control.health(one.id).state for one in self._profiles.profile.integrations]
        running = sum(1 for state in states if state in (State.RUNNING, State.WAITING, State.STARTING))
        return f"{running} of {len(states)} integrations on" if states else "No integrations yet"

    def _on_news(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_theme(self) -> None:
        self._picture = ""
        self._show_state()

    def _show_state(self) -> None:
        held = self._tallies.held
        states = [self._control.health(one.id).state for one in self._profiles.profile.integrations]
        troubled = held or State.ATTENTION in states
        name = "tray-paused" if self._control.paused else "tray-attention" if troubled else "tray"
        if name != self._picture:
            self._picture = name
            self.icon.setIcon(_picture(name))
        words = "paused" if self._control.paused else self._facts()
        more = f", {times.counted(held, 'message needs', 'messages need')} attention" if held else ""
        if self.icon.toolTip() != f"Mailflow: {words}{more}":
            self.icon.setToolTip(f"Mailflow: {words}{more}")

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # A double click comes as Trigger and DoubleClick; a click on macOS opens the menu by itself.
        if reason is QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self.toggle_requested.emit()


def pauses(now: datetime) -> list[tuple[str, datetime | None]]:
    """How long a pause may last: words, and until when (None: until the person resumes)."""
    tomorrow = (now + timedelta(days=1)).replace(hour=8, minute=0, second=0, microsecond=0)
    return [
        ("For 1 Hour", now + timedelta(hours=1)),
        ("Until Tomorrow, 08:00", tomorrow),
        ("Until I Resume", None),
    ]


def _small(name: str) -> QIcon:
    """An icon of the menu. It need not follow the theme: the menu is made anew each time it opens."""
    return icons.icon(name, "text2", 16)


def _picture(name: str) -> QIcon:
    made = QIcon()
    for size in (16, 22, 24, 32, 48):
        made.addPixmap(icons.pixmap(name, "text", size, 1.0))
    return made
