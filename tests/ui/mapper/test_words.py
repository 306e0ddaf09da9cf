"""The data mapper page: what its rows show and say, and mappings whose fields are gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.mappings import Constant
from mailflow_gui.core.model import Step
from tests.ui.mapper.conftest import Open
from tests.ui.mapper.driving import FILTER, LEFT, TEMPLATE, rows, spoken
from tests.ui.mapper.stage import settled

# Values and words.


def test_values_and_results_are_live(opened: Open) -> None:
    page = opened()
    sources, targets = page.board.sources.model_of.looks, page.board.targets.model_of.looks
    assert sources["from"].value == "Jane Moore <jane.moore@example.org>"
    assert (sources["cc"].value, sources["attachments"].value) == ("(empty)", "none")
    assert targets["subject"].value == "Re: Interested in your product"
    assert (targets["from"].typed, targets["from"].value) == (True, "info@ourcompany.com")
    assert targets["bcc"].value == "Not mapped"


def test_another_sample_shows_other_values(opened: Open) -> None:
    page = opened()
    QTest.mouseClick(page.samples.on, LEFT)
    settled(page)
    assert page.board.targets.model_of.looks["subject"].value == "Re: Opening hours"
    assert (page.samples.on.isEnabled(), page.samples.back.isEnabled()) == (False, True)


def test_steps_before_the_mapper_are_passed_first(opened: Open) -> None:
    page = opened({"mappings": [{"from": ["steps.letter.content"], "to": "text"}]}, before=(TEMPLATE,))
    assert page.board.targets.model_of.looks["text"].value.startswith("Dear Jane Moore")


def test_a_sample_that_would_not_come_here_says_so(opened: Open) -> None:
    page = opened(before=(FILTER,))
    assert page.samples.note.text() == "This message stops at Basic Filter."
    assert page.board.targets.model_of.looks["subject"].value == "Re: Interested in your product"


@pytest.mark.parametrize(("side", "name", "words"), [
    ("sources", "subject", "Email subject, mapped to Email subject with Trim, Prepend. Interested in your product"),
    ("sources", "cc", "Email cc, not mapped. (empty)"),
    ("sources", Constant("sales@ourcompany.com"), "Sales team, mapped to Email cc. sales@ourcompany.com"),
    ("targets", "subject",
     "Email subject, mapped from Email subject with Trim, Prepend. Re: Interested in your product"),
    ("targets", "from", "Email from, typed value info@ourcompany.com"),
    ("targets", "bcc", "Email bcc, not mapped"),
])  # fmt: skip
def test_every_field_says_what_it_is_mapped_to(opened: Open, side: str, name: object, words: str) -> None:
    assert spoken(getattr(opened().board, side), name) == words


def test_the_count_and_the_missing_recipient(opened: Open) -> None:
    page = opened()
    assert (page.board.heads.count.text(), page.header.pill.isVisible()) == ("4 of 8 mapped", False)
    for name in ("to", "cc"):
        line = page.draft.filling(name)
        assert line is not None
        page.draft.remove(line.id)
    page.refresh()
    assert (page.board.heads.count.text(), page.header.pill.text()) == ("2 of 8 mapped", "Email to is empty")


def test_typed_values_that_win_are_shown(opened: Open) -> None:
    send = Step(
        action="send-email", connection="Send Emails to Leads", id="send",
        values={"from": "a@example.org", "subject": "Fixed", "priority": "inputValues"},
    )  # fmt: skip
    page = opened(after=(send,))
    look = page.board.targets.model_of.looks["subject"]
    assert (look.value, look.typed, look.mapped) == ("Fixed", True, True)


def test_a_failing_transformation_is_red_and_said_in_the_panel(opened: Open) -> None:
    page = opened({"mappings": [{"from": ["subject"], "to": "subject", "transformations": [{"Round": {}}]}]})
    page.select(page.draft.lines[0].id)
    assert page.board.targets.model_of.looks["subject"].trouble
    assert any("not a number" in text for text in page.panel.body.preview.texts())


def test_a_mapping_whose_field_is_gone_is_shown_and_repaired(opened: Open) -> None:
    page = opened({"mappings": [{"from": ["steps.gone.total"], "to": "subject"}]})
    assert [row.title for row in page.board.sources.model_of.rows][-2:] == ["No longer there", "steps.gone.total"]
    assert page.board.overlay.scene.curves[0].broken
    page.select(page.draft.lines[0].id)
    page.panel.body.sources[0].name.click()
    chooser = QApplication.activePopupWidget()
    assert chooser is not None
    QTest.keyClicks(chooser.focusWidget(), "Email subject")
    QTest.keyClick(chooser.focusWidget(), Qt.Key.Key_Return)
    assert rows(page) == [{"from": ["subject"], "to": "subject"}]
    assert not page.board.overlay.scene.curves[0].broken
