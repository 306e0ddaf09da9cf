"""`mailflow sandbox`: the practice mail server alone, until Ctrl+C or SIGTERM."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser, Namespace
from pathlib import Path
from types import FrameType

from mailflow_gui.cli.verb import Exit, Host, Verb
from mailflow_gui.core.errors import StoreError


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("--port-file", metavar="FILE", type=Path, help="write the JSON description to this file")
    parser.add_argument("--samples", action="store_true", help="put sample mail into the mailbox")


def run(arguments: Namespace, host: Host) -> int:
    """Serves; a signal ends it with 0."""
    from mailflow_gui.sandbox.server import serve_until

    stop = threading.Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        host.console.say("The practice server runs. Ctrl+C ends it.")
        serve_until(stop, arguments.port_file, with_samples=arguments.samples)
    except OSError as error:
        raise StoreError(
            "The practice server could not start", f"{error.strerror or error}.", cause="SANDBOX_FAILED"
        ) from error
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return Exit.DONE


VERB = Verb("sandbox", "run the practice mail server alone", declare, run, order=80)
