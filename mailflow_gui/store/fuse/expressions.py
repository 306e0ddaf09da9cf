"""Camel's Simple language: the comparisons that our rules can say, and placeholders inside text. Pure; any thread."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_BODY = r"\$\{\s*(?:in\.)?body\.([A-Za-z_][\w.]*)\s*\}"
_COMPARISON = re.compile(
    _BODY + r"\s*(not contains|not regex|not in|contains|regex|in|==|=~|!=|>=|<=|>|<|~~)\s*"
    r"(?:'([^']*)'|\"([^\"]*)\"|(-?\d{1,15}(?:\.\d{1,9})?))",
    re.ASCII,
)
_BETWEEN = re.compile(r"\s*(&&|\|\|)\s*")
_PLACEHOLDER = re.compile(r"\$\{\s*(?:in\.)?body(?:\.([A-Za-z_][\w.]*))?\s*\}", re.ASCII)
_MOST_RULES = 50


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of a field of the body with a text."""

    path: str
    op: str
    value: str


@dataclass(frozen=True, slots=True)
class Condition:
    """Comparisons, joined by AND or by OR."""

    predicate: str
    rules: tuple[Comparison, ...]


def read_condition(text: str) -> Condition | None:
    """The condition of an expression; None when it says more than rules can."""
    rules: list[Comparison] = []
    joints: set[str] = set()
    text, at = text.strip(), 0
    while len(rules) < _MOST_RULES:
        match = _COMPARISON.match(text, at)
        if match is None:
            return None
        path, op, *values = match.groups()
        rules.append(Comparison(path, op, next((one for one in values if one is not None), "")))
        if match.end() == len(text):
            return Condition("OR" if "||" in joints else "AND", tuple(rules)) if len(joints) < 2 else None
        joint = _BETWEEN.match(text, match.end())
        if joint is None:
            return None
        joints.add(joint[1])
        at = joint.end()
    return None


def as_mustache(text: str, path: Callable[[str], str]) -> str:
    """The text with `${body.name}` as `{{name}}` and `${body}` as `{{content}}`; other expressions stay as they are."""
    return _PLACEHOLDER.sub(lambda match: f"{{{{{path(match[1] or 'content')}}}}}", text)
