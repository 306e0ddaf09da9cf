"""The first poll of a mailbox with a hundred thousand messages: bounded in time and memory, and nothing is missed."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest

from tests.connectors.receiving import FakeImap, letter
from tests.journeys.bench import MAP, NAME, Bench, receive, send
from tests.journeys.letters import subjects
from tests.journeys.peak import Peak
from tests.servers.smtp_sink import SmtpSink

COUNT = 100_000
SECONDS, MEMORY = 60.0, 400_000_000


class HugeImap(FakeImap):
    """So many small messages; each is made when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.count = COUNT
        self.answers = {
            "SELECT": lambda *_: self._opened(),
            "EXAMINE": lambda *_: self._opened(),
            "UID SEARCH": lambda *_: [f"* SEARCH {' '.join(map(str, self._found(self.commands[-1])))}"],
            "UID FETCH": lambda wire, _: self._fetched(wire.send),
        }

    def _opened(self) -> list[str]:
        return [f"* {self.count} EXISTS", "* OK [UIDVALIDITY 7] ok", f"* OK [UIDNEXT {self.count + 1}] ok"]

    def _found(self, command: str) -> range:
        first = re.search(r"UID (\d+):\*", command.upper().removeprefix("UID SEARCH"))
        return range(min(int(first[1]), self.count) if first else 1, self.count + 1)

    def _fetched(self, send) -> list[str]:  # type: ignore[no-untyped-def]
        _, _, uids, items = self.commands[-1].split(" ", 3)
        for part in uids.split(","):
            low, _, high = part.partition(":")
            for uid in range(int(low), int(high or low) + 1):
                raw = letter(uid)
                head = f'* {uid} FETCH (UID {uid} INTERNALDATE "01-Feb-2026 10:00:00 +0100" RFC822.SIZE {len(raw)}'
                content = f" BODY[] {{{len(raw)}}}\r\n".encode() + raw if "BODY.PEEK[]" in items else b""
                send(head.encode() + content + b")\r\n")
        return []


def poll(bench: Bench) -> tuple[float, int]:
    """One poll by a process of its own: seconds, and the most memory it had in bytes."""
    began = time.monotonic()
    peak = Peak(bench.home / "peak")
    process = bench.spawn("run", NAME, "--once", "--json", starter=peak.starter)
    out, err = process.communicate()
    assert process.returncode == 0, (out[-2000:], err)
    return time.monotonic() - began, peak.octets


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in kilobytes on Linux")
@pytest.mark.parametrize(("start", "first"), [("now", []), ("all", [f"Letter {n}" for n in range(1, 6)])])
def test_a_hundred_thousand_messages(tmp_path: Path, smtp_sink: SmtpSink, start: str, first: list[str]) -> None:
    with HugeImap() as server:
        bench = Bench(tmp_path / "profile")
        bench.connect(
            "Inbox", "email-receive", "secret", host="localhost", port=server.port, username="ann",
            secureType="None", protocol="imap",
        )  # fmt: skip
        bench.outbox(smtp_sink)
        bench.integrate(receive(startFrom=start, maxResults=5, afterSuccess="keep"), MAP, send())
        seconds, memory = poll(bench)
        print(f"{start}: {seconds:.1f} s, {memory / 1e6:.0f} MB")
        assert subjects(smtp_sink) == first
        server.count += 1
        again, more = poll(bench)
        new = [f"Letter {COUNT + 1}"] if start == "now" else [f"Letter {n}" for n in range(6, 11)]
        assert subjects(smtp_sink) == [*first, *new]
    assert max(seconds, again) < SECONDS
    assert max(memory, more) < MEMORY
