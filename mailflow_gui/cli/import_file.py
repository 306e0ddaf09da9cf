"""`mailflow import FILE`: brings our own YAML or a Fuse Online export into the profile, all of it or nothing."""

from __future__ import annotations

import dataclasses
from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mailflow_gui.cli.program import Program
from mailflow_gui.cli.secrets_at_hand import add_passphrase
from mailflow_gui.cli.verb import Exit, Host, Verb, add_json
from mailflow_gui.core.errors import ConfigurationError, VaultError
from mailflow_gui.core.model import Profile

if TYPE_CHECKING:
    from mailflow_gui.store.merge import Clash, Merged


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="a Mailflow YAML file or bundle, or an export of Fuse Online (.zip)"
    )
    clash = parser.add_mutually_exclusive_group()
    clash.add_argument("--replace", action="store_true", help="items of the same name take the place of yours")
    clash.add_argument("--keep-both", action="store_true", help="items whose name is taken get another one")
    add_passphrase(parser)
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Imports; one result line an item."""
    from mailflow_gui.store.merge import Clash
    from mailflow_gui.store.removal import START, is_load

    data = _read(arguments.file)
    clash: Clash | None = None
    if arguments.replace or arguments.keep_both:
        clash = Clash.REPLACE if arguments.replace else Clash.KEEP_BOTH
    if is_load(data[:START]):
        merged = _unpack(arguments, data, clash, host)
    else:
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


def _unpack(arguments: Namespace, data: bytes, clash: Clash | None, host: Host) -> Merged:
    """A bundle: its secrets go into the vault, and the ledger learns until when mail was handled at the old place."""
    from mailflow_gui.cli.engine_room import open_ledger
    from mailflow_gui.cli.secrets_at_hand import ask_passphrase, open_vault
    from mailflow_gui.store import removal
    from mailflow_gui.store.merge import Clash

    program, name = host.program, str(arguments.file)
    load = removal.read(data, ask_passphrase(host.console, arguments, new=False), name)
    done: list[Merged] = []
    with open_ledger(program) as ledger:
        now = datetime.now().astimezone()
        to = removal.Destination(program.catalog, open_vault(program, host.console), ledger, now)

        def change(profile: Profile) -> Profile:
            done.append(removal.unpack(load, profile, to, clash or Clash.REFUSE, name))
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
    from mailflow_gui.store.fuse.archive import MAX_ARCHIVE, is_archive
    from mailflow_gui.store.removal import START, is_load

    try:
        with path.open("rb") as file:
            start = file.read(4)
            start += file.read(START - len(start))
            large = is_archive(start, path.name) or is_load(start)
            return start + file.read((MAX_ARCHIVE if large else MAX_BYTES) + 1 - len(start))
    except OSError as error:
        raise ConfigurationError(
            "The file can't be read", f"“{path}”: {error.strerror or error}.", cause="FILE_REFUSED"
        ) from error


VERB = Verb("import", "bring in connections and integrations from a file", declare, run, order=10)
