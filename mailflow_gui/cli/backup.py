"""`mailflow backup [FILE]`: everything but passwords in one file, also while the program runs."""

from __future__ import annotations

import dataclasses
from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from mailflow_gui.cli.verb import Exit, Host, Verb, add_json


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument(
        "file", metavar="FILE", type=Path, nargs="?", help="the file to write, or a directory (default: the profile's)"
    )
    parser.add_argument("--list", action="store_true", help="list the backups in the profile's directory instead")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Writes a backup, or lists those that are there."""
    from mailflow_gui.store import backup

    paths, console = host.program.paths, host.console
    now = datetime.now().astimezone()
    if arguments.list:
        found = backup.automatic(paths)
    else:
        target = arguments.file or paths.backups
        if target == paths.backups or target.is_dir():
            target = backup.fresh_name(target, now)
        found = [backup.write(paths, target, now)]
    rows = [{**dataclasses.asdict(one), "path": str(one.path)} for one in found]
    if arguments.json:
        console.print_json(rows if arguments.list else rows[0])
    else:
        for one in found:
            console.print(f"{one.path}  {one.at}  {one.size} bytes" if arguments.list else str(one.path))
    if not arguments.list:
        console.say("Passwords are not in it. Messages that are kept are: keep the file to yourself.")
    elif not found:
        console.say("No backups yet.")
    return Exit.DONE


VERB = Verb("backup", "write everything but passwords to one file", declare, run, order=24)
