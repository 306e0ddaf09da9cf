"""All hostile messages at once through the program: none stops the flow, two runs give the same."""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from mailflow_gui.core.mime.parse import read_message
from tests.core.mime.hostile import HOSTILE
from tests.journeys.bench import MAP, NAME, Bench, receive, send
from tests.journeys.letters import raw
from tests.journeys.peak import Peak
from tests.servers.fake_imap import FakeImap
from tests.servers.smtp_sink import SmtpSink

#: Seconds for all of them together (tests/engine/test_reader.py has the time of each), and bytes of memory.
SECONDS, MEMORY = 90.0, 1 << 30


def run(folder: Path, server: FakeImap, sink: SmtpSink) -> tuple[list[dict[str, Any]], int]:
    """One poll of everything by a process of its own: its events, and the most memory it had."""
    bench = Bench(folder)
    bench.connect(
        "Inbox", "email-receive", server.password, host="localhost", port=server.port, username=server.user,
        secureType="None", protocol="imap",
    )  # fmt: skip
    bench.outbox(sink)
    bench.integrate(receive(afterSuccess="keep"), MAP, send())
    peak = Peak(folder / "peak")
    process = bench.spawn("run", NAME, "--once", "--json", starter=peak.starter)
    out, complaint = process.communicate()
    assert process.returncode in (0, 1), complaint
    assert b"Traceback" not in complaint
    return [json.loads(line) for line in out.splitlines()], peak.octets


def what_was_sent(sink: SmtpSink) -> list[bytes]:
    """The messages without what differs between two installations: ids, part borders, the moment."""
    varying = (
        rb"(?im)^(message-id|date|x-mailflow-loop|references|in-reply-to):.*\r\n( .*\r\n)*|mf\.[a-z2-7]+|=_[\w.-]+"
    )
    return [re.sub(varying, b"", one.content) for one in sink.messages]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in kilobytes on Linux")
def test_all_at_once_twice(tmp_path: Path) -> None:
    last = raw("The last one")
    with FakeImap() as server:
        server.keep(*(make() for make in HOSTILE.values()), last)
        runs = []
        for name in ("one", "two"):
            with SmtpSink() as sink:
                lines, memory = run(tmp_path / name, server, sink)
                runs.append(what_was_sent(sink))
            assert memory < MEMORY, f"{memory / 1e6:.0f} MB"
            received = [one for one in lines if one["event"] == "received"]
            ended = [one for one in lines if one["event"] in ("sent", "held", "failed") and one.get("exchange")]
            assert len(received) >= len(HOSTILE), "a message was left behind"
            assert {one["exchange"] for one in received} <= {one["exchange"] for one in ended}
            moments = [datetime.fromisoformat(one["at"]) for one in lines]
            seconds = (moments[-1] - moments[0]).total_seconds()
            assert seconds < SECONDS
            assert runs[-1], "nothing was sent"
            assert read_message(sink.messages[-1].content).subject == "The last one"
            print(f"{len(received)} messages, {len(runs[-1])} sent, {seconds:.0f} s, {memory / 1e6:.0f} MB")
    assert runs[0] == runs[1]
