"""Settings, Passwords: what is there, entering and removing, moving both ways, and unlocking at the next start."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui import desktop
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.errors import VaultLocked
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.model import Profile
from mailflow_gui.desktop import Desktop
from mailflow_gui.store.file_vault import FileVault
from mailflow_gui.store.keyring_vault import KeyringVault
from mailflow_gui.ui.connections.questions import MasterPasswordSheet
from mailflow_gui.ui.settings.passwords import PasswordsSection, SecretSheet
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.buttons import Button
from tests.qt.stage import ScriptedSupervisor
from tests.ui.desks import RECEIVE, SEND, integration

Open = Callable[[], Desktop]
ONE = integration("Welcome new leads", enabled=True)
MASTER = "correct horse"


class Backend:
    """A keyring in memory that looks like the system's; `locked` makes it refuse."""

    __module__ = "keyring.backends.SecretService"

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.locked = False

    def _check(self) -> None:
        if self.locked:
            raise type("KeyringLocked", (Exception,), {})("locked")

    def get_password(self, service: str, entry: str) -> str | None:
        self._check()
        return self.entries.get((service, entry))

    def set_password(self, service: str, entry: str, secret: str) -> None:
        self._check()
        self.entries[service, entry] = secret

    def delete_password(self, service: str, entry: str) -> None:
        self._check()
        self.entries.pop((service, entry), None)


@pytest.fixture
def backend() -> Backend:
    return Backend()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def open_program(
    folder: Path, backend: Backend, qtbot: QtBot, look: Theme, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    monkeypatch.setattr(FileVault.__init__, "__kwdefaults__", {"cost": 2**14})
    made: list[Desktop] = []

    def open_it() -> Desktop:
        built = root.build(Options(folder))
        if isinstance(built.vault, KeyringVault):
            built = replace(built, vault=KeyringVault(lambda: backend))
        built.library.save(Profile((RECEIVE, SEND), (ONE,)))
        made.append(desktop.make_desktop(desktop.make_application(["mailflow"]), built))
        vars(made[-1].desk._secrets)["keyring"] = (
            built.vault if built.vault.name == "keyring" else KeyringVault(lambda: backend)
        )
        made[-1].desk.control._supervisor = ScriptedSupervisor()
        made[-1].shell.start()
        qtbot.waitExposed(made[-1].shell.window)
        return made[-1]

    yield open_it
    for one in made:
        assert desktop.end_work(one)


@pytest.fixture
def program(open_program: Open, backend: Backend) -> Desktop:
    backend.entries["Mailflow", f"{RECEIVE.id}/password"] = "in"
    made = open_program()
    made.shell.open_settings("passwords")
    return made


def section_of(program: Desktop, qtbot: QtBot) -> PasswordsSection:
    found = program.shell.pages.settings.section("passwords")
    assert isinstance(found, PasswordsSection)
    qtbot.waitUntil(lambda: found.state.kind != "busy" and bool(found.entries.rows()))
    return found


@pytest.fixture
def section(program: Desktop, qtbot: QtBot) -> PasswordsSection:
    return section_of(program, qtbot)


def said(section: PasswordsSection) -> dict[str, list[str]]:
    from PySide6.QtWidgets import QLabel

    return {
        row.title.text(): [one.text() for one in row.findChildren(QLabel) if one not in (row.title, row.text)]
        for row in section.entries.rows()
    }


def press(section: PasswordsSection, name: str) -> None:
    button = next(one for one in section.findChildren(Button) if (one.accessibleName() or one.text()) == name)
    button.click()


def test_each_connection_says_whether_its_password_is_there(section: PasswordsSection) -> None:
    assert said(section) == {RECEIVE.name: ["Stored"], SEND.name: ["Missing"]}
    assert section.place.text.text() == "Secret Service · 1 password is stored there"
    assert section.state.text() == "Unlocked"


def test_entering_stores_it_and_restarts_what_uses_it(
    section: PasswordsSection, program: Desktop, backend: Backend, qtbot: QtBot
) -> None:
    press(section, f"Enter… – {SEND.name}")
    sheet = section.sheet
    assert isinstance(sheet, SecretSheet)
    sheet.field.setText("out")
    with qtbot.waitSignal(program.desk.passwords.entered):
        sheet.on_accepted()
    qtbot.waitUntil(lambda: said(section)[SEND.name] == ["Stored"])
    assert backend.entries["Mailflow", f"{SEND.id}/password"] == "out"
    assert ("restart", ONE.name) in program.desk.control._supervisor.told  # type: ignore[attr-defined]


def test_removing_asks_first(section: PasswordsSection, program: Desktop, backend: Backend, qtbot: QtBot) -> None:
    press(section, f"Remove – {RECEIVE.name}")
    box = program.shell.window.findChildren(QMessageBox)[-1]
    assert box.defaultButton().text() == "Keep"
    next(one for one in box.buttons() if one.text() == "Remove").click()
    qtbot.waitUntil(lambda: said(section)[RECEIVE.name] == ["Missing"])
    assert backend.entries == {}


def test_a_locked_keyring_is_said_and_can_be_unlocked(
    section: PasswordsSection, program: Desktop, backend: Backend, qtbot: QtBot
) -> None:
    backend.locked = True
    program.desk._secrets.keyring.forget()
    section.look()
    qtbot.waitUntil(lambda: section.state.text() == "Locked")
    assert section.unlock.isVisible()
    assert section.transfer.text() == "Use Password File…"
    assert said(section) == {RECEIVE.name: [], SEND.name: []}
    backend.locked = False
    section.unlock.click()
    qtbot.waitUntil(lambda: section.state.text() == "Unlocked")


def move_to_file(section: PasswordsSection, qtbot: QtBot) -> None:
    section.transfer.click()
    sheet = section.sheet
    assert isinstance(sheet, MasterPasswordSheet)
    sheet.first.setText(MASTER)
    sheet.second.setText(MASTER)
    sheet.on_accepted()
    qtbot.waitUntil(lambda: section.place.title.text() == "Password file" and section.state.text() == "Unlocked")


def test_moving_to_the_file_and_back(
    section: PasswordsSection, folder: Path, backend: Backend, program: Desktop, qtbot: QtBot
) -> None:
    move_to_file(section, qtbot)
    assert backend.entries == {}
    assert "vault: file" in (folder / "preferences.yaml").read_text()
    assert said(section) == {RECEIVE.name: ["Stored"], SEND.name: ["Missing"]}
    section.transfer.click()
    qtbot.waitUntil(lambda: section.place.title.text() == "System keyring" and section.state.text() == "Unlocked")
    assert backend.entries == {("Mailflow", f"{RECEIVE.id}/password"): "in"}
    assert "vault: keyring" in (folder / "preferences.yaml").read_text()


def test_a_move_that_fails_loses_nothing(section: PasswordsSection, backend: Backend, qtbot: QtBot) -> None:
    move_to_file(section, qtbot)
    backend.locked = True
    section.transfer.click()
    qtbot.waitUntil(lambda: section.state.kind != "busy")
    assert section.place.title.text() == "Password file"
    assert said(section)[RECEIVE.name] == ["Stored"]


def test_the_next_start_asks_for_the_master_password_and_starts_what_waited(
    section: PasswordsSection, program: Desktop, open_program: Open, qtbot: QtBot
) -> None:
    move_to_file(section, qtbot)
    assert program.desk.tasks.wait()
    again = open_program()
    with pytest.raises(VaultLocked):
        again.desk.profiles.vault.get(RECEIVE.id, "password")
    supervisor = again.desk.control._supervisor
    assert isinstance(supervisor, ScriptedSupervisor)
    supervisor.healths[ONE.id] = Health(State.ATTENTION, cause="KEYRING_LOCKED")
    qtbot.waitUntil(lambda: again.shell._unlocking is not None and again.shell._unlocking.sheet is not None)
    unlocking = again.shell._unlocking
    assert unlocking is not None
    first = unlocking.sheet
    assert first is not None
    first.first.setText("wrong")
    first.on_accepted()
    qtbot.waitUntil(lambda: unlocking.sheet is not first)
    assert unlocking.sheet is not None
    assert "The master password is wrong" in (unlocking.sheet.first_row.problem or "")
    unlocking.sheet.first.setText(MASTER)
    unlocking.sheet.on_accepted()
    qtbot.waitUntil(lambda: ("restart", ONE.name) in supervisor.told)
    assert again.desk.profiles.vault.get(RECEIVE.id, "password") == SecretText("in")


def test_without_a_keyring_a_password_file_is_used_from_now_on(
    section: PasswordsSection, program: Desktop, folder: Path, backend: Backend, qtbot: QtBot
) -> None:
    backend.locked = True
    program.desk._secrets.keyring.forget()
    section.look()
    qtbot.waitUntil(lambda: section.state.text() == "Locked")
    move_to_file(section, qtbot)
    assert said(section) == {RECEIVE.name: ["Missing"], SEND.name: ["Missing"]}
    kept = folder / "preferences.yaml"
    qtbot.waitUntil(lambda: kept.exists() and "vault: file" in kept.read_text())
    press(section, f"Enter… – {SEND.name}")
    assert isinstance(section.sheet, SecretSheet)
    section.sheet.field.setText("out")
    section.sheet.on_accepted()
    qtbot.waitUntil(lambda: said(section)[SEND.name] == ["Stored"])
    assert section.transfer.text() == "Move to System Keyring"
