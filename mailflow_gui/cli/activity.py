"""`mailflow activity`: what happened to each message, newest first."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from mailflow_gui.cli.verb import Exit, Host, Verb, add_json
from mailflow_gui.core.activity import Activity
from mailflow_gui.core.fields import Plain


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("integration", metavar="INTEGRATION", nargs="?", help="only this integration")
    parser.add_argument("--failed", action="store_true", help="only messages that need attention")
    parser.add_argument("--search", metavar="TEXT", default="", help="in subject, sender, recipients and Message-ID")
    parser.add_argument("--limit", metavar="N", type=int, default=200, help="at most so many (200)")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Prints one row a message with its steps."""
    from mailflow_gui.cli.engine_room import open_ledger

    program, console = host.program, host.console
    profile = program.library.load()
    id = profile.integration(arguments.integration).id if arguments.integration else ""
    names = {one.id: one.name for one in profile.integrations}
    with open_ledger(program) as ledger:
        found = ledger.activities(id, search=arguments.search, held=arguments.failed, limit=arguments.limit)
    if arguments.json:
        console.print_json([activity_data(one, names) for one in found])
        return Exit.DONE
    for one in found:
        name = names.get(one.integration, one.integration)
        console.print(f"{one.at[:19]}  {one.status:<9} {one.exchange}  {name}  {one.subject} — {one.sender}")
        if one.reason:
            console.print(f"    {one.cause}: {one.reason}")
        for step in one.steps:
            console.print(f"    {step.title}: {step.status}, {step.milliseconds:.0f} ms  {step.output}".rstrip())
    if not found:
        console.say("No messages.")
    return Exit.DONE


def activity_data(one: Activity, names: dict[str, str]) -> dict[str, Plain]:
    """An activity as plain data."""
    data = asdict(one)
    data["integration"] = names.get(one.integration, one.integration)
    return data


VERB = Verb("activity", "what happened to each message", declare, run, order=70)
