"""`mailflow import FILE`: brings our own YAML or a Fuse Online export into the profile, all of it or nothing."""

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
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="a Mailflow YAML file, or an export of Fuse Online (.zip)"
    )
    clash = parser.add_mutually_exclusive_group()
    clash.add_argument("--replace", action="store_true", help="items of the same name take the place of yours")
    clash.add_argument("--keep-both", action="store_true", help="items whose name is taken get another one")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Imports; one result line an item."""
    from mailflow_gui.store.merge import Clash

    data = _read(arguments.file)
    clash: Clash | None = None
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


def _bring_in(program: Program, data: bytes, name: str, clash: Clash | None) -> Merged:
    """Reads and merges under the library's lock, so that the names that clash are those of this moment.

    Unless told otherwise, taken names are refused in our own files; items of a Fuse Online export get another name.
    """
    from mailflow_gui.store import bundle
    from mailflow_gui.store.document import decode
    from mailflow_gui.store.fuse import reader as fuse
    from mailflow_gui.store.fuse.archive import is_archive
    from mailflow_gui.store.merge import Clash, merge

    exported = fuse.read(data, name, program.catalog) if is_archive(data, name) else None
    text = decode(data, name) if exported is None else ""
    done: list[Merged] = []

    def change(profile: Profile) -> Profile:
        if exported is not None:
            done.append(merge(profile, exported.bundle, clash or Clash.KEEP_BOTH))
        else:
            found = bundle.read(text, program.catalog, known=profile.connections, name=name)
            done.append(merge(profile, found, clash or Clash.REFUSE))
        return done[-1].profile

    program.library.edit(change)
    merged = done[-1]
    return merged if exported is None else dataclasses.replace(merged, arrivals=exported.arrivals(merged.arrivals))


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
    from mailflow_gui.store.fuse.archive import MAX_ARCHIVE, is_archive

    try:
        with path.open("rb") as file:
            start = file.read(4)
            limit = MAX_ARCHIVE if is_archive(start, path.name) else MAX_BYTES
            return start + file.read(limit + 1 - len(start))
    except OSError as error:
        raise ConfigurationError(
            "The file can't be read", f"“{path}”: {error.strerror or error}.", cause="FILE_REFUSED"
        ) from error


VERB = Verb("import", "bring in connections and integrations from a file", declare, run, order=10)
