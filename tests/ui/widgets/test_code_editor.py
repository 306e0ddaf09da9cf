"""The code editor: problems by position, completion, line numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.code_editor import CodeEditor, Completion, Mark, template_completions, template_marks

NAMES = [("subject", "Email subject"), ("from", "Email from"), ("folder", "Folder")]


def marks(text: str) -> list[Mark]:
    found = text.find("bad")
    return [Mark(found, 3, "Not good.", 1, found + 1)] if found >= 0 else []


def words(text: str, cursor: int) -> Sequence[Completion]:
    start = text.rfind(" ", 0, cursor) + 1
    return [Completion(one, "a word", start, cursor - start) for one in ("apple", "apricot") if one[: cursor - start]]


@pytest.fixture
def editor(qtbot: QtBot, look: Theme) -> CodeEditor:
    made = CodeEditor(numbers=True, marks=marks, completions=words)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def underlined(editor: CodeEditor) -> list[str]:
    return [one.cursor.selectedText() for one in editor.extraSelections()]


def test_a_problem_is_underlined_while_typing(editor: CodeEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.marked):
        QTest.keyClicks(editor, "a bad b")
    assert underlined(editor) == ["bad"]
    with qtbot.waitSignal(editor.marked):
        editor.setPlainText("fine")
    assert underlined(editor) == []


def test_positions_count_characters_beyond_the_basic_plane(editor: CodeEditor) -> None:
    editor.setPlainText("😀😀 bad")
    editor.look()
    assert underlined(editor) == ["bad"]
    editor.go_to(editor.marks[0])
    assert editor.textCursor().position() == 5, "two units for each of the two"


def test_completion_opens_while_typing_and_enter_takes_it(editor: CodeEditor) -> None:
    QTest.keyClicks(editor, "x ap")
    assert editor.suggestions == ["apple", "apricot"]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "x apple"
    assert editor.suggestions == []


def test_escape_closes_the_suggestions_and_ctrl_space_opens_them(editor: CodeEditor) -> None:
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.suggestions == []
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert editor.suggestions == ["apple", "apricot"]
    assert editor.toPlainText() == "a"


def test_a_completion_is_put_in_at_its_place_behind_wide_characters(editor: CodeEditor) -> None:
    QTest.keyClicks(editor, "x ")
    editor.insertPlainText("😀 ")
    QTest.keyClicks(editor, "ap")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "x 😀 apple"


def test_there_is_room_for_line_numbers(editor: CodeEditor) -> None:
    before = editor.gutter_width()
    editor.setPlainText("\n" * 1000)
    assert editor.gutter_width() > before


@pytest.mark.parametrize(("text", "cursor", "offered"), [
    ("{{", 2, ["subject}}", "from}}", "folder}}"]),
    ("{{fo", 4, ["folder}}"]),
    ("{{f}}", 3, ["from", "folder"]),
    ("{{{su", 5, ["subject}}}"]),
    ("{{#from", 7, ["from}}"]),
    ("Dear ", 5, []),
    ("{{a}} b", 7, []),
])  # fmt: skip
def test_names_are_offered_within_braces(text: str, cursor: int, offered: list[str]) -> None:
    assert [one.text for one in template_completions(NAMES, text, cursor)] == offered


@pytest.mark.parametrize(("text", "offered"), [
    ("Hi ${", ["subject}", "from}", "folder}"]),
    ("Hi ${fo}", ["folder"]),
    ("{{fo", []),
])  # fmt: skip
def test_names_are_offered_within_the_braces_of_other_languages(text: str, offered: list[str]) -> None:
    cursor = len(text.removesuffix("}"))
    assert [one.text for one in template_completions(NAMES, text, cursor, "velocity")] == offered


@pytest.mark.parametrize(("text", "places"), [
    ("", []), ("Hello {{name}}", []), ("{{#a}} x", [(0, 6, False)]), ("a\n{{x y}}", [(2, 7, False)]),
    ("plain", [(0, 1, True)]),
])  # fmt: skip
def test_findings_of_templates_become_marks(text: str, places: list[tuple[int, int, bool]]) -> None:
    assert [(one.start, one.length, one.warning) for one in template_marks(text)] == places
