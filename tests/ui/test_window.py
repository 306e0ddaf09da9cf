"""The main window: places, regions, closing, geometry, rail, status."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.page import Footer
from mailflow_gui.ui.window import PLACES, Closing, MainWindow, MenuEntry
from tests.ui.desks import PageDesk, integration, page_desk, profile

ONE = integration("One", enabled=True)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    yield made
    made.close()


class Page(QWidget):
    """A content field, a side panel with a field, and a footer with a button."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.field, self.beside, self.panel, self.footer = QLineEdit(), QLineEdit(), QWidget(), Footer()
        self.field.setAccessibleName(name)
        self.panel.setProperty("region", "panel")
        QVBoxLayout(self.panel).addWidget(self.beside)
        self.save = Button("Save")
        self.footer.add_right(self.save)
        column = QVBoxLayout(self)
        for part in (self.field, self.panel, self.footer):
            column.addWidget(part)


def build(desk: PageDesk, qtbot: QtBot) -> MainWindow:
    window = MainWindow(desk.profiles, desk.control, desk.tallies, desk.settings)
    for place in PLACES:
        window.add_page(place.id, partial(Page, place.title))
    qtbot.addWidget(window, before_close_func=lambda made: setattr(made, "closing", lambda: Closing.HIDE))
    window.show()
    qtbot.waitExposed(window)
    window.go("home")
    return window


@pytest.fixture
def window(desk: PageDesk, qtbot: QtBot, look: Theme) -> MainWindow:
    return build(desk, qtbot)


def page(window: MainWindow) -> Page:
    found = window.stack.currentWidget()
    assert isinstance(found, Page)
    return found


def key(window: MainWindow, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, which, modifiers)


def test_ctrl_and_a_digit_go_to_the_places(window: MainWindow) -> None:
    for number, place in enumerate(PLACES, 1):
        key(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert page(window).field.accessibleName() == place.title
        assert window.sidebar.buttons[place.id].isChecked()
        assert page(window).field.hasFocus(), "the focus is on the page"


def test_f6_walks_through_the_regions_and_shift_f6_back(window: MainWindow) -> None:
    walked = []
    for _ in range(4):
        key(window, Qt.Key.Key_F6)
        walked.append(window.focusWidget())
    shown = page(window)
    assert walked[:2] == [shown.beside, shown.save]
    assert window.sidebar.isAncestorOf(walked[2])  # type: ignore[arg-type]
    assert walked[3] is shown.field
    key(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.sidebar.isAncestorOf(window.focusWidget())


def test_a_hidden_panel_is_no_region(window: MainWindow) -> None:
    page(window).panel.hide()
    key(window, Qt.Key.Key_F6)
    assert window.focusWidget() is page(window).save


def test_a_click_in_the_sidebar_shows_no_focus_ring_and_a_key_does(window: MainWindow) -> None:
    for id in ("integrations", "log"):
        made = window._page(id)
        assert isinstance(made, Page)
        made.field.hide()
        made.panel.hide()
    QTest.mouseClick(window.sidebar.buttons["integrations"], Qt.MouseButton.LeftButton)
    assert (page(window).save.hasFocus(), page(window).save.ring_visible) == (True, False)
    key(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert (page(window).save.hasFocus(), page(window).save.ring_visible) == (True, True)


def test_a_page_is_made_when_it_is_shown_and_only_then(window: MainWindow) -> None:
    assert list(window._pages) == ["home"]
    window.go("log")
    first = page(window)
    window.go("home")
    window.go("log")
    assert page(window) is first
    assert list(window._pages) == ["home", "log"]


def test_a_page_that_is_shown_does_not_cover_the_toast(window: MainWindow) -> None:
    window.toast("Integrations go on")
    toast = window.toasts._toast
    window.go("log")
    assert toast is not None
    assert [one for one in toast.parent().children() if isinstance(one, QWidget)][-1] is toast


def test_unsaved_work_is_asked_about_before_leaving(window: MainWindow) -> None:
    asked: list[object] = []
    window.guard = asked.append
    window.go("log")
    assert (page(window).field.accessibleName(), len(asked)) == ("Home", 1)
    assert window.sidebar.buttons["home"].isChecked()
    asked[0]()  # type: ignore[operator]
    assert (page(window).field.accessibleName(), window.guard) == ("Message Log", None)


@pytest.mark.parametrize(("closing", "visible", "minimized", "quits"), [
    (Closing.HIDE, False, False, 0), (Closing.MINIMIZE, True, True, 0), (Closing.QUIT, True, False, 1),
])  # fmt: skip
def test_closing(window: MainWindow, closing: Closing, visible: bool, minimized: bool, quits: int) -> None:
    asked: list[int] = []
    window.quit_requested.connect(lambda: asked.append(1))
    window.closing = lambda: closing
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    assert (window.isVisible(), window.isMinimized(), len(asked)) == (visible, minimized, quits)
    window.bring_to_front()
    assert (window.isVisible(), window.isMinimized()) == (True, False)


def test_the_tray_click_hides_and_shows(window: MainWindow) -> None:
    window.toggle()
    assert not window.isVisible()
    window.toggle()
    assert window.isVisible()
    window.showMinimized()
    window.toggle()
    assert (window.isVisible(), window.isMinimized()) == (True, False)


def test_the_size_comes_back(desk: PageDesk, qtbot: QtBot, look: Theme) -> None:
    first = build(desk, qtbot)
    first.resize(900, 655)
    first.save_geometry()
    first.hide()
    again = build(desk, qtbot)
    assert (again.width(), again.height()) == (900, 655)


def test_a_damaged_settings_file_opens_the_usual_window(desk: PageDesk, qtbot: QtBot, look: Theme) -> None:
    desk.settings.setValue("window/geometry", "nonsense")
    desk.settings.setValue("window/place", "nowhere")
    window = build(desk, qtbot)
    assert (window.minimumWidth(), window.minimumHeight()) == (900, 600)
    desk.settings.setValue("window/place", "nowhere")
    assert window.last_place == "home"


def test_the_sidebar_becomes_a_rail_when_narrow_and_with_f9(window: MainWindow) -> None:
    window.resize(1200, 800)
    assert window.sidebar.width() == 216
    key(window, Qt.Key.Key_F9)
    assert window.sidebar.width() == 56
    key(window, Qt.Key.Key_F9)
    window.resize(1000, 700)
    assert window.sidebar.width() == 56


def test_the_status_follows_what_runs(window: MainWindow, desk: PageDesk, qtbot: QtBot) -> None:
    desk.control.start_enabled()
    qtbot.waitUntil(lambda: window.sidebar._status.text() == "Running in background")
    assert window.sidebar._facts.text() == "1 of 1 integrations on"
    desk.supervisor.healths[ONE.id] = Health(State.WAITING, trouble="The server closed the connection")
    qtbot.waitUntil(lambda: window.sidebar._status.text() == "Waiting for a server")
    desk.supervisor.healths[ONE.id] = Health(State.ATTENTION, trouble="The sign-in has ended")
    qtbot.waitUntil(lambda: window.sidebar._status.text() == "Needs attention")


def test_pause_and_resume_by_key(window: MainWindow, desk: PageDesk, qtbot: QtBot) -> None:
    desk.control.start_enabled()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    key(window, Qt.Key.Key_P, both)
    assert (desk.control.paused, window.toasts.text) == (True, "All integrations are paused")
    assert window.sidebar.pause.accessibleName() == "Resume"
    key(window, Qt.Key.Key_P, both)
    assert (desk.control.paused, desk.control.running) == (False, 1)


def test_menu_entries_work_by_key(window: MainWindow) -> None:
    done: list[str] = []
    window.set_menu((MenuEntry("New Integration", "plus", "Ctrl+N", lambda: done.append("new")), MenuEntry("")))
    window.quit_requested.connect(lambda: done.append("quit"))
    key(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    key(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert done == ["new", "quit"]


def test_an_editor_is_deleted_when_another_page_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    editor = Page("Editor")
    gone: list[int] = []
    editor.destroyed.connect(lambda: gone.append(1))
    window.resize(1200, 800)
    window.open_editor(editor, "integrations", rail=True)
    assert (window.sidebar.width(), editor.field.hasFocus()) == (56, True)
    overlay = Page("Overlay")
    window.open_overlay(overlay)
    window.close_overlay(overlay)
    assert window.stack.currentWidget() is editor
    window.go("home")
    qtbot.waitUntil(lambda: gone == [1])
    assert window.sidebar.width() == 216
