"""The syntax of “matches”: a regular expression becomes a small tree, or words about what is wrong. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mailflow_gui.core.language import tr

#: Characters of one pattern.
MAX_LENGTH = 1_000
_MAX_DEPTH = 30
_MAX_REPEAT = 1_000

_QUANTIFIER = re.compile(r"\*|\+|\?|\{(\d{1,6})?(,)?(\d{1,6})?\}", re.ASCII)
_GROUP_FLAGS = re.compile(r"\?([a-zA-Z]*)(?:-[a-zA-Z]+)?([:)])")
_GROUP_NAME = re.compile(r"\?P?<[A-Za-z_]\w*>")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b"}
_EDGES = {"b": "word edge", "B": "no word edge", "A": "start", "z": "end", "Z": "last line end"}
_FLAGS = {"i": re.IGNORECASE, "s": re.DOTALL, "m": re.MULTILINE, "u": re.UNICODE}


class PatternError(ValueError):
    """A pattern that can't be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a pattern: `test` (one character), `edge`, `sequence`, `choice` or `repeat` (low to high times)."""

    kind: str
    parts: tuple[Node, ...] = ()
    test: re.Pattern[str] | None = None
    assertion: str = ""
    low: int = 0
    high: int | None = None


def parse(text: str) -> Node:
    """The tree of a pattern. Raises PatternError."""
    if len(text) > MAX_LENGTH:
        raise PatternError(tr("The pattern is longer than {max_length} characters.", max_length=str(MAX_LENGTH)))
    reader = _Reader(text)
    node = reader.choice(0)
    if reader.at < len(text):
        raise PatternError(
            tr("There is a “)” without “(” at character {place} of the pattern.", place=str(reader.at + 1))
        )
    return node


@lru_cache(maxsize=1_000)
def _one_character(source: str, flags: int) -> re.Pattern[str]:
    try:
        return re.compile(source, flags)
    except (re.error, OverflowError) as error:
        raise PatternError(
            tr("“{source}” in the pattern is not complete: {error}.", source=source, error=error)
        ) from error


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.flags = 0

    def choice(self, depth: int) -> Node:
        if depth > _MAX_DEPTH:
            raise PatternError(
                tr("The pattern has more than {max_depth} groups inside each other.", max_depth=_MAX_DEPTH)
            )
        options = [self._sequence(depth)]
        while self._taken("|"):
            options.append(self._sequence(depth))
        return options[0] if len(options) == 1 else Node("choice", tuple(options))

    def _sequence(self, depth: int) -> Node:
        parts: list[Node] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            node = self._atom(depth)
            parts.append(self._repeated(node))
        return Node("sequence", tuple(parts))

    def _atom(self, depth: int) -> Node:
        char = self.text[self.at]
        match = _QUANTIFIER.match(self.text, self.at)
        if match and _bounds(match) is not None:
            raise PatternError(
                tr(
                    "There is nothing to repeat before “{match}” at character {place}.",
                    match=match[0],
                    place=str(self.at + 1),
                )
            )
        self.at += 1
        multiline = self.flags & re.MULTILINE
        match char:
            case "(":
                return self._group(depth)
            case "[":
                return self._class()
            case "\\":
                return self._escape()
            case ".":
                return Node("test", test=_one_character(".", self.flags))
            case "^":
                return Node("edge", assertion="line start" if multiline else "start")
            case "$":
                return Node("edge", assertion="line end" if multiline else "last line end")
        return self._literal(char)

    def _literal(self, char: str) -> Node:
        return Node("test", test=_one_character(re.escape(char), self.flags))

    def _repeated(self, node: Node) -> Node:
        match = _QUANTIFIER.match(self.text, self.at)
        bounds = _bounds(match) if match else None
        if match is None or bounds is None:
            return node
        low, high = bounds
        if high is not None and high < low:
            raise PatternError(tr("“{match}” in the pattern has the larger number first.", match=match[0]))
        if max(low, high or 0) > _MAX_REPEAT:
            raise PatternError(
                tr("“{match}” repeats more than {max_repeat} times.", match=match[0], max_repeat=str(_MAX_REPEAT))
            )
        self.at = match.end()
        if self._taken("+"):
            raise PatternError(tr("“{match}+” (possessive) is not supported. Remove the last “+”.", match=match[0]))
        self._taken("?")  # lazy or greedy is the same when the whole value must match
        return Node("repeat", (node,), low=low, high=high)

    def _group(self, depth: int) -> Node:
        before = self.flags
        if self.text.startswith("?", self.at) and not self._group_prefix():
            return Node("sequence")  # (?i) or a comment: nothing to match, the flags stay
        node = self.choice(depth + 1)
        self.flags = before
        if not self._taken(")"):
            raise PatternError(tr("A “(” in the pattern is never closed."))
        return node

    def _group_prefix(self) -> bool:
        """Passes over `?:`, a name or flags; False when the group holds nothing else."""
        if self.text.startswith("?#", self.at):
            end = self.text.find(")", self.at)
            if end < 0:
                raise PatternError(tr("A “(” in the pattern is never closed."))
            self.at = end + 1
            return False
        if name := _GROUP_NAME.match(self.text, self.at):
            self.at = name.end()
            return True
        flags = _GROUP_FLAGS.match(self.text, self.at)
        if flags is None:
            raise PatternError(
                tr(
                    "“({text}” is not supported: look-ahead, look-behind and back references can take very long. "
                    "Use two rules, or “not matches”.",
                    text=self.text[self.at : self.at + 3],
                )
            )
        if "-" in flags[0] or not set(flags[1]) <= set(_FLAGS):
            raise PatternError(tr("“({flags}” is not supported. Known flags: i, s, m.", flags=flags[0]))
        for letter in flags[1]:
            self.flags |= _FLAGS[letter]
        self.at = flags.end()
        return flags[2] == ":"

    def _class(self) -> Node:
        start = self.at - 1
        if self.text.startswith("^", self.at):
            self.at += 1
        source = self.text[start : self.at]
        first = self.at
        while True:
            if self.at >= len(self.text):
                raise PatternError(tr("A “[” in the pattern is never closed."))
            char = self.text[self.at]
            if char == "]" and self.at > first:
                self.at += 1
                return Node("test", test=_one_character(source + "]", self.flags))
            source += self._class_item(char)

    def _class_item(self, char: str) -> str:
        """One piece of a class as Python's own syntax, without its set operators."""
        if char == "\\":
            if self.text[self.at + 1 : self.at + 2] in ("p", "P", "Q", "E"):
                raise PatternError(
                    tr("“{text}” in the pattern is not supported.", text=self.text[self.at : self.at + 2])
                )
            item = self.text[self.at : self.at + 2]
            self.at += 2
            return item
        if self.text.startswith("--", self.at):
            raise PatternError(tr("Write “\\-” for a dash inside “[ ]”."))
        self.at += 1
        return "\\" + char if char in "[&|~]" else char

    def _escape(self) -> Node:
        if self.at >= len(self.text):
            raise PatternError(tr("The pattern ends with “\\”. Write “\\\\” for a backslash."))
        char = self.text[self.at]
        self.at += 1
        if char in "dDwWsS":
            return Node("test", test=_one_character("\\" + char, self.flags))
        if char in _EDGES:
            return Node("edge", assertion=_EDGES[char])
        if char in _ESCAPES:
            return self._literal(_ESCAPES[char])
        if code := re.compile(r"x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}").match(self.text, self.at - 1):
            self.at = code.end()
            return self._literal(chr(int(code[0][1:], 16)))
        if char.isalnum():
            what = tr("back references can take very long") if char.isdigit() else tr("it is not a known sign")
            raise PatternError(tr("“\\{char}” in the pattern is not supported: {what}.", char=char, what=what))
        return self._literal(char)

    def _taken(self, char: str) -> bool:
        if not self.text.startswith(char, self.at):
            return False
        self.at += len(char)
        return True


def _bounds(match: re.Match[str]) -> tuple[int, int | None] | None:
    """Lowest and highest number of times; None when the braces are plain text, as in `{x}` or `{,}`."""
    simple = {"*": (0, None), "+": (1, None), "?": (0, 1)}
    if match[0] in simple:
        return simple[match[0]]
    low, comma, high = match.groups()
    if low is None and high is None:
        return None
    if comma is None:
        return (int(low), int(low)) if low is not None and high is None else None
    return int(low or 0), int(high) if high is not None else None
