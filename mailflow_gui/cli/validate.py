"""`mailflow validate CONNECTION`: the named checks in order, each printed when it ends."""

from __future__ import annotations

import threading
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import UTC, datetime

from mailflow_gui.cli.console import Console
from mailflow_gui.cli.verb import Exit, Host, Verb, add_json
from mailflow_gui.core.connector import Check, CheckState, utc
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Connection, Profile

_ENDED = (CheckState.OK, CheckState.WARNING, CheckState.FAILED)


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    parser.add_argument("connection", metavar="CONNECTION", help="the connection's name")
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Runs the checks and notes the result in the profile."""
    from mailflow_gui.cli.secrets_at_hand import open_vault
    from mailflow_gui.engine.connections import settings_of
    from mailflow_gui.engine.verify import verify

    program, console = host.program, host.console
    connection = program.library.load().connection(arguments.connection)
    settings = settings_of(connection, program.catalog, open_vault(program, console))
    printer = _Printer(console, silent=arguments.json)
    connector = program.catalog.connector(connection.connector)
    checks = verify(
        connector,
        settings,
        report=printer.take,
        cancel=threading.Event(),
        trusted_before=bool(connection.validated),
    )
    printer.finish(checks)
    failed = next((check for check in checks if check.state is CheckState.FAILED), None)
    if arguments.json:
        console.print_json(
            {"connection": connection.name, "ok": failed is None, "checks": [_data(check) for check in checks]}
        )
    elif failed is not None and isinstance(failed.error, MailflowError):
        console.report(failed.error)
    title = "" if failed is None else (_error(failed)[1] or failed.title)
    program.library.edit(lambda profile: _noted(profile, connection, title))
    return Exit.DONE if failed is None else Exit.FAILED


class _Printer:
    """Prints each check once, when it ended."""

    def __init__(self, console: Console, *, silent: bool) -> None:
        self._console = console
        self._silent = silent
        self._printed: set[str] = set()

    def take(self, checks: tuple[Check, ...]) -> None:
        """The checks as they stand now."""
        for check in checks:
            if check.state in _ENDED and check.id not in self._printed:
                self._print(check)

    def finish(self, checks: tuple[Check, ...]) -> None:
        """The final state: also what was not tried."""
        for check in checks:
            if check.id not in self._printed:
                self._print(check)

    def _print(self, check: Check) -> None:
        self._printed.add(check.id)
        if self._silent:
            return
        time = f"{check.milliseconds} ms" if check.milliseconds is not None else ""
        detail = _error(check)[0] or check.detail
        self._console.print(f"{check.state:<10}{check.title:<28}{time:>9}  {detail}".rstrip())


def _error(check: Check) -> tuple[str, str]:
    """Cause and title of a failed check."""
    if isinstance(check.error, MailflowError):
        return check.error.cause, check.error.title
    return ("UNEXPECTED", str(check.error)) if check.error is not None else ("", "")


def _data(check: Check) -> dict[str, Plain]:
    cause, title = _error(check)
    known = isinstance(check.error, MailflowError)
    return {
        "check": check.id,
        "title": check.title,
        "state": str(check.state),
        "ok": check.state in (CheckState.OK, CheckState.WARNING),
        "milliseconds": check.milliseconds,
        "detail": check.detail,
        "cause": cause,
        "error": title,
        "hint": check.error.hint if known and isinstance(check.error, MailflowError) else "",
        "fix": check.error.fix if known and isinstance(check.error, MailflowError) else "",
    }


def _noted(profile: Profile, connection: Connection, failed: str) -> Profile:
    """The result beside the connection, unless it was changed meanwhile."""
    current = next((one for one in profile.connections if one.id == connection.id), None)
    if current is None or dict(current.values) != dict(connection.values):
        return profile
    validated = "" if failed else utc(datetime.now(UTC))
    return profile.with_connection(replace(current, validated=validated, failed=failed))


VERB = Verb("validate", "check a connection against its server", declare, run, order=50)
