"""The numbers of the shown integration: asked on pool threads, again after events, never of another one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.metrics import Period
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.metrics import Meter, look_at
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.ledger import SqliteLedger
from tests.qt.stage import event
from tests.ui.integrations.workbench import remember

ONE, OTHER = Integration("One", id="one"), Integration("Other", id="other")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    made = SqliteLedger(tmp_path / "ledger.sqlite")
    yield made
    made.close()


@pytest.fixture
def bridge(qtbot: QtBot) -> Bridge:
    return Bridge()


@pytest.fixture
def meter(ledger: SqliteLedger, bridge: Bridge, qtbot: QtBot) -> Iterator[Meter]:
    tasks = Tasks()
    yield Meter(ledger, bridge, tasks)
    assert tasks.wait()


def past(*ages: float) -> list[tuple[timedelta, TripState, str]]:
    return [(timedelta(hours=age), TripState.DONE, "jane@example.org") for age in ages]


def test_the_numbers_of_a_period(ledger: SqliteLedger) -> None:
    remember(ledger, ONE, past(200, 100, 10, 0.01))
    remember(ledger, OTHER, past(1))
    found = [look_at(ledger, "one", period).metrics.messages for period in Period]
    assert found == [2, 3, 4]
    metrics = look_at(ledger, "one", Period.DAY).metrics
    assert (metrics.done, metrics.typical, [one.step_id for one in metrics.steps]) == (2, 3.0, ["send"])
    assert metrics.last_processed[:16] == (datetime.now().astimezone() - timedelta(hours=0.01)).isoformat()[:16]


def test_following_asks_at_once_and_after_events(
    meter: Meter, bridge: Bridge, ledger: SqliteLedger, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(meter.changed):
        meter.follow("one", Period.DAY)
    assert meter.numbers is not None
    assert meter.numbers.metrics.messages == 0
    remember(ledger, ONE, past(0.01))
    bridge.publish(event(integration="other"))
    bridge.publish(event(integration="one"))
    qtbot.waitUntil(lambda: meter.numbers is not None and meter.numbers.metrics.messages == 1)


def test_the_answer_of_an_earlier_question_does_not_show(meter: Meter, ledger: SqliteLedger, qtbot: QtBot) -> None:
    remember(ledger, ONE, past(1))
    seen: list[str] = []
    meter.changed.connect(lambda: seen.append(meter.numbers.integration if meter.numbers else ""))
    meter.follow("one", Period.DAY)
    meter.follow("other", Period.DAY)
    qtbot.waitUntil(lambda: bool(seen))
    meter.follow("", Period.DAY)
    assert seen == ["other"]


def test_a_ledger_that_can_not_be_read_is_told(
    meter: Meter, ledger: SqliteLedger, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise StoreError("Mailflow can't write its records", "The disk is gone.")

    monkeypatch.setattr(ledger, "hourly", broken)
    with qtbot.waitSignal(meter.failed) as told:
        meter.follow("one", Period.DAY)
    assert told.args == ["Mailflow can't write its records. The disk is gone."]


def test_an_export_is_csv_that_spreadsheets_read(meter: Meter, tmp_path: Path, qtbot: QtBot) -> None:
    done: list[object] = []
    meter.export(tmp_path / "metrics.csv", ("Time", "Sent"), [("2026-11-24T14", "3"), ("=1+1", "4")]).done(done.append)
    qtbot.waitUntil(lambda: bool(done))
    text = (tmp_path / "metrics.csv").read_bytes().decode("utf-8-sig")
    assert text == "Time,Sent\r\n2026-11-24T14,3\r\n'=1+1,4\r\n"
