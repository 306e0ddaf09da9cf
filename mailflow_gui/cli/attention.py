"""`mailflow attention`: messages that wait for the person, and what to do with them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from mailflow_gui.cli.activity import activity_data
from mailflow_gui.cli.console import Console
from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb, add_json
from mailflow_gui.core.activity import Activity
from mailflow_gui.core.connector import Outgoing
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.ledger import APPROVAL, SENDING_PAUSED, Ledger
from mailflow_gui.engine.clock import SystemClock

ACTS = ("list", "show", "retry", "skip", "arrived", "send-again", "go-on", "approve")

_HELP = (
    "arrived, send-again: after a doubt; go-on: lets an integration whose sending is paused go on;"
    " approve: sends what waits for approval"
)


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("act", choices=ACTS, nargs="?", default="list", help=_HELP)
    parser.add_argument("id", metavar="ID", nargs="?", help="the message's id, as listed")
    parser.add_argument("--all", action="store_true", help="with approve: everything that waits for approval")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Lists, or carries out one decision. The running program takes it up at its next poll."""
    from mailflow_gui.cli.engine_room import open_ledger

    program, console = host.program, host.console
    if arguments.all and arguments.act != "approve":
        raise UsageProblem("--all goes with `mailflow attention approve` only.")
    if arguments.act != "list" and not arguments.id and not arguments.all:
        raise UsageProblem(
            f"`mailflow attention {arguments.act}` needs the message's ID; see `mailflow attention list`."
        )
    with open_ledger(program) as ledger:
        held = ledger.activities(held=True, limit=10_000)
        if arguments.act in ("list", "show"):
            names = {one.id: one.name for one in program.library.load().integrations}
            shown = [one for one in held if arguments.act == "list" or one.exchange == arguments.id]
            _show(shown, names, ledger, arguments, console)
            return Exit.DONE if shown or arguments.act == "list" else Exit.FAILED
        if arguments.all:
            waiting = [one.exchange for one in held if one.cause == APPROVAL]
            for exchange in waiting:
                ledger.approve(exchange)
            console.say(f"Done: approve {len(waiting)} messages.")
            return Exit.DONE
        wanted = next((item for item in held if item.exchange == arguments.id), None)
        if wanted is None:
            raise UsageProblem(f"no message with the ID “{arguments.id}” needs attention.")
        _decide(arguments.act, wanted, ledger)
    console.say(f"Done: {arguments.act} “{wanted.subject}”.")
    return Exit.DONE


def _show(
    shown: Sequence[Activity], names: dict[str, str], ledger: Ledger, arguments: Namespace, console: Console
) -> None:
    """The messages; one alone with what it would send."""
    outgoing = {one.exchange: ledger.awaiting(one.exchange) for one in shown} if arguments.act == "show" else {}
    if arguments.json:
        rows = [{**activity_data(one, names), "trying": one.trying} for one in shown]
        for one, row in zip(shown, rows, strict=True):
            if one.exchange in outgoing:
                row["outgoing"] = [_outgoing_data(parcel.outgoing) for parcel in outgoing[one.exchange]]
        console.print_json(rows)
    for one in shown if not arguments.json else ():
        console.print(f"{one.exchange}  {names.get(one.integration, '')}  {one.subject} — {one.sender}")
        if one.trying:
            console.print(f"    Mailflow keeps trying, next at {one.next_try[:19]}")
        console.print(f"    {one.cause}: {one.reason}")
        for parcel in outgoing.get(one.exchange, ()):
            console.print(f"    To {', '.join(parcel.outgoing.recipients)}, exactly this:\n")
            console.print(_printable(parcel.outgoing.wire))
    if not shown:
        console.say("Nothing needs your attention.")


def _decide(act: str, message: Activity, ledger: Ledger) -> None:
    """Carries out a decision. Raises UsageProblem for one that makes no sense here."""
    match act:
        case "approve" if message.cause != APPROVAL:
            raise UsageProblem("it does not wait for approval.")
        case "approve":
            ledger.approve(message.exchange)
        case "go-on" if message.cause != SENDING_PAUSED:
            raise UsageProblem("its integration is not paused.")
        case "go-on":
            ledger.go_on(message.integration, SystemClock().now().isoformat(timespec="seconds"))
        case "arrived" | "send-again":
            ledger.resolve_doubt(message.exchange, arrived=act == "arrived")
        case "retry" if message.cause == "IN_DOUBT":
            raise UsageProblem("it may have arrived. Say `arrived`, or `send-again` when it did not.")
        case "retry":
            ledger.retry(message.exchange)
        case "skip":
            ledger.skip(message.exchange)


def _outgoing_data(outgoing: Outgoing) -> dict[str, Plain]:
    recipients = list(outgoing.recipients)
    return {"from": outgoing.sender, "recipients": recipients, "message": outgoing.wire.decode("utf-8", "replace")}


def _printable(wire: bytes) -> str:
    """A message as text for a terminal: what would command it is left out."""
    text = wire.decode("utf-8", "replace").replace("\r\n", "\n")
    return "".join(one for one in text if one in "\n\t" or one.isprintable())


VERB = Verb("attention", "messages that need your attention", declare, run, order=72)
