"""Cancelling Validate, or a look at the folders, while the server stalls: over within a second at every stage."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from mailflow_gui.core.connector import Check, CheckState
from mailflow_gui.core.errors import Cancelled
from mailflow_gui.core.model import Connection
from mailflow_gui.engine.connections import settings_of
from mailflow_gui.engine.trace import LimitedTrace
from mailflow_gui.engine.verify import verify
from tests.journeys.bench import Bench
from tests.journeys.stalls import BOUND, Stall, everywhere, inbox_on
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3
from tests.servers.line_server import HANG
from tests.servers.smtp_sink import SmtpSink

NOTHING_SAID = [Stall("greeting"), Stall("greeting", "SSL/TLS", port="port")]
IMAP = [
    *NOTHING_SAID,
    Stall("STARTTLS", "StartTLS"),
    Stall("STARTTLS", "StartTLS", ("OK Begin", HANG)),
    *everywhere("LOGIN", "EXAMINE", "UID SEARCH", "LOGOUT"),
]
POP3 = [
    *NOTHING_SAID,
    Stall("STLS", "StartTLS"),
    Stall("STLS", "StartTLS", ("+OK Begin", HANG)),
    *everywhere("USER", "PASS", "STAT", "QUIT"),
]
SMTP = [
    *NOTHING_SAID,
    Stall("starttls", "StartTLS"),
    Stall("starttls", "StartTLS", ("220 Begin", HANG)),
    *everywhere("ehlo", "auth", "quit"),
]


def cancelled_at(
    server: FakeImap | FakePop3 | SmtpSink, stall: Stall, work: Callable[[threading.Event], object]
) -> None:
    """Does the work on a thread until the server stalls, cancels it, and sees that it has ended in time."""
    server.script(stall.stage, stall.action)
    cancel = threading.Event()
    thread = threading.Thread(target=work, args=(cancel,), daemon=True)
    thread.start()
    server.reached(stall.stage)
    cancel.set()
    thread.join(BOUND)
    assert not thread.is_alive()


def cancel_validation(
    bench: Bench, server: FakeImap | FakePop3 | SmtpSink, connection: Connection, stall: Stall
) -> None:
    catalog = bench.program.catalog
    settings = settings_of(connection, catalog, bench.vault)
    results: list[tuple[Check, ...]] = []

    def validate(cancel: threading.Event) -> None:
        kind = catalog.connector(connection.connector)
        results.append(verify(kind, settings, report=lambda checks: None, cancel=cancel))

    cancelled_at(server, stall, validate)
    states = [one.state for one in results[0]]
    assert states[-1] is CheckState.NOT_TRIED
    assert CheckState.FAILED not in states


@pytest.mark.parametrize("stall", IMAP, ids=str)
def test_a_stalled_imap_server(bench: Bench, fake_imap: FakeImap, stall: Stall) -> None:
    cancel_validation(bench, fake_imap, inbox_on(bench, fake_imap, stall.secure, stall.port), stall)


@pytest.mark.parametrize("stall", POP3, ids=str)
def test_a_stalled_pop3_server(bench: Bench, fake_pop3: FakePop3, stall: Stall) -> None:
    cancel_validation(bench, fake_pop3, inbox_on(bench, fake_pop3, stall.secure, stall.port), stall)


@pytest.mark.parametrize("stall", SMTP, ids=str)
def test_a_stalled_smtp_server(bench: Bench, smtp_sink: SmtpSink, stall: Stall) -> None:
    port = {"port": getattr(smtp_sink, stall.port)} if stall.port else {}
    cancel_validation(bench, smtp_sink, bench.outbox(smtp_sink, stall.secure, **port), stall)


@pytest.mark.parametrize("stage", ["LOGIN", "LIST", "LOGOUT"])
def test_browsing_folders(bench: Bench, fake_imap: FakeImap, stage: str) -> None:
    connection = inbox_on(bench, fake_imap)
    settings = settings_of(connection, bench.program.catalog, bench.vault)
    kind = bench.program.catalog.connector(connection.connector)
    ends: list[BaseException] = []

    def browse(cancel: threading.Event) -> None:
        try:
            kind.folders(settings, LimitedTrace(cancel))
        except BaseException as error:
            ends.append(error)

    cancelled_at(fake_imap, Stall(stage), browse)
    assert [type(one) for one in ends] == ([Cancelled] if stage != "LOGOUT" else [])
