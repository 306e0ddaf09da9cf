"""The vault as the command line uses it: it may ask at the keyboard for what a vault can't know by itself."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from mailflow_gui.cli.console import Console
from mailflow_gui.cli.program import Program
from mailflow_gui.cli.verb import UsageProblem
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.limits import limits, set_proxy_password
from mailflow_gui.core.model import Profile
from mailflow_gui.core.ports import Vault
from mailflow_gui.core.proxy import PASSWORD

if TYPE_CHECKING:
    from mailflow_gui.store.file_vault import FileVault


def open_vault(program: Program, console: Console) -> Vault:
    """The program's vault, ready: a password file unlocked, a session vault that asks. Raises VaultError."""
    from mailflow_gui.store.file_vault import FileVault

    vault: Vault = program.vault
    if isinstance(vault, FileVault) and vault.is_locked and console.can_ask:
        _unlock(vault, console)
    if vault.name == "session" and console.can_ask:
        asking = AskingVault(vault, program.library.load(), console)
        proxy = limits().proxy
        if proxy is not None and proxy.username:
            asking.get(*PASSWORD)  # now: while connecting there is little time to type
        vault = asking
    set_proxy_password(lambda: vault.get(*PASSWORD))
    return vault


def add_passphrase(parser: ArgumentParser) -> None:
    """The switch of verbs that need a passphrase."""
    parser.add_argument("--passphrase-stdin", action="store_true", help="read the passphrase from standard input")


def ask_passphrase(console: Console, arguments: Namespace, *, new: bool) -> SecretText:
    """A bundle's passphrase, typed without echo (a new one twice) or from standard input; never an argument."""
    if arguments.passphrase_stdin:
        return console.read_secret()
    if not console.can_ask:
        raise UsageProblem("nobody is at the keyboard; use --passphrase-stdin")
    first = console.ask_secret("New passphrase: " if new else "Passphrase: ")
    if new and first != console.ask_secret("The same again: "):
        raise UsageProblem("the two differ; nothing was written")
    return first


class AskingVault:
    """Implements core.ports.Vault: what another vault does not know is asked at the keyboard, once."""

    def __init__(self, inner: Vault, profile: Profile, console: Console) -> None:
        self.name = inner.name
        self._inner = inner
        self._names = {one.id: one.name for one in profile.connections} | {PASSWORD[0]: "the network’s proxy"}
        self._console = console

    def get(self, connection: str, field: str) -> SecretText | None:
        """The secret; a blank answer is None."""
        known = self._inner.get(connection, field)
        if known is not None:
            return known
        typed = self._console.ask_secret(f"{field} of “{self._names.get(connection, connection)}”: ")
        if not typed:
            return None
        self._inner.set(connection, field, typed)
        return typed

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        """Stores a secret."""
        self._inner.set(connection, field, secret)

    def delete(self, connection: str, field: str) -> None:
        """Removes an entry."""
        self._inner.delete(connection, field)


def _unlock(vault: FileVault, console: Console) -> None:
    if vault.exists:
        vault.unlock(console.ask_secret("Master password: "))
        return
    first = console.ask_secret("New master password: ")
    if first != console.ask_secret("The same again: "):
        raise UsageProblem("the two passwords differ; nothing was written")
    vault.unlock(first)
