"""The long form: `python -m tests.reliability` tries every point, every position and every cell, and prints the counts.

With Dovecot installed; it takes some hours. `--part NAME` runs one part, `--protocol`, `--step`,
`--kills`, `--messages` and `--minutes` make it smaller. Exit code 1 when anything was lost, doubled, or held without
need.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from tests.reliability.broken import BREACHES
from tests.reliability.cuts import RADIO, Tally, tally_receiving, tally_sending
from tests.reliability.full import ALONE, FullMatrix
from tests.reliability.kills import PonderingSink, Result, rampage
from tests.reliability.matrix import Count, Matrix
from tests.reliability.neighbour import beside
from tests.reliability.plant import SCENARIOS
from tests.reliability.proxy import CALM, STALLS, End, Weather
from tests.reliability.soak import GAP, SAMPLE, soak
from tests.reliability.steps import MEMORY
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

PROTOCOLS = ("imap", "pop3", "smtp")
Line = tuple[bool, str]
#: A line that stalls takes two seconds: so many positions are passed over for one that is tried.
HANGS = 16
#: Minutes beside a neighbour for each of the four things that become of messages.
NEIGHBOUR = 2.5


def crash_matrix(asked: argparse.Namespace) -> Iterator[Line]:
    """Every action of every scenario, then twice in a row."""
    total, twice = Count(), Count()
    with Matrix() as matrix:
        for scenario in SCENARIOS:
            total.add(matrix.check(scenario))
            twice.add(matrix.check_twice(scenario, stride=3 * asked.step, depth=12))
    yield not (total.lost or total.doubled or total.other), f"killed once: {total}"
    yield not (twice.lost or twice.doubled or twice.other), f"killed twice: {twice}"


def full_disk(asked: argparse.Namespace) -> Iterator[Line]:
    """Every commit finds the disk full once."""
    total = Count()
    with FullMatrix() as matrix:
        for scenario in ALONE:
            total.add(matrix.check(scenario))
    yield not (total.lost or total.doubled or total.other), f"disk full at a commit: {total}"


def broken_protocols(asked: argparse.Namespace) -> Iterator[Line]:
    """The matrix has to find what is broken on purpose."""
    for breach in BREACHES:
        found = breach.check()
        yield getattr(found, breach.harm) > 0, f"{breach.name}: {found}"


def random_kills(asked: argparse.Namespace) -> Iterator[Line]:
    """SIGKILL on real processes at any moment."""
    result = _kills(asked, aimed=False)
    yield result.clean and result.rare, f"at any moment: {result}"


def aimed_kills(asked: argparse.Namespace) -> Iterator[Line]:
    """SIGKILL on real processes while they send, so that many messages are in doubt."""
    result = _kills(asked, aimed=True)
    yield result.clean, f"while it sends: {result}"


def _kills(asked: argparse.Namespace, *, aimed: bool) -> Result:
    from tests.journeys.bench import Bench

    with (
        tempfile.TemporaryDirectory() as folder,
        Dovecot() as server,
        PonderingSink(users={"info@example.org": "secret"}) as sink,
    ):
        user = server.add_user()
        mailbox = Mailbox(server, user, server.users[user])
        bench = Bench(Path(folder) / "profile")
        return rampage(bench, mailbox, sink, asked.kills, asked.messages, asked.minutes, aimed=aimed)


def neighbours(asked: argparse.Namespace) -> Iterator[Line]:
    """Another program changes the same mailbox all the time."""
    for after in ("mark-seen", "move:Done", "delete", "keep"):
        with (
            tempfile.TemporaryDirectory() as folder,
            Dovecot() as server,
            SmtpSink(users={"info@example.org": "secret"}) as sink,
        ):
            user = server.add_user()
            mailbox = Mailbox(server, user, server.users[user])
            result = beside(Path(folder) / "profile", mailbox, sink, NEIGHBOUR * 60 / asked.step, after)
        yield result.clean, f"{after}: {result}"


def soaking(asked: argparse.Namespace) -> Iterator[Line]:
    """A message each `--gap` seconds for `--minutes`: memory, open files, records."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Dovecot() as server,
        SmtpSink(users={"info@example.org": "secret"}) as sink,
    ):
        user = server.add_user()
        mailbox = Mailbox(server, user, server.users[user])
        count = max(8 * SAMPLE, int(asked.minutes * 60 / asked.gap))
        result = soak(Path(folder) / "profile", mailbox, sink, count, asked.gap)
    yield result.clean, str(result)


def cuts(asked: argparse.Namespace) -> Iterator[Line]:
    """Every byte position of the three protocols, each kind of break; some of them over a bad line."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as name, Dovecot() as server:
        for protocol in asked.protocol or PROTOCOLS:
            for end in End:
                if end is End.NOISE and protocol != "smtp":  # within a message nobody can tell it from the message
                    continue
                step = asked.step * (HANGS if end in STALLS else 1)
                tally = _tally(server, protocol, Path(name), end, step, CALM)
                yield tally.clean, f"{protocol}, {end}: {_short(tally)}"
            tally = _tally(server, protocol, Path(name), End.FIN, asked.step * HANGS, RADIO)
            yield tally.clean, f"{protocol}, late and lost packets, {End.FIN}: {_short(tally)}"


def _tally(server: Dovecot, protocol: str, folder: Path, end: End, step: int, weather: Weather) -> Tally:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        if protocol == "smtp":
            return tally_sending(Path(place), end, step, weather)
        return tally_receiving(server, protocol, Path(place), end, step, weather)


def cells(asked: argparse.Namespace) -> Iterator[Line]:
    """The TLS matrix, the attacks on StartTLS, servers without end, and the canary, as pytest runs them."""
    for what in ("test_tls_matrix", "test_starttls_attacks", "test_exhaustion"):
        yield _pytest(f"tests/connectors/{what}.py")
    yield _pytest("tests/reliability/test_canary.py")


PARTS: dict[str, Callable[[argparse.Namespace], Iterator[Line]]] = {
    "matrix": crash_matrix,
    "full": full_disk,
    "broken": broken_protocols,
    "cells": cells,
    "cuts": cuts,
    "neighbour": neighbours,
    "soak": soaking,
    "kills": random_kills,
    "aimed": aimed_kills,
}


def _pytest(path: str) -> Line:
    """In a process of its own: this one has loaded modules whose assertions pytest rewrites."""
    with tempfile.TemporaryDirectory() as name:
        report = Path(name) / "report.xml"
        options = ("-q", "-p", "no:cacheprovider", f"--junitxml={report}")
        subprocess.run([sys.executable, "-m", "pytest", *options, path], check=False, stdout=subprocess.DEVNULL)
        counts = ElementTree.parse(report).getroot().find("testsuite")
    if counts is None:
        return False, f"{path}: nothing was run"
    total, skipped = int(counts.get("tests", 0)), int(counts.get("skipped", 0))
    failed = int(counts.get("failures", 0)) + int(counts.get("errors", 0))
    passed = total - skipped - failed
    return passed > 0 and not failed, f"{path}: {passed} passed, {failed} failed, {skipped} skipped"


def _short(tally: Tally) -> str:
    return "\n".join([str(tally), *tally.notes[:20]])


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part; may be given again")
    parser.add_argument("--protocol", choices=PROTOCOLS, action="append", help="cuts: only this one")
    parser.add_argument("--step", type=int, default=1, help="every so many positions")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=120.0, help="stop killing, or soaking, after so many minutes")
    parser.add_argument("--gap", type=float, default=GAP, help="soak: seconds between two messages")
    asked = parser.parse_args()
    good = True
    for name in asked.part or PARTS:
        began = time.monotonic()
        for fine, text in PARTS[name](asked):
            good = good and fine
            print(f"{'ok  ' if fine else 'FAIL'} {name}: {text}", flush=True)
        print(f"     {name}: {time.monotonic() - began:.0f} s", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
