"""What the tests of an integration's page share: the page over a desk, and messages in every state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from mailflow_gui.core.activity import ActivityStep
from mailflow_gui.core.connector import Locator
from mailflow_gui.core.ledger import Intake, Place, Trip, TripState
from mailflow_gui.core.model import Integration
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.qt.letters import Letters
from mailflow_gui.qt.log_model import LogModel
from mailflow_gui.ui.integrations.detail.page import IntegrationPage, Sources
from mailflow_gui.ui.integrations.verbs import Verbs
from tests.ui.desks import PageDesk, integration, page_desk, profile

LEADS = replace(integration("Welcome new leads"), id="leads", description="Answers requests.")
QUIET = replace(integration("Quiet"), id="quiet")
RAW = (
    b"From: Jane Moore <jane@example.org>\r\nSubject: <b>Catalog</b>\r\nContent-Type: text/html\r\n\r\n"
    b"<p>Hello <img src='file:///etc/passwd'><img src='http://127.0.0.1:9/x'></p>\r\n"
)


@dataclass
class Stand:
    """The page and what is behind it."""

    desk: PageDesk
    page: IntegrationPage
    log: LogModel
    reader: MessageReader

    def close(self) -> None:
        """Ends all work."""
        self.page.close()
        self.desk.close()
        self.reader.close()

    def take(self, number: int, state: TripState, age: float = 0, of: Integration = LEADS) -> Trip:
        """A message that came `age` hours ago and stands so."""
        at = (datetime.now().astimezone() - timedelta(hours=age)).isoformat(timespec="milliseconds")
        trip = Trip(
            f"exchange{number}",
            Place(of.id, "account", "INBOX"),
            Locator("7", f"{of.id}{number}"),
            f"print{number}",
            f"head{number}",
            at,
            subject=f"Question {number}",
            sender="Jane Moore <jane@example.org>",
            message_id=f"<m{number}@example.org>",
            settles=False,
            version=of.version,
            size=len(RAW),
        )
        self.desk.ledger.take([(trip, RAW)], Intake("7"))
        receive = ActivityStep(of.steps[0].id, "Receive Email", at, 18.0, "ok", "1 email message, 2.4 KB")
        sent = ActivityStep(of.steps[1].id, "Send Email", at, 382.0, "ok", "Sent to jane@example.org (250 OK)")
        if state is TripState.HELD:
            failed = replace(sent, status="failed", output="550 User unknown\nNobody is called so here.")
            self.desk.ledger.hold(trip, "RECIPIENT_REFUSED", "Recipient refused.", (receive, failed))
        elif state is TripState.WAITING:
            self.desk.ledger.defer(trip, at, "SERVER_BUSY", "The server is busy.", (receive,))
        elif state is TripState.SKIPPED:
            self.desk.ledger.hold(trip, "RECIPIENT_REFUSED", "Recipient refused.", (receive,))
            self.desk.ledger.skip(trip.id)
        elif state is not TripState.RECEIVED:
            self.desk.ledger.finish(trip, state, (receive, sent) if state is TripState.DONE else (receive,))
        return trip


def stand(folder: Path, *integrations: Integration) -> Stand:
    """A page over a fresh folder; nothing is shown yet."""
    desk = page_desk(folder, profile(*(integrations or (LEADS, QUIET))))
    reader, log = MessageReader(), LogModel(lambda id: id)
    letters = Letters(desk.ledger, reader, desk.tasks)
    sources = Sources(desk.profiles, desk.control, desk.tallies, desk.ledger, letters, log, desk.bridge, desk.tasks)
    page = IntegrationPage(sources, Verbs(desk.profiles, desk.control, desk.bridge))
    log.setParent(page)
    return Stand(desk, page, log, reader)
