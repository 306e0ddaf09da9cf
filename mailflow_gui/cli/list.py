"""`mailflow list [connections|integrations]`: name, kind and state of what is saved."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mailflow_gui.cli.verb import Exit, Host, Verb, add_json
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Connection, Integration


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("what", nargs="?", choices=("connections", "integrations"), help="without it both")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Lists what is saved; the health of running integrations is `mailflow status`."""
    profile, catalog = host.program.library.load(), host.program.catalog
    rows: list[dict[str, Plain]] = []
    if arguments.what != "integrations":
        rows += [_connection(one, catalog) for one in profile.connections]
    if arguments.what != "connections":
        rows += [_integration(one, catalog) for one in profile.integrations]
    if arguments.json:
        host.console.print_json(rows)
    elif rows:
        host.console.print_table([(one["name"], one["title"], one["state"]) for one in rows])
    else:
        host.console.say("Nothing is saved yet.")
    return Exit.DONE


def _connection(item: Connection, catalog: Catalog) -> dict[str, Plain]:
    try:
        title = catalog.connector(item.connector).title
    except SettingsError:
        title = item.connector
    state = "validated" if item.validated else "not successful" if item.failed else "not validated"
    return {
        "name": item.name,
        "kind": "connection",
        "title": title,
        "state": state,
        "connector": item.connector,
        "description": item.description,
        "validated": item.validated,
        "failed": item.failed,
    }


def _integration(item: Integration, catalog: Catalog) -> dict[str, Plain]:
    steps = [step.connection or catalog.title_of(step) for step in item.steps]
    return {
        "name": item.name,
        "kind": "integration",
        "title": " → ".join(steps) or "no steps",
        "state": "on" if item.enabled else "stopped",
        "enabled": item.enabled,
        "description": item.description,
        "steps": steps,
    }


VERB = Verb("list", "list connections and integrations", declare, run, order=30)
