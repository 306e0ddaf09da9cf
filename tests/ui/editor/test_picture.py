"""What the canvas shows of a Test Run."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Profile
from mailflow_gui.core.rehearsal import Outcome, Rehearsal, StepResult
from mailflow_gui.ui.editor.canvas import Picture
from mailflow_gui.ui.editor.picture import picture_of
from tests.ui.editor.stand import FILTER, FLOW, LOG, RECEIVE, SEND
from tests.ui.integrations.workbench import CATALOG

EXCHANGE = Exchange("x", Message(b""), datetime(2026, 11, 24, tzinfo=UTC))


def passage(step_id: str, outcome: Outcome, text: str = "", milliseconds: float = 1.2, item: str = "") -> StepResult:
    return StepResult(step_id, "Step", outcome, text, milliseconds, EXCHANGE, item=item)


def shown(*passages: StepResult) -> Picture:
    """The design's flow, without its data mapper, and with its log disabled."""
    steps = (RECEIVE, FILTER, replace(LOG, disabled=True), SEND)
    rehearsal = Rehearsal(EXCHANGE.message, "", passages, EXCHANGE)
    return picture_of(replace(FLOW, steps=steps), Profile(), CATALOG, rehearsal)


def test_where_it_stops_is_said_and_what_comes_later_is_dimmed() -> None:
    picture = shown(passage("filter", Outcome.STOPPED, "1 of 2 rules did not match"))
    assert {id: one.text for id, one in picture.verdicts.items()} == {
        "receive": "1 message",
        "filter": "stopped",
        "send": "not reached",
    }
    assert picture.faces["filter"].summary == "Stopped here: 1 of 2 rules did not match"
    assert [id for id, face in picture.faces.items() if face.dim] == ["send"]


def test_what_is_held_back_says_to_whom_it_would_go() -> None:
    held = passage("send", Outcome.HELD_BACK, "Would be sent to jane@example.org")
    picture = shown(passage("filter", Outcome.OK, milliseconds=17.6), held)
    assert (picture.verdicts["filter"].text, picture.verdicts["send"].text) == ("18 ms", "held back")
    assert picture.faces["send"].summary == "Would be sent to jane@example.org"


def test_of_the_items_of_a_split_the_failed_one_speaks() -> None:
    failed = passage("send", Outcome.FAILED, "No recipient", item="1")
    picture = shown(failed, passage("send", Outcome.HELD_BACK, "Would be sent to b", item="2"))
    assert picture.verdicts["send"].text == "failed × 2"
    assert (picture.faces["send"].summary, picture.faces["send"].failed) == ("No recipient", True)


def test_of_the_items_of_a_split_one_that_went_on_speaks_before_one_that_stopped() -> None:
    picture = shown(passage("filter", Outcome.OK, "fine", item="1"), passage("filter", Outcome.STOPPED, "no", item="2"))
    assert (picture.verdicts["filter"].text, picture.faces["filter"].summary) == ("2 ms × 2", "fine")
