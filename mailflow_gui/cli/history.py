"""`mailflow history`: how long the past is kept, what it takes on the disk, and clearing it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict, replace

from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb, add_json


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("--days", metavar="N", type=int, help="keep it so many days; 0: for ever")
    parser.add_argument("--megabytes", metavar="N", type=int, help="keep at most so much; 0: no limit")
    parser.add_argument("--clear", action="store_true", help="remove what is done with, except the last day")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Changes what is asked for, then tells how things stand. What waits or needs attention always stays."""
    from mailflow_gui.cli.engine_room import open_ledger
    from mailflow_gui.core.words import size_in_words
    from mailflow_gui.engine.clock import SystemClock

    if min(arguments.days or 0, arguments.megabytes or 0) < 0:
        raise UsageProblem("--days and --megabytes are not below 0.")
    console, now = host.console, SystemClock().now()
    with open_ledger(host.program) as ledger:
        chosen = {name: getattr(arguments, name) for name in ("days", "megabytes")}
        wanted = {name: value for name, value in chosen.items() if value is not None}
        if wanted:
            ledger.set_keep(replace(ledger.keep(), **wanted))
        if arguments.clear:
            removed = 0
            while some := ledger.clear(now):
                removed += some
            console.say(f"Removed: {removed:,} messages.")
        while wanted and ledger.prune(now):
            pass
        keep, sizes = ledger.keep(), ledger.sizes(now)
    if arguments.json:
        console.print_json({"keep": asdict(keep), "sizes": asdict(sizes)})
        return Exit.DONE
    days = f"{keep.days:,} days" if keep.days else "for ever"
    most = f"at most {keep.megabytes:,} MB" if keep.megabytes else "without a limit of size"
    console.print(f"Kept: {days}, {most}")
    oldest = f", the oldest of {sizes.oldest[:10]}" if sizes.oldest else ""
    console.print(f"Now: {sizes.messages:,} messages{oldest}, {size_in_words(sizes.used)}")
    return Exit.DONE


VERB = Verb("history", "how long the past is kept, and clearing it", declare, run, order=74)
