"""What could stand at the cursor of an expression that is being typed. Pure; the GUI thread asks at each key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mailflow_gui.core.expressions.cursor import JOINT, OPERATOR, RIGHT, START, VALUE, WORD
from mailflow_gui.core.expressions.functions import FUNCTIONS
from mailflow_gui.core.expressions.lexer import BAD, tokens_of
from mailflow_gui.core.expressions.nodes import CONDITION
from mailflow_gui.core.expressions.parser import read
from mailflow_gui.core.language import tr
from mailflow_gui.core.operators import MORE_OPERATORS, OPERATORS
from mailflow_gui.core.paths import path_problem
from mailflow_gui.core.shapes import DATE, EMAIL, LIST, NUMBER, TEXT, ShapeField

_WORD = re.compile(r"(?:[^\W\d][\w.-]*)?\Z")
_AFTER = re.compile(r"[\w.-]*\}?")
_BODY = re.compile(r"(?:in\.)?body\.")
FIELD, FUNCTION = "field", "function"
_ORDERED = (">", ">=", "<", "<=", "==", "!=", "range")
#: Operators in the order in which they suit a kind of values; texts and addresses take the last row.
_SUITING = {
    NUMBER: (*_ORDERED, "in"),
    DATE: (">=", "<", "<=", ">", "==", "!=", "range"),
    LIST: ("contains", "ends with", ">", "==", "matches", "not contains", "~~"),
    CONDITION: (),
}
_TEXTUAL = (
    *("contains", "~~", "==", "=~", "starts with", "ends with", "matches", "in"),
    *("not contains", "!=", "not in", "not matches", "not starts with", "not ends with"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to put in: `text` takes the place of `length` characters from `start`.

    `kind` is field, function, operator or word; `label` says what it is.
    """

    text: str
    kind: str
    label: str
    start: int = 0
    length: int = 0


def complete(text: str, cursor: int, fields: Sequence[ShapeField] = EMAIL.fields) -> tuple[Candidate, ...]:
    """The candidates at a cursor, best first; () inside a text and where nothing fits.

    The names of `fields` are paths: what a rule may read at this place of the flow.
    """
    before = text[:cursor]
    last = tokens_of(before)[-2:][0]
    if last.kind == BAD and last.source == "$":
        return _within_braces(text, cursor, last.start, fields)
    if last.kind == BAD and last.source in ("'", '"'):
        return ()
    match = _WORD.search(before)
    start = match.start() if match else cursor
    if start and (before[start - 1].isalnum() or before[start - 1] in "_.$}"):
        return ()
    typed = before[start:].casefold()
    found = dict.fromkeys(_candidates(before[:start], fields))
    ranked = sorted((rank, place, one) for place, one in enumerate(found) if (rank := _rank(one, typed)) is not None)
    return tuple(replace(one, start=start, length=cursor - start) for _, _, one in ranked)


def _within_braces(text: str, cursor: int, start: int, fields: Sequence[ShapeField]) -> tuple[Candidate, ...]:
    """Fields for `${…`, and for `${body.…` as in Fuse Online; a closing brace after the cursor is taken along."""
    typed = text[start + 2 : cursor].strip()
    body = _BODY.match(typed)
    prefix = body[0] if body else ""
    after = _AFTER.match(text, cursor)
    end = after.end() if after and after[0].endswith("}") else cursor
    found = (Candidate(f"${{{prefix}{one.name}}}", FIELD, one.label, start, end - start) for one in fields)
    wanted = typed[len(prefix) :].casefold()
    return tuple(one for one in found if _rank(replace(one, text=one.text[2 + len(prefix) :]), wanted) is not None)


def _rank(one: Candidate, typed: str) -> int | None:
    """How well a candidate fits what was typed: its beginning, the beginning of one of its words, or not at all."""
    if one.text.removeprefix("${").casefold().startswith(typed):
        return 0
    words = re.split(r"[\s.]+", (one.text if one.kind == FUNCTION else f"{one.label} {one.text}").casefold())
    return 1 if any(word.startswith(typed) for word in words) else None


def _candidates(before: str, fields: Sequence[ShapeField]) -> Iterator[Candidate]:
    wanted = read(before).wanted
    for what, kind in wanted:
        if what == OPERATOR:
            yield from (_operator(one) for one in _SUITING.get(kind, _TEXTUAL))
        elif what == WORD:
            yield Candidate(kind, "word", "")
        elif what == JOINT:
            yield from (Candidate("and", "word", tr("both hold")), Candidate("or", "word", tr("one of them holds")))
        elif what == VALUE:
            yield from (_field(one) for one in fields)
            yield from _functions("")
        elif what == RIGHT:
            yield from (_field(one) for one in fields if kind in (one.kind, TEXT))
            yield from _functions(kind)
    if any(what == START for what, _ in wanted):
        yield Candidate("not", "word", tr("the opposite holds"))


def _field(one: ShapeField) -> Candidate:
    return Candidate(one.name if not path_problem(one.name) else f"${{{one.name}}}", FIELD, one.label)


def _functions(kind: str) -> Iterator[Candidate]:
    """The functions that give this kind of values; all for ""."""
    for one in FUNCTIONS.values():
        if not kind or one.kind == kind:
            yield Candidate(f"{one.name}(" if one.arguments else f"{one.name}()", FUNCTION, tr(one.help))


def _operator(spelled: str) -> Candidate:
    id = spelled.replace("matches", "regex")
    positive = id.removeprefix("not ")
    known = OPERATORS.get(id) or MORE_OPERATORS.get(id)
    if known is not None:
        return Candidate(spelled, "operator", known.label)
    return Candidate(spelled, "operator", tr("not {label}", label=MORE_OPERATORS[positive].label))
