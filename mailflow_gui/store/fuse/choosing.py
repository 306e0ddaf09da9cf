"""The conditional expression of an AtlasMap mapping as a row of our data mapper with a condition. Pure; any thread."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mailflow_gui.core.expressions.expression import check
from mailflow_gui.core.expressions.lexer import END, FIELD, TEXT, Token, tokens_of
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr

_REFERENCE = re.compile(r"\$\{([^{}]*)\}")
_EMPTY = ("null", "''", '""', "")


class CantChoose(ValueError):
    """Our mapper has no row for this expression; the text tells why."""


def chosen(expression: str, resolve: Callable[[str], str]) -> dict[str, Plain]:
    """The row without its target for `IF(condition, value, otherwise)`, where one of the two is empty.

    `resolve` gives our path for what stands in `${…}`: the number of a source from 0, or `document:/path`; it may
    raise. `IF(ISEMPTY(x), 'text', x)` is the transformation DefaultIfEmpty. Raises CantChoose.
    """
    text = _REFERENCE.sub(lambda match: f"${{{resolve(match[1].strip())}}}", expression.strip())
    pieces = list(_arguments(text))
    if len(pieces) != 3:
        raise CantChoose(tr("it has the expression {expression}", expression=expression))
    condition, value, otherwise = pieces
    source = _default(condition, value, otherwise)
    if source is not None:
        return source
    if otherwise.lower() not in _EMPTY:
        if value.lower() not in _EMPTY:
            raise CantChoose(tr("it chooses between two values: {expression}", expression=expression))
        condition, value = f"not ({condition})", otherwise
    problems = check(condition)
    if problems:
        raise CantChoose(
            tr("its condition can't be used here, {problem}: {expression}", problem=problems[0], expression=expression)
        )
    return {**_source(value, expression), "when": condition}


def _arguments(text: str) -> Iterator[str]:
    """The arguments of the IF that the text is, as they are written; nothing when it is something else."""
    tokens = tokens_of(text)
    if len(tokens) < 4 or not (tokens[0].is_word("if") and tokens[1].is_sign("(") and tokens[-2].is_sign(")")):
        return
    depth, start = 0, tokens[1].end
    for token in tokens[2:-1]:
        if depth == 0 and token.is_sign(",", ")"):
            yield text[start : token.start].strip()
            start = token.end
        depth += token.is_sign("(") - (token.is_sign(")") and depth > 0)


def _default(condition: str, value: str, otherwise: str) -> dict[str, Plain] | None:
    """`IF(ISEMPTY(x), 'text', x)`."""
    text, field = _only(value), _only(otherwise)
    if text is None or field is None or (text.kind, field.kind) != (TEXT, FIELD):
        return None
    asked = [token.source.lower() for token in tokens_of(condition) if token.kind != END]
    if asked != ["isempty", "(", field.source.lower(), ")"]:
        return None
    return {"from": [field.value], "transformations": [{"DefaultIfEmpty": {"value": text.value}}]}


def _only(text: str) -> Token | None:
    """The token that the text is; None when it is more than one."""
    tokens = tokens_of(text)
    return tokens[0] if len(tokens) == 2 else None


def _source(text: str, expression: str) -> dict[str, Plain]:
    token = _only(text)
    if token is None or token.kind not in (FIELD, TEXT):
        raise CantChoose(tr("it calculates its value: {expression}", expression=expression))
    return {"from": [token.value]} if token.kind == FIELD else {"constant": token.value}
