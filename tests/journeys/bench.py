"""A whole Mailflow for one test: a profile in a temporary folder, the real engine, real servers at both ends."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from mailflow_gui import main as root
from mailflow_gui.cli.engine_room import EngineRoom, open_ledger, running_engine
from mailflow_gui.cli.program import Options
from mailflow_gui.core.activity import Activity, Event, Kind
from mailflow_gui.core.copies import copy_steps
from mailflow_gui.core.fields import Plain, SecretText
from mailflow_gui.core.model import Connection, Integration, Step
from mailflow_gui.engine.runner import Until
from mailflow_gui.store.session_vault import SessionVault
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

NAME = "Answer leads"
SENDER, RECIPIENT = "info@example.org", "sales@example.net"
ONCE = Until(once=True)

#: The port of each protocol and security method on the Dovecot of the tests.
PORTS = {
    ("imap", "None"): "imap",
    ("imap", "StartTLS"): "imap",
    ("imap", "SSL/TLS"): "imaps",
    ("pop3", "None"): "pop3",
    ("pop3", "StartTLS"): "pop3",
    ("pop3", "SSL/TLS"): "pop3s",
}

#: Much of what a step sees goes into what is sent, so that a test can look at it.
MAPPINGS: list[Plain] = [
    {"from": ["subject"], "to": "subject"},
    {"from": ["content"], "to": "text"},
    {"from": ["from"], "to": "replyTo"},
]
#: For tests that send more at once than people do.
UNLIMITED: dict[str, Plain] = {"maxPerHour": -1, "maxPerDay": -1, "maxPerRecipient": -1}
MAP = Step(kind="data-mapper", values={"mappings": MAPPINGS})


def receive(connection: str = "Inbox", **values: Plain) -> Step:
    """The Receive Email step; polls every 100 ms and without a limit, unless said otherwise."""
    return Step(connection=connection, action="receive-email", values={"delay": "100ms", "maxResults": -1, **values})


def send(connection: str = "Outbox", **values: Plain) -> Step:
    """The Send Email step to the one recipient of the tests."""
    return Step(connection=connection, action="send-email", values={"from": SENDER, "to": RECIPIENT, **values})


def send_from(**values: Plain) -> Step:
    """The same with nothing typed but what is given; `from_` stands for `from`."""
    return Step(connection="Outbox", action="send-email", values={k.rstrip("_"): v for k, v in values.items()})


class Bench:
    """Builds connections and integrations, runs them in this process, and keeps every event."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.program = root.build(Options(profile=home, vault="session"))
        self.vault = SessionVault()
        self.events: list[Event] = []
        self._told = threading.Condition()

    # ---- what the person makes ----

    def connect(self, name: str, connector: str, password: str = "", **values: Plain) -> Connection:
        """Saves a connection and its password."""
        connection = Connection(name, connector, values)
        self.program.library.edit(lambda profile: profile.with_connection(connection))
        if password:
            self.vault.set(connection.id, "password", SecretText(password))
        return connection

    def inbox(
        self, mailbox: Mailbox, protocol: str = "imap", secure: str = "None", name: str = "Inbox", **values: Plain
    ) -> Connection:
        """A connection to this account; with encryption its certificate is pasted."""
        server = mailbox.server
        trust = {} if secure == "None" else {"serverCertificate": server.authority_pem}
        return self.connect(
            name,
            "email-receive",
            mailbox.password,
            **{
                "protocol": protocol,
                "host": server.host,
                "port": server.ports[PORTS[protocol, secure]],
                "username": mailbox.user,
                "secureType": secure,
                **trust,
                **values,
            },
        )

    def outbox(self, sink: SmtpSink, secure: str = "None", name: str = "Outbox", **values: Plain) -> Connection:
        """A connection to this sink; with its first account when it has one."""
        user, password = next(iter(sink.users.items()), ("", ""))
        trust = {} if secure == "None" else {"serverCertificate": sink.certificate.trust_pem}
        return self.connect(
            name,
            "email-send",
            password,
            **{
                "host": "localhost",
                "port": sink.tls_port if secure == "SSL/TLS" else sink.port,
                "username": user,
                "secureType": secure,
                **trust,
                **values,
            },
        )

    def submission(self, mailbox: Mailbox, secure: str = "StartTLS", name: str = "Outbox") -> Connection:
        """A connection to the submission server of this account's Dovecot."""
        server = mailbox.server
        return self.connect(
            name,
            "email-send",
            mailbox.password,
            host=server.host,
            port=server.ports["submissions" if secure == "SSL/TLS" else "submission"],
            username=mailbox.user,
            secureType=secure,
            serverCertificate=server.authority_pem,
        )

    def integrate(self, *steps: Step, name: str = NAME) -> Integration:
        """Saves an integration of these steps (new ids, so that a step can be used twice)."""
        integration = Integration(name, copy_steps(steps), enabled=True)
        self.program.library.edit(lambda profile: profile.with_integration(integration))
        return integration

    def change(self, name: str = NAME, **values: Plain) -> None:
        """Edits the receive step of a saved integration."""
        old = self.program.library.load().integration(name)
        first = replace(old.steps[0], values={**old.steps[0].values, **values})
        edited = replace(old, steps=(first, *old.steps[1:]), version=old.version + 1)
        self.program.library.edit(lambda profile: profile.with_integration(edited))

    # ---- running ----

    @contextmanager
    def running(self, *names: str, until: Until | None = None) -> Iterator[EngineRoom]:
        """The engine with these integrations started (all without names); stopped and closed afterwards."""
        with running_engine(self.program, self.vault, self._take) as engine:
            for one in self.program.library.load().integrations:
                if not names or one.name in names:
                    engine.supervisor.start(one, until)
            yield engine
            assert engine.supervisor.stop_all(timeout=20), "an integration did not stop"

    def poll(self, *names: str) -> list[Event]:
        """One poll of each; the events of it. Hundreds of messages take their time on a busy computer."""
        before = len(self.events)
        with self.running(*names, until=ONCE) as engine:
            engine.supervisor.wait(timeout=100)
        return self.events[before:]

    def wait_for(self, condition: Callable[[], object], seconds: float = 10.0, what: str = "") -> None:
        """Returns once the condition holds; it is asked again at every event, and ten times a second."""
        for _ in range(int(seconds * 10)):
            with self._told:
                if condition():
                    return
                self._told.wait(0.1)
        told = "\n".join(f"{one.kind}: {one.text} {one.cause}" for one in self.events[-30:])
        raise TimeoutError(f"{what or 'the condition'}: not true after {seconds} s\n{told}")

    def wait_for_event(self, kind: Kind, count: int = 1, seconds: float = 10.0, cause: str | None = None) -> Event:
        """The `count`-th event of this kind (and cause), once it is there."""
        self.wait_for(lambda: len(self.told(kind, cause)) >= count, seconds, f"{count} × {kind}")
        return self.told(kind, cause)[count - 1]

    def told(self, kind: Kind, cause: str | None = None) -> list[Event]:
        """The events of a kind so far."""
        return [one for one in self.events if one.kind is kind and cause in (None, one.cause)]

    def _take(self, event: Event) -> None:
        with self._told:
            self.events.append(event)
            self._told.notify_all()

    # ---- looking ----

    def id(self, name: str = NAME) -> str:
        """The id of an integration."""
        return self.program.library.load().integration(name).id

    def activities(self, name: str = "", held: bool = False) -> list[Activity]:
        """What the ledger remembers, oldest first."""
        with open_ledger(self.program) as ledger:
            found = ledger.activities(self.id(name) if name else "", held=held, limit=10_000)
        return found[::-1]

    def files(self) -> Iterator[Path]:
        """Every file of the profile."""
        return (path for path in self.home.rglob("*") if path.is_file())

    # ---- the program as a process of its own ----

    def credentials(self) -> Path:
        """A folder with each password as a file, as a service gets it; never half written, as others may read it."""
        folder, written = self.home.parent / "credentials", self.home.parent / "written"
        folder.mkdir(exist_ok=True)
        for one in self.program.library.load().connections:
            secret = self.vault.get(one.id, "password")
            if secret:
                written.write_text(secret.reveal())
                written.replace(folder / f"{one.name}.password")
        return folder

    def spawn(
        self, *arguments: str, platform: str = "none", starter: Sequence[str] = (), **options: Any
    ) -> subprocess.Popen[bytes]:
        """`mailflow …` as a process, with the passwords handed over as credentials.

        `platform` is Qt's; `starter`: a command before it.
        """
        environment = {**os.environ, "CREDENTIALS_DIRECTORY": str(self.credentials()), "QT_QPA_PLATFORM": platform}
        return subprocess.Popen(
            [*starter, *command_line(self.home, arguments)],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **options,
        )


def command_line(profile: Path, arguments: Sequence[str]) -> list[str]:
    """The command that starts this checkout's program on a profile."""
    start = [sys.executable, "-m", "mailflow_gui", "--profile", str(profile), "--vault", "credentials"]
    return [*start, *arguments]
