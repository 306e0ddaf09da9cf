"""The command line: finds the verbs, reads the arguments, runs one, and turns errors into words and an exit code."""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib
import os
import pkgutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from mailflow_gui import cli
from mailflow_gui.cli import preflight
from mailflow_gui.cli.console import Console
from mailflow_gui.cli.program import VAULTS, Options, Program
from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb
from mailflow_gui.core.errors import ConfigurationError, MailflowError, SettingsError, StoreError, VaultError

Build = Callable[[Options], Program]
OpenWindow = Callable[[Options], int]

_INTERRUPTED = 130
#: Causes of a StoreError that mean: this file can't be used.
_FILE_REFUSED = ("PROFILE_UNREADABLE", "PROFILE_NEWER", "BACKUP_REFUSED")
_DESCRIPTION = "Automates email on your own computer. Without a verb it opens the window."
_CODES = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 configuration or file refused, 4 a secret is missing."


def run(arguments: Sequence[str], build: Build, open_window: OpenWindow) -> int:
    """Runs one command and gives its exit code. `open_window` is called when there is no verb."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_to_print(stream)
    try:
        given, rest = _take_globals(arguments)
        # The window needs no verb, and loading them all takes as long as its first page.
        verbs = [] if set(rest) <= {"--background"} else find_verbs()
        parsed = _parser(verbs).parse_args(rest)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else Exit.USAGE
    options = _options(given, background=parsed.background)
    console = Console(sys.stdout, sys.stderr, sys.stdin, options.quiet, options.verbose)
    host = Host(options, console, build, lambda chosen: _window(chosen, console, open_window))
    verb = next((one for one in verbs if one.name == parsed.verb), None)
    try:
        if verb is None:
            return _window(options, console, open_window)
        gc.enable()  # which loading did without; the window collects at moments of its own
        return int(verb.run(parsed, host))
    except UsageProblem as problem:
        console.complain(f"mailflow: {problem}")
        return Exit.USAGE
    except MailflowError as error:
        console.report(error)
        if isinstance(error, StoreError) and error.wants_backup:
            _offer_backup(host)
        return exit_code(error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of our output left (`mailflow list | head`); the interpreter must not complain at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FAILED


def _offer_backup(host: Host) -> None:
    """A damaged profile: says which backup there is."""
    from mailflow_gui.store import backup

    with contextlib.suppress(MailflowError):
        there = backup.automatic(host.program.paths)
        if there:
            host.console.complain(f"  There is a backup of {there[0].at}: `mailflow restore --newest`.")


def exit_code(error: MailflowError) -> Exit:
    """The exit code that stands for an error."""
    if isinstance(error, VaultError):
        return Exit.NO_SECRET
    if error.cause == "NOT_FOUND":
        return Exit.USAGE
    if isinstance(error, (ConfigurationError, SettingsError)):
        return Exit.REFUSED
    if isinstance(error, StoreError) and error.cause in _FILE_REFUSED:
        return Exit.REFUSED
    return Exit.FAILED


def find_verbs() -> list[Verb]:
    """Every verb of this package, in the order of the help."""
    modules = [importlib.import_module(f"{cli.__name__}.{one.name}") for one in pkgutil.iter_modules(cli.__path__)]
    return sorted((one.VERB for one in modules if hasattr(one, "VERB")), key=lambda verb: (verb.order, verb.name))


def version() -> str:
    """The installed version."""
    from importlib import metadata  # a tenth of the whole start, for this one option

    try:
        return metadata.version("mailflow")
    except metadata.PackageNotFoundError:
        return "0 (not installed)"


class _Version(argparse.Action):
    """Prints the version, looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"mailflow {version()}")
        parser.exit()


def _window(options: Options, console: Console, open_window: OpenWindow) -> int:
    """Opens the window, after looking for what would make Qt end the process without a word."""
    trouble = preflight.find_trouble()
    if trouble is not None:
        console.complain(f"mailflow: {trouble}")
        return Exit.FAILED
    return open_window(options)


def _parser(verbs: Sequence[Verb]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("mailflow", description=_DESCRIPTION, epilog=_CODES)
    _add_globals(parser)
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and end")
    parser.add_argument("--background", action="store_true", help="start in the tray with the window closed")
    shared = argparse.ArgumentParser(add_help=False)
    _add_globals(shared)
    choices = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    for verb in verbs:
        one = choices.add_parser(verb.name, help=verb.help, description=_sentence(verb.help), parents=[shared])
        verb.declare(one)
    return parser


def _add_globals(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("global options")
    group.add_argument(
        "--profile",
        metavar="DIR",
        type=Path,
        help="directory for everything the program writes (or MAILFLOW_PROFILE)",
    )
    group.add_argument(
        "--vault",
        choices=VAULTS,
        default="",
        help="where secrets are: the system keyring (unless Settings say otherwise), a file under a master password, "
        "$CREDENTIALS_DIRECTORY, or this session's memory",
    )
    group.add_argument("-v", "--verbose", action="count", default=0, help="show technical details")
    group.add_argument("--quiet", action="store_true", help="only results and errors")


def _take_globals(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """The global options, wherever they stand, and the other arguments. Everything behind `--` is left alone."""
    end = list(arguments).index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(
        "mailflow", usage="mailflow [global options] VERB …", add_help=False, allow_abbrev=False
    )
    _add_globals(parser)
    given, rest = parser.parse_known_args(arguments[:end])
    return given, [*rest, *arguments[end:]]


def _options(given: argparse.Namespace, *, background: bool) -> Options:
    profile: Path | None = given.profile
    from_environment = os.environ.get("MAILFLOW_PROFILE", "")
    if profile is None and from_environment:
        profile = Path(from_environment)
    # Path.expanduser raises where there is no home.
    where = Path(os.path.expanduser(profile)).absolute() if profile is not None else None  # noqa: PTH111
    return Options(where, given.vault, given.verbose, given.quiet, background)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _never_fail_to_print(stream: TextIO) -> None:
    """A terminal that lacks a letter shows another one instead of ending the program."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
