"""`mailflow status` beside `mailflow run`, each a process of its own."""

from __future__ import annotations

import json
import signal
import time
from typing import Any

import pytest

from tests.journeys.bench import Bench, receive, send
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot


def status(bench: Bench) -> dict[str, Any]:
    out, err = bench.spawn("status", "--json").communicate(timeout=60)
    assert out, err
    found: dict[str, Any] = json.loads(out)
    return found


def until(bench: Bench, state: str) -> dict[str, Any]:
    """The row of the integration once it is in this state."""
    end = time.monotonic() + 60
    while (row := status(bench)["integrations"][0])["state"] != state:
        assert time.monotonic() < end, row
    return dict(row)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_the_health_of_another_process(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, how: signal.Signals
) -> None:
    ready.integrate(receive(), send())
    assert status(ready)["programRuns"] is False
    with ready.spawn("run", "--json") as running:
        try:
            row = until(ready, "running")
            assert row["lastContact"]
            assert row["connectedSince"] <= row["lastContact"]
            assert row["since"]
            assert row["words"].startswith("Running. Last contact ")
        finally:
            running.send_signal(how)
            running.wait(60)
    after = status(ready)
    assert (after["programRuns"], after["programAnswers"]) == (False, False)
    assert after["integrations"][0]["state"] == "not started"
    assert after["integrations"][0]["lastContact"] == ""
