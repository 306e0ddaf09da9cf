"""The shell: window, tray and what leads from one page to another. GUI thread."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.model import Connection, Integration
from mailflow_gui.core.notices import Notice, NoticeKind
from mailflow_gui.core.practice import is_practice, practice_user
from mailflow_gui.ui.desk import Desk
from mailflow_gui.ui.notifications import Notifications
from mailflow_gui.ui.pages import Pages
from mailflow_gui.ui.tray import Tray
from mailflow_gui.ui.watching import Watching
from mailflow_gui.ui.widgets.message_box import MessageBox
from mailflow_gui.ui.window import Closing, Guard, MainWindow, MenuEntry
from mailflow_gui.ui.workshop import Workshop

if TYPE_CHECKING:  # pages are loaded when they are needed
    from mailflow_gui.ui.moving import Moving
    from mailflow_gui.ui.search.index import Doors
    from mailflow_gui.ui.settings.unlocking import Unlocking

#: Milliseconds that a start in the background waits for the desktop's tray.
PATIENCE = 3000


class Shell(QObject):
    """Owns window, pages and tray. `quit_requested` when the program shall end; `restore_requested` carries the backup
    with which it shall start anew, `renew_requested`: as it is."""

    quit_requested = Signal()
    restore_requested = Signal(str)
    renew_requested = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._practice_starting = self._stands_in = False
        self._unlocking: Unlocking | None = None
        self._closing_told = bool(desk.settings.value("told/closing", False, bool))
        self.window = MainWindow(desk.profiles, desk.control, desk.tallies, desk.settings)
        self.pages = Pages(desk, self)
        self.workshop = Workshop(desk, self.window, self.pages, self)
        self.watching = Watching(desk, self.window, self.pages)
        self.tray = Tray(desk.profiles, desk.control, desk.tallies, self._switch, self)
        self.notifications = Notifications(
            desk.notices, desk.notification_service, self.tray, self.window.toast, self._follow, self
        )
        self._connect()
        self.window.set_menu(self.menu())

    def start(self, *, background: bool = False) -> None:
        """Shows window and tray; in the background only the tray, where there is one."""
        has_tray = self.tray.show()
        self.window.closing = self._close
        self.window.go(self.window.last_place if self._desk.profiles.profile.connections else "home")
        if not background:
            self.window.show()
        elif not has_tray:
            # At sign-in the panel may come after us.
            QTimer.singleShot(PATIENCE, self, self._end_patience)

    def _end_patience(self) -> None:
        self.tray.look()
        self._show_without_tray()

    def _show_without_tray(self) -> None:
        """A window that nothing on the screen leads to is minimized, so that it can be found."""
        if not self.tray.available and not self.window.isVisible():
            self._stands_in = True
            self.window.showMinimized()
            self.window.toast(self.tray.missing_because)

    def _on_tray_changed(self, available: bool) -> None:
        if not available:
            self._show_without_tray()
        elif self._stands_in:  # the panel came late: the icon takes over
            self._stands_in = False
            if self.window.isMinimized():
                self.window.toasts.close_toast()
                self.window.hide()

    def _on_shown(self) -> None:
        """Passwords in a file under a master password: nothing runs before it is typed."""
        if self._desk.profiles.vault.name == "file" and self._desk.passwords.locked and self._unlocking is None:
            from mailflow_gui.ui.settings.unlocking import Unlocking

            self._unlocking = Unlocking(self._desk.passwords, self._desk.control, self.window)

    def dispose(self) -> None:
        """Deletes window and tray menu while Qt is still there; the last thing before the program ends."""
        for widget in (self.window, self.tray.menu):
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _connect(self) -> None:
        window, desk = self.window, self._desk
        window.quit_requested.connect(self._on_quit)
        window.search_requested.connect(lambda: self.pages.search.begin())
        self.tray.open_requested.connect(window.bring_to_front)
        self.tray.toggle_requested.connect(window.toggle)
        self.tray.quit_requested.connect(self._on_quit)
        self.tray.place_requested.connect(self._bring)
        self.tray.available_changed.connect(self._on_tray_changed)
        desk.control.start_failed.connect(self._on_start_failed)
        desk.control.first_look_asked.connect(self._on_first_look)
        desk.control.restart_failed.connect(self._on_restart_failed)
        desk.bridge.arrived.connect(desk.log.append)
        window.shown.connect(self._on_shown)
        self.workshop.connection_wanted.connect(self.open_connection)
        self.watching.edit_requested.connect(self.workshop.edit_integration)
        self.watching.export_requested.connect(lambda name: self.export((name,)))
        self.watching.test_requested.connect(self.workshop.test_integration)
        self.watching.attention_requested.connect(self.show_attention)
        self.watching.network_requested.connect(lambda: self.open_settings("network"))

    # Making things.

    def create_connection(self) -> None:
        """Opens the wizard; afterwards the list."""
        wizard = self.pages.make_wizard()
        wizard.sandbox_requested.connect(self.start_sandbox)
        wizard.cancelled.connect(lambda: self._leave("connections"))
        wizard.finished.connect(self._on_connection_created)
        self.window.ask_to_leave(lambda: self._open(wizard, "connections", wizard.leave))

    def _on_connection_created(self, connection: Connection) -> None:
        self._leave("connections")
        self.pages.connections.highlight(connection.name)
        action = (tr("Create Integration"), self.workshop.create_integration)
        self.window.toast(tr("Connection “{name}” created", name=connection.name), action)

    def _open(self, page: QWidget, place: str, guard: Guard, *, rail: bool = False) -> None:
        self.window.open_editor(page, place, rail=rail)
        self.window.guard = guard

    def open_connection(self, name: str, *, edit: bool = False, rename: bool = False) -> None:
        """Shows a connection's page."""

        def show() -> None:
            page = self.pages.connection
            page.show_connection(name)
            self.window.show_page("connection", "connections")
            self.window.guard = page.leave
            if edit:
                page.edit(name=rename)

        self.window.ask_to_leave(show)

    def delete_connection(self, name: str) -> None:
        """Deletes a connection from its page; the list offers Undo."""
        self._leave("connections")
        self.pages.connections.delete(name)

    def restart_users(self, connection: Connection) -> None:
        """What uses a connection goes on with its new settings."""
        for one in self._desk.profiles.profile.users_of(connection.name):
            self._desk.control.restart(one)

    def restart_practice(self) -> None:
        """What uses the practice server goes on with its new ports."""
        for one in self._desk.profiles.profile.connections:
            if is_practice(one):
                self.restart_users(one)

    def _leave(self, place: str) -> None:
        self.window.guard = None
        self.window.go(place)

    # The practice server, files, the log.

    def start_sandbox(self) -> None:
        """Starts the practice server with its connections and a first integration, and opens that in the editor."""
        if self._practice_starting:
            return
        self._practice_starting = True
        task = self._desk.practice.start(integration=True)
        task.done(lambda _: self._open_first())
        task.failed(lambda error: self.window.toast(str(error), kind="error"))
        task.always(self._on_practice_answered)

    def _open_first(self) -> None:
        first = practice_user(self._desk.profiles.profile)
        if first is not None:
            self.window.guard = None  # of the wizard in which the practice server was chosen
            self.workshop.begin_first(first)

    def _on_practice_answered(self) -> None:
        self._practice_starting = False

    def _on_start_failed(self, id: str) -> None:
        name = next((one.name for one in self._desk.profiles.profile.integrations if one.id == id), "")
        trouble = self._desk.control.health(id).trouble
        self.window.toast(
            tr("“{name}” did not start: {trouble}", name=name, trouble=trouble),
            (tr("Show Reason"), lambda: self._open_log(id)),
            "error",
        )

    def _on_first_look(self, id: str) -> None:
        from mailflow_gui.ui.integrations.first_look import ask_first

        ask_first(self.window, self._desk.profiles.profile.integration_of(id), self._desk.control)

    def _on_restart_failed(self, id: str) -> None:
        name = next((one.name for one in self._desk.profiles.profile.integrations if one.id == id), "")
        words = tr(
            "“{name}” goes on with the settings before: {refused}",
            name=name,
            refused=self._desk.control.health(id).refused,
        )
        self.window.toast(words, (tr("Show Reason"), lambda: self._open_log(id)), "error")

    @cached_property
    def moving(self) -> Moving:
        """Import and export."""
        from mailflow_gui.ui.moving import Moving

        made = Moving(lambda: self._desk.transfers, self.window, self)
        made.told.connect(self.tell)
        made.done.connect(self.window.toast)
        return made

    def import_file(self) -> None:
        """Asks for a file and imports it; the result is listed item by item."""
        self.moving.bring_in()

    def export(self, names: tuple[str, ...] = ()) -> None:
        """Asks for a place and writes the named items there (all without names), with passwords if that is chosen."""
        self.moving.take_out(names)

    def _open_log(self, id: str) -> None:
        self.pages.log.show_integration(id)
        self.window.go("log")

    def doors(self) -> Doors:
        """Where the quick search leads."""
        from mailflow_gui.ui.search.index import Doors

        return Doors(
            integration=self.watching.open,
            connection=self.open_connection,
            message=self.open_message,
            switch=self._switch,
            messages=self.find_message,
            retry=lambda messages: self.pages.attention.decisions.retry(messages),
        )

    def _switch(self, integration: Integration, on: bool) -> None:
        self.pages.integrations.switch(integration, on)

    def find_message(self, text: str = "") -> None:
        """Shows the search over all messages, at once with what is found for a text."""
        self.window.show_page("messages", "integrations")
        self.pages.messages.look_for(text)

    def open_message(self, message: Activity) -> None:
        """A failed message stands under Needs Attention, what became of others on their integration's page."""
        if message.status == "held":
            self.show_attention(message.exchange)
        else:
            self.watching.open_message(message)

    def show_attention(self, exchange: str = "") -> None:
        """Shows Needs Attention, and a message there."""
        self.window.go("attention")
        if exchange:
            self.pages.attention.select(exchange)

    def _bring(self, place: str) -> None:
        self.window.bring_to_front()
        self.window.go(place)

    def _follow(self, notice: Notice, act: str, token: str) -> None:
        """To where a notice leads; its Retry works on the message without a window."""
        if act == "retry" and self._retry(notice.target):
            return
        self.window.bring_to_front(token)
        if notice.place == "attention":
            self.show_attention(notice.target)
        elif notice.place == "integration":
            self.watching.open_id(notice.target)

    def _retry(self, exchange: str) -> bool:
        """Works on a failed message again; False when it does not wait any more."""
        message = next((one for one in self._desk.attention.messages if one.exchange == exchange), None)
        if message is not None:
            self._desk.notices.retried(exchange)
            self._desk.attention.retry(message)
        return message is not None

    def tell(self, title: str, text: str) -> QMessageBox:
        """Shows a notice over the window."""
        box = MessageBox(self.window, title, text[:4000])
        box.open()
        return box

    def tell_unexpected(self, details: str) -> None:
        """An error of the program itself, which may have left something on the screen as it was."""
        copy = (tr("Copy Details"), lambda: QGuiApplication.clipboard().setText(details))
        self.window.toast(tr("Something unexpected happened in Mailflow"), copy, "error")

    def menu(self) -> tuple[MenuEntry, ...]:
        """What the main menu and the quick search offer."""
        return (
            MenuEntry(tr("New Integration"), "plus", "Ctrl+N", self.workshop.create_integration),
            MenuEntry(tr("New Connection"), "connections", "Ctrl+Shift+N", self.create_connection),
            MenuEntry(""),
            MenuEntry(tr("Find a Message"), "search", "Ctrl+Shift+F", self.find_message),
            MenuEntry(""),
            MenuEntry(tr("Import…"), "import", "", self.import_file),
            MenuEntry(tr("Export…"), "export", "", self.export),
            MenuEntry(""),
            MenuEntry(tr("Settings"), "settings", "Ctrl+,", lambda: self.window.go("settings")),
            MenuEntry(tr("Keyboard Shortcuts"), "info", "Ctrl+/", self._show_shortcuts),
            MenuEntry(tr("About Mailflow"), "mail", "", lambda: self.open_settings("about")),
        )

    def _show_shortcuts(self) -> None:
        self.tell(tr("Keyboard Shortcuts"), tr(SHORTCUTS))

    def open_settings(self, section: str) -> None:
        """Shows a section of Settings."""

        def show() -> None:
            self.pages.settings.show_section(section)
            self.window.go("settings")

        self.window.ask_to_leave(show)

    # Closing.

    def _close(self) -> Closing:
        """Closing leaves what runs running, unless Settings say otherwise.

        It goes on in the tray (told the first time), or minimized where there is none.
        """
        if not self._desk.control.at_work or self._desk.preferences.now.closing == "quit":
            return Closing.QUIT
        if not self.tray.available:
            return Closing.MINIMIZE
        if not self._closing_told:
            self._closing_told = True
            self._desk.settings.setValue("told/closing", True)
            words = tr("Your integrations continue in the background. Open the window again from the tray icon.")
            self._desk.notices.tell(Notice("closed", NoticeKind.BACKGROUND, tr("Mailflow keeps running"), words))
        return Closing.HIDE

    def _on_quit(self) -> None:
        self.window.ask_to_leave(self._really_quit)

    def _really_quit(self) -> None:
        running = self._desk.control.running
        if not running or self._desk.demo:
            self.quit_requested.emit()
            return
        what = trn(
            "1 integration stops until you start it again.",
            "{count} integrations stop until you start them again.",
            running,
        )
        box = MessageBox(self.window, tr("Quit Mailflow?"), what)
        leave = box.addButton(tr("Quit"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(tr("Keep Running in Background"), QMessageBox.ButtonRole.RejectRole)
        box.set_safe(keep)
        box.finished.connect(lambda _: self._on_quit_answer(box.clickedButton() is leave))
        box.open()

    def _on_quit_answer(self, leave: bool) -> None:
        if leave:
            self.quit_requested.emit()
        elif self.tray.available:
            self.window.hide()
        else:
            self.window.showMinimized()


SHORTCUTS = later(
    "Ctrl+1 … 5: Home, Integrations, Connections, Needs Attention, Message Log · Ctrl+,: "
    "Settings\nCtrl+K: search · Ctrl+N, Ctrl+Shift+N: new integration, new "
    "connection\nCtrl+Enter: main action of the page (Validate, Next, Save)\nCtrl+S: save · "
    "Alt+Left, Esc: back\nCtrl+Shift+F: find a message · Ctrl+R: retry · Ctrl+Z: undo a "
    "skip\nCtrl+F, F3, Shift+F3: find in the log, next hit, hit before · Space: pause the "
    "log, or an integration's switch\nCtrl+D: duplicate · Del: delete · F2: rename · F5: "
    "refresh, validate\nCtrl+Shift+P: pause or resume all · F6: next region · F9: narrow "
    "sidebar · F10: main menu\nCtrl+E: export an integration · Ctrl+Q: quit"
)
