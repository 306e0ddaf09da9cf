"""Settings, Passwords: where they are kept, which ones are there, entering anew, removing, moving. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.qt.passwords import Entry, Look, Passwords
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui import accessibility
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
    "keyring": (later("System keyring"), later("Your passwords are encrypted under your sign-in to this computer.")),
    "file": (later("Password file"), later("Your passwords are in a file, encrypted under your master password.")),
    "session": (later("This session only"), later("Your passwords are in memory and gone when Mailflow ends.")),
    "credentials": (
        later("Service credentials"),
        later("Your passwords are handed over by the system. Mailflow only reads them."),
    ),
}
_BACKENDS = {
    "SecretService": "Secret Service",
    "libsecret": "Secret Service",
    "kwallet": "KWallet",
    "macOS": later("Keychain"),
    "Windows": later("Credential Manager"),
}
_INSTEAD = later("Passwords that you enter from now on go into a file, encrypted under a master password.")
_TO_FILE = later("Every password is copied and read back before it is removed from where it is now.")


class PasswordsSection(Section):
    """`tell` shows an error, `say` a notice. What is there is looked up whenever the section is shown.

    `network_requested` asks for the section where the proxy's password is entered.
    """

    network_requested = Signal()

    def __init__(self, passwords: Passwords, tell: Callable[[Exception], object], say: Callable[[str], object]) -> None:
        super().__init__()
        self._passwords, self._tell, self._say = passwords, tell, say
        self.state = StatusPill()
        self.sheet: Sheet | None = None
        self._instead = False
        self.unlock = Button(tr("Unlock…"), icon="unlock", small=True)
        self.unlock.clicked.connect(self._on_unlock)
        self.place = Row("", self.state, " ", lead=Tile("lock", "success", 32))
        self.place.add(self.unlock)
        self.transfer = Button(tr("Move…"), small=True)
        self.transfer.clicked.connect(self._on_move)
        self._moving = Row(tr("Move all passwords"), self.transfer, tr(_TO_FILE))
        self.add(Group(tr("Kept In"), self.place, self._moving))
        self.entries = Group(tr("Passwords by Connection"))
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
            self.state.set_status("busy", tr("Looking…"))
            self._passwords.look().done(if_alive(self, self._show)).failed(self._tell)

    def _show_place(self) -> None:
        place = self._passwords.place
        title, text = PLACES[place]
        self.place.title.setText(tr(title))
        self.place.set_text(tr(text))
        self._moving.setVisible(place != "credentials")
        self._moving.title.setText(tr("Move all passwords"))
        self._moving.set_text(tr(_TO_FILE))
        self.transfer.setText(tr("Move to Password File…") if place != "file" else tr("Move to System Keyring"))

    def _show(self, look: Look) -> None:
        place = self._passwords.place
        there = sum(1 for one in look.entries if one.present) + bool(look.proxy)
        words = [_backend(look.backend)] if place == "keyring" and look.backend else []
        words.append(trn("{count} password is stored there", "{count} passwords are stored there", there))
        if look.error is None:
            self.state.set_status("success", tr("In memory") if place == "session" else tr("Unlocked"))
            self.place.set_text(" · ".join(words))
        else:
            locked = look.error.cause == "KEYRING_LOCKED"
            self.state.set_status("warning", tr("Locked") if locked else tr("Not available"))
            self.place.set_text(str(look.error))
        self.unlock.setVisible(look.error is not None)
        self.unlock.setText(
            tr("Unlock…") if look.error is None or look.error.cause == "KEYRING_LOCKED" else tr("Try Again")
        )
        self._show_transfer(reachable=look.error is None)
        self._show_entries(look)

    def _show_transfer(self, *, reachable: bool) -> None:
        """Where the keyring does not answer there is nothing to move, and the file may still be used from now on."""
        self._instead = not reachable and self._passwords.place == "keyring"
        self.transfer.setEnabled(reachable or self._instead)
        if self._instead:
            self._moving.title.setText(tr("Use a password file instead"))
            self._moving.set_text(tr(_INSTEAD))
            self.transfer.setText(tr("Use Password File…"))

    def _show_entries(self, look: Look) -> None:
        self.entries.clear()
        self.entries.show()
        for one in look.entries:
            self.entries.add(self._entry(one, known=look.error is None))
        if look.proxy is not None:
            self.entries.add(self._proxy_row(look))
        if not look.entries and look.proxy is None:
            why = tr("Connections without a user name sign in nowhere.")
            self.entries.add(Row(tr("No connection needs a password"), text=why))

    def _entry(self, entry: Entry, *, known: bool) -> QWidget:
        name = entry.connection.name
        user = str(entry.connection.values.get("username") or "")
        row = Row(name, text=tr("{label} of {user}", label=entry.label, user=user) if user else entry.label)
        if known:
            row.add(StatusPill(*(("success", tr("Stored")) if entry.present else ("warning", tr("Missing")))))
        again = Button(tr("Enter Again…") if entry.present else tr("Enter…"), small=True)
        accessibility.call(again, name)
        again.clicked.connect(lambda: self._on_enter(entry))
        row.add(again)
        if entry.present:
            remove = Button(tr("Remove"), kind="danger", small=True)
            accessibility.call(remove, name)
            remove.clicked.connect(lambda: self._on_remove(entry))
            row.add(remove)
        return row

    def _proxy_row(self, look: Look) -> QWidget:
        row = Row(tr("Proxy"), text=tr("Password for the proxy to the mail servers"))
        if look.error is None:
            row.add(StatusPill(*(("success", tr("Stored")) if look.proxy else ("warning", tr("Missing")))))
        button = Button(tr("Open Network Settings"), small=True)
        button.clicked.connect(self.network_requested)
        row.add(button)
        return row

    def _on_enter(self, entry: Entry) -> None:
        def chosen(secret: SecretText) -> None:
            words = tr("The password of “{name}” was stored. Validate the connection.", name=entry.connection.name)
            self._then(self._passwords.enter(entry, secret), words)

        self.sheet = SecretSheet(entry, chosen, self.window())
        self.sheet.open()

    def _on_remove(self, entry: Entry) -> None:
        name = entry.connection.name
        words = tr("The password of “{name}” was removed", name=name)
        text = tr("Integrations that use the connection stop at the next sign-in, until you enter a password again.")
        remove = Answer(tr("Remove"), lambda: self._then(self._passwords.remove(entry), words), danger=True)
        ask(self.window(), tr("Remove the password of “{name}”?", name=name), text, (Answer(tr("Keep")), remove))

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
        words = trn("{count} password moved", "{count} passwords moved", count)
        kept = tr("{moved}. {count} could not be removed from the old place.", moved=words, count=left)
        self._say(kept if left else words)

    def _then(self, task: Task, words: str) -> None:
        task.done(if_alive(self, lambda _: self._say(words)))
        self._wait(task)

    def _wait(self, task: Task) -> None:
        self.state.set_status("busy", tr("Working…"))
        task.failed(if_alive(self, self._on_failed))

    def _on_failed(self, error: Exception) -> None:
        self._tell(error)
        self.look()


class SecretSheet(Sheet):
    """Asks for one secret."""

    def __init__(self, entry: Entry, chosen: Callable[[SecretText], object], parent: QWidget) -> None:
        text = tr(
            "It replaces the one that is stored. It is not tried now; Validate on the connection's page does that."
        )
        super().__init__(tr("{label} of “{name}”", label=entry.label, name=entry.connection.name), text, parent)
        self._chosen = chosen
        self.field = PasswordEdit()
        self._row = FormRow(entry.label, self.field, required=True)
        self.body.addWidget(self._row)
        self.add_button(tr("Cancel"), self.reject)
        self.accept_button = self.add_button(tr("Store"), self.on_accepted, primary=True)
        self.accept_button.setDefault(True)
        self.field.setFocus()

    def on_accepted(self) -> None:
        """Hands over what was typed."""
        self._row.set_problem(None if self.field.text() else tr("Type it first."))
        if self.field.text():
            secret = SecretText(self.field.text())
            self.accept()
            self._chosen(secret)


def _backend(name: str) -> str:
    return next((title for part, title in _BACKENDS.items() if f".{part}." in name), name)
