"""A busy office for pictures of the whole window: the design's integrations with a day of messages. No network."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mailflow_gui.core.activity import ActivityStep, Event, Health, Kind, Level, State
from mailflow_gui.core.connector import Attempt, Locator, Outgoing, Reply, Stance
from mailflow_gui.core.ledger import Intake, Ledger, Parcel, ParcelState, Place, Trip, TripState
from mailflow_gui.core.model import Connection, Integration, Profile, Step
from mailflow_gui.core.practice import ACCOUNT

LEADS, SUPPORT, INVOICES = "Welcome new leads", "Support auto-reply", "Forward invoices to Accounting"
NIGHT, WEEKLY, QUOTES = "Night shift relay", "Weekly newsletter sign-ups", "Supplier quotes archive"

_WHEN = "2026-11-21T14:31:00+00:00"
_PEOPLE = ("jane.moore@example.org", "omar@northwind.example", "li.wei@fabrikam.example")


def _connection(name: str, kind: str, description: str, **values: object) -> Connection:
    secure = values.setdefault("secureType", "SSL/TLS")
    assert isinstance(secure, str)
    return Connection(name, kind, values, description, validated=_WHEN)  # type: ignore[arg-type]


CONNECTIONS = (
    _connection("Obtain Info Emails", "email-receive", "Connect to our company email server to obtain new messages.",
                protocol="imap", host="imap.ourcompany.com", port=993, username="info@ourcompany.com"),
    _connection("Support Mailbox", "email-receive", "Customer questions, folder “Support”.",
                protocol="imap", host="imap.ourcompany.com", port=993, username="support@ourcompany.com"),
    _connection("Collect Invoices", "email-receive", "Supplier invoices, POP3 only.",
                protocol="pop3", host="pop.ourcompany.com", port=995, username="invoices@ourcompany.com"),
    replace(
        _connection("Newsletter Sign-ups", "email-receive", "Sign-ups from the web site.",
                    protocol="imap", host="imap.fastmail.com", port=993, username="ourcompany.news@fastmail.com"),
        failed="The server refused the user name or password", validated=""),
    _connection("Send Emails to Leads", "email-send", "Connect to our company email server to send emails to leads.",
                host="smtp.ourcompany.com", port=587, username="info@ourcompany.com", secureType="StartTLS"),
    replace(
        _connection("Warehouse Relay", "email-send", "Internal server with its own certificate.",
                    host="mail.warehouse.lan", port=25, secureType="StartTLS"), validated=""),
    _connection("Sandbox Mailbox", "email-receive", "Pretend mail server on this computer, with sample messages.",
                protocol="imap", host="127.0.0.1", port=10993, username=ACCOUNT),
)  # fmt: skip


def _receive(connection: str) -> Step:
    return Step(connection=connection, action="receive-email", values={"unseenOnly": True}, id="receive")


def _send(connection: str, to: str) -> Step:
    values = {"from": "info@ourcompany.com", "to": to, "subject": "Thank you", "text": "We have your message."}
    return Step(connection=connection, action="send-email", values=values, id="send")


_RULE = {"rules": [{"path": "subject", "op": "contains", "value": "product"}]}
_FILTER = Step(kind="basic-filter", values=_RULE, id="filter")
_LOG = Step(kind="log", values={"customText": "New lead from {{message.from}}"}, id="log")
_MAPPER = Step(kind="data-mapper", values={"mappings": [{"from": ["from"], "to": "to"}]}, id="mapper")
_TEMPLATE = Step(kind="template", values={"template": "Dear {{message.from}},\nthank you.\n"}, id="template")
_LEADS_OUT = _send("Send Emails to Leads", "sales@ourcompany.com")

INTEGRATIONS = (
    Integration(LEADS, (_receive("Obtain Info Emails"), _FILTER, _LOG, _MAPPER, _LEADS_OUT), id="leads", enabled=True),
    Integration(SUPPORT, (_receive("Support Mailbox"), _FILTER, _TEMPLATE, _LEADS_OUT), id="support", enabled=True),
    Integration(
        INVOICES,
        (_receive("Collect Invoices"), _FILTER, _send("Send Emails to Leads", "acounting@ourcompany.com")),
        id="invoices",
        enabled=True,
    ),
    Integration(NIGHT, (_receive("Support Mailbox"), _send("Warehouse Relay", "night@warehouse.lan")), id="night",
                enabled=True),
    Integration(WEEKLY, (_receive("Newsletter Sign-ups"), _MAPPER, _LEADS_OUT), id="weekly"),
    Integration(
        QUOTES, (Step(action="receive-email", id="a"), Step(kind="basic-filter", id="b"), _LOG), id="quotes"
    ),
)  # fmt: skip

PROFILE = Profile(CONNECTIONS, INTEGRATIONS)


def healths(now: datetime) -> dict[str, Health]:
    """What the supervisor says of them."""
    contact = now.isoformat(timespec="milliseconds")
    running = Health(State.RUNNING, last_contact=contact)
    return {"leads": running, "support": running, "invoices": running, "night": Health(State.STARTING)}


LETTER = (
    b"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\n"
    b'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="Invoice-2026-1187.pdf"\r\n\r\n'
    + b"%PDF " * 36_000
    + b"\r\n--b--\r\n"
)


class Diary:
    """Writes finished messages into a ledger."""

    def __init__(self, ledger: Ledger, now: datetime) -> None:
        self._ledger, self._now, self._number = ledger, now, 0

    def fill(self) -> None:
        """A day: replies, filtered ones, three that failed, and yesterday for comparison; oldest first."""
        self.add("weekly", timedelta(days=5), TripState.DONE, _PEOPLE[0])
        for hour in reversed(range(2, 14)):
            for _ in range(16):
                self.add("leads", timedelta(hours=24 + hour), TripState.DONE, _PEOPLE[hour % 3])
        for integration, minutes, state, text in _story():
            if state is TripState.HELD:
                self.hold(minutes, *_FAILED[text])
            else:
                self.add(integration, timedelta(minutes=minutes), state, text)

    def add(self, integration: str, age: timedelta, state: TripState, text: str) -> None:
        """One message: `text` is the recipient of a reply, or the subject of what was filtered."""
        trip = self._take(integration, age, text if state is TripState.FILTERED else "Interested in your product", text)
        at = (self._now - age).isoformat(timespec="milliseconds")
        if state is TripState.FILTERED:
            steps = (ActivityStep("filter", "Basic Filter", at, 1.0, "filtered", "1 of 2 rules did not match"),)
            self._ledger.finish(trip, state, steps)
            return
        outgoing = Outgoing("info@ourcompany.com", (text,), b"y", f"<m{self._number}@example.org>")
        parcel = Parcel(f"parcel{self._number}", trip.id, "send", outgoing, pending=(text,))
        self._ledger.record_dot(parcel, at)
        ok = Reply(250, text="Accepted")
        self._ledger.record_attempt(parcel, Attempt(Stance.SENT, ok, ((text, Stance.SENT, ok),)), ParcelState.SENT, "")
        self._ledger.finish(trip, state, (ActivityStep("send", "Send Email", at, 40.0, "ok", f"Sent to {text}"),))

    def hold(self, minutes: int, cause: str, subject: str, sender: str, reason: str) -> None:
        """One of the invoices that needs attention."""
        trip = self._take("invoices", timedelta(minutes=minutes), subject, sender)
        at = trip.taken_at
        steps = (
            ActivityStep("receive", "Receive Email", at, 12.0, "ok", "182 kB"),
            ActivityStep("filter", "Basic Filter", at, 1.0, "ok", "1 of 1 rules match, continue"),
            ActivityStep("send", "Send Email", at, 230.0, "failed", reason),
        )
        to, no = "acounting@ourcompany.com", Reply(550, "5.1.1", "User unknown in virtual mailbox table")
        if cause == "RECIPIENT_REFUSED":
            parcel = Parcel(f"parcel{self._number}", trip.id, "send", Outgoing("i@ourcompany.com", (to,), b"y", "<m>"))
            attempt = Attempt(Stance.REFUSED, no, ((to, Stance.REFUSED, no),))
            self._ledger.record_attempt(parcel, attempt, ParcelState.HELD, "")
        self._ledger.hold(trip, cause, reason, steps)

    def _take(self, integration: str, age: timedelta, subject: str, sender: str) -> Trip:
        self._number += 1
        at = (self._now - age).isoformat(timespec="milliseconds")
        made = Trip(
            f"trip{self._number}",
            Place(integration, "account", "INBOX"),
            Locator("7", str(self._number)),
            f"print{self._number}",
            f"head{self._number}",
            at,
            at,
            settles=False,
            subject=subject,
            sender=sender,
        )
        self._ledger.take([(made, LETTER)], Intake("7"))
        return made


def _story() -> Iterator[tuple[str, int, TripState, str]]:
    """Integration, minutes ago, how it ended, recipient or subject; oldest first."""
    told = [("leads", 2 + 7 * n, TripState.DONE, _PEOPLE[n % 3]) for n in range(86)]
    told += [("support", 6 + 8 * n, TripState.DONE, _PEOPLE[(n + 1) % 3]) for n in range(77)]
    told += [("invoices", 36 + 26 * n, TripState.DONE, "acounting@ourcompany.com") for n in range(24)]
    told += [("leads", 11 + 55 * n, TripState.FILTERED, "Out of office") for n in range(10)]
    told += [("support", 47 + 48 * n, TripState.FILTERED, "Newsletter November") for n in range(14)]
    told += [
        ("invoices", minutes, TripState.HELD, text) for minutes, text in ((87, "scan"), (61, "second"), (30, "first"))
    ]
    return iter(sorted(told, key=lambda one: -one[1]))


_SAID = "The server said: “User unknown in virtual mailbox table”. "
_UNKNOWN = f"Recipient refused: acounting@ourcompany.com (550 5.1.1). {_SAID}"
_LARGE = "The message is too large for the server (552 5.3.4). The server said: “Size limit 25 MB”. "
_FAILED = {
    "scan": ("TOO_LARGE", "Scanned receipts October", "scan@ourcompany.com", _LARGE),
    "second": ("RECIPIENT_REFUSED", "Invoice 88-204", "accounts@northwind.example", _UNKNOWN),
    "first": ("RECIPIENT_REFUSED", "Invoice 2026-1187", "billing@fabrikam.example", _UNKNOWN),
}


def events(now: datetime) -> list[Event]:
    """What the log shows, oldest first."""

    def at(back: float) -> str:
        return (now - timedelta(seconds=back)).isoformat(timespec="milliseconds")

    def told(back: float, who: str, kind: Kind, step: str, text: str, **rest: object) -> Event:
        return Event(at(back), who, kind, text, step=step, **rest)  # type: ignore[arg-type]

    lead = {"subject": "Interested in your product", "sender": "Jane Moore <jane.moore@example.org>"}
    bill = {"subject": "Invoice 2026-1187", "sender": "billing@fabrikam.example"}
    nothing = "Poll finished: no new messages"
    return [
        told(1794.9, "leads", Kind.POLL, "Receive Email", nothing),
        told(1790.0, "support", Kind.POLL, "Receive Email", nothing),
        told(1787.1, "invoices", Kind.RECEIVED, "Receive Email", "1 message received: Invoice 2026-1187", **bill),
        told(1786.8, "invoices", Kind.STEP, "Basic Filter", "1 of 1 rules match, continue", **bill),
        told(1786.3, "invoices", Kind.HELD, "Send Email",
             "Recipient refused: acounting@ourcompany.com (550 5.1.1)", level=Level.ERROR, cause="RECIPIENT_REFUSED",
             reply="550 5.1.1 <acounting@ourcompany.com>: Recipient address rejected: User unknown", attempt=1, **bill),
        told(1367.9, "leads", Kind.WAITING, "Send Email", "Server busy (451), trying again in 30 seconds",
             level=Level.WARNING, attempt=1, **lead),
        told(659.6, "leads", Kind.FILTERED, "Basic Filter", "Stopped: 1 of 2 rules did not match (Email from)", **lead),
        told(316.1, "support", Kind.SENT, "Send Email", "Sent to omar@northwind.example (250 OK)", **lead),
        told(112.9, "leads", Kind.RECEIVED, "Receive Email", "1 message received: Interested in your product", **lead),
        told(112.7, "leads", Kind.STEP, "Basic Filter", "2 of 2 rules match, continue", **lead),
        told(112.6, "leads", Kind.STEP, "Log", "New lead from Jane Moore", **lead),
        told(112.5, "leads", Kind.STEP, "Data Mapper", "4 fields mapped", **lead),
        told(112.1, "leads", Kind.SENT, "Send Email", "Sent to jane.moore@example.org (250 Accepted)",
             reply="250 Accepted", milliseconds=391.0, **lead),
        told(20.3, "weekly", Kind.NOTE, "", "Not started: the server refused the user name or password",
             level=Level.WARNING),
        told(6.0, "leads", Kind.POLL, "Receive Email", nothing),
        told(4.6, "leads", Kind.POLL, "Receive Email", nothing),
        told(0.9, "support", Kind.POLL, "Receive Email", nothing),
    ]  # fmt: skip


def set_clock() -> None:
    """A time zone in which it is early in the afternoon, so that today has a past."""
    late = datetime.now(UTC).replace(hour=14, minute=32) - datetime.now(UTC)
    minutes = round(late / timedelta(minutes=1))
    sign, size = ("-", minutes) if minutes >= 0 else ("+", -minutes)
    os.environ["TZ"] = f"OFF{sign}{size // 60}:{size % 60:02}"
    time.tzset()
