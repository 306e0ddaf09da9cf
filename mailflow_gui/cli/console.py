"""Where a verb speaks: results to standard output, words for people to standard error, secrets from the keyboard."""

from __future__ import annotations

import getpass
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import Plain, SecretText

MAX_SECRET = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Console:
    """The three streams of a run."""

    out: TextIO
    err: TextIO
    source: TextIO
    quiet: bool = False
    verbose: int = 0

    def print(self, text: str = "") -> None:
        """A line of the result."""
        self.out.write(text + "\n")
        self.out.flush()

    def print_json(self, value: Plain) -> None:
        """The result as one JSON document."""
        self.print(json.dumps(value, ensure_ascii=False, indent=2))

    def print_table(self, rows: Sequence[Sequence[str]]) -> None:
        """Rows in columns that line up."""
        widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
        for row in rows:
            self.print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())

    def say(self, text: str) -> None:
        """A line for the person; silent with --quiet."""
        if not self.quiet:
            self.complain(text)

    def complain(self, text: str) -> None:
        """A line for the person that --quiet does not hide."""
        self.err.write(text + "\n")
        self.err.flush()

    def report(self, error: MailflowError) -> None:
        """An error: what happened, why, what to do; technical text when it lists problems or with -v."""
        self.complain(f"mailflow: {error.title}" + ("." if error.hint else ""))
        for text in (error.hint, error.fix):
            if text:
                self.complain(f"  {text}")
        if error.details and (self.verbose or error.cause == "FILE_REFUSED"):
            for line in error.details.splitlines():
                self.complain(f"  {line}")

    @property
    def can_ask(self) -> bool:
        """Whether somebody sits at the keyboard."""
        return self.source.isatty()

    def ask_secret(self, prompt: str) -> SecretText:
        """A secret typed without echo. Call it only when `can_ask`."""
        return SecretText(getpass.getpass(prompt, self.err))

    def read_secret(self) -> SecretText:
        """A secret from standard input, without its last line break."""
        return SecretText(self.source.read(MAX_SECRET).removesuffix("\n").removesuffix("\r"))
