"""The project's Python files, read and parsed once, for the checks of this folder."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "mailflow_gui"
TESTS = ROOT / "tests"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file. `name` is its path in the checkout, with slashes."""

    name: str
    text: str
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        """Every function and method, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call with the dotted name of what is called: `time.sleep`, `sleep`, `.show` for a call on a call."""
        return ((dotted(node.func), node) for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def words(self) -> Iterator[tuple[str, int]]:
        """Every name, attribute and imported name in the code, with its line. Comments and texts don't count."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name):
                yield node.id, node.lineno
            elif isinstance(node, ast.Attribute):
                yield node.attr, node.end_lineno or node.lineno
            elif isinstance(node, ast.alias):
                yield node.name, node.lineno

    def at(self, line: int) -> str:
        """A place in this file, as messages name it."""
        return f"{self.name}:{line}"


def listed(found: Iterable[object]) -> str:
    """What was found, a line each, for the message of a failed check."""
    return "\n" + "\n".join(f"  {one}" for one in found)


def dotted(node: ast.expr) -> str:
    """`a.b.c` for names and attributes; what can't be named is left empty."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


@cache
def sources(folder: Path) -> tuple[Source, ...]:
    """Every Python file below a folder of the checkout, in order."""
    return tuple(_read(path) for path in sorted(folder.rglob("*.py")))


def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text, filename=str(path)))


def everything() -> tuple[Source, ...]:
    """The package and its tests."""
    return sources(PACKAGE) + sources(TESTS)
