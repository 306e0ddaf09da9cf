"""What the quick search finds for a text, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Activity, Health, State
from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.model import Integration
from mailflow_gui.ui.search.index import MOST, Doors, Index
from mailflow_gui.ui.window import PLACES, MenuEntry
from tests.ui.desks import RECEIVE, PageDesk, integration, page_desk, profile
from tests.ui.integrations.workbench import remember

BILLS, LEADS = integration("Forward invoices", enabled=True), integration("Welcome new leads")
DRAFT = Integration("Draft about invoices")


class Told(list[tuple[str, object]]):
    """What was opened or done."""

    def doors(self) -> Doors:
        def tell(word: str) -> object:
            return lambda *what: self.append((word, what[0] if len(what) == 1 else what))

        words = ("integration", "connection", "message", "messages", "switch", "retry")
        return Doors(*(tell(word) for word in words))  # type: ignore[arg-type]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(LEADS, BILLS, DRAFT))
    made.supervisor.healths[BILLS.id] = Health(State.RUNNING)
    yield made
    made.close()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def index(desk: PageDesk, told: Told) -> Index:
    made = Index(desk.profiles, desk.control, desk.attention, told.doors())
    entries = (MenuEntry("New Integration", "plus", "Ctrl+N", lambda: told.append(("menu", "new"))), MenuEntry(""))
    made.offer(PLACES, entries, lambda id: told.append(("place", id)))
    return made


def titles(index: Index, text: str) -> list[str]:
    return [one.title for one in index.finds(text)]


def test_without_a_text_the_places_and_the_menu(index: Index, told: Told) -> None:
    found = index.finds("")
    assert [one.title for one in found] == [*(one.title for one in PLACES), "New Integration"]
    for one in (found[2], found[-1]):
        one.act()
    assert told == [("place", "connections"), ("menu", "new")]


def test_names_and_what_can_be_done_with_them(index: Index, told: Told) -> None:
    found = index.finds("INVOICES")
    assert [(one.group, one.title) for one in found] == [
        ("Integrations and connections", "Forward invoices"),
        ("Integrations and connections", "Draft about invoices"),
        ("Actions", "Stop “Forward invoices”"),
    ], "a draft can't be started"
    assert found[0].caption == "integration · running"
    for one in (found[0], found[2]):
        one.act()
    assert told == [("integration", "Forward invoices"), ("switch", (BILLS, False))]


def test_every_word_has_to_occur_and_a_title_that_begins_so_comes_first(index: Index) -> None:
    assert titles(index, "leads") == ["Welcome new leads", "Send Emails to Leads", "Start “Welcome new leads”"]
    assert titles(index, "send leads") == ["Send Emails to Leads"]
    assert titles(index, "inte") == ["Integrations", "New Integration"], "not all that is an integration"
    assert titles(index, "running") == ["Forward invoices"]


def test_a_connection_is_found_by_its_server_and_account(index: Index, told: Told) -> None:
    found = index.finds("mail.example")
    assert [one.title for one in found] == [RECEIVE.name, "Send Emails to Leads"]
    assert titles(index, "info@") == [RECEIVE.name, "Send Emails to Leads"]
    found[0].act()
    assert told == [("connection", RECEIVE.name)]


def test_retry_what_failed(index: Index, told: Told, desk: PageDesk, qtbot: QtBot) -> None:
    remember(desk.ledger, BILLS, [(timedelta(minutes=n), TripState.HELD, f"Bill {n}") for n in (3, 2, 1)])
    with qtbot.waitSignal(desk.attention.changed):
        desk.attention.ask()
    found = index.finds("retry")
    assert [one.title for one in found] == ["Retry 3 failed messages of “Forward invoices”"]
    found[0].act()
    assert told == [("retry", desk.attention.messages)]


def test_messages_come_last_with_what_became_of_them(index: Index, told: Told) -> None:
    message = Activity("trip", BILLS.id, "2026-11-24T14:02:18+01:00", "held", "Invoice 7", "billing@fabrikam.example")
    found, everything = index.finds("invoice 7", [message])[-2:]
    assert (found.group, found.title) == ("Messages", "Invoice 7")
    assert found.caption.startswith("billing@fabrikam.example · failed ")
    found.act()
    everything.act()
    assert told == [("message", message), ("messages", "invoice 7")]


def test_a_group_ends_at_some_length(index: Index, desk: PageDesk) -> None:
    desk.profiles.profile = profile(*(integration(f"Flow {n}") for n in range(10)))
    assert sum(1 for one in index.finds("flow") if one.group == "Actions") == MOST
