"""Files of connections and integrations, in and out of the window; with passwords under a passphrase. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.qt.transfers import BUNDLE, Transfers
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.questions import Sheet
from mailflow_gui.ui.widgets.choices import RadioCard
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import PasswordEdit

FILES = later("Mailflow Files (*.mailflow *.yaml *.yml);;All Files (*)")
BUNDLES = later("Mailflow Bundles ({patterns});;All Files (*)")
IMPORTED = later("Mailflow and Fuse Online Files ({patterns});;All Files (*)")
#: Letters that a passphrase has at least.
SHORTEST = 8
_PLAIN = later("To share, or to keep under version control. They are asked for after the import.")
_SEALED = later("To move to another computer. The file is encrypted; without the passphrase nobody can read it.")


class Moving(QObject):
    """`told` carries a title and a text to show, `done` a short notice."""

    told = Signal(str, str)
    done = Signal(str)

    def __init__(self, transfers: Callable[[], Transfers], window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transfers, self._window = transfers, window
        self.sheet: Sheet | None = None

    def bring_in(self) -> None:
        """Asks for a file and imports it; the result is listed item by item."""
        files = tr(IMPORTED, patterns=f"*.mailflow *{BUNDLE} *.yaml *.yml *.zip")
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Import"), "", files)
        if path:
            file = Path(path)
            task = self._transfers().sealed(file)
            task.done(if_alive(self, lambda sealed: self._ask(file) if sealed else self._import(file)))
            task.failed(if_alive(self, lambda error: self._refuse(file, error)))

    def take_out(self, names: tuple[str, ...] = ()) -> None:
        """Asks whether passwords come along, then for a place, and writes the named items (all without names) there."""
        self.sheet = ExportSheet(lambda passphrase: self._export(names, passphrase), self._window)
        self.sheet.open()

    def _ask(self, file: Path, problem: str = "") -> None:
        self.sheet = PassphraseSheet(file.name, lambda words: self._import(file, words), self._window)
        if problem:
            self.sheet.row.set_problem(problem)
        self.sheet.open()

    def _import(self, file: Path, passphrase: SecretText | None = None) -> None:
        task = self._transfers().bring_in(file, if_alive(self, self._list), passphrase)
        task.failed(if_alive(self, lambda error: self._refuse(file, error)))

    def _refuse(self, file: Path, error: Exception) -> None:
        if getattr(error, "cause", "") == "PASSPHRASE_WRONG":
            self._ask(file, str(error))
        else:
            self.told.emit(tr("“{name}” was not imported", name=file.name), words(error))

    def _list(self, lines: tuple[str, ...]) -> None:
        self.told.emit(tr("Imported"), "\n".join(lines))

    def _export(self, names: tuple[str, ...], passphrase: SecretText | None) -> None:
        name = names[0] if names else "mailflow"
        suggested, files = f"{name}.mailflow", tr(FILES)
        if passphrase is not None:
            suggested, files = f"{name}{BUNDLE}", tr(BUNDLES, patterns=f"*{BUNDLE}")
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Export"), suggested, files)
        if not path:
            return
        file = Path(path)
        if passphrase is None:
            task = self._transfers().write_out(file, names)
            told = tr("Exported to {name}. Passwords are not in the file.", name=file.name)
            task.done(if_alive(self, lambda _: self.done.emit(told)))
        else:
            task = self._transfers().write_bundle(file, passphrase, names)
            task.done(if_alive(self, lambda count: self._on_bundled(file, count)))
        task.failed(if_alive(self, lambda error: self.told.emit(tr("Nothing was exported"), words(error))))

    def _on_bundled(self, file: Path, count: int) -> None:
        stop = tr("Stop the integrations here before you start them at the other computer: both would send.")
        there = trn("1 password is in the file.", "{count} passwords are in the file.", count)
        self.told.emit(tr("Exported to {name}", name=file.name), f"{there} {stop}")


class ExportSheet(Sheet):
    """Without passwords, or with them under a passphrase that is typed twice."""

    def __init__(self, chosen: Callable[[SecretText | None], object], parent: QWidget) -> None:
        super().__init__(tr("Export"), "", parent)
        self._chosen = chosen
        self.plain = RadioCard(tr("Without Passwords"), tr(_PLAIN))
        self.sealed = RadioCard(tr("With Passwords"), tr(_SEALED))
        self.plain.setChecked(True)
        self.first, self.second = PasswordEdit(), PasswordEdit()
        help = tr("At least {count} letters, or a few words.", count=SHORTEST)
        self.first_row = FormRow(tr("Passphrase"), self.first, required=True, help=help)
        self.second_row = FormRow(tr("Repeat Passphrase"), self.second, required=True)
        for part in (self.plain, self.sealed, self.first_row, self.second_row):
            self.body.addWidget(part)
        self.sealed.toggled.connect(self._show_rows)
        self._show_rows(False)
        self.add_button(tr("Cancel"), self.reject)
        self.accept_button = self.add_button(tr("Choose File…"), self.on_accepted, primary=True)
        self.accept_button.setDefault(True)
        self.plain.setFocus()

    def on_accepted(self) -> None:
        """Checks what was typed and hands it over."""
        if self.plain.isChecked():
            self.accept()
            self._chosen(None)
            return
        long_enough = len(self.first.text()) >= SHORTEST
        same = self.first.text() == self.second.text()
        self.first_row.set_problem(None if long_enough else tr("Use at least {count} letters.", count=SHORTEST))
        self.second_row.set_problem(None if same else tr("The two are not the same."))
        if long_enough and same:
            passphrase = SecretText(self.first.text())
            self.accept()
            self._chosen(passphrase)

    def _show_rows(self, shown: bool) -> None:
        self.first_row.setVisible(shown)
        self.second_row.setVisible(shown)


class PassphraseSheet(Sheet):
    """Asks for the passphrase of a bundle."""

    def __init__(self, name: str, chosen: Callable[[SecretText], object], parent: QWidget) -> None:
        super().__init__(
            tr("Enter the passphrase"), tr("“{name}” holds passwords and is encrypted.", name=name), parent
        )
        self._chosen = chosen
        self.field = PasswordEdit()
        self.row = FormRow(tr("Passphrase"), self.field, required=True)
        self.body.addWidget(self.row)
        self.add_button(tr("Cancel"), self.reject)
        self.accept_button = self.add_button(tr("Import"), self.on_accepted, primary=True)
        self.accept_button.setDefault(True)
        self.field.setFocus()

    def on_accepted(self) -> None:
        """Hands over what was typed."""
        self.row.set_problem(None if self.field.text() else tr("Type it first."))
        if self.field.text():
            passphrase = SecretText(self.field.text())
            self.accept()
            self._chosen(passphrase)


def words(error: Exception) -> str:
    """An error with what to do about it, and its technical text."""
    details, fix = getattr(error, "details", ""), getattr(error, "fix", "")
    said = f"{error} {fix}".strip()
    return f"{said}\n\n{details}" if details else said
