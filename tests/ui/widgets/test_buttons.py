"""Buttons, switch and segmented control: state, keyboard, and what a screen reader is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.buttons import Button, ButtonKind, IconButton
from mailflow_gui.ui.widgets.copying import copies
from mailflow_gui.ui.widgets.labels import LinkButton
from mailflow_gui.ui.widgets.segmented import Segmented
from mailflow_gui.ui.widgets.switch import Switch

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    row = QHBoxLayout(window)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize("kind", ["primary", "secondary", "ghost", "danger", "link"])
def test_click_and_keys_work(look: Theme, qtbot: QtBot, kind: ButtonKind) -> None:
    button = Button("Validate", kind=kind, icon="check")
    _window = shown(qtbot, button)
    clicks: list[int] = []
    button.clicked.connect(lambda: clicks.append(1))
    QTest.mouseClick(button, LEFT)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(clicks) == 3


def test_busy_keeps_the_width_and_ignores_clicks(look: Theme, qtbot: QtBot) -> None:
    button = Button("Validate", icon="check")
    _window = shown(qtbot, button)
    clicks: list[int] = []
    button.clicked.connect(lambda: clicks.append(1))
    width = button.width()
    button.set_busy(True, "Validating the connection…")
    assert button.sizeHint().width() == width
    assert button.accessibleName() == "Validating the connection…"
    QTest.mouseClick(button, LEFT)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Return)
    button.click()
    assert clicks == []
    button.set_busy(False)
    button.click()
    assert clicks == [1]
    assert button.sizeHint().width() == width


def test_reserved_width_fits_the_busy_text(look: Theme, qtbot: QtBot) -> None:
    button = Button("Go")
    narrow = button.sizeHint().width()
    button.reserve_busy("Validating…")
    wide = button.sizeHint().width()
    assert wide > narrow
    button.set_busy(True, "Validating…")
    assert button.sizeHint().width() == wide


def test_small_button_is_28_high_and_large_fonts_are_not_clipped(look: Theme, qtbot: QtBot) -> None:
    small = Button("Review", small=True)
    _window = shown(qtbot, small)
    assert small.height() == 28
    font = small.font()
    font.setPixelSize(40)
    small.setFont(font)
    assert small.sizeHint().height() >= small.fontMetrics().height() + 8


def test_ring_only_for_the_keyboard(look: Theme, qtbot: QtBot) -> None:
    first, second = Button("One"), Button("Two")
    _window = shown(qtbot, first, second)
    QTest.mouseClick(first, LEFT)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not first.ring_visible
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert second.ring_visible
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not second.ring_visible
    assert not first.ring_visible


def test_icon_button_is_named(look: Theme, qtbot: QtBot) -> None:
    button = IconButton("close", "Close")
    _window = shown(qtbot, button)
    assert button.toolTip() == button.accessibleName() == "Close"
    assert button.width() == button.height() == 32
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Close"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_link_button_clicks(look: Theme, qtbot: QtBot) -> None:
    link = LinkButton("View All 6")
    _window = shown(qtbot, link)
    with qtbot.waitSignal(link.clicked):
        QTest.keyClick(link, Qt.Key.Key_Return)


def test_switch_is_a_check_box_to_screen_readers(look: Theme, qtbot: QtBot) -> None:
    switch = Switch("Welcome new leads")
    _window = shown(qtbot, switch)
    spoken = QAccessible.queryAccessibleInterface(switch)
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.text(QAccessible.Text.Name) == "Welcome new leads"
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert spoken.state().checked
    QTest.mouseClick(switch, LEFT)
    assert not switch.isChecked()


def test_busy_switch_keeps_its_state(look: Theme, qtbot: QtBot) -> None:
    switch = Switch("x")
    _window = shown(qtbot, switch)
    switch.set_busy(True)
    QTest.keyClick(switch, Qt.Key.Key_Space)
    QTest.mouseClick(switch, LEFT)
    switch.click()
    assert not switch.isChecked()
    switch.set_busy(False)
    switch.click()
    assert switch.isChecked()


def test_segmented_arrows_choose_and_tab_leaves(look: Theme, qtbot: QtBot) -> None:
    choice = Segmented([("none", "None"), ("starttls", "StartTLS"), ("tls", "SSL/TLS")], strong=True)
    after = Button("After")
    window = shown(qtbot, choice, after)
    values: list[str] = []
    choice.changed.connect(values.append)
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(window.focusWidget(), key)
    assert values == ["starttls", "tls", "starttls"]
    assert choice.value == "starttls"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_segmented_values_and_counts(look: Theme, qtbot: QtBot) -> None:
    choice = Segmented([("all", "All"), ("drafts", "Drafts")])
    qtbot.addWidget(choice)
    before = choice.sizeHint().width()
    choice.set_count("drafts", 1200)
    assert choice.sizeHint().width() > before
    choice.set_value("drafts")
    with pytest.raises(KeyError):
        choice.set_value("other")
    assert choice.value == "drafts"
    choice.set_options([("drafts", "Drafts"), ("new", "New")])
    assert choice.value == "drafts"
    choice.set_options([("a", "A")])
    assert choice.value == "a"


def test_each_segment_is_a_named_radio_button(look: Theme, qtbot: QtBot) -> None:
    choice = Segmented([("all", "All"), ("drafts", "Drafts")])
    _window = shown(qtbot, choice)
    choice.set_count("drafts", 3)
    spoken = QAccessible.queryAccessibleInterface(choice)
    names = [spoken.child(index).text(QAccessible.Text.Name) for index in range(spoken.childCount())]
    assert names == ["All", "Drafts 3"]
    assert spoken.child(0).role() == QAccessible.Role.RadioButton
    assert spoken.child(0).state().checked


def test_a_copy_button_copies_and_shows_that_it_did(qtbot: QtBot) -> None:
    button = IconButton("copy", "Copy Details")
    copies(button, lambda: "what was said")
    window = shown(qtbot, button)
    before = button.grab().toImage()
    QTest.mouseClick(button, LEFT)
    assert QApplication.clipboard().text() == "what was said"
    assert button.grab().toImage() != before
    window.close()
