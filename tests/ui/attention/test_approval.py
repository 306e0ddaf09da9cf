"""What waits for approval is shown as it will be sent, with everybody who gets it, and decided there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import ActivityStep
from mailflow_gui.core.connector import Locator, Outgoing
from mailflow_gui.core.ledger import APPROVAL, Intake, Parcel, Place, Trip
from mailflow_gui.ui.attention.approval_dialog import ApprovalDialog
from mailflow_gui.ui.attention.page import AttentionPage
from mailflow_gui.ui.theme import Theme
from tests.ui.desks import PageDesk, integration, page_desk, profile

ONE = integration("Answer leads")
SEND = ONE.steps[1].id
RECEIVED = b"Message-ID: <in@example.org>\r\nSubject: Question\r\n\r\nWhat does it cost?\r\n"
WAITING = "Waiting for your approval. The message is composed and is sent exactly as it is."
PAUSED = "Sending is paused: 200 messages in an hour. Nothing is lost; messages wait until you go on."


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    yield made
    made.close()


@pytest.fixture
def page(desk: PageDesk, qtbot: QtBot, look: Theme) -> AttentionPage:
    made = AttentionPage(desk.attention, desk.profiles, desk.letters)
    qtbot.addWidget(made)
    made.resize(844, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def wait(desk: PageDesk, page: AttentionPage, qtbot: QtBot, *ids: str, cause: str = APPROVAL, items: int = 1) -> None:
    """Messages of these ids wait; each has so many composed emails."""
    for number, id in enumerate(ids, len(page.list.rows)):
        at = (datetime.now().astimezone() + timedelta(seconds=number)).isoformat()
        where = Place(ONE.id, "account", "INBOX")
        trip = Trip(id, where, Locator("7", f"{number}"), id, id, at, at, subject=f"Question {id}", sender="ben@x.org")
        desk.ledger.take([(trip, RECEIVED)], Intake("7"))
        for item in range(items) if cause == APPROVAL else ():
            desk.ledger.freeze(parcel(trip, item))
        reason = WAITING if cause == APPROVAL else PAUSED
        desk.ledger.hold(trip, cause, reason, [ActivityStep(SEND, "Send Email", at, 3.0, "waiting", reason)])
    before = len(page.list.rows)
    desk.attention.ask()
    qtbot.waitUntil(lambda: len(page.list.rows) == before + len(ids))


def parcel(trip: Trip, item: int) -> Parcel:
    wire = f"Subject: Answer {item}\r\nTo: ben@x.org\r\n\r\nIt costs {item}.\r\n".encode()
    outgoing = Outgoing("info@example.org", ("ben@x.org", "boss@example.org"), wire, f"<{trip.id}{item}@example.org>")
    return Parcel(f"{trip.id}-{item}", trip.id, f"{SEND}@{item}", outgoing)


def states(desk: PageDesk) -> dict[str, str]:
    return {one.exchange: one.status for one in desk.ledger.activities()}


def show_email(page: AttentionPage) -> None:
    next(one for one in page.detail.banner.buttons() if one.text() == "Show the Email").click()


def dialog_of(page: AttentionPage, qtbot: QtBot) -> ApprovalDialog:
    show_email(page)
    dialog = page.decisions.approval
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.send.isEnabled())
    return dialog


def test_the_email_is_shown_as_it_will_be_sent_with_everybody_who_gets_it(
    page: AttentionPage, desk: PageDesk, qtbot: QtBot
) -> None:
    wait(desk, page, qtbot, "a")
    dialog = dialog_of(page, qtbot)
    assert dialog.goes_to.text() == "Goes to ben@x.org, boss@example.org"
    assert dialog.view.subject.text() == "Answer 0"
    assert "It costs 0." in dialog.view.areas["text"].toPlainText()
    assert not dialog.next.isVisible()
    dialog.close_button.click()
    assert states(desk) == {"a": "held"}


def test_several_emails_of_one_message_are_shown_one_by_one(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    wait(desk, page, qtbot, "a", items=2)
    dialog = dialog_of(page, qtbot)
    assert dialog.which.text().startswith("Email 1 of 2.")
    dialog.next.click()
    assert dialog.view.subject.text() == "Answer 1"
    assert not dialog.next.isEnabled()
    dialog.previous.click()
    assert dialog.view.subject.text() == "Answer 0"
    dialog.close_button.click()


@pytest.mark.parametrize(("button", "status"), [("send", "in-progress"), ("skip", "skipped")])
def test_the_dialog_decides(page: AttentionPage, desk: PageDesk, qtbot: QtBot, button: str, status: str) -> None:
    wait(desk, page, qtbot, "a")
    dialog = dialog_of(page, qtbot)
    getattr(dialog, button).click()
    qtbot.waitUntil(lambda: states(desk) == {"a": status})


def test_one_that_was_decided_elsewhere_says_so(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    wait(desk, page, qtbot, "a")
    desk.ledger.approve("a")
    show_email(page)
    dialog = page.decisions.approval
    assert dialog is not None
    qtbot.waitUntil(lambda: "does not wait any more" in dialog.trouble.accessibleName() + told(dialog))
    assert not dialog.send.isEnabled()
    dialog.close_button.click()


def told(dialog: ApprovalDialog) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(one.text() for one in dialog.trouble.findChildren(QLabel))
