"""What the tests of Needs Attention share: messages that wait for one reason or another, and the page's words."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.connector import Attempt, Locator, Outgoing, Reply, Stance
from mailflow_gui.core.ledger import APPROVAL, Intake, Parcel, ParcelState, Place, Trip, TripState
from mailflow_gui.ui.attention.message_list import SHOWN
from mailflow_gui.ui.attention.page import AttentionPage
from tests.ui.desks import PageDesk, integration
from tests.ui.integrations.workbench import remember

ONE = integration("Forward invoices")
LETTER = (
    b"Subject: Bill\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    b"--b\r\n\r\nHello\r\n--b\r\n"
    b'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="bill.pdf"\r\n\r\n%PDF\r\n--b--\r\n'
)


def hold(desk: PageDesk, page: AttentionPage, qtbot: QtBot, *subjects: str) -> None:
    what = [(timedelta(minutes=n + 1), TripState.HELD, subject) for n, subject in enumerate(subjects)]
    remember(desk.ledger, ONE, what)
    desk.attention.ask()
    qtbot.waitUntil(lambda: len(page.list.rows) == min(SHOWN, len(subjects)), timeout=15_000)


def press(page: AttentionPage, key: Qt.Key) -> None:
    """A key with Ctrl, while a message has the focus."""
    row = next(iter(page.list.rows.values()))
    row.setFocus()
    QTest.keyClick(row, key, Qt.KeyboardModifier.ControlModifier)


def subjects(page: AttentionPage) -> list[str]:
    return [row.accessibleName().split(",")[0] for row in page.list.rows.values()]


SEND_STEP = ONE.steps[1].id


def refuse(desk: PageDesk, page: AttentionPage, qtbot: QtBot, *, cause: str = "RECIPIENT_REFUSED") -> Activity:
    """A message that the server refused for one of two recipients."""
    place, at = Place(ONE.id, "account", "INBOX"), datetime.now().astimezone().isoformat()
    trip = Trip("refused", place, Locator("7", "99"), "p", "h", at, at, subject="Bill", sender="ben@example.org")
    desk.ledger.take([(trip, LETTER)], Intake("7"))
    outgoing = Outgoing("info@example.org", ("a@example.org", "b@example.org"), b"wire", "<m@example.org>")
    parcel = Parcel("parcel", trip.id, SEND_STEP, outgoing, pending=outgoing.recipients)
    ok, no = Reply(250, text="OK"), Reply(550, "5.1.1", "User unknown")
    rows = (("a@example.org", Stance.SENT, ok), ("b@example.org", Stance.REFUSED, no))
    desk.ledger.record_dot(parcel, at)
    desk.ledger.record_attempt(parcel, Attempt(Stance.REFUSED, no, rows), ParcelState.HELD, "")
    reason = "Recipient refused: b@example.org (550 5.1.1). The server said: “User unknown”."
    desk.ledger.hold(trip, cause, reason, [ActivityStep(SEND_STEP, "Send Email", at, 3.0, "failed", reason)])
    desk.attention.ask()
    qtbot.waitUntil(lambda: "refused" in page.list.rows)
    return desk.attention.messages[0]


def fixes(page: AttentionPage) -> list[str]:
    return [one.text() for one in page.detail.banner.buttons()]


def await_approval(desk: PageDesk, page: AttentionPage, qtbot: QtBot) -> Activity:
    """A message that was composed and waits for approval."""
    place, at = Place(ONE.id, "account", "INBOX"), datetime.now().astimezone().isoformat()
    trip = Trip("asked", place, Locator("7", "98"), "p", "h", at, at, subject="Offer", sender="ben@example.org")
    desk.ledger.take([(trip, LETTER)], Intake("7"))
    wire = b"Subject: Our answer\r\n\r\nDear Ben\r\n"
    outgoing = Outgoing("info@example.org", ("ben@example.org",), wire, "<m@example.org>")
    desk.ledger.freeze(Parcel("parcel", trip.id, SEND_STEP, outgoing, pending=outgoing.recipients))
    desk.ledger.hold(trip, APPROVAL, "Waiting for your approval.", [])
    desk.attention.ask()
    qtbot.waitUntil(lambda: "asked" in page.list.rows)
    return desk.attention.messages[0]
