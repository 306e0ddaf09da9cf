"""`mailflow secret set|delete CONNECTION [FIELD]`: a value from a prompt or standard input, never an argument."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from mailflow_gui.cli.program import Program
from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import FieldError, SecretText
from mailflow_gui.core.model import Connection, Profile


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    does = parser.add_subparsers(dest="does", metavar="set|delete", required=True)
    for name, help_ in (("set", "store a secret"), ("delete", "remove a secret")):
        one = does.add_parser(name, help=help_)
        one.add_argument("connection", metavar="CONNECTION", help="the connection's name")
        one.add_argument("field", metavar="FIELD", nargs="?", help="the secret's field (default: the only one)")
        if name == "set":
            one.add_argument("--stdin", action="store_true", help="read the value from standard input")


def run(arguments: Namespace, host: Host) -> int:
    """Stores or removes one secret."""
    from mailflow_gui.cli.secrets_at_hand import open_vault

    program = host.program
    if program.vault.name == "session":
        raise UsageProblem("the session vault forgets everything when this command ends; use another --vault")
    connection = program.library.load().connection(arguments.connection)
    key = _field(program, connection, arguments.field)
    if arguments.does == "delete":
        open_vault(program, host.console).delete(connection.id, key)
        done = "removed"
    else:
        secret = _typed(arguments, host, connection, key)
        open_vault(program, host.console).set(connection.id, key, secret)
        done = "stored"
    program.library.edit(lambda profile: _unvalidated(profile, connection))
    host.console.say(f"The {key} of “{connection.name}” was {done} ({program.vault.name}).")
    return Exit.DONE


def _typed(arguments: Namespace, host: Host, connection: Connection, key: str) -> SecretText:
    """The value, checked by its field."""
    console = host.console
    if not arguments.stdin and not console.can_ask:
        raise UsageProblem("nobody is at the keyboard; use --stdin")
    secret = console.read_secret() if arguments.stdin else console.ask_secret(f"{key} of “{connection.name}”: ")
    if not secret:
        raise SettingsError("The value is blank", "Nothing was stored.", cause="SECRET_BLANK")
    field = host.program.catalog.connector(connection.connector).settings.FIELDS[key]
    try:
        field.convert(secret)
    except FieldError as error:
        raise SettingsError("The value can't be stored", str(error), cause="SECRET_REFUSED") from None
    return secret


def _field(program: Program, connection: Connection, wanted: str | None) -> str:
    keys = program.catalog.connector(connection.connector).settings.secret_keys()
    if wanted is None and len(keys) == 1:
        return keys[0]
    if wanted in keys:
        return wanted
    known = ", ".join(keys) or "none"
    raise UsageProblem(f"“{connection.name}” has no secret “{wanted or ''}”; known: {known}")


def _unvalidated(profile: Profile, connection: Connection) -> Profile:
    """Another password means that the last Validate says nothing any more."""
    current = next((one for one in profile.connections if one.id == connection.id), None)
    if current is None:
        return profile
    return profile.with_connection(replace(current, validated="", failed=""))


VERB = Verb("secret", "store or remove a connection's password", declare, run, order=40)
