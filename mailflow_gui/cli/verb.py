"""What a verb of the command line is. A module of this package that offers `VERB` is one; no registration elsewhere."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from mailflow_gui.cli.console import Console
from mailflow_gui.cli.program import Options, Program


class Exit(IntEnum):
    """The exit codes that scripts rely on."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    REFUSED = 3
    NO_SECRET = 4


class UsageProblem(Exception):
    """The arguments make no sense together; the text says what to do."""


@dataclass(frozen=True)
class Host:
    """What a verb gets besides its arguments. The program is built when it is first asked for."""

    options: Options
    console: Console
    build: Callable[[Options], Program]
    window: Callable[[Options], int] = lambda options: Exit.FAILED

    def open_window(self, options: Options) -> int:
        """Opens the window on these options and gives the exit code when it was closed."""
        return self.window(options)

    @cached_property
    def program(self) -> Program:
        """The objects of this run. Raises MailflowError."""
        return self.build(self.options)


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb. `declare` adds its arguments; `run` does it and gives the exit code, or raises MailflowError.

    Keep the module's imports light: every start loads all verbs. What a verb needs it imports inside `run`.
    """

    name: str
    help: str
    declare: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Host], int]
    order: int = 100


def add_json(parser: ArgumentParser) -> None:
    """The `--json` switch of verbs that list or report."""
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of text")
