"""Details: the flow with its branches, today's numbers, and facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.model import Flow, Step
from mailflow_gui.core.versions import Version
from mailflow_gui.ui import times
from mailflow_gui.ui.integrations.detail.details_tab import numbered, version_words
from mailflow_gui.ui.theme import Theme
from tests.ui.integrations.detail.stand import LEADS, Stand, stand


def test_todays_numbers_and_since_when_it_runs(shown: Stand, qtbot: QtBot) -> None:
    shown.desk.supervisor.healths[LEADS.id] = Health(State.RUNNING, since="2026-11-23T08:00:00+01:00")
    for number, state in enumerate((TripState.DONE, TripState.DONE, TripState.FILTERED, TripState.HELD)):
        shown.take(number, state)
    shown.take(9, TripState.DONE, age=30)
    shown.page.show_integration(LEADS.id)
    today = shown.page.details.today
    qtbot.waitUntil(lambda: today.values[0].text() == "4")
    assert [value.text() for value in today.values] == ["4", "2", "1", "1"]
    about = [value.text() for value in shown.page.details.about.values]
    assert about[0] == times.day_and_time("2026-11-23T08:00:00+01:00")
    assert about[2] == "Tried again for 5 days, then Needs Attention"


def test_the_health_of_its_connection(shown: Stand) -> None:
    away = Health(State.WAITING, trouble="It does not answer", hint="Mailflow tries again.", cause="TIMED_OUT")
    shown.desk.supervisor.healths[LEADS.id] = replace(away, last_contact=datetime.now().astimezone().isoformat())
    shown.page.show_integration(LEADS.id)
    values = [value.text() for value in shown.page.details.health.values]
    assert values[0] == "Waiting: It does not answer. Mailflow tries again"
    assert values[1].count(":") == 2
    assert values[2:] == ["–", "–", "–"]
    assert shown.page.header.pill.toolTip().startswith("Waiting: It does not answer. Last contact ")


def test_one_that_does_not_run_says_so(shown: Stand) -> None:
    shown.page.show_integration(LEADS.id)
    assert [value.text() for value in shown.page.details.about.values][:2] == ["Stopped", "Draft, not started yet"]


def test_labels_are_a_fact_where_there_are_any(shown: Stand) -> None:
    shown.page.show_integration(LEADS.id)
    labels = shown.page.details.about.values[3]
    assert labels.isHidden()
    shown.page.details.show_integration(replace(LEADS, labels=("sales", "archive")))
    assert (labels.isHidden(), labels.text()) == (False, "sales, archive")


def test_branches_are_numbered_as_people_count(tmp_path: Path, qtbot: QtBot, look: Theme) -> None:
    log, template = Step(kind="log", id="log"), Step(kind="template", id="template", disabled=True)
    branch = Step(kind="conditional-flows", flows=(Flow({"default": True}, (log,)), Flow({}, (template,))), id="b")
    steps = (LEADS.steps[0], branch, LEADS.steps[1])
    assert [(number, depth, step.id) for number, depth, step in numbered(steps)] == [
        ("1", 0, LEADS.steps[0].id),
        ("2", 0, "b"),
        ("2.1.1", 1, "log"),
        ("2.2.1", 1, "template"),
        ("3", 0, LEADS.steps[1].id),
    ]
    made = stand(tmp_path, replace(LEADS, steps=steps))
    qtbot.addWidget(made.page)
    made.page.show_integration(LEADS.id)
    names = [row.accessibleName() for row in made.page.details.flow.rows()]
    assert names[2].startswith("2.1.1. Log, ")
    made.close()


def test_a_version_with_its_date_and_what_lies_beyond() -> None:
    one = replace(LEADS, version=4)
    known = Version(4, "2026-11-22T10:00:00+01:00", one)
    assert version_words(one, known).startswith("4, saved 22 November")
    assert version_words(one, None) == "4"
    refused = Health(State.RUNNING, version=3, refused="The password is missing")
    assert version_words(one, known, refused) == "3 runs. 4 could not start: The password is missing"
    assert version_words(replace(one, draft=()), None) == "4. Has changes that are not running yet"
