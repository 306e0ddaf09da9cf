"""Form rows and inputs: values, problems, and help."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import (
    CheckBox,
    DurationEdit,
    LineEdit,
    PasswordEdit,
    PortEdit,
    RadioCard,
    SearchField,
    TextArea,
)


def shown(qtbot: QtBot, *widgets: QWidget, width: int = 400) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(width, 300)
    with qtbot.waitExposed(window):
        window.show()
    return window


def has_color(widget: QWidget, color: QColor) -> bool:
    image = widget.grab().toImage()
    return any(
        image.pixelColor(x, y).name() == color.name() for x in range(image.width()) for y in range(image.height())
    )


def test_problem_marks_the_field_and_replaces_the_help(look: Theme, qtbot: QtBot) -> None:
    row = FormRow("Email Host Name", LineEdit(), required=True, help="The name of the server.")
    _window = shown(qtbot, row)
    assert row.field.accessibleName() == "Email Host Name"
    assert row.field.accessibleDescription() == "The name of the server."
    assert not has_color(row.field, look.color("danger"))
    row.set_problem("A name has no comma.")
    assert row.problem == "A name has no comma."
    assert row.field.accessibleDescription() == "A name has no comma."
    assert has_color(row.field, look.color("danger"))
    row.set_problem(None)
    assert row.field.accessibleDescription() == "The name of the server."
    assert not has_color(row.field, look.color("danger"))


def test_problem_text_stays_red_after_it_moves_into_a_page(look: Theme, qtbot: QtBot) -> None:
    row = FormRow("Port", LineEdit())
    row.set_problem("██████")
    row.set_help("unused")
    _window = shown(qtbot, row)
    assert has_color(row, look.color("dangerText"))


def test_long_problem_is_not_cut(look: Theme, qtbot: QtBot) -> None:
    row = FormRow("Port", LineEdit())
    window = shown(qtbot, row, width=220)
    before = row.height()
    row.set_problem("The number of a port lies between 1 and 65535, and this one does not, so check it. " * 2)
    qtbot.waitUntil(lambda: row.height() >= before + 3 * look.line_height("caption"))
    assert window.width() == 220


def test_flash_ends_by_itself(look: Theme, qtbot: QtBot) -> None:
    row = FormRow("User Name", LineEdit())
    _window = shown(qtbot, row)
    row.flash()
    assert row.field.property("flash") is True
    qtbot.waitUntil(lambda: row.field.property("flash") is False, timeout=4000)


def test_composite_field_passes_name_and_problem_on(look: Theme, qtbot: QtBot) -> None:
    field = DurationEdit(5000)
    row = FormRow("Delay", field)
    row.set_problem("Too short.")
    assert field.number.accessibleName() == "Delay"
    assert field.number.property("problem") is True


@pytest.mark.parametrize(
    ("milliseconds", "number", "unit"),
    [(0, 0, "ms"), (500, 500, "ms"), (5000, 5, "s"), (90_000, 90, "s"), (120_000, 2, "m"), (40 * 86_400_000, 40, "d")],
)
def test_duration_uses_the_largest_exact_unit(
    look: Theme, qtbot: QtBot, milliseconds: int, number: int, unit: str
) -> None:
    edit = DurationEdit(milliseconds)
    qtbot.addWidget(edit)
    assert (edit.number.value(), edit.unit.currentData()) == (number, unit)
    assert edit.value() == milliseconds


def test_duration_reports_more_than_24_days(look: Theme, qtbot: QtBot) -> None:
    edit = DurationEdit(86_400_000)
    qtbot.addWidget(edit)
    heard: list[int] = []
    edit.value_changed.connect(heard.append)
    edit.number.setValue(60)
    assert heard == [60 * 86_400_000]


def test_port_is_typed_or_chosen(look: Theme, qtbot: QtBot) -> None:
    port = PortEdit([(993, "SSL/TLS"), (143, "StartTLS or None")])
    _window = shown(qtbot, port)
    assert port.value() == ""
    port.set_value(993)
    assert port.value() == "993"
    port.set_ports([(995, "SSL/TLS"), (110, "")])
    assert port.value() == "993"
    port.activated.emit(1)
    assert port.value() == "110"
    edit = port.lineEdit()
    edit.clear()
    QTest.keyClicks(edit, "12x5")
    assert port.value() == "125"


def test_password_is_shown_by_the_eye_only(look: Theme, qtbot: QtBot) -> None:
    field = PasswordEdit("secret")
    _window = shown(qtbot, field)
    assert field.displayText() != "secret"
    field.toggle_shown()
    assert field.displayText() == "secret"
    field.toggle_shown()
    assert field.displayText() != "secret"


def test_what_is_typed_at_the_eye_does_not_go_into_the_password(look: Theme, qtbot: QtBot) -> None:
    field = PasswordEdit("secret")
    window = shown(qtbot, field)
    window.activateWindow()
    eye = field.findChild(IconButton)
    assert eye is not None
    eye.setFocus()
    qtbot.waitUntil(eye.hasFocus)
    QTest.keyClicks(eye, "more")
    assert field.text() == "secret"


def test_caps_lock_is_told_by_typing(look: Theme, qtbot: QtBot) -> None:
    field = PasswordEdit()
    hint = field.caps_lock_label()
    _window = shown(qtbot, field, hint)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert hint.isHidden()
    heard: list[bool] = []
    field.caps_lock_changed.connect(heard.append)
    QTest.keyClick(field, "A", Qt.KeyboardModifier.NoModifier)
    assert heard == [True]
    assert not hint.isHidden()


def test_escape_clears_the_search_field_and_then_passes(look: Theme, qtbot: QtBot) -> None:
    field = SearchField("Filter by name", shortcut="Ctrl F")
    _window = shown(qtbot, field)
    assert field.accessibleName() == "Filter by name"
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_tab_leaves_the_text_area(look: Theme, qtbot: QtBot) -> None:
    area, after = TextArea(mono=True), LineEdit()
    window = shown(qtbot, area, after)
    area.setText("a\nb")
    assert area.text() == "a\nb"
    window.activateWindow()
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert window.focusWidget() is after


def test_long_check_box_text_breaks(look: Theme, qtbot: QtBot) -> None:
    check = CheckBox("Keep a copy of every message that could not be delivered until it is decided " * 2)
    _window = shown(qtbot, check, width=200)
    assert check.height() >= 4 * look.line_height("body")
    QTest.mouseClick(check, Qt.MouseButton.LeftButton)
    assert check.isChecked()


def test_radio_cards_exclude_each_other(look: Theme, qtbot: QtBot) -> None:
    one, two = RadioCard("Mark as read", "Stays in the folder.", "Recommended"), RadioCard("Delete")
    _window = shown(qtbot, one, two)
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    QTest.mouseClick(two, Qt.MouseButton.LeftButton)
    assert (one.isChecked(), two.isChecked()) == (False, True)
    assert one.accessibleDescription() == "Stays in the folder."
