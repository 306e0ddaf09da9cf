"""`mailflow restore FILE`: puts a backup in the place of the profile, after a check; the old one is kept aside."""

from __future__ import annotations

import dataclasses
from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb, add_json


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help="the backup")
    parser.add_argument("--newest", action="store_true", help="the newest of those that were made by themselves")
    parser.add_argument("--check", action="store_true", help="only look whether it is whole and what it holds")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Checks, or restores; refused while the program runs on this profile."""
    from mailflow_gui.store import restore
    from mailflow_gui.store.lock import ProfileLock

    program, console = host.program, host.console
    path = _chosen(arguments, host)
    if arguments.check:
        contents, aside = restore.check(path, program.paths.root), None
    else:
        program.paths.prepare()
        with ProfileLock(program.paths.root / "running.lock"):
            restored = restore.restore(path, program.paths, datetime.now().astimezone())
        contents, aside = restored.contents, restored.aside
    if arguments.json:
        more = {"replaced": str(aside)} if aside else {}
        console.print_json({"file": str(path), **dataclasses.asdict(contents), **more})
    else:
        console.print(
            f"{path}: made {contents.at}, {contents.connections} connections, {contents.integrations} integrations, "
            f"{contents.messages} messages"
        )
    if aside is not None:
        console.say(f"Restored. The profile before is in “{aside}”. Every integration is off.")
        console.say("What may have been handled since the backup waits under `mailflow attention`.")
    return Exit.DONE


def _chosen(arguments: Namespace, host: Host) -> Path:
    from mailflow_gui.store import backup

    if (arguments.file is None) == (not arguments.newest):
        raise UsageProblem("name one backup: a FILE, or --newest; `mailflow backup --list` has those that are there.")
    if arguments.file is not None:
        return Path(arguments.file)
    there = backup.automatic(host.program.paths)
    if not there:
        raise UsageProblem("no backup was made by itself yet.")
    return there[0].path


VERB = Verb("restore", "put a backup in the place of the profile", declare, run, order=25)
