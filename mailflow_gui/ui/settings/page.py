"""Settings: the sections at the left, the chosen one beside them. Changes act at once, there is no Save. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui.desk import Desk
from mailflow_gui.ui.settings.about import AboutSection
from mailflow_gui.ui.settings.background import BackgroundGroup
from mailflow_gui.ui.settings.backup import BackupGroup
from mailflow_gui.ui.settings.general import GeneralSection
from mailflow_gui.ui.settings.history import HistorySection
from mailflow_gui.ui.settings.network import NetworkSection
from mailflow_gui.ui.settings.notifications import NotificationsSection
from mailflow_gui.ui.settings.passwords import PasswordsSection
from mailflow_gui.ui.settings.practice import PracticeSection
from mailflow_gui.ui.settings.rows import Section
from mailflow_gui.ui.sidebar import Place, PlaceButton
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.page import PlainScroll, ScrollContent, WindowWatch, page_padding

_LIST_WIDTH = 202
#: The list's icons stand below the page's title, and its buttons reach beyond them.
_OUTSET = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """A section: its line in the list, and how it is made when it is shown for the first time."""

    place: Place
    make: Callable[[], Section]


class SettingsPage(QWidget):
    """`import_requested` and `export_requested` ask for the files of everything; `toast` carries text, action, kind.

    `no_tray` says why the desktop has no tray, "" where there is one. `practice_restarted`: the practice server listens
    on other ports now. `restore_requested` carries a backup's path. `renew_requested`: the program shall start anew.
    """

    import_requested = Signal()
    export_requested = Signal()
    practice_restarted = Signal()
    restore_requested = Signal(str)
    renew_requested = Signal()
    toast = Signal(str, object, str)

    def __init__(self, desk: Desk, no_tray: Callable[[], str] = str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._no_tray = no_tray
        self._sections: dict[str, Section] = {}
        self._scrolls: dict[str, _SectionScroll] = {}
        self.entries = {one.place.id: one for one in self._entries()}
        self.buttons = {id: PlaceButton(one.place, "") for id, one in self.entries.items()}
        self.stack = QStackedWidget()
        self._lay_out()
        for id, button in self.buttons.items():
            button.setAutoExclusive(True)
            button.toggled.connect(lambda on, id=id: self._on_chosen(id, on))
        self._watch = WindowWatch(self, self._fit)
        self.show_section("general")

    def show_section(self, id: str) -> None:
        """Shows a section; an id that is none shows the first."""
        self.buttons.get(id, next(iter(self.buttons.values()))).setChecked(True)

    def section(self, id: str) -> Section:
        """A section, made when it is asked for."""
        made = self._sections.get(id)
        if made is None:
            made = self._sections[id] = self.entries[id].make()
            self._scrolls[id] = _SectionScroll(made, page_padding(self))
            self.stack.addWidget(self._scrolls[id])
        return made

    def _entries(self) -> tuple[Entry, ...]:
        return (
            Entry(Place("general", tr("General"), "settings"), self._make_general),
            Entry(Place("notifications", tr("Notifications"), "bell"), self._make_notifications),
            Entry(Place("passwords", tr("Passwords"), "key"), self._make_passwords),
            Entry(Place("network", tr("Network"), "server"), self._make_network),
            Entry(Place("history", tr("History and Log"), "log"), self._make_history),
            Entry(Place("practice", tr("Practice Server"), "sandbox"), self._make_practice),
            Entry(Place("about", tr("About"), "info"), lambda: AboutSection(self._desk.diagnosis, self._tell)),
        )

    def _make_general(self) -> Section:
        desk = self._desk
        backup = BackupGroup(desk.backups, desk.preferences, self._tell, self._say)
        backup.restore_requested.connect(self.restore_requested)
        background = BackgroundGroup(desk.autostart, desk.preferences, self._no_tray, self._tell)
        made = GeneralSection(desk.preferences, desk.passwords, (background, backup), self._tell)
        made.details_requested.connect(lambda: self.show_section("passwords"))
        made.language_chosen.connect(self._on_language)
        made.import_requested.connect(self.import_requested)
        made.export_requested.connect(self.export_requested)
        return made

    def _make_notifications(self) -> Section:
        return NotificationsSection(self._desk.preferences, self._tell)

    def _make_passwords(self) -> Section:
        made = PasswordsSection(self._desk.passwords, self._tell, self._say)
        made.network_requested.connect(lambda: self.show_section("network"))
        return made

    def _make_network(self) -> Section:
        made = NetworkSection(self._desk.network, self._desk.preferences, self._tell, self._say)
        made.switched.connect(self._desk.control.restart_all)
        return made

    def _make_history(self) -> Section:
        return HistorySection(self._desk.retention, self._tell, self._say)

    def _make_practice(self) -> Section:
        made = PracticeSection(self._desk.practice, self._tell)
        made.restarted.connect(self.practice_restarted)
        return made

    def _on_language(self) -> None:
        words = tr("Mailflow speaks the other language when it starts the next time")
        self.toast.emit(words, (tr("Restart Now"), self.renew_requested.emit), "info")

    def _say(self, text: str) -> None:
        self.toast.emit(text, None, "success")

    def _tell(self, error: Exception) -> None:
        self.toast.emit(str(error), None, "error")

    def _on_chosen(self, id: str, on: bool) -> None:
        if on:
            self.section(id)
            self.stack.setCurrentWidget(self._scrolls[id])

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        for button in self.buttons.values():
            button.setMinimumWidth(_LIST_WIDTH)
            names.addWidget(button)
        names.addStretch(1)
        self._body = QHBoxLayout()
        self._body.setSpacing(32)
        self._body.addLayout(names)
        self._body.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.setAccessibleName(tr("Settings"))
        self._head = QHBoxLayout()
        self._head.addWidget(Label(tr("Settings"), "title"))
        column.addLayout(self._head)
        column.addLayout(self._body, 1)

    def showEvent(self, event: QShowEvent, /) -> None:
        self._watch.follow()
        super().showEvent(event)

    def _fit(self) -> None:
        side = page_padding(self)
        self._head.setContentsMargins(side, 24, side, 16)
        self._body.setContentsMargins(side - _OUTSET, 0, 0, 0)
        self._body.setSpacing(side)
        for scroll in self._scrolls.values():
            scroll.set_padding(side)


class _SectionScroll(PlainScroll):
    """A section at its readable width; what is left of the page stays free at the right."""

    def __init__(self, section: Section, padding: int) -> None:
        holder = ScrollContent()
        self._row = QHBoxLayout(holder)
        self._row.addWidget(section, 1_000_000)
        self._row.addStretch(1)
        self._padding = padding
        super().__init__(holder)
        self._fit()

    def set_padding(self, padding: int) -> None:
        """Room at the right, in pixels."""
        self._padding = padding
        self._fit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        bar = self.width() - self.viewport().width()  # lies in the padding, so that nothing moves when it comes
        self._row.setContentsMargins(0, 0, max(0, self._padding - bar), 0)
