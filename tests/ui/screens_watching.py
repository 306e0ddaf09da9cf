"""Pictures of an integration's page (15, 16, 32) for `tests/ui/screens.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mailflow_gui.core.model import Integration, Step
from mailflow_gui.ui.integrations.detail.page import ACTIVITY, DETAILS, HISTORY, LOG, METRICS
from tests.ui import office
from tests.ui.integrations.workbench import until

if TYPE_CHECKING:
    from tests.ui.screens import Studio


_NOTES = ("", "Filters by subject", "Writes a line to the log")


def _publish(studio: Studio, *drafts: tuple[Step, ...]) -> Integration:
    """The leads with these versions, the last one running since yesterday."""
    profiles = studio.desk.profiles
    for number, (steps, note) in enumerate(zip(drafts, _NOTES, strict=True), 1):
        one = profiles.profile.integration_of("leads")
        profiles.publish_integration(replace(one, draft=steps), note)
        until(lambda wanted=number: profiles.profile.integration_of("leads").version == wanted, "version")
    since = (datetime.now().astimezone() - timedelta(hours=30)).isoformat()
    studio.made.desk.engine.ledger.begin_run("leads", len(drafts), since)
    health = replace(studio.supervisor.healths["leads"], since=since, version=len(drafts), polls=12)
    studio.supervisor.healths["leads"] = health
    studio.desk.control.look()
    return profiles.profile.integration_of("leads")


def watching(studio: Studio) -> None:
    """Every tab, a failed message, an integration without messages, and the dialogs."""
    steps = office.INTEGRATIONS[0].steps
    one = _publish(studio, (steps[0], steps[-1]), (steps[0], steps[1], steps[-1]), steps)
    watching, page = studio.shell.watching, studio.shell.watching.page
    for tab, name in ((DETAILS, "32-details"), (METRICS, "16-metrics"), (LOG, "17-integration-log")):
        if tab == LOG:
            studio.desk.bridge.arrived.emit(office.events(datetime.now().astimezone()))
        watching.open_id(one.id, tab)
        studio.save(name)
    page.metrics.messages.chart.choose(20)
    page.metrics.periods.set_value("7")
    watching.open_id(one.id, METRICS)
    page.metrics.took.toggle.click()
    studio.save("16-week")
    page.metrics.periods.set_value("24")
    page.metrics.took.toggle.click()
    watching.open_id(one.id, ACTIVITY)
    until(lambda: page.activity._model.activities, "messages")
    page.activity.table.toggle(0)
    page.activity.table.setFocus()
    studio.save("15-activity")
    page.activity.search.setText("nothing like it")
    until(page.activity._no_match.isVisible, "answer")
    studio.save("15-nothing")
    _history(studio)
    watching.open_id("night", ACTIVITY)
    studio.save("15-empty")
    watching.open_id("invoices", ACTIVITY)
    until(lambda: page.activity._model.activities, "messages")
    page.activity.table.toggle(0)
    studio.save("15-failed")
    page._open_message(page.activity._model.activities[0])
    assert page.message is not None
    until(lambda: page.message is not None and page.message.letter, "message")
    studio.save("15-message")
    page.message.accept()
    page.activity._ask_again(page.activity._model.activities[0])
    studio.save("15-again")
    assert page.activity.question is not None
    page.activity.question.close()


def _history(studio: Studio) -> None:
    page = studio.shell.watching.page
    one = studio.desk.profiles.profile.integration_of("leads")
    changed = tuple(replace(step, values={"customText": "Lead"}) if step.kind == "log" else step for step in one.steps)
    studio.desk.profiles.save_integration(one.with_draft(changed))
    studio.shell.watching.open_id(one.id, HISTORY)
    until(lambda: len(page.history.rows) == 4, "versions and draft")
    studio.save("32-history")
    page.history._compare(1)
    assert page.history.dialog is not None
    page.history.dialog.after.setCurrentIndex(0)
    studio.save("32-compare")
    page.history.dialog.accept()
    page.header.rename()
    page.header.show_problem("That name is taken. Try another.")
    studio.save("32-rename")
    page.header.end_rename()
