"""`mailflow attention`: messages that wait for the person, and what to do with them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mailflow_gui.cli.activity import activity_data
from mailflow_gui.cli.attention_files import save
from mailflow_gui.cli.console import Console
from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb, add_json
from mailflow_gui.core.activity import Activity
from mailflow_gui.core.connector import Outgoing
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.ledger import APPROVAL, SENDING_PAUSED
from mailflow_gui.engine.clock import SystemClock

if TYPE_CHECKING:  # loaded inside `run`: every start loads all verbs
    from mailflow_gui.core.exchange import Redirect
    from mailflow_gui.store.ledger import SqliteLedger

ACTS = ("list", "show", "retry", "skip", "undo", "arrived", "send-again", "go-on", "approve", "save")
#: These can be said of many at once.
_OF_MANY = ("retry", "skip", "approve")
#: Messages looked at, at most.
MOST = 10_000

_HELP = (
    "undo takes a skip back; arrived, send-again: after a doubt; go-on: lets an integration whose sending is paused go"
    " on; approve: sends what waits for approval; save writes the message as .eml"
)


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("act", choices=ACTS, nargs="?", default="list", help=_HELP)
    parser.add_argument("ids", metavar="ID", nargs="*", help="the message's id, as listed; retry and skip take several")
    parser.add_argument("--all", action="store_true", help="retry, skip, approve: all of them")
    parser.add_argument("--cause", metavar="CAUSE", default="", help="list, retry, skip: those with this cause")
    parser.add_argument("--search", metavar="TEXT", default="", help="list: those with this text in subject or sender")
    parser.add_argument("--to", metavar="ADDRESS", default="", help="retry: send this message there instead")
    parser.add_argument("--instead-of", metavar="ADDRESS", default="", help="with --to: of several recipients this one")
    parser.add_argument("--output", metavar="FILE", type=Path, help="save: where to (default: ID.eml)")
    parser.add_argument("--replace", action="store_true", help="save: a file that is there is replaced")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Lists, or carries out a decision. The running program takes it up at its next poll."""
    from mailflow_gui.cli.engine_room import open_ledger

    act, console = arguments.act, host.console
    _check(arguments)
    with open_ledger(host.program) as ledger:
        if act == "undo":
            return _undo(arguments.ids[0], ledger, console)
        messages = _messages(arguments, ledger)
        if act in ("list", "show"):
            names = {one.id: one.name for one in host.program.library.load().integrations}
            _show(messages, names, ledger, arguments, console)
            return Exit.DONE if messages or act == "list" else Exit.FAILED
        if act == "save":
            return save(messages[0], arguments, ledger, console)
        for message in messages:
            _decide(act, message, ledger, arguments)
            console.say(f"Done: {act} “{message.subject}”.")
        if not messages:
            console.say("Done: there was none.")
    return Exit.DONE


def _check(arguments: Namespace) -> None:
    """Raises UsageProblem when it is not clear which messages are meant."""
    act, count = arguments.act, len(arguments.ids)
    whole = arguments.all or (arguments.cause and act != "list")
    if whole and act not in _OF_MANY:
        raise UsageProblem(f"--all and --cause do not go with `mailflow attention {act}`.")
    if act == "list" or bool(whole) != bool(count):
        if count > 1 and act not in (*_OF_MANY, "show"):
            raise UsageProblem(f"`mailflow attention {act}` takes one message's ID.")
        return
    raise UsageProblem(f"`mailflow attention {act}` needs the message's ID; see `mailflow attention list`.")


def _messages(arguments: Namespace, ledger: SqliteLedger) -> list[Activity]:
    """The messages that are meant. Raises UsageProblem for an ID that is not listed."""
    held = ledger.activities(held=True, limit=MOST, search=arguments.search)
    if arguments.ids:
        known = {one.exchange: one for one in held}
        for id in arguments.ids:
            if id not in known and arguments.act != "show":
                raise UsageProblem(f"no message with the ID “{id}” needs attention.")
        return [known[id] for id in arguments.ids if id in known]
    held = [one for one in held if arguments.cause in ("", one.cause)]
    match arguments.act:
        case "approve":
            return [one for one in held if one.cause == APPROVAL]
        case "retry":  # of others the person has to say more
            return [one for one in held if one.cause not in ("IN_DOUBT", APPROVAL)]
        case "skip":
            return [one for one in held if one.cause != "IN_DOUBT"]
    return held


def _show(
    shown: Sequence[Activity], names: dict[str, str], ledger: SqliteLedger, arguments: Namespace, console: Console
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


def _decide(act: str, message: Activity, ledger: SqliteLedger, arguments: Namespace) -> None:
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
            ledger.retry(message.exchange, _instead(message, arguments, ledger))
        case "skip":
            ledger.skip(message.exchange)


def _instead(message: Activity, arguments: Namespace, ledger: SqliteLedger) -> list[Redirect]:
    """Where the message goes instead, as asked; of one recipient that was refused it need not be said which."""
    from mailflow_gui.core.exchange import Redirect
    from mailflow_gui.core.mime.addresses import split_recipients

    if not arguments.to:
        return []
    found, problems = split_recipients(arguments.to)
    if problems or len(found) != 1:
        raise UsageProblem(f"“{arguments.to}” is not one email address.")
    failed = next((step for step in reversed(message.steps) if step.status == "failed"), None)
    if failed is None:
        raise UsageProblem("it did not get as far as being sent; see `mailflow attention show`.")
    refused = [
        one.address
        for one in ledger.recipients(message.exchange)
        if one.place == failed.step_id and one.stance in ("refused", "retry")
    ]
    old = arguments.instead_of or (refused[0] if len(refused) == 1 else "")
    if (refused and old not in refused) or (old and not refused):
        raise UsageProblem(f"say --instead-of one of: {', '.join(refused) or 'nobody, it was not refused'}.")
    return [Redirect(failed.step_id, old, found[0].address)]


def _undo(id: str, ledger: SqliteLedger, console: Console) -> int:
    known = ledger.some([id])
    if not known or known[0].status != "skipped":
        raise UsageProblem(f"no message with the ID “{id}” was skipped; see `mailflow activity`.")
    ledger.unskip(id)
    if ledger.some([id])[0].status == "skipped":
        console.complain("It was skipped because the same delivery had been handled before.")
        return Exit.FAILED
    console.say(f"Done: “{known[0].subject}” needs attention again.")
    return Exit.DONE


def _outgoing_data(outgoing: Outgoing) -> dict[str, Plain]:
    recipients = list(outgoing.recipients)
    return {"from": outgoing.sender, "recipients": recipients, "message": outgoing.wire.decode("utf-8", "replace")}


def _printable(wire: bytes) -> str:
    """A message as text for a terminal: what would command it is left out."""
    text = wire.decode("utf-8", "replace").replace("\r\n", "\n")
    return "".join(one for one in text if one in "\n\t" or one.isprintable())


VERB = Verb("attention", "messages that need your attention", declare, run, order=72)
