"""`mailflow run [INTEGRATION…]`: integrations in the foreground, without Qt and without a display."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser, Namespace
from types import FrameType

from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("integrations", metavar="INTEGRATION", nargs="*", help="names; none: all that are switched on")
    ends = parser.add_mutually_exclusive_group()
    ends.add_argument("--once", action="store_true", help="end after one poll of each")
    ends.add_argument("--until-idle", metavar="SECONDS", type=float, help="end after so many seconds without a message")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, flushed")


def run(arguments: Namespace, host: Host) -> int:
    """Runs until told to stop (Ctrl+C, SIGTERM): then the message in hand is finished."""
    from mailflow_gui.cli.engine_room import running_engine
    from mailflow_gui.cli.event_lines import EventLines
    from mailflow_gui.cli.secrets_at_hand import open_vault
    from mailflow_gui.core.activity import State
    from mailflow_gui.engine.runner import Until

    program, console = host.program, host.console
    profile = program.library.load()
    chosen = [profile.integration(name) for name in arguments.integrations]
    chosen = chosen or [one for one in profile.integrations if one.enabled]
    if not chosen:
        raise UsageProblem("no integration is switched on. Name one, or switch one on with `mailflow start NAME`.")
    names = {one.id: one.name for one in profile.integrations}
    lines = EventLines(console, lambda id: names.get(id, id), as_json=arguments.json)
    until = Until(arguments.once, arguments.until_idle)
    stop = _stop_on_signals()
    with running_engine(program, open_vault(program, console), lines.print) as engine:
        for one in chosen:
            engine.supervisor.start(one, until)
        while not stop.wait(0.2) and any(engine.supervisor.is_running(one.id) for one in chosen):
            pass
        ended = engine.supervisor.stop_all(timeout=60)
        health = [engine.supervisor.health(one.id) for one in chosen]
    troubled = any(one.state is State.ATTENTION for one in health)
    unreached = bool((arguments.once or arguments.until_idle is not None) and any(one.trouble for one in health))
    return Exit.DONE if ended and not troubled and not unreached else Exit.FAILED


def _stop_on_signals() -> threading.Event:
    stop = threading.Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), on_signal)
    return stop


VERB = Verb("run", "run integrations in the foreground", declare, run, order=60)
