"""`mailflow steps`: the kinds of steps and their fields, from the declarations."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mailflow_gui.cli import reference
from mailflow_gui.cli.verb import Exit, Host, Verb, add_json


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Describes every kind of step."""
    kinds = host.program.catalog.steps
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
        host.console.print()
    return Exit.DONE


VERB = Verb("steps", "describe the kinds of steps and their fields", declare, run, order=70)
