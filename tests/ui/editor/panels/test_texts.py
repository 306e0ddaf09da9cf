"""The panels with texts: Template, Advanced Filter, Log; and the panel of Data Mapper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.expressions.manual import EXAMPLES
from mailflow_gui.core.model import Step
from mailflow_gui.ui.editor.panels.expression_edit import ManualDialog
from mailflow_gui.ui.editor.side_panel import NARROW
from tests.ui.editor.panels.conftest import Open
from tests.ui.integrations.workbench import until
from tests.ui.mapper.stage import mapper

GREETING = "Dear {{message.from}},\nthank you for “{{subject}}”."


def template(text: str, **values: str) -> Step:
    return Step(kind="template", id="letter", values={"template": text, **values})


def expression(text: str) -> Step:
    return Step(kind="advanced-filter", id="filter", values={"filter": text} if text else {})


def log(**values: object) -> Step:
    return Step(kind="log", id="log", values=values)


# Template.


def test_the_preview_is_filled_with_the_sample(opened: Open) -> None:
    panel = opened(template(GREETING))
    filled = "Dear Jane Moore <jane.moore@example.org>,\nthank you for “Interested in your product”."
    until(lambda: panel.preview.text() == filled, "the filled text")
    assert panel.title.text() == "Preview for “Interested in your product”"


def test_a_long_subject_makes_the_panel_no_wider_than_its_place(opened: Open) -> None:
    panel = opened(template("{{subject}}"))
    until(lambda: panel.preview.text(), "the preview")
    panel.title.setText("Preview for “MAINTENANCE WINDOW TOMORROW, A…”")
    assert panel.minimumSizeHint().width() <= NARROW


def test_typing_changes_values_names_and_preview(opened: Open, qtbot: QtBot) -> None:
    panel = opened(template("{{subject}}"))
    panel.text.setPlainText("{{subject}} {{signature}}")
    assert panel.values() == {"template": "{{subject}} {{signature}}"}
    assert panel.names.text().startswith("Names: subject, signature\nNothing gives signature yet")
    until(lambda: panel.preview.text() == "Interested in your product ", "the preview")


def test_a_problem_is_told_with_line_and_column_and_marked(opened: Open) -> None:
    panel = opened(template("Hello\n{{#a}} x"))
    assert "(line 2, column 1)" in (panel._rows["template"].problem or "")
    assert panel.text.extraSelections()
    panel.focus_field("template")
    assert panel.text.textCursor().blockNumber() == 1


def test_names_that_a_mapper_gives_are_not_missing(opened: Open) -> None:
    given = Step(kind="data-mapper", id="m", values={"mappings": [{"from": ["subject"], "to": "signature"}]})
    panel = opened(template("{{signature}}"), given)
    assert panel.names.text() == "Names: signature"


def test_another_language_is_read_by_its_own_rules(opened: Open) -> None:
    panel = opened(template("Hello ${subject}", language="velocity"))
    assert panel.text.marks == []
    assert panel.names.text() == "Names: subject"
    until(lambda: panel.preview.text() == "Hello Interested in your product", "the filled text")
    panel.language.setCurrentIndex(panel.language.findData("mustache"))
    panel.language.activated.emit(panel.language.currentIndex())
    assert "does not conform to the format {{name}}" in (panel._rows["template"].problem or "")
    assert dict(panel.values()) == {"template": "Hello ${subject}"}


@pytest.mark.parametrize(
    ("name", "text", "language", "written"),
    [("a.vm", "Hi $from", "velocity", "${name}"), ("a.mustache", "Hi {{from}}", "mustache", "{{name}}")],
)
def test_a_file_brings_its_language(
    opened: Open, tmp_path: Path, name: str, text: str, language: str, written: str
) -> None:
    (tmp_path / name).write_text(text)
    panel = opened(template("", language="freemarker"))
    panel.read_file(str(tmp_path / name))
    until(lambda: panel.text.toPlainText() == text, "the file's text")
    assert panel.language.currentData() == language
    assert panel._rows["template"]._help_text == f"Write {written} where a value goes."


def test_a_file_is_read_into_the_field_and_undo_brings_the_text_back(opened: Open, tmp_path: Path) -> None:
    panel = opened(template("old"))
    (tmp_path / "a.tpl").write_bytes("\ufeffHi {{subject}}\r\nÄ".encode())
    panel.read_file(str(tmp_path / "a.tpl"))
    until(lambda: panel.text.toPlainText() == "Hi {{subject}}\nÄ", "the file's text")
    panel.text.undo()
    assert panel.text.toPlainText() == "old"


@pytest.mark.parametrize(("content", "words"), [(b"x" * 1_048_577, "more than 1 MB"), (b"\xff\xfe\x00a", "not text")])
def test_a_file_that_does_not_fit_is_refused(opened: Open, tmp_path: Path, content: bytes, words: str) -> None:
    panel = opened(template("old"))
    (tmp_path / "a.tpl").write_bytes(content)
    panel.read_file(str(tmp_path / "a.tpl"))
    until(lambda: words in (panel._rows["template"].problem or ""), "the refusal")
    assert panel.text.toPlainText() == "old"


def test_names_are_offered_after_two_braces(opened: Open) -> None:
    panel = opened(template(""))
    panel.text.setFocus()
    QTest.keyClicks(panel.text, "{{subj")
    assert panel.text.suggestions == ["subject}}"]


# Advanced Filter.


def test_the_expression_has_a_live_result(opened: Open) -> None:
    panel = opened(expression('subject contains "product"'))
    until(lambda: panel.result.counts.text() == "2 continue, 1 stops here", "the counts")


def test_errors_are_underlined_by_position_while_typing(opened: Open, qtbot: QtBot) -> None:
    panel = opened(expression(""))
    panel.expression.code.setFocus()
    with qtbot.waitSignal(panel.expression.code.marked):
        QTest.keyClicks(panel.expression.code, "subject contain 'a' ")
    assert [one.cursor.selectedText() for one in panel.expression.code.extraSelections()] == ["contain"]
    assert "(line 1, column 9)" in (panel.expression.row.problem or "")
    assert panel.result.note.isVisible() or panel.result._soon.isActive()


@pytest.mark.parametrize(
    "text", [*EXAMPLES, "message.subject == 'x'", "${mapped} == 'x'", "steps.letter.content == 'x'"]
)
def test_what_can_be_read_here_has_no_problem(opened: Open, text: str) -> None:
    panel = opened(expression(text), template("Dear"), Step(
        kind="data-mapper", id="m", values={"mappings": [{"from": ["subject"], "to": "mapped"}]}))  # fmt: skip
    assert [one for one in panel.expression.code.marks if not one.warning] == []


def test_fields_are_completed(opened: Open) -> None:
    panel = opened(expression(""))
    panel.expression.code.setFocus()
    QTest.keyClicks(panel.expression.code, "subj")
    assert "subject" in panel.expression.code.suggestions
    QTest.keyClick(panel.expression.code, Qt.Key.Key_Return)
    assert panel.expression.code.toPlainText().startswith("subject")


def test_an_example_begins_the_expression(opened: Open) -> None:
    panel = opened(expression(""))
    assert panel.expression.examples.isVisible()
    buttons = [one for one in panel.expression.examples.children() if hasattr(one, "click")]
    buttons[0].click()
    assert panel.values() == {"filter": EXAMPLES[0]}
    assert not panel.expression.examples.isVisible()


def test_the_manual_is_one_click_away(opened: Open) -> None:
    panel = opened(expression(""))
    panel.expression.manual.click()
    dialog = panel.findChild(ManualDialog)
    assert dialog is not None
    dialog.accept()


# Log.


def test_the_line_for_the_sample_is_shown(opened: Open) -> None:
    panel = opened(log(customText="Lead: {{subject}}"))
    until(lambda: panel.line.text() == "Lead: Interested in your product", "the line")
    panel.flags["bodyLoggingEnabled"].setChecked(True)
    until(lambda: panel.line.text().startswith("Body: [Hello, could you"), "the line with the body")
    assert dict(panel.values()) == {"customText": "Lead: {{subject}}", "bodyLoggingEnabled": True}


def test_nothing_to_log_says_so(opened: Open) -> None:
    panel = opened(log())
    until(lambda: panel.line.text() == "Nothing is written: choose what to log.", "the remark")


def test_a_wrong_placeholder_is_told(opened: Open) -> None:
    assert "(line 1, column 1)" in (opened(log(customText="{{#a}}"))._row.problem or "")


# Data Mapper.


def test_the_mapper_lists_its_mappings_and_opens_its_page(opened: Open, qtbot: QtBot) -> None:
    panel = opened(mapper())
    assert panel.title.text() == "4 of 8 fields of 3 · Send Email mapped"
    assert panel.lines.text().splitlines()[1] == "Email subject → Email subject (Trim · Prepend)"
    with qtbot.waitSignal(panel.open_requested):
        panel.open_button.click()


def test_the_mapper_tells_of_fields_that_are_gone(opened: Open) -> None:
    panel = opened(mapper({"mappings": [{"from": ["steps.gone.x"], "to": "to"}]}))
    assert panel.trouble.text() == "1 mapping has a field that is no longer there."
