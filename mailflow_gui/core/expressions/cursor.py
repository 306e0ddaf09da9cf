"""Where the parser is in its tokens, and what it has found so far. Pure, any thread."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from mailflow_gui.core.expressions.lexer import BAD, END, Token, tokens_of
from mailflow_gui.core.expressions.nodes import Condition, FieldRead
from mailflow_gui.core.expressions.problems import ExpressionProblem, problem_at
from mailflow_gui.core.language import tr

#: Parentheses, functions and `not` inside each other.
MAX_DEPTH = 30
#: Values and comparisons of one expression.
MAX_PARTS = 500

#: What may come at the end of a text that is still being typed.
START, VALUE, OPERATOR, WORD, RIGHT, JOINT = "start", "value", "operator", "word", "right", "joint"


class Stop(Exception):
    """The rest can't be read."""


@dataclass(slots=True)
class Reading:
    """What became of a text: the tree if it can be used, the problems, and what could follow at its end.

    `wanted` are pairs of VALUE, OPERATOR, … and the kind of the value before; of WORD and the word itself.
    """

    root: Condition | None = None
    problems: list[ExpressionProblem] = field(default_factory=list)
    wanted: list[tuple[str, str]] = field(default_factory=list)
    paths: list[FieldRead] = field(default_factory=list)


class Cursor:
    """A text that is being read."""

    def __init__(self, text: str, known: Collection[str] | None) -> None:
        self.text = text
        self.known = known
        self.tokens = tokens_of(text)
        self.at = 0
        self.parts = 0
        self.reading = Reading()

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def next(self) -> Token:
        token = self.token
        if token.kind == BAD:
            raise self.stop(token, token.value)
        if token.kind != END:
            self.at += 1
        return token

    def taken(self, *signs: str, words: tuple[str, ...] = ()) -> bool:
        if self.token.is_sign(*signs) or self.token.is_word(*words):
            self.at += 1
            return True
        return False

    def want(self, what: str, kind: str = "") -> None:
        if self.token.kind == END:
            self.reading.wanted.append((what, kind))

    def note(self, start: int, end: int, message: str) -> None:
        self.reading.problems.append(problem_at(self.text, start, end, message))

    def stop(self, token: Token, message: str) -> Stop:
        """Notes what ends the reading, to be raised."""
        self.note(token.start, token.end, token.value if token.kind == BAD else message)
        return Stop()

    def spend(self, token: Token, depth: int) -> None:
        self.parts += 1
        if self.parts > MAX_PARTS:
            raise self.stop(
                token, tr("The expression has more than {max_parts} parts. Use several filters.", max_parts=MAX_PARTS)
            )
        if depth > MAX_DEPTH:
            raise self.stop(
                token,
                tr(
                    "Parentheses and functions stand more than {max_depth} deep inside each other.", max_depth=MAX_DEPTH
                ),
            )
