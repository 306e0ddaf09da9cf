"""`mailflow import FILE`: brings a configuration file into the profile, all of it or nothing."""

from __future__ import annotations

import dataclasses
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mailflow_gui.cli.program import Program
from mailflow_gui.cli.verb import Exit, Host, Verb, add_json
from mailflow_gui.core.errors import ConfigurationError, VaultError
from mailflow_gui.core.model import Profile

if TYPE_CHECKING:
    from mailflow_gui.store.merge import Clash, Merged


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a Mailflow YAML file")
    clash = parser.add_mutually_exclusive_group()
    clash.add_argument("--replace", action="store_true", help="items of the same name take the place of yours")
    clash.add_argument("--keep-both", action="store_true", help="items whose name is taken get another one")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Imports; one result line an item."""
    from mailflow_gui.store.merge import Clash

    data = _read(arguments.file)
    if data.startswith(b"PK\x03\x04") or arguments.file.suffix.lower() == ".zip":
        raise ConfigurationError(
            "Fuse Online exports can't be imported yet",
            f"“{arguments.file.name}” is a zip archive. Nothing was changed.",
            cause="FILE_REFUSED",
            fix="Import a Mailflow YAML file.",
        )
    clash = Clash.REFUSE
    if arguments.replace or arguments.keep_both:
        clash = Clash.REPLACE if arguments.replace else Clash.KEEP_BOTH
    merged = _bring_in(host.program, data, str(arguments.file), clash)
    if arguments.json:
        host.console.print_json([dataclasses.asdict(one) for one in merged.arrivals])
    else:
        for one in merged.arrivals:
            remarks = f" ({'; '.join(one.remarks)})" if one.remarks else ""
            host.console.print(f"{one.did}: {one.kind} “{one.name}”{remarks}")
    _remove_secrets(merged, host)
    return Exit.DONE


def _bring_in(program: Program, data: bytes, name: str, clash: Clash) -> Merged:
    """Reads and merges under the library's lock, so that the names that clash are those of this moment."""
    from mailflow_gui.store import bundle
    from mailflow_gui.store.document import decode
    from mailflow_gui.store.merge import merge

    text = decode(data, name)
    done: list[Merged] = []

    def change(profile: Profile) -> Profile:
        found = bundle.read(text, program.catalog, known=profile.connections, name=name)
        done.append(merge(profile, found, clash))
        return done[-1].profile

    program.library.edit(change)
    return done[-1]


def _remove_secrets(merged: Merged, host: Host) -> None:
    """Passwords of replaced connections; the new ones have new ids, so a vault that refuses does no harm."""
    for connection in merged.outdated:
        for key in host.program.catalog.connector(connection.connector).settings.secret_keys():
            try:
                host.program.vault.delete(connection.id, key)
            except VaultError as error:
                host.console.say(f"The old {key} of “{connection.name}” could not be removed: {error.title}.")


def _read(path: Path) -> bytes:
    from mailflow_gui.store.document import MAX_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigurationError(
            "The file can't be read", f"“{path}”: {error.strerror or error}.", cause="FILE_REFUSED"
        ) from error


VERB = Verb("import", "bring in connections and integrations from a file", declare, run, order=10)
