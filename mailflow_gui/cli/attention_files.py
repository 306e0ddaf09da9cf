"""`mailflow attention save`: a message as a file, byte for byte."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mailflow_gui.cli.console import Console
from mailflow_gui.cli.verb import Exit
from mailflow_gui.core.activity import Activity

if TYPE_CHECKING:
    from mailflow_gui.store.ledger import SqliteLedger


def save(message: Activity, arguments: Namespace, ledger: SqliteLedger, console: Console) -> int:
    """Writes it, readable for its owner only; a file that is there is replaced only when that is asked for."""
    from mailflow_gui.store.files import replace_file

    raw = ledger.raw(message.exchange)
    path: Path = arguments.output or Path(f"{message.exchange}.eml")
    if raw is None:
        console.complain("Mailflow does not have this message. It is still in the mailbox.")
        return Exit.FAILED
    if path.exists() and not arguments.replace:
        console.complain(f"“{path}” is there already. Say --replace, or another --output.")
        return Exit.FAILED
    try:
        replace_file(path, raw)
    except OSError as error:
        console.complain(f"“{path}” was not saved: {error.strerror or error}.")
        return Exit.FAILED
    console.say(f"Saved “{message.subject}” to {path}.")
    return Exit.DONE
