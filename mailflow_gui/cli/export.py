"""`mailflow export [NAME…]`: writes connections and integrations as a configuration file, never a secret.

With `--bundle` the secrets come along, in a file under a passphrase that is typed or read, never an argument.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mailflow_gui.cli.secrets_at_hand import add_passphrase
from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import ConfigurationError, StoreError
from mailflow_gui.core.model import Connection


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("names", metavar="NAME", nargs="*", help="connections or integrations; without a name all")
    parser.add_argument("--output", metavar="FILE", type=Path, help="write to this file instead of standard output")
    parser.add_argument(
        "--bundle",
        action="store_true",
        help="with the passwords, to move to another computer: sealed by a passphrase",
    )
    add_passphrase(parser)
    parser.add_argument("--format", choices=("mailflow",), default="mailflow", help="the file's format")


def run(arguments: Namespace, host: Host) -> int:
    """Exports; an integration brings the connections it uses."""
    from mailflow_gui.store import bundle

    if arguments.bundle:
        return _bundle(arguments, host)
    profile = host.program.library.load()
    text = bundle.write(bundle.subset(profile, arguments.names), host.program.catalog)
    if arguments.output is None:
        host.console.out.write(text)
        host.console.out.flush()
    else:
        _write(arguments.output, text.encode())
        host.console.say(f"Written to {arguments.output}. Passwords are not in it.")
    _warn_of_drafts(text, host.program.catalog, profile.connections, host)
    return Exit.DONE


def _bundle(arguments: Namespace, host: Host) -> int:
    """With the secrets, sealed."""
    from mailflow_gui.cli.engine_room import open_ledger
    from mailflow_gui.cli.secrets_at_hand import ask_passphrase, open_vault
    from mailflow_gui.store import removal

    program, console = host.program, host.console
    if arguments.output is None:
        raise UsageProblem("a bundle is written to a file: name it with --output")
    profile = program.library.load()
    passphrase = ask_passphrase(console, arguments, new=True)
    with open_ledger(program) as ledger:
        load = removal.pack(profile, arguments.names, program.catalog, open_vault(program, console), ledger)
    _write(arguments.output, removal.write(load, passphrase))
    console.say(f"Written to {arguments.output}. Passwords in it: {len(load.secrets)}. Only the passphrase opens it.")
    console.say("Stop these integrations here before they start at the other computer.")
    _warn_of_drafts(load.text, program.catalog, profile.connections, host)
    return Exit.DONE


def _write(path: Path, data: bytes) -> None:
    from mailflow_gui.store.files import replace_file

    try:
        replace_file(path, data)
    except OSError as error:
        raise StoreError(
            "The file can't be written", f"“{path}”: {error.strerror or error}.", cause="EXPORT_FAILED"
        ) from error


def _warn_of_drafts(text: str, catalog: Catalog, known: tuple[Connection, ...], host: Host) -> None:
    """Says at once what an import of this file would refuse: items that are not finished."""
    from mailflow_gui.store import bundle

    try:
        bundle.read(text, catalog, known=known)
    except ConfigurationError as error:
        host.console.say("Some items are not complete; an import will refuse this file until they are:")
        for line in error.details.splitlines():
            host.console.say(f"  {line}")


VERB = Verb("export", "write connections and integrations to a file, without secrets", declare, run, order=20)
