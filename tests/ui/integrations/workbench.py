"""What the tests of Create Integration and Home share: a profile in memory, real services, sample letters."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from mailflow_gui import connectors, steps
from mailflow_gui.core.activity import QUIET_TRIES, ActivityStep, Health, State
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.connector import Attempt, Locator, Outgoing, Reply, Stance
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.ledger import Intake, Parcel, ParcelState, Place, Trip, TripState
from mailflow_gui.core.model import Connection, Integration, Profile
from mailflow_gui.engine.assemble import Workshop
from mailflow_gui.engine.clock import SystemClock
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.qt.previews import Previews
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.servers import Servers
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.ledger import SqliteLedger
from mailflow_gui.store.session_vault import SessionVault
from tests.fakes.versions import MemoryVersions

CATALOG = discover(connectors, steps)

LETTERS = (
    ("Elena Rossi", "Request for a catalog"),
    ("Omar Haddad", "Quote for 40 chairs"),
    ("Li Wei", "Re: Delivery date"),
    ("Anna Kowalska", "Opening hours"),
    ("Tom Becker", "Question about pricing"),
    ("Priya Nair", "Visit next Thursday?"),
    ("Northwind Office", "Order 20417 confirmed"),
    ("Jane Moore", "Interested in your product"),
    ("Ben Okafor", "Your invoice 118"),
    ("Sofia Lind", "Thank you"),
)


def letters(texts: tuple[tuple[str, str], ...] = LETTERS) -> list[bytes]:
    """Messages of these senders and subjects, oldest first."""
    now = datetime.now().astimezone()
    made = []
    for number, (name, subject) in enumerate(texts):
        letter = EmailMessage()
        letter["From"] = f"{name} <{name.split()[0].lower()}@example.org>"
        letter["To"] = "info@ourcompany.com"
        letter["Subject"] = subject
        letter["Date"] = format_datetime(now - timedelta(minutes=10 * (len(texts) - number)))
        letter["Message-ID"] = f"<letter-{number}@example.org>"
        letter.set_content(f"Hello,\n\nthis is about: {subject}.\n")
        made.append(letter.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    return made


class MemoryLibrary:
    """A saved profile in memory."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.trouble: Exception | None = None

    def load(self) -> Profile:
        return self.profile

    def stamp(self) -> object:
        return id(self.profile)

    def edit(self, change: Callable[[Profile], Profile]) -> Profile:
        self.save(change(self.profile))
        return self.profile

    def save(self, profile: Profile) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.profile = profile


@dataclass
class Workbench:
    """Real services over a profile in memory."""

    library: MemoryLibrary
    vault: SessionVault
    ledger: SqliteLedger
    reader: MessageReader
    tasks: Tasks
    profiles: Profiles
    previews: Previews
    servers: Servers

    def close(self) -> None:
        """Waits for the pool and closes what was opened."""
        self.servers.close()
        self.tasks.wait()
        self.reader.close()
        self.ledger.close()


def workbench(folder: Path, *connections: Connection, secret: str = "secret") -> Workbench:
    """A bench with these connections; each has the same password."""
    library, vault, tasks = MemoryLibrary(Profile(tuple(connections))), SessionVault(), Tasks()
    for one in connections:
        vault.set(one.id, "password", SecretText(secret))
    profiles = Profiles(library, vault, CATALOG, tasks, MemoryVersions())
    profiles.load()
    ledger, reader = SqliteLedger(folder / "ledger.sqlite"), MessageReader()
    shop = Workshop(CATALOG, vault, ledger, reader, SystemClock(), lambda event: None)
    previews = Previews(profiles, shop, tasks)
    return Workbench(library, vault, ledger, reader, tasks, profiles, previews, Servers(profiles, tasks))


def receiving(server: Any, user: str, name: str = "Obtain Info Emails", **values: Any) -> Connection:
    """A Receive Email connection to an account of the test server."""
    protocol = values.pop("protocol", "imap")
    return Connection(
        name,
        "email-receive",
        {
            "protocol": protocol,
            "host": server.host,
            "port": server.ports[protocol + "s"],
            "username": user,
            "secureType": "SSL/TLS",
            "serverCertificate": server.authority_pem,
            **values,
        },
        validated="2026-11-24T10:00:00+00:00",
    )


def sending(name: str = "Send Emails to Leads", account: str = "info@ourcompany.com") -> Connection:
    """A Send Email connection that nobody answers."""
    values = {"host": "localhost", "port": 9, "username": account, "secureType": "SSL/TLS"}
    return Connection(name, "email-send", values, validated="2026-11-24T10:00:00+00:00")


class StillSupervisor:
    """Switches integrations without running anything; `healths` is what is said about them."""

    def __init__(self) -> None:
        self.healths: dict[str, Health] = {}

    def health(self, id: str) -> Health:
        return self.healths.get(id, Health())

    def watch(self) -> None:
        pass

    def is_running(self, id: str) -> bool:
        return self.health(id).state is State.RUNNING

    def start(self, integration: Integration) -> None:
        self.healths[integration.id] = Health(State.RUNNING)

    def restart(self, integration: Integration) -> None:
        self.start(integration)

    def stop(self, id: str, timeout: float | None = None) -> bool:
        self.healths.pop(id, None)
        return True

    def stop_all(self, timeout: float = 30) -> bool:
        self.healths.clear()
        return True


def remember(ledger: SqliteLedger, integration: Integration, what: Sequence[tuple[timedelta, TripState, str]]) -> None:
    """Puts finished messages into the ledger: how long ago, how they ended, subject or recipient."""
    place = Place(integration.id, "account", "INBOX")
    start = len(ledger.activities(limit=10_000))
    for number, (age, state, text) in enumerate(what, start):
        at = (datetime.now().astimezone() - age).isoformat()
        trip = Trip(
            f"trip{number}",
            place,
            Locator("7", str(number + 1)),
            f"print{number}",
            f"head{number}",
            at,
            at,
            settles=False,
            subject=text,
            sender="jane@example.org",
        )
        ledger.take([(trip, b"x")], Intake("7"))
        if state is TripState.HELD:
            ledger.hold(trip, "RECIPIENT_REFUSED", "Recipient refused. The server does not know this address.", ())
            continue
        output = f"Sent to {text}" if state is TripState.DONE else "1 of 1 rules did not match"
        if state is TripState.DONE:
            outgoing = Outgoing("info@ourcompany.com", (text,), b"y", f"<m{number}@example.org>")
            parcel = Parcel(f"parcel{number}", trip.id, "send", outgoing, pending=(text,))
            ledger.record_dot(parcel, at)
            ok = Reply(250, text="OK")
            ledger.record_attempt(parcel, Attempt(Stance.SENT, ok, ((text, Stance.SENT, ok),)), ParcelState.SENT, "")
        ledger.finish(trip, state, (ActivityStep("send", "Send Email", at, 3.0, "ok", output),))


def keep_trying(ledger: SqliteLedger, integration: Integration, subject: str, next_try: str) -> str:
    """Puts a message into the ledger that was put off once more than quietly; gives its id."""
    at = datetime.now().astimezone().isoformat()
    place, where = Place(integration.id, "account", "INBOX"), Locator("7", "900")
    trip = Trip("tried", place, where, "tried", "tried", at, at, subject=subject, sender="jane@example.org")
    ledger.take([(trip, b"x")], Intake("7"))
    reason = "The server puts it off (451 4.3.0). The server said: “Later”."
    for _ in range(QUIET_TRIES + 1):
        ledger.defer(trip, next_try, "SERVER_BUSY", reason, ())
    return trip.id


def until(condition: Callable[[], object], what: str, seconds: float = 15) -> None:
    """Runs an event loop that ends when the condition holds. Raises AssertionError when it never does."""
    loop, look = QEventLoop(), QTimer()
    deadline = time.monotonic() + seconds
    look.timeout.connect(lambda: loop.quit() if condition() or time.monotonic() > deadline else None)
    look.start(10)
    if not condition():
        loop.exec()
    look.stop()
    if not condition():
        raise AssertionError(f"in {seconds:g} s there was no {what}")


def let_settle(milliseconds: int = 150) -> None:
    """Runs an event loop for a moment, for pictures: layouts and fonts come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
