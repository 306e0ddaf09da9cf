"""`mailflow demo`: a temporary profile, the practice server, demo connections and a running integration."""

from __future__ import annotations

import tempfile
import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mailflow_gui.cli.program import Program
from mailflow_gui.cli.verb import Exit, Host, Verb
from mailflow_gui.core.activity import Event, Kind

#: The demo gives up after so many seconds; it usually takes two.
PATIENCE = 60.0


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("--headless", action="store_true", help="without a display: prints each message, then ends")


def run(arguments: Namespace, host: Host) -> int:
    """Opens the window on a temporary profile, or delivers the demo mail and prints what happens."""
    with tempfile.TemporaryDirectory(prefix="mailflow-demo-", ignore_cleanup_errors=True) as folder:
        options = replace(host.options, profile=Path(folder), vault="session")
        if arguments.headless:
            return _deliver(host, host.build(options))
        return host.open_window(replace(options, demo=True))


def _deliver(host: Host, program: Program) -> int:
    from mailflow_gui.cli.engine_room import running_engine
    from mailflow_gui.core import practice
    from mailflow_gui.sandbox.server import PracticeServer

    with PracticeServer() as server:
        profile = practice.practice_profile(server.ports, server.certificate)
        for connection in profile.connections:
            program.vault.set(connection.id, "password", practice.secrets(server.users[practice.ACCOUNT])["password"])
        program.library.save(profile)
        count = server.deliver_samples()
        host.console.say(f"{count} messages wait in the practice mailbox.")
        watch = _Watch(count, host.console.print)
        with running_engine(program, program.vault, watch.take) as engine:
            engine.supervisor.start(profile.integrations[0])
            complete = watch.ended.wait(PATIENCE)
    sent, filtered = watch.counts[Kind.SENT], watch.counts[Kind.FILTERED]
    if not complete:
        host.console.complain(f"mailflow: the demo did not end within {PATIENCE:.0f} seconds")
    host.console.say(f"Done: {count} received, {sent} sent, {filtered} filtered out, {watch.counts[Kind.HELD]} failed.")
    return Exit.DONE if complete and sent + filtered == count and sent else Exit.FAILED


class _Watch:
    """Prints received → mapped → sent, and knows when every message has come to its end."""

    def __init__(self, count: int, show: Callable[[str], None]) -> None:
        self._count = count
        self._show = show
        self.counts = dict.fromkeys(Kind, 0)
        self.ended = threading.Event()

    def take(self, event: Event) -> None:
        """A Publish."""
        self.counts[event.kind] += 1
        line = _line(event)
        if line:
            self._show(line)
        ends = self.counts[Kind.SENT] + self.counts[Kind.FILTERED] + self.counts[Kind.HELD]
        stuck = event.kind is Kind.FAILED or event.kind is Kind.STOPPED
        if ends >= self._count or stuck:
            self.ended.set()


def _line(event: Event) -> str:
    match event.kind:
        case Kind.RECEIVED:
            return f"received  {event.sender}: {event.subject}"
        case Kind.STEP if event.step == "Data Mapper":
            return f"mapped    {event.text}"
        case Kind.FILTERED:
            return f"filtered  {event.text}"
        case Kind.SENT:
            return f"sent      to {', '.join(event.recipients)}"
        case Kind.HELD | Kind.FAILED | Kind.WAITING:
            return f"{event.kind.value:<9} {event.text}"
    return ""


VERB = Verb("demo", "see it work: practice server, demo mail, a running integration", declare, run, order=5)
