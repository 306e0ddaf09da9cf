"""The program by ear: what a screen reader is told on every page, where Tab leads, a connection made by names alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from mailflow_gui import main as root
from mailflow_gui.cli.engine_room import open_ledger
from mailflow_gui.cli.program import Options
from mailflow_gui.core.model import Profile
from tests.journeys.screen_reader import Listener, Said, missing
from tests.servers.fixtures import Mailbox
from tests.ui import office

LACKING = missing()
pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(LACKING) and os.environ.get("MAILFLOW_REQUIRE_SERVERS") != "1", reason=LACKING),
]

#: Roles that do not say what a control is for.
MUTE = {"filler", "panel", "unknown", "invalid"}
#: What arrow keys reach inside of something that Tab stops at.
INNER = {"list item", "page tab", "table cell", "table row", "table column header", "menu item"}
#: Pages, each as the controls that lead there. The places of the sidebar come from the sidebar itself.
ROUTES = (
    ("Connections", "Create Connection", "Receive Email"),
    ("Connections", "Create Connection", "Send Email"),
    ("Connections", "Obtain Info Emails", "Edit"),
    ("Integrations", "Create Integration", "Obtain Info Emails", "Next", "Next", "Send Emails to Leads", "Next"),
    ("Integrations", "Welcome new leads", "Details", "Activity", "Metrics", "Log", "History"),
    ("Integrations", "Welcome new leads", "Edit", "Step 1, Receive Email", "Step 2, Basic Filter", "Step 3, Log"),
    ("Integrations", "Welcome new leads", "Edit", "Step 5, Send Email", "Add a step after Log", "Close panel"),
    ("Integrations", "Welcome new leads", "Edit", "Step 4, Data Mapper", "Open Data Mapper", "Back"),
    ("Integrations", "Welcome new leads", "Edit", "Test Run"),
    ("Home", "Search"),
)


@pytest.fixture(scope="module")
def busy_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listener]:
    """The program with the connections, integrations and messages of an office; nothing is switched on."""
    folder = tmp_path_factory.mktemp("office")
    program = root.build(Options(folder / "profile", "session"))
    off = tuple(replace(one, enabled=False) for one in office.INTEGRATIONS)
    program.library.save(Profile(office.CONNECTIONS, off))
    with open_ledger(program) as ledger:
        office.Diary(ledger, datetime.now().astimezone()).fill()
    with ExitStack() as stack:
        person = Listener(stack, folder, "--profile", str(folder / "profile"), "--vault", "session")
        person.hear("Welcome new leads")
        yield person


def test_a_connection_is_made_by_names_alone(tmp_path: Path, mailbox: Mailbox) -> None:
    profile = tmp_path / "profile"
    with ExitStack() as stack:
        person = Listener(stack, tmp_path, "--profile", str(profile), "--vault", "session")
        person.press("Create Connection")
        person.press("Receive Email")
        person.write("Email Host Name", "localhost")
        person.write("Email Server Port Number", str(mailbox.server.ports["imaps"]))
        person.write("User Name", mailbox.user)
        person.write("Password", mailbox.password)
        person.write("Server Certificate", mailbox.server.authority_pem)
        person.press("Validate")
        person.hear("Receive Email has been successfully validated")
        person.press("Next")
        person.write("Name", "Obtain Info Emails")
        person.press("Save")
        person.hear_announced("Connection “Obtain Info Emails” created")
        person.hear("Create Integration")
    (saved,) = root.build(Options(profile, "session")).library.load().connections
    assert (saved.name, saved.values["username"]) == ("Obtain Info Emails", mailbox.user)


def test_every_place_says_what_is_in_it(busy_office: Listener) -> None:
    places = [one.name for one in busy_office.read() if one.role == "check box" and is_beside(one)]
    assert len(places) >= 5
    assert not faults_on(busy_office, places)


@pytest.mark.parametrize("route", ROUTES, ids=" > ".join)
def test_every_page_says_what_is_on_it(busy_office: Listener, route: tuple[str, ...]) -> None:
    assert not faults_on(busy_office, route)
    busy_office.key("Escape")
    busy_office.press("Home")
    if "Discard" in [one.name for one in busy_office.settled()]:  # what was begun on the way
        busy_office.press("Discard")


@pytest.mark.parametrize("route", [("Home",), ("Integrations",), ROUTES[0], ROUTES[4][:2]], ids=" > ".join)
def test_tab_goes_once_around_the_window(busy_office: Listener, route: tuple[str, ...]) -> None:
    """To everything that takes the keyboard, through the sidebar in one stretch, and to the main button last."""
    for name in route:
        busy_office.press(name)
    page = busy_office.settled()
    stops = around(busy_office)
    places = [one.area for one in stops]
    assert not [str(one) for one in stops_of(page) if one.area not in places]
    beside = [is_beside(one) for one in stops]
    assert sum(before != after for before, after in pairwise([*beside, beside[0]])) == 2
    footer = [one.name for one in stops if not is_beside(one)]
    assert "Validate" not in footer or footer[-1] == "Validate", footer


def faults_on(person: Listener, route: list[str] | tuple[str, ...]) -> list[str]:
    """What a person who only hears could not use on the way."""
    faults = []
    for name in route:
        person.press(name)
        page = [one for one in person.settled() if "focusable" in one.states]
        assert page, f"nothing to use after “{name}”"
        faults += [f"{name}: {fault}: {one}" for one in page for fault in faults_in(one)]
    return faults


def faults_in(one: Said) -> Iterator[str]:
    """What is wrong with a control that takes the keyboard."""
    if not one.name:
        yield "no name"
    if one.role in MUTE:
        yield "no role"
    if "enabled" in one.states and "button" in one.role and not one.actions:
        yield "nothing to do with it"


def stops_of(page: list[Said]) -> list[Said]:
    """What Tab has to come to: not the other choices of a group, nor the text inside of a box with a list."""
    stops = [one for one in page if {"focusable", "enabled"} <= one.states and one.role not in INNER]
    boxes = [one.area for one in stops if one.role == "combo box"]
    return [
        one
        for one in stops
        if not (one.role == "radio button" and "checked" not in one.states)
        and not (one.role == "text" and any(lies_in(one, box) for box in boxes))
    ]


def lies_in(one: Said, box: tuple[int, int, int, int] | None) -> bool:
    """Whether a control lies inside of this area."""
    if one.area is None or box is None:
        return False
    left, top, width, height = one.area
    return box[0] < left and box[1] < top and left + width < box[0] + box[2] and top + height < box[1] + box[3]


def is_beside(one: Said) -> bool:
    """Whether it stands in the sidebar, which is 216 wide and begins where the window does."""
    return one.area is not None and one.area[0] < 100 + 216


def around(person: Listener) -> list[Said]:
    """Where Tab leads, until it is back at the first stop; the stretch of the sidebar comes first."""
    stops = [person.tab()]
    while (stop := person.tab()).area != stops[0].area:
        stops.append(stop)
        assert len(stops) < 150, "Tab does not come back"
    while is_beside(stops[-1]) or not is_beside(stops[0]):
        stops.append(stops.pop(0))
    return stops
