"""Validate: five checks in order, reported one by one, with limits and cancel."""

from __future__ import annotations

import dataclasses
import itertools
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from mailflow_gui.connectors._mailserver import NONE, STARTTLS, TLS, ServerSettings, check_names
from mailflow_gui.connectors._tls import fetch_certificate, read_certificate
from mailflow_gui.core.connector import Check, CheckState, Connector
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.engine import verify as engine
from mailflow_gui.engine.verify import verify
from tests.connectors.fakes import VERIFY, Talker, settings_for
from tests.servers import certificates
from tests.servers.line_server import HANG
from tests.servers.ports import free_port

LAST = {"imap": ("inbox", "Inbox opened"), "pop3": ("inbox", "Inbox opened"), "smtp": ("ready", "Ready to send")}


def connector(run: Callable[[Any, Any], None], last: tuple[str, str] = ("inbox", "Inbox opened")) -> Connector:
    return Connector(
        id="test",
        title="Test",
        description="",
        icon="mail",
        tone="blue",
        settings=ServerSettings,
        actions=(),
        verify=run,
        checks=lambda settings: check_names(settings, last),
        certificate=fetch_certificate,
        read_certificate=read_certificate,
        folders=lambda settings, trace: (),
        usual_port=lambda values: "",
    )


def run(
    settings: Any, protocol: str = "imap", cancel: threading.Event | None = None, **more: Any
) -> tuple[tuple[Check, ...], list[tuple[Check, ...]]]:
    """The result, and everything that was reported."""
    reports: list[tuple[Check, ...]] = []
    kind = connector(VERIFY[protocol], LAST[protocol])
    return verify(kind, settings, report=reports.append, cancel=cancel or threading.Event(), **more), reports


def states(checks: tuple[Check, ...]) -> list[str]:
    return [check.state.value for check in checks]


@pytest.mark.parametrize(
    ("protocol", "detail"), [("imap", "3 messages, 1 unread"), ("pop3", "3 messages"), ("smtp", "")]
)
@pytest.mark.parametrize("method", [STARTTLS, TLS])
def test_success(protocol: str, detail: str, method: str) -> None:
    from tests.connectors.fakes import OFFERS

    own = certificates.self_signed()
    with Talker(protocol, OFFERS[protocol], certificate=own, implicit=method == TLS) as server:
        settings = settings_for(protocol, server.port, method, server_certificate=own.pem)
        checks, reports = run(settings, protocol)
    assert states(checks) == ["ok"] * 5
    assert [check.title for check in checks] == [
        "Server found",
        f"Port {server.port} answers",
        "Connection is encrypted",
        "Signed in",
        LAST[protocol][1],
    ]
    first = socket.getaddrinfo("localhost", server.port, type=socket.SOCK_STREAM)[0][4][0]
    assert checks[0].detail == f"localhost → {first}"
    assert checks[1].detail == (f"{protocol.upper()} server ready, StartTLS offered" if method == STARTTLS else "")
    assert checks[2].detail.startswith("TLS 1.")
    assert checks[3].detail == "as info"
    assert checks[4].detail == (detail or "No message was sent")
    assert all(check.milliseconds is not None and check.milliseconds >= 0 for check in checks)
    assert reports[-1] == checks
    assert states(reports[0]) == ["waiting"] * 5
    assert "running" in states(reports[1])


def test_each_change_is_reported_in_order() -> None:
    with Talker("imap") as server:
        _, reports = run(settings_for("imap", server.port))
    order = ["waiting", "running", "ok", "warning"]
    seen = [states(report) for report in reports]
    for before, after in itertools.pairwise(seen):
        assert all(order.index(b) <= order.index(a) for b, a in zip(before, after, strict=True))
        assert sum(state == "running" for state in after) <= 1


def test_without_encryption_there_is_a_warning_and_without_a_name_no_sign_in() -> None:
    with Talker("smtp") as server:
        checks, _ = run(settings_for("smtp", server.port, NONE, username="", password=""), "smtp")
    assert states(checks) == ["ok", "ok", "warning", "ok", "ok"]
    assert [check.title for check in checks][2:4] == ["Not encrypted", "No sign-in needed"]
    assert checks[2].detail


def test_the_first_failure_ends_the_run() -> None:
    with Talker("imap", {"LOGIN": "{tag} NO [AUTHENTICATIONFAILED] no"}) as server:
        checks, reports = run(settings_for("imap", server.port))
    assert states(checks) == ["ok", "ok", "warning", "failed", "not-tried"]
    assert isinstance(checks[3].error, MailflowError)
    assert checks[3].error.cause == "AUTH_FAILED"
    assert checks[3].milliseconds is not None
    assert [check.error for check in checks if check.id != "sign-in"] == [None] * 4
    assert reports[-1] == checks


def test_where_the_failures_are_shown() -> None:
    refused, _ = run(settings_for("imap", free_port()))
    assert states(refused) == ["ok", "failed", "not-tried", "not-tried", "not-tried"]
    with Talker("imap", certificate=certificates.self_signed(), implicit=True) as server:
        untrusted, _ = run(settings_for("imap", server.port, TLS))
    assert states(untrusted) == ["ok", "ok", "failed", "not-tried", "not-tried"]
    with Talker("imap", {"EXAMINE": "{tag} NO [NOPERM] no"}) as server:
        unreadable, _ = run(settings_for("imap", server.port))
    assert states(unreadable) == ["ok", "ok", "warning", "ok", "failed"]


@pytest.mark.parametrize("missing", [{"host": ""}, {"port": 0}])
def test_incomplete_settings_fail_at_the_first_check(missing: dict[str, Any]) -> None:
    settings = settings_for("imap", 143).replace(**missing)
    checks, _ = run(settings)
    assert states(checks) == ["failed"] + ["not-tried"] * 4
    assert isinstance(checks[0].error, MailflowError)
    assert checks[0].error.fields == tuple(missing)


def test_a_changed_certificate_is_told_when_it_was_trusted_before() -> None:
    old = certificates.self_signed("other").pem
    with Talker("imap", certificate=certificates.self_signed(), implicit=True) as server:
        settings = settings_for("imap", server.port, TLS, server_certificate=old)
        causes = [run(settings, trusted_before=before)[0][2].error for before in (False, True)]
    assert [getattr(error, "cause", "") for error in causes] == ["CERT_NOT_MATCHING", "CERT_CHANGED"]


@pytest.mark.parametrize("method", [NONE, STARTTLS, TLS])
def test_cancel_is_heard_at_once(method: str) -> None:
    cancel = threading.Event()
    with Talker("imap", greeting=HANG) as server:
        threading.Timer(0.3, cancel.set).start()
        start = time.monotonic()
        checks, reports = run(settings_for("imap", server.port, method), cancel=cancel)
        took = time.monotonic() - start
    assert took < 1
    assert "not-tried" in states(checks)
    assert "failed" not in states(checks)
    assert reports[-1] == checks


def test_cancelled_before_it_began() -> None:
    cancel = threading.Event()
    cancel.set()
    checks, _ = run(settings_for("imap", 143), cancel=cancel)
    assert states(checks) == ["not-tried"] * 5


@pytest.mark.parametrize(
    ("limits", "expected"), [((0.6, 30.0), ["ok", "failed"]), ((10.0, 0.6), ["ok", "failed"])], ids=["check", "total"]
)
def test_limits(monkeypatch: pytest.MonkeyPatch, limits: tuple[float, float], expected: list[str]) -> None:
    monkeypatch.setattr(engine, "CHECK_LIMIT", limits[0])
    monkeypatch.setattr(engine, "TOTAL_LIMIT", limits[1])
    with Talker("imap", greeting=HANG) as server:
        start = time.monotonic()
        checks, _ = run(settings_for("imap", server.port))
        took = time.monotonic() - start
    assert states(checks)[:2] == expected
    assert getattr(checks[1].error, "cause", "") == "TIMED_OUT"
    assert took < 1.6


def test_the_limits_are_those_of_the_design() -> None:
    assert (engine.CHECK_LIMIT, engine.TOTAL_LIMIT) == (10.0, 30.0)


@pytest.mark.parametrize("protocol", ["imap", "pop3", "smtp"])
def test_plain_against_an_encrypted_port_is_told_within_three_seconds(protocol: str) -> None:
    with Talker(protocol, certificate=certificates.self_signed(), implicit=True) as server:
        start = time.monotonic()
        checks, _ = run(settings_for(protocol, server.port), protocol)
        took = time.monotonic() - start
    assert getattr(checks[1].error, "cause", "") == "PLAIN_ON_TLS_PORT"
    assert took < 3


def test_a_defect_of_ours_ends_in_the_panel() -> None:
    def broken(settings: Any, trace: Any) -> None:
        with trace.step("server"):
            raise ZeroDivisionError("our fault")

    checks = verify(connector(broken), settings_for("imap", 143), report=lambda _: None, cancel=threading.Event())
    assert states(checks) == ["failed"] + ["not-tried"] * 4
    assert isinstance(checks[0].error, MailflowError)
    assert checks[0].error.cause == "UNEXPECTED"
    assert "our fault" in checks[0].error.details


def test_a_failure_between_the_steps_belongs_to_the_next_check() -> None:
    def odd(settings: Any, trace: Any) -> None:
        with trace.step("server"):
            trace.found("here")
        raise MailflowError("Odd")

    checks = verify(connector(odd), settings_for("imap", 143), report=lambda _: None, cancel=threading.Event())
    assert states(checks) == ["ok", "failed"] + ["not-tried"] * 3


def test_checks_are_frozen() -> None:
    check = Check("server", "Server found", CheckState.WAITING)
    with pytest.raises(dataclasses.FrozenInstanceError):
        check.title = "x"  # type: ignore[misc]
