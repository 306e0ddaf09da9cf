"""Operators as they are written: which tokens are one, and which of `core/operators.py` it is. Pure, any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mailflow_gui.core.expressions.lexer import END, NAME, Token
from mailflow_gui.core.language import later, tr

#: Ways to write an operator, by words and signs in a row, and the id of the operator. `not` or `!` goes before most.
SPELLINGS: dict[tuple[str, ...], str] = {
    ("contains",): "contains",
    ("~~",): "~~",
    ("==",): "==",
    ("=~",): "=~",
    (">",): ">",
    (">=",): ">=",
    ("<",): "<",
    ("<=",): "<=",
    ("in",): "in",
    ("regex",): "regex",
    ("matches",): "regex",
    ("range",): "range",
    ("starts", "with"): "starts with",
    ("startswith",): "starts with",
    ("ends", "with"): "ends with",
    ("endswith",): "ends with",
}
_NEGATED = {"!=": "==", "!=~": "=~", "!~~": "~~"}
#: Operators that `not` can't go before, because they have an opposite of their own.
_ORDERED = (">", ">=", "<", "<=")
#: What may follow `not` or `!` after a value.
_NEGATABLE = ("contains", "in", "regex", "range", "starts with", "ends with")
_HINTS = {
    "is": later("“is” asks for a kind of Java object, which a message has not. Compare with ==, or use isEmpty(…)."),
    "equals": later("Write == for “equals”."),
    "has": later("Write contains."),
    "includes": later("Write contains."),
    "like": later("Write contains, or matches with a pattern."),
}


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator in a text: how many tokens it has, what it means, and how it is written.

    `rest` are words of which one is still missing, `problem` is what is wrong with it.
    """

    operator: str
    negated: bool
    count: int
    source: str
    rest: tuple[str, ...] = ()
    problem: str = ""


def read_operation(tokens: Sequence[Token], at: int) -> Operation | None:
    """The operator that begins at a token; None when none does."""
    token = tokens[at]
    if token.is_sign(*_NEGATED):
        return Operation(_NEGATED[token.source], True, 1, token.source)
    negated = token.is_sign("!") or token.is_word("not")
    first = tokens[at + 1] if negated and at + 1 < len(tokens) else token
    word = first.source.lower()
    source = token.source if first is token else f"{token.source} {first.source}"
    count = 1 if first is token else 2
    if first.kind == NAME and word in _HINTS:
        return Operation("", False, count, source, problem=tr(_HINTS[word]))
    for spelling, operator in SPELLINGS.items():
        if word == spelling[0]:
            return _spelled(tokens, at + count, spelling, Operation(operator, negated, count, source))
    return Operation("", True, 1, token.source, rest=_NEGATABLE) if negated and first.kind == END else None


def _spelled(tokens: Sequence[Token], after: int, spelling: tuple[str, ...], found: Operation) -> Operation:
    if found.negated and found.operator in _ORDERED:
        opposite = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}[found.operator]
        return Operation(
            "", False, found.count, found.source, problem=tr("Write {opposite} instead.", opposite=opposite)
        )
    if len(spelling) == 1:
        return found
    if tokens[after].is_word(spelling[1]):
        source = f"{found.source} {tokens[after].source}"
        return Operation(found.operator, found.negated, found.count + 1, source)
    return Operation(found.operator, found.negated, found.count, found.source, rest=spelling[1:])
