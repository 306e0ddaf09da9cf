"""`mailflow attention`: messages that wait for the person, and what to do with them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mailflow_gui.cli.activity import activity_data
from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb, add_json
from mailflow_gui.core.ledger import SENDING_PAUSED
from mailflow_gui.engine.clock import SystemClock

ACTS = ("list", "show", "retry", "skip", "arrived", "send-again", "go-on")

_HELP = "arrived, send-again: after a doubt; go-on: lets an integration whose sending is paused go on"


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("act", choices=ACTS, nargs="?", default="list", help=_HELP)
    parser.add_argument("id", metavar="ID", nargs="?", help="the message's id, as listed")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Lists, or carries out one decision. The running program takes it up at its next poll."""
    from mailflow_gui.cli.engine_room import open_ledger

    program, console = host.program, host.console
    if arguments.act != "list" and not arguments.id:
        raise UsageProblem(
            f"`mailflow attention {arguments.act}` needs the message's ID; see `mailflow attention list`."
        )
    names = {one.id: one.name for one in program.library.load().integrations}
    with open_ledger(program) as ledger:
        held = ledger.activities(held=True, limit=10_000)
        if arguments.act in ("list", "show"):
            shown = [one for one in held if arguments.act == "list" or one.exchange == arguments.id]
            if arguments.json:
                console.print_json([activity_data(one, names) for one in shown])
            for one in shown if not arguments.json else ():
                name = names.get(one.integration, "")
                console.print(f"{one.exchange}  {name}  {one.subject} — {one.sender}")
                console.print(f"    {one.cause}: {one.reason}")
            if not shown:
                console.say("Nothing needs your attention.")
            return Exit.DONE if shown or arguments.act == "list" else Exit.FAILED
        wanted = next((item for item in held if item.exchange == arguments.id), None)
        if wanted is None:
            raise UsageProblem(f"no message with the ID “{arguments.id}” needs attention.")
        if wanted.cause == "IN_DOUBT" and arguments.act == "retry":
            raise UsageProblem("it may have arrived. Say `arrived`, or `send-again` when it did not.")
        if arguments.act == "go-on":
            if wanted.cause != SENDING_PAUSED:
                raise UsageProblem("its integration is not paused.")
            ledger.go_on(wanted.integration, SystemClock().now().isoformat(timespec="seconds"))
        elif arguments.act in ("arrived", "send-again"):
            ledger.resolve_doubt(wanted.exchange, arrived=arguments.act == "arrived")
        elif arguments.act == "retry":
            ledger.retry(wanted.exchange)
        else:
            ledger.skip(wanted.exchange)
    console.say(f"Done: {arguments.act} “{wanted.subject}”.")
    return Exit.DONE


VERB = Verb("attention", "messages that need your attention", declare, run, order=72)
