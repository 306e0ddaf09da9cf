"""Circles that the settings show: to one's own address, into one's own folder, and through other integrations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailflow_gui.core.circles import circles
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Connection, Flow, Integration, Profile, Step

INBOX = Connection("Info", "email-receive", {"host": "imap.example.org", "username": "info@example.org"})
OUTBOX = Connection("Out", "email-send", {"host": "smtp.example.org", "username": "info@example.org"})
SALES = Connection("Sales", "email-receive", {"host": "imap.example.org", "username": "sales"})
PROFILE = Profile((INBOX, OUTBOX, SALES))


def receive(connection: str = "Info", folder: str = "") -> Step:
    return Step(connection=connection, action="receive-email", values={"folderName": folder})


def send(id: str = "send", **values: Plain) -> Step:
    return Step(connection="Out", action="send-email", values=values, id=id)


def deliver(folder: str, connection: str = "Info") -> Step:
    return Step(connection=connection, action="deliver-to-folder", values={"folderName": folder}, id="deliver")


def found(*steps: Step, others: tuple[Integration, ...] = ()) -> list[tuple[str, tuple[str, ...]]]:
    profile = replace(PROFILE, integrations=others)
    return [(one.step_id, one.way) for one in circles(Integration("This", steps), profile)]


@pytest.mark.parametrize("key", ["to", "cc", "bcc"])
def test_mail_to_the_account_it_comes_from(key: str) -> None:
    assert found(receive(), send(**{key: "a@example.net, Info <INFO@example.org>"})) == [("send", ())]


def test_an_account_whose_user_name_is_no_address() -> None:
    assert found(receive("Sales"), send(to="sales@example.org")) == [("send", ())]


def test_mail_to_its_own_sender() -> None:
    """Email from of the same account is an address of the account, whatever the user name."""
    assert found(receive(), send(**{"from": "hello@example.org", "to": "hello@example.org"})) == [("send", ())]


def test_mail_to_others_is_none() -> None:
    assert found(receive(), send(**{"from": "info@example.org", "to": "you@example.net"})) == []


@pytest.mark.parametrize(("polled", "target"), [("", "INBOX"), ("inbox", "Inbox"), ("Orders", "Orders")])
def test_into_the_folder_it_comes_from(polled: str, target: str) -> None:
    assert found(receive(folder=polled), deliver(target)) == [("deliver", ())]


def test_into_another_folder_or_account_is_none() -> None:
    assert found(receive(), deliver("Archive")) == []
    assert found(receive(), deliver("INBOX", "Sales")) == []


def test_the_same_account_under_another_connection() -> None:
    second = Connection("Again", "email-receive", {"host": "mail.example.org", "username": "info@example.org"})
    profile = replace(PROFILE, connections=(*PROFILE.connections, second))
    (circle,) = circles(Integration("This", (receive(), deliver("INBOX", "Again"))), profile)
    assert circle.into_folder


def test_within_a_branch_and_not_where_it_is_disabled() -> None:
    choice = Step("conditional-flows", flows=(Flow({}, (send("in", to="info@example.org"),)),))
    assert found(receive(), choice) == [("in", ())]
    assert found(receive(), replace(choice, disabled=True)) == []
    assert found(
        receive(), send(to="info@example.org"), replace(send("off", to="info@example.org"), disabled=True)
    ) == [("send", ())]


GUARD = Step("basic-filter", values={"rules": [{"path": "headers.Auto-Submitted", "op": "not contains", "value": "a"}]})


def test_a_filter_before_it_that_stops_automatic_mail_is_a_guard() -> None:
    assert found(receive(), GUARD, send(to="info@example.org")) == []
    assert found(receive(), send(to="info@example.org"), GUARD) == [("send", ())]
    assert found(receive(), replace(GUARD, disabled=True), send(to="info@example.org")) == [("send", ())]
    assert found(receive(), GUARD, deliver("INBOX")) == [("deliver", ())]  # the message stays as it is


def back(name: str = "Back", enabled: bool = True, to: str = "info@example.org") -> Integration:
    return Integration(name, (receive("Sales"), send("back", to=to)), enabled=enabled)


def test_through_another_integration_that_is_switched_on() -> None:
    assert found(receive(), send(to="sales@example.org"), others=(back(),)) == [("send", ("Back",))]
    assert found(receive(), send(to="sales@example.org"), others=(back(enabled=False),)) == []
    assert found(receive(), send(to="sales@example.org"), others=(back(to="you@example.net"),)) == []


def test_through_two_others() -> None:
    folder = Integration("Sort", (receive("Sales"), deliver("Work", "Sales")), enabled=True)
    home = Integration("Home", (receive("Sales", "Work"), send("home", to="info@example.org")), enabled=True)
    assert found(receive(), send(to="sales@example.org"), others=(folder, home)) == [("send", ("Sort", "Home"))]


def test_its_own_saved_version_is_not_another_integration() -> None:
    saved = Integration("This", (receive(), send(to="sales@example.org")), enabled=True)
    assert circles(saved, replace(PROFILE, integrations=(saved,))) == ()


def test_others_in_a_circle_of_their_own_end_the_search() -> None:
    one = Integration("One", (receive("Sales"), deliver("Work", "Sales")), enabled=True)
    two = Integration("Two", (receive("Sales", "Work"), deliver("INBOX", "Sales")), enabled=True)
    assert found(receive(), send(to="sales@example.org"), others=(one, two)) == []


def test_what_is_not_complete_yet_is_none() -> None:
    assert found() == []
    assert found(Step(action="receive-email"), send(to="info@example.org")) == []
    assert found(receive(), Step(action="deliver-to-folder"), send(to="not an address")) == []


def test_the_words() -> None:
    (own,) = circles(Integration("This", (receive(), send(to="info@example.org"))), PROFILE)
    assert own.text == "It sends to info@example.org, and that is where messages come from."
    (into,) = circles(Integration("This", (receive(), deliver("INBOX"))), PROFILE)
    assert into.text == "It delivers into “INBOX” of “Info”, and that is where messages come from."
    (through,) = circles(
        Integration("This", (receive(), send(to="sales@example.org"))), replace(PROFILE, integrations=(back(),))
    )
    assert "“Back” takes messages from there and sends back" in through.text
