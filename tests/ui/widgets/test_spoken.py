"""What the custom widgets are to a screen reader: role, name, what can be done, and where Tab leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.ui import regions
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.card import ClickableCard
from mailflow_gui.ui.widgets.charts import Series
from mailflow_gui.ui.widgets.charts_kinds import LineChart
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import PortEdit
from mailflow_gui.ui.widgets.segmented import Segmented
from mailflow_gui.ui.widgets.toast import ToastHost

Role, Name = QAccessible.Role, QAccessible.Text.Name


def spoken(widget: QWidget) -> QAccessibleInterface:
    """What is told of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


@pytest.fixture
def holder(look: Theme, qtbot: QtBot) -> QWidget:
    """A window with a column."""
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    return made


def put(holder: QWidget, *widgets: QWidget) -> None:
    """Appends widgets to the column."""
    column = holder.layout()
    assert column is not None
    for one in widgets:
        column.addWidget(one)


def test_a_card_is_a_button_that_can_be_pressed(holder: QWidget, qtbot: QtBot) -> None:
    card = ClickableCard("Receive Email")
    QVBoxLayout(card).addWidget(QLabel("Obtain email"))
    put(holder, card)
    assert (spoken(card).role(), spoken(card).text(Name)) == (Role.Button, "Receive Email")
    with qtbot.waitSignal(card.clicked):
        spoken(card).actionInterface().doAction("Press")


def test_arrow_keys_on_a_card_do_not_move_the_keyboard(holder: QWidget, qtbot: QtBot) -> None:
    first, second = ClickableCard("One"), ClickableCard("Two")
    put(holder, first, second)
    holder.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is first


def test_an_icon_button_can_be_pressed_or_opens_its_menu(holder: QWidget) -> None:
    button = IconButton("more", "More Actions")
    put(holder, button)
    assert "Press" in spoken(button).actionInterface().actionNames()
    button.setMenu(QMenu(button))
    assert QAccessibleActionInterface.showMenuAction() in spoken(button).actionInterface().actionNames()


def test_a_chart_is_an_image_with_a_name(holder: QWidget) -> None:
    chart = LineChart("Time per message", (Series("Median", "chartSent"),), str)
    put(holder, chart)
    assert (spoken(chart).role(), spoken(chart).text(Name)) == (Role.Graphic, "Time per message")


def test_the_text_of_a_box_with_a_list_is_named_as_the_box(holder: QWidget) -> None:
    port = PortEdit(((993, "SSL/TLS"),))
    put(holder, FormRow("Email Server Port Number", port))
    edit = port.lineEdit()
    assert edit is not None
    assert spoken(edit).text(Name) == "Email Server Port Number"


def test_radio_buttons_belong_to_a_named_group(holder: QWidget) -> None:
    choice = Segmented((("imap", "imap"), ("pop3", "pop3")))
    put(holder, FormRow("Protocol", choice))
    group = spoken(choice).child(0).parent()
    assert (group.role(), group.text(Name)) == (Role.Border, "Protocol")


def test_a_notice_over_a_stack_is_reached_from_the_window(holder: QWidget) -> None:
    stack = QStackedWidget()
    stack.addWidget(QWidget())
    put(holder, stack)
    ToastHost(stack).show_toast("Saved")
    window = spoken(holder)
    assert "Saved" in [window.child(index).text(Name) for index in range(window.childCount())]


def test_tab_comes_to_the_footer_last(holder: QWidget) -> None:
    footer, button = QWidget(), IconButton("check", "Save")
    QVBoxLayout(footer).addWidget(button)
    later = QLineEdit()
    put(holder, IconButton("close", "Back"), footer, later)
    regions.put_last(holder, footer)
    assert later.nextInFocusChain() is button
