"""The main window: sidebar, pages, toasts, menu, closing. It is handed its pages and objects. GUI thread."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from mailflow_gui.core.activity import State
from mailflow_gui.core.language import later, tr
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.ui import icons, regions, times
from mailflow_gui.ui.keys import native
from mailflow_gui.ui.sidebar import Place, Sidebar
from mailflow_gui.ui.widgets.menu import themed_menu
from mailflow_gui.ui.widgets.page import WIDE_WINDOW
from mailflow_gui.ui.widgets.painting import Pointer
from mailflow_gui.ui.widgets.toast import Action, ToastHost

PLACES = (
    Place("home", later("Home"), "home"),
    Place("integrations", later("Integrations"), "integrations"),
    Place("connections", later("Connections"), "connections"),
    Place("attention", later("Needs Attention"), "attention"),
    Place("log", later("Message Log"), "log"),
)
SETTINGS = Place("settings", later("Settings"), "settings")


#: Told what to do when a page may be left; does it at once, or after asking about unsaved work.
Guard = Callable[[Callable[[], None]], None]


class Closing(Enum):
    """What the window's close button does."""

    QUIT = "quit"
    HIDE = "hide"
    MINIMIZE = "minimize"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the main menu; None as `act` makes a separator."""

    text: str
    icon: str = ""
    keys: str = ""
    act: Callable[[], object] | None = None


class MainWindow(QMainWindow):
    """Holds the pages. What closing does, `closing` says; `quit_requested` ends the program."""

    quit_requested = Signal()
    search_requested = Signal()
    shown = Signal()

    def __init__(self, profiles: Profiles, control: Control, tallies: Tallies, settings: QSettings) -> None:
        super().__init__()
        self._profiles = profiles
        self._control = control
        self._tallies = tallies
        self._settings = settings
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._editor: QWidget | None = None
        self._menu_entries: tuple[MenuEntry, ...] = ()
        self.closing: Callable[[], Closing] = lambda: Closing.QUIT
        self.guard: Guard | None = None
        self.sidebar = Sidebar(PLACES, SETTINGS)
        self.stack = QStackedWidget()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(holder)
        self.toasts = ToastHost(self.stack)
        self.setWindowTitle("Mailflow")
        self.setMinimumSize(900, 600)
        room = self.screen().availableSize()
        self.resize(min(1200, room.width()), min(800, room.height()))
        self._connect()
        self._restore()
        self._show_status()

    def add_page(self, id: str, make: Callable[[], QWidget]) -> None:
        """A page of a place, or one that is opened from another; it is made when it is shown for the first time."""
        self._makers[id] = make

    def _page(self, id: str) -> QWidget:
        page = self._pages.get(id)
        if page is None:
            page = self._pages[id] = self._makers[id]()
            self.stack.addWidget(page)
        return page

    def go(self, id: str) -> None:
        """Shows a place; asks first when unsaved work would be left."""
        self.ask_to_leave(lambda: self._show(self._page(id), id))

    def ask_to_leave(self, then: Callable[[], object]) -> None:
        """Does `then` at once, or after the person decided about unsaved work on the present page."""

        def leave() -> None:
            self.guard = None
            then()

        if self.guard is None:
            leave()
            return
        self.sidebar.set_current(self._shown)
        self.guard(leave)

    def open_editor(self, page: QWidget, place: str, *, rail: bool = False) -> None:
        """Shows a page made for this once (a wizard, an editor); it is deleted when another page is shown."""
        if page is not self._editor:
            self._drop_editor()
            self._editor = page
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._shown = place
        self.sidebar.set_current(place)
        self._rail_always = rail
        self._fit()
        self._focus_page()

    def open_overlay(self, page: QWidget) -> None:
        """Shows a page over the editor, which stays as it is."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._focus_page()

    def close_overlay(self, page: QWidget) -> None:
        """Back to the editor below."""
        self.stack.removeWidget(page)
        page.deleteLater()
        if self._editor is not None:
            self.stack.setCurrentWidget(self._editor)
            self._focus_page()

    def show_page(self, id: str, place: str) -> None:
        """Shows a page that is no place itself, under the place it belongs to."""
        self.ask_to_leave(lambda: self._show(self._page(id), place))

    def toast(self, text: str, action: Action | None = None, kind: str = "info") -> None:
        """A short notice at the bottom. Kinds: info, success, warning, error."""
        self.toasts.show_toast(text, action, kind, seconds=10 if action else 6)

    def set_menu(self, entries: tuple[MenuEntry, ...]) -> None:
        """The main menu; entries with keys work from everywhere in the window."""
        self._menu_entries = entries
        for entry in entries:
            if entry.keys and entry.act:
                QShortcut(QKeySequence(entry.keys), self).activated.connect(entry.act)

    def _show(self, page: QWidget, id: str) -> None:
        self.stack.setCurrentWidget(page)
        self._drop_editor()
        self._rail_always = False
        self._shown = id
        self.sidebar.set_current(id)
        self._settings.setValue("window/place", id)
        self._fit()
        self._focus_page()

    def _focus_page(self) -> None:
        """Focus is never lost: it goes to the page just shown, unless it is there or in the sidebar."""
        page, focus = self.stack.currentWidget(), self.focusWidget()
        if page is None or not self.isVisible():
            return
        if focus is None or not focus.isVisible() or not (self._holds(page, focus) or self._holds(self.sidebar, focus)):
            regions.focus_first(page, reason=Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _holds(region: QWidget, focus: QWidget) -> bool:
        return region is focus or region.isAncestorOf(focus)

    def move_region(self, step: int) -> None:
        """F6: to the next region of the window (sidebar, content, panel, footer), or the one before."""
        page = self.stack.currentWidget()
        parts = [self.sidebar, *(regions.regions_of(page) if page is not None else ())]
        regions.move_on(parts, step)

    def _drop_editor(self) -> None:
        if self._editor is not None:
            self.stack.removeWidget(self._editor)
            self._editor.deleteLater()
            self._editor = None

    def _connect(self) -> None:
        self._rail_always = False
        self._rail_wanted = False
        self._shown = "home"
        self.sidebar.chosen.connect(self.go)
        self.sidebar.menu_requested.connect(self._open_menu)
        self.sidebar.search_requested.connect(self.search_requested)
        self.sidebar.pause_clicked.connect(self._on_pause)
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self._show_status)
        for told in (self._control.health_changed, self._profiles.changed, self._tallies.changed):
            told.connect(self._on_news)
        self._control.paused_changed.connect(self._show_status)
        for number, place in enumerate(PLACES, 1):
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            keys.activated.connect(lambda id=place.id: self.go(id))
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.quit_requested)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.search_requested)
        QShortcut(QKeySequence("F6"), self).activated.connect(lambda: self.move_region(1))
        QShortcut(QKeySequence("Shift+F6"), self).activated.connect(lambda: self.move_region(-1))
        QShortcut(QKeySequence("F10"), self).activated.connect(self._open_menu)
        QShortcut(QKeySequence("F9"), self).activated.connect(self._toggle_rail)
        QShortcut(QKeySequence("Ctrl+Shift+P"), self).activated.connect(self._on_pause)

    def _open_menu(self) -> None:
        menu = themed_menu(self)
        for entry in self._menu_entries:
            if entry.act is None:
                menu.addSeparator()
                continue
            action = menu.addAction(f"{entry.text}\t{native(entry.keys)}" if entry.keys else entry.text)
            action.triggered.connect(lambda _=False, act=entry.act: act())
            if entry.icon:
                icons.assign(action, entry.icon, "text2")
        menu.addAction(f"{tr('Quit Mailflow')}\t{native('Ctrl+Q')}").triggered.connect(self.quit_requested)
        button = self.sidebar.menu
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_pause(self) -> None:
        if self._control.paused:
            self._control.resume()
            self.toast(tr("Integrations go on"))
        elif self._control.at_work:
            self._control.pause_all()
            self.toast(tr("All integrations are paused"), (tr("Resume"), self._control.resume))

    def _on_news(self) -> None:
        """Many things may happen at once; the status is worked out once for all of them."""
        if not self._soon.isActive():
            self._soon.start()

    def _show_status(self) -> None:
        integrations = self._profiles.profile.integrations
        healths = [self._control.health(one.id) for one in integrations]
        states = [one.state for one in healths]
        at_work = any(state is not State.STOPPED for state in states)
        on = sum(1 for one in integrations if one.enabled)
        facts = tr("{on} of {count} integrations on", on=on, count=len(states)) if states else tr("No integrations")
        if self._control.paused:
            title, role = times.pause_words(self._control), "warning"
        elif any(one.state is State.ATTENTION or one.alarm for one in healths):
            title, role = tr("Needs attention"), "warning"
        elif State.WAITING in states:
            title, role = tr("Waiting for a server"), "warning"
        elif at_work:
            title, role = tr("Running in background"), "success"
        else:
            title, role = tr("Nothing running") if states else tr("Nothing running yet"), "control"
        self.sidebar.set_status(title, facts, role=role, paused=self._control.paused)
        self.sidebar.pause.setEnabled(self._control.paused or at_work)
        self.sidebar.buttons["attention"].set_badge(self._tallies.held)

    def _toggle_rail(self) -> None:
        self._rail_wanted = not self._rail_wanted
        self._fit()

    def _fit(self) -> None:
        self.sidebar.set_rail(self._rail_always or self._rail_wanted or self.width() < WIDE_WINDOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def bring_to_front(self, token: str = "") -> None:
        """Shows and raises the window. `token`: another program's right to take the focus, which Wayland asks for."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self._focus_page()

    def toggle(self) -> None:
        """A click on the tray icon: hides the window, or brings it back."""
        if self.isVisible() and not self.isMinimized():
            self.hide()
        else:
            self.bring_to_front()

    def save_geometry(self) -> None:
        """Remembers size and position for the next start."""
        self._settings.setValue("window/geometry", self.saveGeometry())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:  # any key, a shortcut as well: the focus is to be seen
            Pointer.was_last = False
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_page()
        self.shown.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save_geometry()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and app.isSavingSession():
            return  # the computer is shutting down or the person signs out: never in the way
        event.ignore()
        match self.closing():
            case Closing.HIDE:
                self.hide()
            case Closing.MINIMIZE:
                self.showMinimized()
            case Closing.QUIT:
                self.quit_requested.emit()

    def _restore(self) -> None:
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    @property
    def last_place(self) -> str:
        """The place shown last time."""
        place = str(self._settings.value("window/place", "home"))
        return place if place in {one.id for one in (*PLACES, SETTINGS)} else "home"
