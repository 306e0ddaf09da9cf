"""`mailflow export [NAME…]`: writes connections and integrations as a configuration file, never a secret."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mailflow_gui.cli.verb import Exit, Host, Verb
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import ConfigurationError, StoreError
from mailflow_gui.core.model import Connection


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("names", metavar="NAME", nargs="*", help="connections or integrations; without a name all")
    parser.add_argument("--output", metavar="FILE", type=Path, help="write to this file instead of standard output")
    parser.add_argument("--format", choices=("mailflow",), default="mailflow", help="the file's format")


def run(arguments: Namespace, host: Host) -> int:
    """Exports; an integration brings the connections it uses."""
    from mailflow_gui.store import bundle
    from mailflow_gui.store.files import replace_file

    profile = host.program.library.load()
    text = bundle.write(bundle.subset(profile, arguments.names), host.program.catalog)
    if arguments.output is None:
        host.console.out.write(text)
        host.console.out.flush()
    else:
        try:
            replace_file(arguments.output, text.encode())
        except OSError as error:
            raise StoreError(
                "The file can't be written", f"“{arguments.output}”: {error.strerror or error}.", cause="EXPORT_FAILED"
            ) from error
        host.console.say(f"Written to {arguments.output}. Passwords are not in it.")
    _warn_of_drafts(text, host.program.catalog, profile.connections, host)
    return Exit.DONE


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
