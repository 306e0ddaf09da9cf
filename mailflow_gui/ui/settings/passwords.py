"""Settings, Passwords: where they are kept, which ones are there, entering anew, removing, moving. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.fields import SecretText
from mailflow_gui.qt.passwords import Entry, Look, Passwords
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui import times
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.questions import Answer, MasterPasswordSheet, Sheet, ask
from mailflow_gui.ui.settings.rows import Group, Row, Section
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import PasswordEdit
from mailflow_gui.ui.widgets.pill import StatusPill
from mailflow_gui.ui.widgets.tile import Tile

#: Title, and what to know about it.
PLACES = {
    "keyring": ("System keyring", "Your passwords are encrypted under your sign-in to this computer."),
    "file": ("Password file", "Your passwords are in a file, encrypted under your master password."),
    "session": ("This session only", "Your passwords are in memory and gone when Mailflow ends."),
    "credentials": ("Service credentials", "Your passwords are handed over by the system. Mailflow only reads them."),
}
_BACKENDS = {
    "SecretService": "Secret Service",
    "libsecret": "Secret Service",
    "kwallet": "KWallet",
    "macOS": "Keychain",
    "Windows": "Credential Manager",
}
_INSTEAD = "Passwords that you enter from now on go into a file, encrypted under a master password."
_TO_FILE = "Every password is copied and read back before it is removed from where it is now."


class PasswordsSection(Section):
    """`tell` shows an error, `say` a notice. What is there is looked up whenever the section is shown."""

    def __init__(self, passwords: Passwords, tell: Callable[[Exception], object], say: Callable[[str], object]) -> None:
        super().__init__()
        self._passwords, self._tell, self._say = passwords, tell, say
        self.state = StatusPill()
        self.sheet: Sheet | None = None
        self._instead = False
        self.unlock = Button("Unlock…", icon="unlock", small=True)
        self.unlock.clicked.connect(self._on_unlock)
        self.place = Row("", self.state, " ", lead=Tile("lock", "success", 32))
        self.place.add(self.unlock)
        self.transfer = Button("Move…", small=True)
        self.transfer.clicked.connect(self._on_move)
        self._moving = Row("Move all passwords", self.transfer, _TO_FILE)
        self.add(Group("Kept In", self.place, self._moving))
        self.entries = Group("Passwords by Connection")
        self.add(self.entries)
        self.column.addStretch(1)
        passwords.changed.connect(self.look)
        passwords.entered.connect(lambda _: self.look())
        self.unlock.hide()
        self.entries.hide()
        self._show_place()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """Asks what is there, unless nobody sees it."""
        self._show_place()
        if self.isVisible():
            self.state.set_status("busy", "Looking…")
            self._passwords.look().done(if_alive(self, self._show)).failed(self._tell)

    def _show_place(self) -> None:
        place = self._passwords.place
        title, text = PLACES[place]
        self.place.title.setText(title)
        self.place.set_text(text)
        self._moving.setVisible(place != "credentials")
        self._moving.title.setText("Move all passwords")
        self._moving.set_text(_TO_FILE)
        self.transfer.setText("Move to Password File…" if place != "file" else "Move to System Keyring")

    def _show(self, look: Look) -> None:
        place = self._passwords.place
        there = sum(1 for one in look.entries if one.present)
        words = [_backend(look.backend)] if place == "keyring" and look.backend else []
        words.append(f"{times.counted(there, 'password is', 'passwords are')} stored there")
        if look.error is None:
            self.state.set_status("success", "In memory" if place == "session" else "Unlocked")
            self.place.set_text(" · ".join(words))
        else:
            locked = look.error.cause == "KEYRING_LOCKED"
            self.state.set_status("warning", "Locked" if locked else "Not available")
            self.place.set_text(str(look.error))
        self.unlock.setVisible(look.error is not None)
        self.unlock.setText("Unlock…" if look.error is None or look.error.cause == "KEYRING_LOCKED" else "Try Again")
        self._show_transfer(reachable=look.error is None)
        self._show_entries(look)

    def _show_transfer(self, *, reachable: bool) -> None:
        """Where the keyring does not answer there is nothing to move, and the file may still be used from now on."""
        self._instead = not reachable and self._passwords.place == "keyring"
        self.transfer.setEnabled(reachable or self._instead)
        if self._instead:
            self._moving.title.setText("Use a password file instead")
            self._moving.set_text(_INSTEAD)
            self.transfer.setText("Use Password File…")

    def _show_entries(self, look: Look) -> None:
        self.entries.clear()
        self.entries.show()
        for one in look.entries:
            self.entries.add(self._entry(one, known=look.error is None))
        if not look.entries:
            why = "Connections without a user name sign in nowhere."
            self.entries.add(Row("No connection needs a password", text=why))

    def _entry(self, entry: Entry, *, known: bool) -> QWidget:
        name = entry.connection.name
        user = str(entry.connection.values.get("username") or "")
        row = Row(name, text=f"{entry.label} of {user}" if user else entry.label)
        if known:
            row.add(StatusPill(*(("success", "Stored") if entry.present else ("warning", "Missing"))))
        again = Button("Enter Again…" if entry.present else "Enter…", small=True)
        again.setAccessibleName(f"{again.text()} {name}")
        again.clicked.connect(lambda: self._on_enter(entry))
        row.add(again)
        if entry.present:
            remove = Button("Remove", kind="danger", small=True)
            remove.setAccessibleName(f"Remove {name}")
            remove.clicked.connect(lambda: self._on_remove(entry))
            row.add(remove)
        return row

    def _on_enter(self, entry: Entry) -> None:
        def chosen(secret: SecretText) -> None:
            words = f"The password of “{entry.connection.name}” was stored. Validate the connection."
            self._then(self._passwords.enter(entry, secret), words)

        self.sheet = SecretSheet(entry, chosen, self.window())
        self.sheet.open()

    def _on_remove(self, entry: Entry) -> None:
        name = entry.connection.name
        words = f"The password of “{name}” was removed"
        text = "Integrations that use the connection stop at the next sign-in, until you enter a password again."
        remove = Answer("Remove", lambda: self._then(self._passwords.remove(entry), words), danger=True)
        ask(self.window(), f"Remove the password of “{name}”?", text, (Answer("Keep"), remove))

    def _on_unlock(self) -> None:
        if self._passwords.place != "file":
            self._wait(self._passwords.unlock())
            return
        self.sheet = MasterPasswordSheet(True, lambda master: self._wait(self._passwords.unlock(master)), self.window())
        self.sheet.open()

    def _on_move(self) -> None:
        if self._passwords.place == "file":
            self._wait(self._passwords.move(if_alive(self, self._on_moved)))
            return
        known = self._passwords.has_master
        self.sheet = MasterPasswordSheet(known, self._move_to_file, self.window())
        self.sheet.open()

    def _move_to_file(self, master: SecretText) -> None:
        if self._instead:
            self._wait(self._passwords.use_file(master))
            return
        self._wait(self._passwords.move(if_alive(self, self._on_moved), master))

    def _on_moved(self, counts: tuple[int, int]) -> None:
        count, left = counts
        words = f"{times.counted(count, 'password', 'passwords')} moved"
        self._say(f"{words}. {left} could not be removed from the old place." if left else words)

    def _then(self, task: Task, words: str) -> None:
        task.done(if_alive(self, lambda _: self._say(words)))
        self._wait(task)

    def _wait(self, task: Task) -> None:
        self.state.set_status("busy", "Working…")
        task.failed(if_alive(self, self._on_failed))

    def _on_failed(self, error: Exception) -> None:
        self._tell(error)
        self.look()


class SecretSheet(Sheet):
    """Asks for one secret."""

    def __init__(self, entry: Entry, chosen: Callable[[SecretText], object], parent: QWidget) -> None:
        text = "It replaces the one that is stored. It is not tried now; Validate on the connection's page does that."
        super().__init__(f"{entry.label} of “{entry.connection.name}”", text, parent)
        self._chosen = chosen
        self.field = PasswordEdit()
        self._row = FormRow(entry.label, self.field, required=True)
        self.body.addWidget(self._row)
        self.add_button("Cancel", self.reject)
        self.accept_button = self.add_button("Store", self.on_accepted, primary=True)
        self.accept_button.setDefault(True)
        self.field.setFocus()

    def on_accepted(self) -> None:
        """Hands over what was typed."""
        self._row.set_problem(None if self.field.text() else "Type it first.")
        if self.field.text():
            secret = SecretText(self.field.text())
            self.accept()
            self._chosen(secret)


def _backend(name: str) -> str:
    return next((title for part, title in _BACKENDS.items() if f".{part}." in name), name)
