"""Runs the command line in this process against a profile of the test's own."""

from __future__ import annotations

import dataclasses
import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from mailflow_gui import main as root
from mailflow_gui.cli import command_line
from mailflow_gui.cli.program import Options, Program
from mailflow_gui.core.ports import Vault


@dataclass(frozen=True)
class Ended:
    """What a command left behind."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """The result as data."""
        return json.loads(self.out)


@dataclass
class Command:
    """`mailflow …` with a vault of the test's choice in place of the system's keyring."""

    profile: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch
    vault: Vault | None = None
    windows: list[Options] = field(default_factory=list)

    def __call__(self, *arguments: str, typed: str = "") -> Ended:
        """Runs one command; `typed` is its standard input."""
        self.monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        self.capsys.readouterr()
        code = command_line.run(["--profile", str(self.profile), *arguments], self._build, self._open)
        output = self.capsys.readouterr()
        return Ended(int(code), output.out, output.err)

    def _build(self, options: Options) -> Program:
        program = root.build(options)
        if self.vault is None or options.vault not in ("", "keyring"):
            return program
        return dataclasses.replace(program, vault=self.vault)

    def _open(self, options: Options) -> int:
        self.windows.append(options)
        return 0
