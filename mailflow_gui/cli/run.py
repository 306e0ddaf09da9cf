"""`mailflow run [INTEGRATION…]`: integrations in the foreground, without Qt and without a display."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser, Namespace
from types import FrameType
from typing import TYPE_CHECKING

from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb

if TYPE_CHECKING:
    from mailflow_gui.cli.console import Console
    from mailflow_gui.cli.event_lines import EventLines
    from mailflow_gui.core.activity import Health


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("integrations", metavar="INTEGRATION", nargs="*", help="names; none: all that are switched on")
    ends = parser.add_mutually_exclusive_group()
    ends.add_argument("--once", action="store_true", help="end after one poll of each")
    ends.add_argument("--until-idle", metavar="SECONDS", type=float, help="end after so many seconds without a message")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, flushed")


def run(arguments: Namespace, host: Host) -> int:
    """Runs until told to stop (Ctrl+C, SIGTERM): then the message in hand is finished.

    Without names it follows the switches. Under a service manager it also waits while nothing is switched on, and when
    everything stopped by itself: a start again and again would sign in again and again.
    """
    from mailflow_gui.cli.engine_room import running_engine
    from mailflow_gui.cli.event_lines import EventLines
    from mailflow_gui.cli.network_settings import NetworkSettings
    from mailflow_gui.cli.secrets_at_hand import open_vault
    from mailflow_gui.cli.service import ServiceManager, is_journal
    from mailflow_gui.cli.switches import Switches
    from mailflow_gui.core.activity import State
    from mailflow_gui.engine.runner import Until
    from mailflow_gui.store.preferences import PreferencesFile

    program, console = host.program, host.console
    switches, manager = Switches(program.library), ServiceManager()
    chosen = [switches.profile.integration(name) for name in arguments.integrations] or switches.on
    ends = arguments.once or arguments.until_idle is not None
    follows = not arguments.integrations and not ends
    if not chosen and not (follows and manager.present):
        raise UsageProblem("no integration is switched on. Name one, or switch one on with `mailflow start NAME`.")
    until = Until(arguments.once, arguments.until_idle)
    lines = EventLines(console, switches.name_of, as_json=arguments.json, journal=is_journal())
    stop = _stop_on_signals()
    vault = open_vault(program, console)
    network = NetworkSettings(PreferencesFile(program.paths.preferences), vault)
    with running_engine(program, vault, lines.print, lambda: switches.profile) as engine:
        supervisor = engine.supervisor
        for one in chosen:
            supervisor.start(one, until)
        manager.ready()
        while not stop.wait(0.2) and not lines.lost.is_set():
            supervisor.watch()
            engine.report()
            if follows:
                switches.follow(supervisor)
                chosen = switches.on
            if not ends:
                network.follow(supervisor, chosen)
            running = sum(1 for one in chosen if supervisor.is_running(one.id))
            if not running and not (follows and (manager.present or not chosen)):
                break
            manager.alive(f"{running} of {len(chosen)} integrations run")
        manager.stopping()
        ended = supervisor.stop_all(timeout=60)
        health = [supervisor.health(one.id) for one in chosen]
    troubled = [one for one in health if one.state is State.ATTENTION or (ends and one.trouble)]
    return _exit_code(troubled, ended) if _all_read(lines, stop, console) else Exit.FAILED


def _all_read(lines: EventLines, stop: threading.Event, console: Console) -> bool:
    """Waits for whoever reads, unless an end is wanted; False when nobody is there any more."""
    while not lines.close(timeout=2) and not stop.is_set():
        pass
    if lines.lost.is_set():
        console.complain("mailflow: nobody reads standard output any more, so the run was ended.")
    return not lines.lost.is_set()


def _exit_code(troubled: list[Health], ended: bool) -> Exit:
    from mailflow_gui.core.causes import is_about_a_secret

    if ended and not troubled:
        return Exit.DONE
    return Exit.NO_SECRET if troubled and all(is_about_a_secret(one.cause) for one in troubled) else Exit.FAILED


def _stop_on_signals() -> threading.Event:
    stop = threading.Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), on_signal)
    return stop


VERB = Verb("run", "run integrations in the foreground", declare, run, order=60)
