"""Where a message stopped: the steps up to the failed one, fewer of them when there is little room."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.model import Step
from mailflow_gui.ui.attention.trail import Trail, stops
from mailflow_gui.ui.theme import Theme
from tests.ui.desks import integration
from tests.ui.integrations.workbench import CATALOG

AT = "2026-11-24T14:02:18+01:00"
START, FINISH = integration("One").steps
MIDDLE = tuple(Step(kind=kind, id=kind) for kind in ("basic-filter", "data-mapper", "template", "log"))
LONG = replace(integration("One"), steps=(START, *MIDDLE, FINISH))


def message(*ends: tuple[str, str]) -> Activity:
    return Activity(
        "trip", "one", AT, "held", steps=tuple(ActivityStep(id, "", AT, 1.0, status) for id, status in ends)
    )


def titles(trail: Trail) -> list[str]:
    return [chip.stop.title for chip in trail.chips]


def test_it_ends_at_the_step_that_failed() -> None:
    found = stops(message(("basic-filter", "ok"), ("data-mapper", "failed")), LONG, CATALOG)
    assert [(one.title, one.end) for one in found] == [
        ("Receive Email", "done"),
        ("Basic Filter", "done"),
        ("Data Mapper", "failed"),
    ]


def test_a_step_that_waits_is_not_called_failed(qtbot: QtBot, look: Theme) -> None:
    trail = Trail()
    qtbot.addWidget(trail)
    short = replace(LONG, steps=(START, FINISH))
    trail.show_stops(stops(message((START.id, "ok"), (FINISH.id, "waiting")), short, CATALOG))
    assert trail.accessibleName() == "Where it stopped: Receive Email done, Send Email waits"


def test_steps_in_the_middle_make_room(qtbot: QtBot, look: Theme) -> None:
    trail = Trail()
    qtbot.addWidget(trail)
    trail.resize(1400, 40)
    trail.show()
    trail.show_stops(stops(message((FINISH.id, "failed")), LONG, CATALOG))
    assert titles(trail) == ["Receive Email", "Basic Filter", "Data Mapper", "Template", "Log", "Send Email"]
    trail.resize(480, 40)
    assert titles(trail) == ["Receive Email", "+4", "Send Email"]
    trail.resize(1400, 40)
    assert len(titles(trail)) == 6


def test_steps_that_were_not_reached_are_not_called_done() -> None:
    assert stops(message(), LONG, CATALOG) == []
    found = stops(message((START.id, "ok"), ("basic-filter", "ok")), LONG, CATALOG)
    assert [one.title for one in found] == ["Receive Email", "Basic Filter"]


def test_a_trail_of_one_step(qtbot: QtBot, look: Theme) -> None:
    trail = Trail()
    qtbot.addWidget(trail)
    trail.resize(50, 40)
    trail.show_stops(stops(message((START.id, "failed")), LONG, CATALOG))
    assert titles(trail) == ["Receive Email"]
