"""Reading YAML with line numbers and strict bounds: what the profile and every imported file go through first.

Pure apart from the parser; any thread. Writing is in `emitter.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.core.fields import Plain, Problem
from mailflow_gui.core.language import later, tr, trn

MAX_BYTES = 5 * 1024 * 1024
MAX_DEPTH = 20
MAX_NODES = 200_000
MAX_PROBLEMS = 100

Scalar = str | int | float | bool | None

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,25}([eE][-+][0-9]{1,3})?")
_WORDS: Mapping[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}


class DocumentRefused(ConfigurationError):
    """A file that was refused as a whole. `problems` holds everything that is wrong with it, in the file's order."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(problems, key=lambda one: one.line or 0))
        lines = "\n".join(describe(problem) for problem in self.problems)
        super().__init__(
            trn("{name} was refused: 1 problem", "{name} was refused: {count} problems", len(problems), name=tr(name)),
            tr("Nothing was changed."),
            cause="FILE_REFUSED",
            fields=tuple(problem.field for problem in self.problems if problem.field),
            details=lines,
        )


def describe(problem: Problem) -> str:
    """One problem as a line of text: line number, field, what to do."""
    return tr("line {line}: {problem}", line=str(problem.line), problem=problem) if problem.line else str(problem)


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the line (from 1; 0 unknown) where it, or its key, stands."""

    value: Scalar | list[Node] | dict[str, Node]
    line: int = 0

    def plain(self) -> Plain:
        """The value without lines."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def wrap(value: Plain) -> Node:
    """Plain data as nodes without lines."""
    if isinstance(value, Mapping):
        return Node({str(key): wrap(one) for key, one in value.items()})
    if isinstance(value, (list, tuple)):
        return Node([wrap(one) for one in value])
    return Node(value)


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes (UTF-8, with or without a byte order mark). Raises DocumentRefused."""
    if len(data) > MAX_BYTES:
        raise DocumentRefused(name, (Problem("", tr("The file is larger than 5 MB. Split it.")),))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DocumentRefused(name, (Problem("", tr("This is not UTF-8 text. Save it as UTF-8."), line),)) from None


def parse(text: str, name: str = later("The file")) -> Node:
    """The one document in a YAML text. Raises DocumentRefused.

    Plain words are read as in YAML 1.2: only true, false, null, and decimal numbers are not text, so that `No`, `on`,
    `0123`, `12:30` and dates stay what was typed. Anchors, aliases and tags are refused: they can hide a bomb.
    """
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise DocumentRefused(name, (Problem("", tr("The file is larger than 5 MB. Split it.")),))
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _Stop:
        pass
    except yaml.YAMLError as error:
        builder.problems.append(_syntax(error, text))
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        builder.problems.append(Problem("", tr("A character is broken. Save the file as UTF-8."), line))
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem("", tr("The file is empty. It starts with `mailflow: 1`."), 1))
    if builder.problems or builder.root is None:
        raise DocumentRefused(name, tuple(builder.problems[:MAX_PROBLEMS]))
    return builder.root


class _Stop(Exception):
    """Reading further makes no sense; the problem is noted."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    node: Node
    key: str | None = None
    key_line: int = 0


class _Builder:
    """Makes nodes of parser events without recursion, so that nesting can't exhaust the stack."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._count = 0

    def take(self, event: Any) -> None:
        """One event. Raises _Stop when the document breaks a bound."""
        line = event.start_mark.line + 1
        self._refuse_references(event, line)
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._stop(tr("Only one document is allowed in a file. Remove this `---`."), line)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.AliasEvent):
            self._place(Node(None, line))
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(Node({}, line))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(Node([], line))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()

    def _refuse_references(self, event: Any, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._add("", tr("“*{anchor}” is a reference. Write the value itself.", anchor=event.anchor), line)
            return
        if getattr(event, "anchor", None):
            self._add("", tr("“&{anchor}” is an anchor. Remove it.", anchor=event.anchor), line)
        if getattr(event, "tag", None):
            self._add("", tr("“{tag}” is a tag. Remove it.", tag=event.tag), line)

    def _begin(self, node: Node) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._stop(
                tr("Entries are nested more than {max_depth} deep. Remove the nesting.", max_depth=MAX_DEPTH), node.line
            )
        self._place(node)
        self._open.append(_Open(node))

    def _scalar(self, event: Any, line: int) -> None:
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.node.value, dict) and top.key is None:
            self._key(top, event.value, line)
            return
        plain = event.implicit[0] and event.style in (None, "")
        self._place(Node(_resolve(event.value) if plain else event.value, line))

    def _key(self, top: _Open, key: str, line: int) -> None:
        assert isinstance(top.node.value, dict)
        first = top.node.value.get(key)
        if first is not None:
            self._add(
                key,
                tr("“{key}” is already set in line {line}. Remove one of them.", key=key, line=str(first.line)),
                line,
            )
        top.key, top.key_line = key, line

    def _place(self, node: Node) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            self._stop(tr("The file has more than {max_nodes} entries. Split it.", max_nodes=MAX_NODES), node.line)
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if isinstance(top.node.value, list):
            top.node.value.append(node)
        elif isinstance(top.node.value, dict):
            if top.key is None:
                self._stop(tr("A name is expected here, not a list or mapping."), node.line)
            else:
                at_key = Node(node.value, top.key_line)
                top.node.value.setdefault(top.key, at_key)
                top.key = None

    def _add(self, field: str, message: str, line: int) -> None:
        self.problems.append(Problem(field, message, line))
        if len(self.problems) >= MAX_PROBLEMS:
            raise _Stop

    def _stop(self, message: str, line: int) -> None:
        self.problems.append(Problem("", message, line))
        raise _Stop


def _resolve(text: str) -> Scalar:
    """The value of an unquoted word (YAML 1.2 core schema, decimal only)."""
    if text.lower() in _WORDS and (text.islower() or text.istitle() or text.isupper() or not text.isalpha()):
        return _WORDS[text.lower()]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _syntax(error: yaml.YAMLError, text: str) -> Problem:
    """The parser's complaint in words, with its line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "nesting depth" in str(error):  # newer parsers have a limit of their own, far beyond ours
        return Problem(
            "", tr("Entries are nested more than {max_depth} deep. Remove the nesting.", max_depth=MAX_DEPTH), 1
        )
    if mark is None:
        return _bad_character(error, text)
    lines = text.splitlines()
    line = min(mark.line + 1, max(len(lines), 1))
    for number in (line, line - 1):
        source = lines[number - 1] if 0 < number <= len(lines) else ""
        if "\t" in source[: len(source) - len(source.lstrip())]:
            return Problem("", tr("A tab stands before the text. Use spaces."), number)
    what = str(getattr(error, "problem", "") or tr("it can't be read"))
    return Problem(
        "", tr("This is not YAML: {what}. Compare the indentation and quotes with an exported file.", what=what), line
    )


def _bad_character(error: yaml.YAMLError, text: str) -> Problem:
    for number, line in _numbered(text):
        found = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]", line)
        if found:
            code = f"{ord(found[0]):04X}"
            return Problem("", tr("The line holds the control character U+{code}. Remove it.", code=code), number)
    return Problem("", tr("This is not YAML: {words}.", words=str(error).splitlines()[0]), 1)


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(text.split("\n"), 1)
