"""`mailflow preview INTEGRATION`: the next poll rehearsed on the real mailbox; nothing is marked, moved or sent."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mailflow_gui.cli.verb import Exit, Host, Verb, add_json
from mailflow_gui.core.rehearsal import Outcome, StepResult


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("integration", metavar="INTEGRATION", help="the integration's name")
    parser.add_argument("--limit", metavar="N", type=int, default=5, help="rehearse at most so many messages (5)")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Reads as the next poll would, runs the steps, and shows the messages that would be sent."""
    from mailflow_gui.cli.engine_room import ignore, open_engine
    from mailflow_gui.cli.secrets_at_hand import open_vault
    from mailflow_gui.engine.rehearsal import rehearse

    program, console = host.program, host.console
    profile = program.library.load()
    integration = profile.integration(arguments.integration)
    with open_engine(program, open_vault(program, console), lambda: profile, ignore) as engine:
        rehearsals = list(rehearse(integration, profile, engine.workshop, arguments.limit))
    if arguments.json:
        console.print_json([one.data() for one in rehearsals])
        return Exit.DONE
    if not rehearsals:
        console.say("The next poll would return nothing.")
    for one in rehearsals:
        console.print(f"{one.message.subject} — {', '.join(str(sender) for sender in one.message.sender)}")
        for step in one.steps:
            item = f" · {step.item}" if step.item else ""
            console.print(f"  {step.title}{item}: {_in_words(step)}")
        for outgoing in one.outgoing:
            wire = outgoing.wire.decode("utf-8", "replace")
            console.print("".join(f"  | {line}\n" for line in wire.splitlines()).rstrip())
    return Exit.DONE


def _in_words(step: StepResult) -> str:
    if step.outcome is Outcome.STOPPED:
        return f"Stops here: {step.text}"
    return f"Would fail: {step.text}" if step.outcome is Outcome.FAILED else step.text or "Done"


VERB = Verb("preview", "rehearse the next poll; nothing is marked, moved or sent", declare, run, order=62)
