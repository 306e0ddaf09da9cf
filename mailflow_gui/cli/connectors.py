"""`mailflow connectors`: the kinds of connections, their actions and fields, from the declarations."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mailflow_gui.cli import reference
from mailflow_gui.cli.verb import Exit, Host, Verb, add_json
from mailflow_gui.core.connector import Connector
from mailflow_gui.core.fields import Plain


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Describes every connector."""
    connectors = host.program.catalog.connectors
    if arguments.json:
        host.console.print_json([_data(one) for one in connectors])
        return Exit.DONE
    for one in connectors:
        host.console.print(f"{one.title} (connector: {one.id})\n  {one.description}")
        for line in reference.lines(one.settings, "  "):
            host.console.print(line)
        for action in one.actions:
            host.console.print(f"  {action.title} (action: {action.id})\n    {action.description}")
            for line in reference.lines(action.settings, "    "):
                host.console.print(line)
        host.console.print()
    return Exit.DONE


def _data(one: Connector) -> dict[str, Plain]:
    actions = [
        {
            "id": action.id,
            "title": action.title,
            "description": action.description,
            "pattern": str(action.pattern),
            "fields": reference.describe(action.settings),
        }
        for action in one.actions
    ]
    return {
        "id": one.id,
        "title": one.title,
        "description": one.description,
        "fields": reference.describe(one.settings),
        "actions": actions,
    }


VERB = Verb("connectors", "describe the kinds of connections and their fields", declare, run, order=60)
