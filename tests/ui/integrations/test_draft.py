"""The draft: which places there are, what they lack, and what is saved."""

from __future__ import annotations

from mailflow_gui.core.ideas import idea
from mailflow_gui.core.model import Connection, Integration, Profile, Step
from mailflow_gui.ui.integrations.create.draft import Draft, plain_values, problems_of
from tests.ui.integrations.workbench import CATALOG

RECEIVE = Step(connection="In", action="receive-email")
SEND = Step(connection="Out", action="send-email", values={"from": "a@example.org", "to": "b@example.org"})
LOG = Step(kind="log", values={"contextLoggingEnabled": True})
FILTER = Step(kind="basic-filter")
PROFILE = Profile((Connection("In", "email-receive"), Connection("Out", "email-send")))


def test_a_new_one_has_two_empty_places_and_nothing_to_lose() -> None:
    draft = Draft.new()
    assert draft.places == (None, None)
    assert not draft.is_changed()
    assert draft.with_step(0, RECEIVE).is_changed()


def test_what_a_saved_one_lacks_becomes_an_empty_place() -> None:
    assert Draft.of(Integration("a", (RECEIVE, FILTER, SEND)), CATALOG).places == (RECEIVE, FILTER, SEND)
    assert Draft.of(Integration("a", (RECEIVE, LOG)), CATALOG).places == (RECEIVE, LOG)
    assert Draft.of(Integration("a", (RECEIVE,)), CATALOG).places == (RECEIVE, None)
    assert Draft.of(Integration("a", (FILTER,)), CATALOG).places == (None, FILTER, None)
    assert Draft.of(Integration("a", (SEND,)), CATALOG).places == (None, SEND)
    assert Draft.of(Integration("a"), CATALOG).places == (None, None)


def test_a_saved_one_is_changed_only_by_a_change() -> None:
    draft = Draft.of(Integration("a", (RECEIVE,)), CATALOG)
    assert not draft.is_changed()
    assert draft.with_step(1, SEND).is_changed()


def test_an_idea_keeps_its_values_and_waits_for_connections() -> None:
    draft = Draft.from_idea(idea("forward-invoices"), CATALOG)
    assert [draft.is_placed(index) for index in range(3)] == [False, True, False]
    assert [step.kind or step.action for step in draft.steps] == ["receive-email", "basic-filter", "send-email"]
    assert draft.saved is None
    assert draft.base.name == "Forward invoices"


def test_problems_in_words() -> None:
    draft = Draft(Integration("a"), (RECEIVE, FILTER, Step(connection="Gone", action="send-email"), None))
    found = [problems_of(draft, index, PROFILE, CATALOG) for index in range(4)]
    assert found == [
        (),
        ("Rules: add at least one.",),
        ("There is no connection called “Gone”.",),
        ("Choose a connection.",),
    ]
    unchosen = draft.with_step(3, Step(action="send-email"))
    assert problems_of(unchosen, 3, PROFILE, CATALOG) == ("Choose a connection.",)


def test_only_what_differs_is_saved() -> None:
    declared = CATALOG.action("receive-email")[1].settings
    raw = {"folderName": "", "unseenOnly": True, "delay": "5000ms", "maxResults": 0, "afterSuccess": "move:"}
    assert plain_values(declared, raw, {"later": 1}) == {
        "later": 1,
        "unseenOnly": True,
        "maxResults": 0,
        "afterSuccess": "move:",
    }
