"""The data mapper page: drawing mappings by pointer and by keyboard, header, footer, size."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.core.mappings import Constant
from mailflow_gui.ui.mapper.email_dialog import EmailDialog
from mailflow_gui.ui.mapper.field_list import FieldList
from mailflow_gui.ui.mapper.rows import GroupKey
from mailflow_gui.ui.mapper.small_sheets import ConstantSheet, HeaderSheet
from tests.ui.integrations.workbench import let_settle, until
from tests.ui.mapper.conftest import Open
from tests.ui.mapper.driving import EMPTY, FILTER, LEFT, NONE, click_row, drag, key, port, rows
from tests.ui.mapper.stage import ROWS

# By pointer.


def test_a_line_is_drawn_from_port_to_port(opened: Open) -> None:
    page = opened(EMPTY)
    drag(page.board, port(page.board, "source", "from"), port(page.board, "target", "to"))
    assert rows(page) == [{"from": ["from"], "to": "to"}]
    assert page.panel.isVisible()
    assert page.panel.line_id == page.draft.lines[0].id


def test_and_from_a_target_back_to_a_source(opened: Open) -> None:
    page = opened(EMPTY)
    drag(page.board, port(page.board, "target", "cc"), port(page.board, "source", "replyTo"))
    assert rows(page) == [{"from": ["replyTo"], "to": "cc"}]


def test_dropping_beside_the_list_maps_nothing(opened: Open) -> None:
    page = opened(EMPTY)
    start = port(page.board, "source", "from")
    drag(page.board, start, start + QPoint(60, 40))
    assert (rows(page), page.board.pull) == ([], None)


def test_while_dragging_the_allowed_targets_are_filled_and_others_faint(opened: Open) -> None:
    page = opened()
    page.board.begin("source", "from", QPointF(500, 200))
    looks = page.board.targets.model_of.looks
    assert {name: (look.allowed, look.dimmed) for name, look in looks.items() if name in ("to", "subject", "text")} == {
        "to": (False, True), "subject": (True, False), "text": (False, True),
    }  # fmt: skip
    key(page, Qt.Key.Key_Escape)
    assert page.board.pull is None or page.board.cancel()
    assert not any(look.dimmed for look in page.board.targets.model_of.looks.values())


def test_a_click_on_a_line_selects_it(opened: Open) -> None:
    page = opened()
    curve = page.board.overlay.scene.curves[1]
    QTest.mouseClick(page.board, LEFT, NONE, curve.point(0.5).toPoint())
    assert page.selected is page.draft.filling("subject")
    assert page.board.overlay.scene.words == "Trim · Prepend"
    QTest.mouseClick(page.board, LEFT, NONE, QPoint(page.board.width() // 2, page.board.height() - 4))
    assert page.selected is None


def test_a_field_of_several_mappings_shows_one_after_the_other(opened: Open) -> None:
    page = opened()
    shown = []
    for _ in range(3):
        click_row(page.board.sources, "from")
        assert page.selected is not None
        shown.append(page.selected.targets)
    assert shown == [("to",), ("text",), ("to",)]


def test_plus_offers_the_fields(opened: Open) -> None:
    page = opened(EMPTY)
    targets = page.board.targets
    click_row(targets, "cc", targets.viewport().width() - 20)
    assert page.chooser is not None
    QTest.keyClicks(page.chooser.search, "reply")
    assert page.chooser.titles() == ["Reply to", "In-Reply-To"]
    QTest.keyClick(page.chooser.search, Qt.Key.Key_Return)
    assert rows(page) == [{"from": ["replyTo"], "to": "cc"}]


def test_a_group_is_folded_and_its_lines_end_at_its_head(opened: Open) -> None:
    page = opened()
    click_row(page.board.sources, GroupKey("receive"))
    assert "from" not in page.board.sources.model_of.places
    head = page.board.port("source", GroupKey("receive"))
    assert head is not None
    assert page.board.overlay.scene.curves[0].start == head
    click_row(page.board.sources, GroupKey("receive"))
    assert "from" in page.board.sources.model_of.places


def test_lines_follow_the_scrolling(opened: Open) -> None:
    page = opened()
    page.resize(1144, 420)
    before = page.board.overlay.scene.curves[0].start.y()
    page.board.sources.verticalScrollBar().setValue(30)
    assert page.board.overlay.scene.curves[0].start.y() == before - 30


# By keyboard.


def test_a_mapping_by_keyboard_alone(opened: Open) -> None:
    page = opened(EMPTY)
    page.focus_first()
    key(page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert "“Email to”" in page.board.heads.hint.text()
    key(page, Qt.Key.Key_Tab)
    assert page.board.targets.hasFocus()
    key(page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert rows(page) == [{"from": ["to"], "to": "subject"}]


def test_escape_ends_a_line_begun_by_keyboard(opened: Open) -> None:
    page = opened(EMPTY)
    page.focus_first()
    key(page, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert (page.board.pull, rows(page)) == (None, [])


def test_plus_and_enter_on_a_target_open_the_list(opened: Open) -> None:
    page = opened(EMPTY)
    page.board.targets.setFocus()
    for which in (Qt.Key.Key_Plus, Qt.Key.Key_Return):
        key(page, which)
        assert page.chooser is not None
        assert page.chooser.isVisible()
        QTest.keyClick(page.chooser.search, Qt.Key.Key_Escape)
    assert rows(page) == []


def test_enter_on_a_mapped_target_goes_to_the_panel_and_escape_back(opened: Open) -> None:
    page = opened()
    page.board.targets.setFocus()
    key(page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.panel.isAncestorOf(focus)
    key(page, Qt.Key.Key_Escape)
    assert (page.board.targets.hasFocus(), page.panel.isVisible()) == (True, False)


def test_delete_removes_the_selected_mapping_and_undo_brings_it_back(opened: Open) -> None:
    page = opened()
    page.board.targets.setFocus()
    key(page, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert page.draft.filling("subject") is None
    assert page.toasts.text == "Mapping removed: Email subject → Email subject"
    key(page, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert rows(page) == ROWS
    key(page, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.draft.filling("subject") is None


def test_search_shows_only_fields_of_that_name_and_escape_ends_it(opened: Open) -> None:
    page = opened()
    page.focus_first()
    key(page, Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.board.heads.search, "subj")
    shown = [row.title for row in page.board.sources.model_of.rows]
    assert shown == ["1 · Receive Email", "Email subject"]
    assert len(page.board.overlay.scene.curves) == 1
    key(page, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert (page.board.heads.search.isVisible(), page.board.sources.hasFocus()) == (False, True)
    assert len(page.board.overlay.scene.curves) == 5


# The header and the footer.


def test_lines_are_not_drawn_over_a_toast(opened: Open) -> None:
    page = opened(EMPTY)
    page.header.same_names.click()
    toast = next(
        one for one in page.board.children() if isinstance(one, QWidget) and one.accessibleName() == page.toasts.text
    )
    page.resize(page.width() - 40, page.height())
    let_settle()
    above = page.board.children()
    assert above.index(toast) > above.index(page.board.overlay)


def test_map_same_names_tells_how_many_and_can_be_undone(opened: Open) -> None:
    page = opened()
    page.header.same_names.click()
    assert page.toasts.text == "3 fields mapped by name"
    page.draft.undo()
    assert rows(page) == ROWS


def test_done_gives_the_values(opened: Open, qtbot: QtBot) -> None:
    page = opened()
    with qtbot.waitSignal(page.done) as told:
        page.header.done.click()
    assert told.args == [{"mappings": ROWS, "constants": [{"name": "Sales team", "value": "sales@ourcompany.com"}]}]


def test_cancel_asks_only_when_something_changed(opened: Open, qtbot: QtBot) -> None:
    page = opened()
    with qtbot.waitSignal(page.cancelled):
        page.header.cancel.click()
    page.draft.remove(page.draft.lines[0].id)
    page.header.cancel.click()
    box = page.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "Discard the changes to this mapping?"
    with qtbot.waitSignal(page.cancelled):
        next(one for one in box.buttons() if one.text() == "Discard").click()


def test_preview_email_shows_what_would_be_sent(opened: Open) -> None:
    page = opened()
    page.samples.preview.click()
    dialog = page.findChild(EmailDialog)
    assert dialog is not None
    until(lambda: dialog.text.text(), "the email")
    assert dialog.heads["Subject"].text() == "Re: Interested in your product"
    assert dialog.heads["To"].text() == "Jane Moore <jane.moore@example.org>"
    assert "Subject: Re: Interested in your product" in dialog.source.text()
    dialog.accept()


def test_preview_email_may_be_closed_before_it_is_there(opened: Open) -> None:
    page = opened()
    page.samples.preview.click()
    dialog = page.findChild(EmailDialog)
    assert dialog is not None
    dialog.accept()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    asked = page._preview._latest._task
    assert asked is not None
    done: list[object] = []
    asked.done(done.append)
    until(lambda: done, "the answer")  # what is raised on the way fails the test


def test_preview_email_says_why_there_is_none(opened: Open) -> None:
    page = opened(before=(FILTER,))
    page.samples.preview.click()
    dialog = page.findChild(EmailDialog)
    assert dialog is not None
    until(lambda: dialog.trouble.isVisible(), "the reason")
    assert "This message stops at Basic Filter" in dialog.trouble.accessibleName()
    dialog.accept()


def test_constants_are_added_changed_and_removed(opened: Open) -> None:
    page = opened(EMPTY)
    page.board.action_wanted.emit(GroupKey("constants"))
    sheet = page.findChild(ConstantSheet)
    assert sheet is not None
    QTest.keyClicks(sheet.name, "Team")
    sheet.save.click()
    assert sheet.isVisible(), "a constant needs a value"
    QTest.keyClicks(sheet.value, "team@example.org")
    sheet.save.click()
    assert page.board.sources.current_key() == Constant("team@example.org")
    page.draft.connect(Constant("team@example.org"), "cc")
    assert page.draft.title(page.draft.lines[0]) == "Team → Email cc"


def test_a_header_becomes_a_source(opened: Open) -> None:
    page = opened(EMPTY)
    page.board.action_wanted.emit(GroupKey("headers"))
    sheet = page.findChild(HeaderSheet)
    assert sheet is not None
    QTest.keyClicks(sheet.name, "Message-ID:")
    sheet.save.click()
    assert page.board.sources.model_of.looks["headers.Message-ID"].value == "<0@example.org>"


# Size.


def test_in_a_narrow_window_the_panel_lies_over_the_board(opened: Open) -> None:
    page = opened()
    page.resize(844, 600)
    width = page.board.width()
    page.select(page.draft.lines[0].id)
    assert (page.board.width(), page.panel.isVisible()) == (width, True)
    assert page.panel.geometry().right() == page.width() - 1
    page.resize(1144, 800)
    assert page.board.width() == 1144 - page.panel.width()


def test_moving_along_the_targets_opens_no_sheet_in_a_narrow_window(opened: Open) -> None:
    page = opened()
    page.resize(844, 600)
    page.board.targets.setFocus()
    key(page, Qt.Key.Key_Down)
    assert (page.selected is not None, page.panel.isVisible()) == (True, False)


def test_without_a_step_that_takes_data_the_page_says_so(opened: Open) -> None:
    page = opened(EMPTY, after=())
    assert page.empty.isVisible()
    assert page.board.heads.count.text() == ""


def test_only_rows_in_sight_are_painted(opened: Open) -> None:
    page = opened()
    fields: QWidget = page.board.sources
    assert isinstance(fields, FieldList)
    page.resize(1144, 420)
    fields.rows_painted = 0
    fields.viewport().repaint()
    assert 0 < fields.rows_painted <= 7
