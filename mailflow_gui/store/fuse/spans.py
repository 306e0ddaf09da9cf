"""Split and Aggregate of an export as our steps. What an item is, an email does not tell: that stays open. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import later, tr
from mailflow_gui.store.fuse.documents import FuseStep
from mailflow_gui.store.fuse.plain import line_of
from mailflow_gui.store.fuse.trail import ITEM, ITEMS, MESSAGE, Origin, Output, Trail

SPLIT, AGGREGATE = "split", "aggregate"
#: What an aggregate there does when nothing is said: it makes a list of the items.
_LIST = "body"
_BODY = re.compile(r"\$\{\s*(?:in\.)?body\s*\}")
_FIELD = re.compile(r"\$\{\s*(?:in\.)?body\.([A-Za-z_]\w*)\s*\}", re.ASCII)
_LINE_ENDS = ("\n", "\r\n", "\\n", "\\r\\n")
_STRATEGIES = {
    "latest": later("it keeps the last item only; an Aggregate here joins all of them"),
    "original": later("it gives back the message before the Split; an Aggregate here joins the items"),
    "script": later("it joins the items by a script, which Mailflow does not run"),
}


class CantSpan(ValueError):
    """A split or an aggregate that has no equal here; the text tells why."""


@dataclass(frozen=True, slots=True)
class Span:
    """A split that is open: the step, and the outputs before it."""

    split: FuseStep
    before: Trail


@dataclass(frozen=True, slots=True)
class Spanned:
    """Values for our step, the names that it gives, and what a person should look at."""

    values: Mapping[str, Plain]
    names: frozenset[str]
    remark: str = ""
    any_name: bool = False


def split_values(one: FuseStep, trail: Trail) -> Spanned:
    """What our Split needs. Raises CantSpan."""
    language = one.properties.get("language", "").strip().lower() or "simple"
    expression = one.properties.get("expression", "")
    if language == "tokenize" and expression:
        return _parts(expression)
    if language not in ("simple", "tokenize"):
        raise CantSpan(tr("it splits by “{name}”, which Mailflow does not know", name=line_of(language, 40)))
    if found := _FIELD.fullmatch(expression.strip()):
        path = trail.body_path(found[1])
        return Spanned({"by": "values", "path": path}, frozenset({ITEM}))
    if expression.strip() and not _BODY.fullmatch(expression.strip()):
        raise CantSpan(tr("its expression can't be used here: {expression}", expression=line_of(expression, 200)))
    return _entries(trail)


def _parts(token: str) -> Spanned:
    if token in _LINE_ENDS:
        return Spanned({"by": "lines", "path": "content"}, frozenset({ITEM}))
    return Spanned({"by": "separator", "path": "content", "separator": token}, frozenset({ITEM}))


def _entries(trail: Trail) -> Spanned:
    """Each entry of the body. An email is no list there: it was one item, so a person has to say what is one here."""
    latest = trail.latest
    if latest is not None and latest.origin is Origin.GONE:
        words = tr(
            "it takes the entries of a JSON array in the Email text, which has to hold what the step before gave"
        )
        return Spanned({"by": "json", "path": "content"}, frozenset({ITEM}), words, any_name=True)
    words = tr("Fuse Online takes an email as one item; choose the field that holds the items, or remove the step")
    return Spanned({"by": "json", "path": ""}, frozenset({ITEM}), words, any_name=True)


def aggregate_values(one: FuseStep, span: Span | None, trail: Trail) -> Spanned:
    """What our Aggregate needs. Raises CantSpan."""
    if span is None:
        raise CantSpan(tr("there is no Split before it that it closes"))
    own = one.properties.get("aggregationStrategy") or span.split.properties.get("aggregationStrategy", "")
    strategy = own.strip().lower() or _LIST
    if strategy != _LIST:
        known = _STRATEGIES.get(strategy)
        unknown = tr("it joins the items by “{name}”", name=line_of(strategy, 40))
        raise CantSpan(tr(known) if known else unknown)
    path = _joined(trail)
    words = tr("the items are joined with a space; Fuse Online makes a list of them")
    if not path:
        words = tr("choose what of each item is joined: here it is one field")
    names = frozenset({"content", ITEMS, path}) - {""}
    return Spanned({"path": path, "joint": "space"}, names, words)


def _joined(trail: Trail) -> str:
    """The field that holds what an item has become; "" when it is not one field."""
    match trail.latest:
        case Output(origin=Origin.ITEM):
            return ITEM
        case Output(origin=Origin.TEMPLATED):
            return MESSAGE
        case Output(origin=Origin.MAPPED, names=names) if "content" in names or len(names) == 1:
            return "content" if "content" in names else next(iter(names))
        case Output(origin=Origin.RECEIVED | Origin.JOINED):
            return "content"
    return ""
