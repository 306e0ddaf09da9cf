"""Settings: changes act at once and are kept, sections by keyboard, what could not be read is said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mailflow_gui.desktop import Desktop
from mailflow_gui.ui import theme
from mailflow_gui.ui.settings.about import AboutSection
from mailflow_gui.ui.settings.background import BackgroundGroup
from mailflow_gui.ui.settings.general import GeneralSection
from mailflow_gui.ui.settings.page import SettingsPage
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.window import Closing
from tests.ui.settings.conftest import Open


def general(page: SettingsPage) -> GeneralSection:
    found = page.section("general")
    assert isinstance(found, GeneralSection)
    return found


def test_ctrl_comma_opens_settings(program: Desktop, qtbot: QtBot) -> None:
    window = program.shell.window
    window.go("home")
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.sidebar.buttons["settings"].isChecked()
    assert window.stack.currentWidget() is program.shell.pages.settings


def test_the_theme_changes_at_once_and_is_kept(page: SettingsPage, program: Desktop, folder: Path) -> None:
    general(page).controls["theme"].set_value("dark")
    assert theme.current().is_dark
    assert program.desk.tasks.wait()
    assert (folder / "preferences.yaml").read_text() == "theme: dark\n"


def test_compact_makes_controls_and_places_lower(page: SettingsPage, program: Desktop, qtbot: QtBot) -> None:
    button = next(one for one in page.findChildren(Button) if one.text() == "Export…")
    program.shell.window.resize(1200, 800)  # no rail: its icons keep their room
    place, search = program.shell.window.sidebar.buttons["home"], program.shell.window.sidebar.search
    parts = (button, place, search, general(page).controls["theme"])
    before = [one.height() for one in parts]
    general(page).controls["density"].set_value("compact")
    qtbot.waitUntil(lambda: [one.height() for one in parts] == [height - 4 for height in before])
    general(page).controls["density"].set_value("comfortable")
    qtbot.waitUntil(lambda: [one.height() for one in parts] == before)


def test_arrow_keys_go_from_section_to_section(page: SettingsPage) -> None:
    page.buttons["general"].setFocus()
    QTest.keyClick(page.buttons["general"], Qt.Key.Key_Down)
    below = list(page.entries)[1]
    assert page.buttons[below].isChecked()
    assert page.stack.currentWidget().isAncestorOf(page.section(below))


def test_closing_may_quit(page: SettingsPage, program: Desktop) -> None:
    group = page.findChild(BackgroundGroup)
    assert group is not None
    group.closing.set_value("quit")
    program.desk.control._paused = True
    assert program.shell.window.closing() is Closing.QUIT


def test_what_was_wrong_in_the_file_is_said(open_program: Open, folder: Path) -> None:
    folder.mkdir()
    (folder / "preferences.yaml").write_text("theme: purple\n")
    banner = open_program().shell.pages.settings.findChild(Banner)
    assert banner is not None
    assert "Theme must be one of: system, light, dark. Found “purple”" in banner.accessibleName()


def test_copy_diagnostics_fills_the_clipboard(page: SettingsPage, program: Desktop, qtbot: QtBot) -> None:
    page.show_section("about")
    section = page.section("about")
    assert isinstance(section, AboutSection)
    section.copy.click()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().startswith("Mailflow "))
    assert "Passwords: ok – kept in memory only" in QGuiApplication.clipboard().text()


def test_about_lists_what_comes_along_with_its_license(page: SettingsPage, qtbot: QtBot) -> None:
    page.show_section("about")
    section = page.section("about")
    assert isinstance(section, AboutSection)
    qtbot.waitUntil(lambda: len(section.licenses.rows()) > 5)
    names = [row.title.text().split()[0].lower() for row in section.licenses.rows()]
    assert {"keyring", "cryptography", "pyyaml"} <= set(names)


def test_the_menu_leads_to_about(page: SettingsPage, program: Desktop) -> None:
    entry = next(one for one in program.shell.menu() if one.text == "About Mailflow")
    assert entry.act is not None
    entry.act()
    assert page.buttons["about"].isChecked()
