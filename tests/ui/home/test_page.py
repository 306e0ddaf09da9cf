"""Home before the first integration and afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.ideas import IDEAS
from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.model import Connection, Integration, Profile, Step
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.today import Today
from mailflow_gui.ui.home.page import HomePage
from mailflow_gui.ui.theme import Theme
from tests.ui.integrations.workbench import StillSupervisor, Workbench, remember, sending, until, workbench

RECEIVE = Connection("Obtain Info Emails", "email-receive", {"protocol": "imap", "host": "x.example", "port": 993})
STEPS = (
    Step(connection=RECEIVE.name, action="receive-email"),
    Step(connection="Send Emails to Leads", action="send-email", values={"from": "a@b.org", "to": "c@d.org"}),
)


@dataclass
class Desk:
    """A home page and what it is handed."""

    bench: Workbench
    supervisor: StillSupervisor
    control: Control
    tallies: Tallies
    today: Today
    page: HomePage

    def show(self, profile: Profile) -> None:
        """Another profile was saved."""
        self.bench.library.profile = self.bench.profiles.profile = profile
        self.bench.profiles.changed.emit()
        self.page._refresh()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: Theme) -> Iterator[Desk]:
    bench, bridge, supervisor = workbench(tmp_path), Bridge(), StillSupervisor()
    control = Control(supervisor, bench.profiles, bridge, bench.tasks)  # type: ignore[arg-type]
    tallies = Tallies(bench.ledger, bench.profiles, bridge, bench.tasks)
    today = Today(bench.ledger, bench.profiles, bridge, bench.tasks)
    page = HomePage(bench.profiles, control, tallies, today)
    qtbot.addWidget(page)
    page.resize(984, 800)
    page.show()
    yield Desk(bench, supervisor, control, tallies, today, page)
    control.shut_down()
    bench.tasks.wait()
    qtbot.wait(20)
    bench.close()


def click(qtbot: QtBot, widget: object) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_first_run_offers_the_sandbox_and_a_connection(desk: Desk, qtbot: QtBot) -> None:
    page, first = desk.page, desk.page.first_run
    assert first.isVisible()
    assert not page.regular.isVisible()
    with qtbot.waitSignal(page.sandbox_requested):
        click(qtbot, first.sandbox.button)
    with qtbot.waitSignal(page.create_connection_requested):
        click(qtbot, first.second.button)


def test_after_the_first_connection_an_integration_is_offered(desk: Desk, qtbot: QtBot) -> None:
    desk.show(Profile((RECEIVE,)))
    first = desk.page.first_run
    assert (first.second.accessibleName(), first.second.button.text()) == (
        "Create an integration",
        "Create Integration",
    )
    with qtbot.waitSignal(desk.page.create_integration_requested):
        click(qtbot, first.second.button)
    desk.show(Profile())
    assert first.second.button.text() == "Create Connection"


@pytest.mark.parametrize("idea", IDEAS, ids=lambda one: one.id)
def test_ideas_can_be_used(desk: Desk, qtbot: QtBot, idea: object) -> None:
    id = idea.id  # type: ignore[attr-defined]
    with qtbot.waitSignal(desk.page.idea_chosen) as caught:
        click(qtbot, desk.page.first_run.ideas[id])
    assert caught.args == [id]


def flows(number: int) -> tuple[Integration, ...]:
    return tuple(Integration(f"Flow {one}", STEPS, enabled=one < 3) for one in range(number))


def test_the_busiest_five_with_their_numbers(desk: Desk) -> None:
    six = flows(6)
    for number, count in ((4, 3), (1, 2)):
        remember(desk.bench.ledger, six[number], [(timedelta(0), TripState.DONE, "a@example.org")] * count)
    desk.show(Profile((RECEIVE, sending()), six))
    desk.tallies.ask()
    desk.today.ask()
    until(lambda: desk.today.day.recent and desk.tallies.of(six[4].id).today, "numbers")
    desk.page._refresh()
    regular = desk.page.regular
    assert regular.isVisible()
    names = [row.integration.name for row in regular.rows.values()]
    assert names[:2] == ["Flow 4", "Flow 1"]
    assert len(names) == 5
    assert regular.rows[six[4].id].count.first.text() == "3"
    assert regular.tiles.sent.number.text() == "5"
    assert regular.tiles.received.accessibleDescription().startswith("5, ")
    assert regular.all_integrations.text() == "View All 6"
    assert "3 of 6 integrations are on" in regular.header._subtitle.text()
    assert regular.recent[0].accessibleName() == "Sent to a@example.org, Flow 1"
    assert not regular.attention.isVisible()


def test_held_messages_bring_the_banner(desk: Desk, qtbot: QtBot) -> None:
    one = flows(1)[0]
    remember(desk.bench.ledger, one, [(timedelta(0), TripState.HELD, "Invoice")] * 2)
    desk.show(Profile((RECEIVE, sending()), (one,)))
    desk.tallies.ask()
    desk.today.ask()
    until(lambda: desk.tallies.held == 2 and desk.today.day.recent, "held messages")
    desk.page._refresh()
    regular = desk.page.regular
    assert regular.attention.accessibleName().startswith("2 messages need your attention. “Flow 0” could not deliver")
    assert regular.recent[0].accessibleName().startswith("Recipient refused, ")
    with qtbot.waitSignal(desk.page.place_requested) as caught:
        click(qtbot, regular.attention.buttons()[0])
    assert caught.args == ["attention"]
    with qtbot.waitSignal(desk.page.place_requested) as caught:
        click(qtbot, regular.tiles.failed)
    assert caught.args == ["attention"]


def test_the_switch_starts_and_stops(desk: Desk, qtbot: QtBot) -> None:
    one = replace(flows(1)[0], enabled=False)
    desk.show(Profile((RECEIVE, sending()), (one,)))
    row = desk.page.regular.rows[one.id]
    assert row.pill.text() == "Stopped"
    row.switch.click()
    assert row.switch.busy
    until(lambda: desk.page.regular.rows[one.id].pill.text() == "Running", "running")
    assert desk.bench.library.profile.integrations[0].enabled
    with qtbot.waitSignal(desk.page.toast, timeout=5_000) as caught:
        desk.page.regular.rows[one.id].switch.click()
    assert caught.args[0] == "“Flow 0” stopped"
    assert caught.args[1][0] == "Undo"


def test_a_draft_can_not_be_switched_on_and_says_why(desk: Desk) -> None:
    draft = Integration("Draft", (STEPS[0],))
    desk.show(Profile((RECEIVE,), (draft,)))
    row = desk.page.regular.rows[draft.id]
    assert (row.pill.text(), row.count.first.text()) == ("Draft", "–")
    assert not row.switch.isEnabled()
    assert "needs settings" in row.switch.toolTip()


def test_failed_connections_are_shown_only_when_there_are_some(desk: Desk, qtbot: QtBot) -> None:
    desk.show(Profile((RECEIVE, sending()), flows(1)))
    assert not desk.page.regular._problem_box.isVisible()
    failed = replace(RECEIVE, failed="The server refused the user name or password")
    desk.show(Profile((failed, sending()), flows(1)))
    row = desk.page.regular.problems[RECEIVE.name]
    with qtbot.waitSignal(desk.page.connection_requested) as caught:
        click(qtbot, row.mend)
    assert caught.args == [RECEIVE.name]
    desk.show(Profile((RECEIVE, sending()), flows(1)))
    assert desk.page.regular.problems == {}


def test_a_server_that_is_away_is_told(desk: Desk, qtbot: QtBot) -> None:
    one, two = flows(2)
    desk.supervisor.start(one)
    desk.supervisor.start(two)
    desk.show(Profile((RECEIVE, sending()), (one, two)))
    banner = desk.page.regular.held_up
    assert not banner.isVisible()
    away = Health(State.WAITING, trouble="The server does not answer", hint="It may be busy.", cause="TIMED_OUT")
    desk.supervisor.healths[one.id] = away
    desk.page._refresh()
    assert banner.isVisible()
    said = f"“{one.name}”: The server does not answer. It may be busy. Mailflow tries again by itself, nothing is lost."
    assert banner.accessibleName() == said
    with qtbot.waitSignal(desk.page.integration_requested) as asked:
        click(qtbot, banner.buttons()[0])
    assert asked.args == [one.name]
    desk.supervisor.healths[two.id] = away
    desk.page._refresh()
    assert banner.accessibleName().startswith("2 integrations are held up. ")
    desk.supervisor.start(one)
    desk.supervisor.healths[one.id] = desk.supervisor.healths[two.id] = Health(State.RUNNING)
    desk.page._refresh()
    assert not banner.isVisible()


def test_expected_email_that_has_not_come_is_told(desk: Desk) -> None:
    one = flows(1)[0]
    desk.supervisor.start(one)
    desk.show(Profile((RECEIVE, sending()), (one,)))
    desk.supervisor.healths[one.id] = Health(State.RUNNING, alarm="No email has come by 09:00")
    desk.page._refresh()
    assert desk.page.regular.held_up.accessibleName() == f"“{one.name}”: No email has come by 09:00"


def test_offline_and_paused(desk: Desk, qtbot: QtBot) -> None:
    one = flows(1)[0]
    desk.supervisor.start(one)
    desk.show(Profile((RECEIVE, sending()), (one,)))
    regular = desk.page.regular
    assert not regular.offline.isVisible()
    assert not regular.paused.isVisible()
    desk.supervisor.healths[one.id] = Health(State.WAITING, trouble="This computer is offline", cause="NO_NETWORK")
    desk.page._refresh()
    assert regular.offline.isVisible()
    desk.supervisor.start(one)
    desk.control.pause_all()
    desk.page._refresh()
    assert regular.paused.isVisible()
    click(qtbot, regular.paused.buttons()[0])
    until(lambda: not regular.paused.isVisible(), "end of the pause")
    desk.control.wait_for_mains(True)
    until(lambda: regular.on_battery.isVisible() and not regular.paused.isVisible(), "the wait for mains power")
    click(qtbot, regular.on_battery.buttons()[0])
    until(lambda: not regular.on_battery.isVisible(), "end of the wait")


def test_links_lead_to_their_places(desk: Desk, qtbot: QtBot) -> None:
    one = flows(1)[0]
    desk.show(Profile((RECEIVE, sending()), (one,)))
    regular = desk.page.regular
    goals: list[str] = []
    desk.page.place_requested.connect(goals.append)
    for widget in (regular.all_integrations, regular.open_log, regular.tiles.sent):
        click(qtbot, widget)
    assert goals == ["integrations", "log", "log"]
    with qtbot.waitSignal(desk.page.integration_requested) as caught:
        regular.rows[one.id].clicked.emit()
    assert caught.args == ["Flow 0"]
