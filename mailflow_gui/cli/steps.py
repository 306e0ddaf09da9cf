"""`mailflow steps`: the kinds of steps and their fields, from the declarations."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mailflow_gui.cli import reference
from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb, add_json


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("kind", metavar="KIND", nargs="?", help="one kind only, with all that its fields take")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Describes every kind of step, or one of them in full."""
    kinds = host.program.catalog.steps
    if arguments.kind:
        kinds = tuple(one for one in kinds if one.id == arguments.kind)
        if not kinds:
            known = ", ".join(one.id for one in host.program.catalog.steps)
            raise UsageProblem(f"There is no step kind “{arguments.kind}”. Known: {known}.")
    if arguments.json:
        host.console.print_json(
            [
                {
                    "id": one.id,
                    "title": one.title,
                    "description": one.description,
                    "fields": reference.describe(one.settings),
                }
                for one in kinds
            ]
        )
        return Exit.DONE
    for one in kinds:
        host.console.print(f"{one.title} (step: {one.id})\n  {one.description}")
        for line in reference.lines(one.settings, "  "):
            host.console.print(line)
        manuals = [(field.label, field.manual) for field in one.settings.FIELDS.values() if field.manual]
        if manuals and not arguments.kind:
            host.console.print(f"  More: mailflow steps {one.id}")
        for label, manual in manuals if arguments.kind else ():
            host.console.print(f"\n{label}\n\n{manual}")
        host.console.print()
    return Exit.DONE


VERB = Verb("steps", "describe the kinds of steps and their fields", declare, run, order=70)
