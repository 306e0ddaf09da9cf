"""Camel's Simple language: predicates as expressions of ours, and placeholders inside text. Pure; any thread."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from mailflow_gui.core.expressions.expression import Expression, read_expression
from mailflow_gui.core.expressions.lexer import tokens_of
from mailflow_gui.core.language import tr
from mailflow_gui.core.paths import path_problem

_PLACEHOLDER = re.compile(r"\$\{\s*(?:in\.)?body(?:\.([A-Za-z_][\w.]*))?\s*\}", re.ASCII)
_BODY = re.compile(r"\$\{\s*(?:in\.)?body\b")


class CantSay(ValueError):
    """A predicate that has no equal among our expressions; the text tells why."""


def as_expression(text: str, path: Callable[[str], str]) -> str:
    """The predicate as one of our expressions: a copy, except for fields that are called otherwise here.

    `path` gives our path for a field of the body. Raises CantSay.
    """
    expression, problems = read_expression(text)
    if expression is None:
        raise CantSay(tr("its expression can't be used here, {problem}", problem=problems[0]))
    return left_to_right(_renamed(expression, path))


def _renamed(expression: Expression, path: Callable[[str], str]) -> str:
    text = expression.text
    for one in sorted(expression.reads, key=lambda read: -read.start):
        if not _BODY.match(text, one.start):
            continue
        ours = path(one.path)
        if path_problem(ours):
            raise CantSay(tr("its expression asks for “{path}”, a field that is not there", path=one.path))
        if ours != one.path:
            text = f"{text[: one.start]}${{{ours}}}{text[one.end :]}"
    return text


def left_to_right(text: str) -> str:
    """With parentheses where && comes after ||: Camel has no parentheses and joins from left to right."""
    tokens = tokens_of(text)
    if any(token.is_sign("(") for token in tokens):
        return text
    joints = [(index, token) for index, token in enumerate(tokens) if token.is_sign("&&", "||")]
    ends = [
        tokens[index - 1].end
        for (_, before), (index, token) in pairwise(joints)
        if before.is_sign("||") and token.is_sign("&&")
    ]
    for end in reversed(ends):
        text = f"{text[:end]}){text[end:]}"
    return "(" * len(ends) + text


def as_mustache(text: str, path: Callable[[str], str]) -> str:
    """The text with `${body.name}` as `{{name}}` and `${body}` as `{{content}}`; other expressions stay as they are."""
    return _PLACEHOLDER.sub(lambda match: f"{{{{{path(match[1] or 'content')}}}}}", text)
