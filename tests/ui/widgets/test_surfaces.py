"""Labels, pills, rows, banners, toasts, stepper and page parts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.card import Card, ClickableCard
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.menu import themed_menu
from mailflow_gui.ui.widgets.page import Footer
from mailflow_gui.ui.widgets.pill import Chip, StatusPill
from mailflow_gui.ui.widgets.spinner import Spinner
from mailflow_gui.ui.widgets.stepper import Stepper
from mailflow_gui.ui.widgets.tile import Tile
from mailflow_gui.ui.widgets.toast import ToastHost

KINDS = [
    "running",
    "stopped",
    "attention",
    "draft",
    "busy",
    "failed",
    "validated",
    "not_validated",
    "sign_in",
    "live",
    "neutral",
    "error",
    "warning",
    "success",
]


@pytest.fixture
def window(look: Theme, qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(500, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made


def put(window: QWidget, *widgets: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
    layout.activate()


def colors_of(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_label_shows_markup_as_text(window: QWidget) -> None:
    label = Label("<b>not bold</b> & plain")
    put(window, label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    spoken = QAccessible.queryAccessibleInterface(label)
    assert spoken.text(QAccessible.Text.Name) == "<b>not bold</b> & plain"


def test_label_color_survives_moving_and_switching(window: QWidget, look: Theme) -> None:
    label = Label("██████", "body", "text")
    label.set_role("dangerText")
    put(window, label)
    assert look.color("dangerText").name() in colors_of(label)
    look.set_mode("dark")
    assert look.color("dangerText").name() in colors_of(label)
    label.set_selectable()
    assert look.color("dangerText").name() in colors_of(label)


def test_wrapped_label_has_the_line_height_of_the_design(look: Theme, qtbot: QtBot) -> None:
    label = Label("word " * 60, "body", wrap=True)
    qtbot.addWidget(label)
    narrow, wide = label.heightForWidth(100), label.heightForWidth(1000)
    assert narrow > wide
    assert narrow % look.line_height("body") == 0
    assert Label("one\ntwo").sizeHint().height() == 2 * look.line_height("body")


def test_elided_label_has_the_full_text_as_tooltip_only_when_cut(window: QWidget) -> None:
    label = ElidedLabel("A rather long description of a connection that does not fit")
    put(window, label)
    label.resize(80, 20)
    assert "does not fit" in label.toolTip()
    label.resize(2000, 20)
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() < 100


@pytest.mark.parametrize("kind", KINDS)
def test_pill_has_a_word_and_room_for_it(window: QWidget, kind: str) -> None:
    pill = StatusPill(kind, "Needs attention")
    put(window, pill)
    assert pill.sizeHint().width() > pill.fontMetrics().horizontalAdvance("Needs attention")
    spoken = QAccessible.queryAccessibleInterface(pill)
    assert spoken.role() == QAccessible.Role.StaticText
    assert spoken.text(QAccessible.Text.Name) == "Needs attention"
    assert len(colors_of(pill)) > 3


def test_pill_shape_differs_without_color(window: QWidget) -> None:
    looks = set()
    for kind in ("running", "stopped", "attention", "failed", "validated", "not_validated"):
        pill = StatusPill(kind, "x")
        put(window, pill)
        shape = pill.grab().toImage()
        ink = pill.grab().toImage().convertToFormat(shape.Format.Format_Mono)
        looks.add(bytes(ink.constBits()))
    assert len(looks) == 6


def test_unknown_kinds_are_refused(look: Theme, qtbot: QtBot) -> None:
    for make in (lambda: StatusPill("nice", "x"), lambda: Tile("mail", "nice"), lambda: Banner("nice", "x")):
        with pytest.raises(KeyError):
            make()


def test_clickable_card_answers_pointer_and_keys(window: QWidget) -> None:
    card = ClickableCard("Start Sandbox")
    put(window, card)
    clicks: list[int] = []
    card.clicked.connect(lambda: clicks.append(1))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.mouseClick(card, Qt.MouseButton.RightButton)
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert len(clicks) == 3


def test_selected_card_has_an_accent_edge(window: QWidget, look: Theme) -> None:
    card = ClickableCard("one")
    put(window, card)
    assert look.color("accent").name() not in colors_of(card)
    card.set_selected(True)
    assert look.color("accent").name() in colors_of(card)


def test_row_list_moves_the_focus_and_keeps_it_on_removal(window: QWidget) -> None:
    frame = RowList("Connections")
    rows = [ListRow(f"row {number}", 48) for number in range(4)]
    for row in rows:
        frame.add_row(row)
    put(window, frame)
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    rows[1].hide()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[2].hasFocus()
    QTest.keyClick(rows[2], Qt.Key.Key_Up)
    QTest.keyClick(rows[0], Qt.Key.Key_Up)
    assert rows[0].hasFocus()
    frame.remove_row(rows[0])
    assert rows[2].hasFocus() or rows[1].hasFocus()
    assert len(frame.rows()) == 3
    assert frame.rows()[-1].is_last
    frame.clear()
    assert frame.rows() == []


def test_hidden_rows_do_not_round_the_corners(window: QWidget) -> None:
    frame = RowList()
    rows = [ListRow(str(number)) for number in range(3)]
    for row in rows:
        frame.add_row(row)
    put(window, frame)
    rows[0].hide()
    assert [row.is_first for row in rows] == [False, True, False]
    rows[0].show()
    assert [row.is_first for row in rows] == [True, False, False]


def test_a_hairline_takes_no_room_of_its_own(window: QWidget) -> None:
    frame = RowList()
    rows = [ListRow(str(number), 57) for number in range(3)]
    for row in rows:
        frame.add_row(row)
    put(window, frame)
    assert [row.y() for row in rows] == [1, 58, 115]
    assert [row.has_line for row in rows] == [True, True, False]


def test_a_tile_stands_out_from_a_selected_row(window: QWidget, look: Theme) -> None:
    row, tile = ListRow("row"), Tile("receive", "receive", 32)
    row.lay_out().addWidget(tile)
    put(window, row)
    tint = look.color("cReceiveBg").name()
    assert tint in colors_of(tile)
    row.set_selected(True)
    assert tint not in colors_of(tile)


def test_child_button_of_a_row_does_not_open_the_row(window: QWidget) -> None:
    row = ListRow("row")
    inner = Button("Sign In…")
    row.lay_out().addWidget(inner)
    put(window, row)
    opened: list[int] = []
    row.clicked.connect(lambda: opened.append(1))
    QTest.mouseClick(inner, Qt.MouseButton.LeftButton)
    QTest.keyClick(inner, Qt.Key.Key_Return)
    assert opened == []


def test_banner_buttons_act_and_only_info_is_dismissible(window: QWidget) -> None:
    acted: list[str] = []
    banner = Banner("warning", "3 messages need your attention", "", [("Review", lambda: acted.append("review"))])
    put(window, banner)
    QTest.mouseClick(banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert acted == ["review"]
    banner.set_content("error", "Not sent", "The server refused it.")
    assert banner.buttons() == []
    assert banner.accessibleName() == "Not sent. The server refused it."


def test_toast_is_single_and_offers_its_action(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    done: list[int] = []
    host.show_toast("First")
    host.show_toast("Integration stopped", ("Undo", lambda: done.append(1)), "success")
    assert host.text == "Integration stopped"
    toast = next(part for part in window.findChildren(QWidget) if part.accessibleName() == host.text)
    assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
    assert toast.geometry().bottom() < window.height()
    undo = next(part for part in toast.findChildren(QWidget) if getattr(part, "text", str)() == "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert host.text == ""


def test_toast_covers_no_footer_of_the_page_that_follows(qtbot: QtBot) -> None:
    stack, plain, wizard, footer = QStackedWidget(), QWidget(), QWidget(), Footer()
    qtbot.addWidget(stack)
    column = QVBoxLayout(wizard)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(footer)
    stack.addWidget(plain)
    stack.addWidget(wizard)
    stack.resize(600, 400)
    stack.show()
    host = ToastHost(stack)
    host.show_toast("Saved")
    toast = host._toast
    assert toast is not None
    low = toast.geometry().bottom()
    stack.setCurrentWidget(wizard)
    qtbot.waitUntil(lambda: toast.geometry().bottom() < footer.y() > 0)
    stack.setCurrentWidget(plain)
    qtbot.waitUntil(lambda: toast.geometry().bottom() == low)


def test_toast_leaves_after_its_time(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    host.show_toast("Saved", seconds=0.05)
    qtbot.waitUntil(lambda: host.text == "", timeout=3000)


def test_toast_stays_while_it_has_the_focus(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    host.show_toast("Skipped", ("Undo", lambda: None), seconds=0.05)
    toast = next(part for part in window.findChildren(QWidget) if part.accessibleName() == host.text)
    undo = next(part for part in toast.findChildren(QWidget) if getattr(part, "text", str)() == "Undo")
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(200)
    assert host.text == "Skipped"
    other = Button("Elsewhere")
    put(window, other)
    other.setFocus()
    qtbot.waitUntil(lambda: host.text == "", timeout=3000)


def test_stepper_leads_back_only(window: QWidget) -> None:
    stepper = Stepper(["Choose connector", "Configure connection", "Name connection"])
    put(window, stepper)
    stepper.set_current(1)
    went: list[int] = []
    stepper.step_clicked.connect(went.append)
    marks = [part for part in stepper.findChildren(QWidget) if part.accessibleName()]
    assert [mark.accessibleName().split(", ")[1] for mark in marks] == ["done", "current step", "not yet"]
    for mark in marks:
        QTest.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert went == [0]


def test_stepper_shows_only_the_current_label_when_narrow(window: QWidget) -> None:
    stepper = Stepper(["Choose connector", "Configure connection", "Name connection"])
    put(window, stepper)
    narrow = stepper.sizeHint().width()
    window.resize(1200, 400)
    assert stepper.sizeHint().width() > narrow
    window.resize(900, 400)
    assert stepper.sizeHint().width() == narrow


def test_empty_state_has_one_button(window: QWidget) -> None:
    done: list[int] = []
    state = EmptyState("search", "No connection is called “xyz”", "", ("Clear Filter", lambda: done.append(1)))
    put(window, state)
    assert state.button is not None
    state.button.click()
    assert done == [1]
    state.set_text("Nothing yet")
    assert state.accessibleName() == "Nothing yet"


def test_deleted_widgets_do_not_hear_the_theme(look: Theme, qtbot: QtBot) -> None:
    for _ in range(20):
        for widget in (Label("x"), Button("x"), StatusPill("busy", "x"), Card(), Chip("x"), Spinner()):
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look.set_mode("dark")
    assert look.color("surface") == QColor("#1F2229")


@pytest.mark.parametrize("pixels", [13, 17])
def test_the_buttons_of_a_question_show_all_their_words(
    window: QWidget, look: Theme, pixels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    larger = look.font("body")
    larger.setPixelSize(pixels)
    monkeypatch.setattr(look, "_base_font", larger)
    look.set_mode(look.mode)
    box = QMessageBox(window)
    box.setText("Delete it?")
    for words, role in (("Delete Integration", "DestructiveRole"), ("Keep Integration", "RejectRole")):
        box.addButton(words, QMessageBox.ButtonRole[role])
    box.open()
    assert [one.text() for one in box.buttons() if one.width() < one.sizeHint().width()] == []
    box.close()
    monkeypatch.undo()
    look.set_mode(look.mode)


def test_menu_keeps_native_behavior(look: Theme, qtbot: QtBot) -> None:
    menu = themed_menu()
    qtbot.addWidget(menu)
    action = menu.addAction("Duplicate")
    with qtbot.waitSignal(action.triggered):
        menu.popup(menu.pos())
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)
