"""Looking into JSON that others wrote: every access is checked and every text is fit to be saved. Pure; any thread."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr

_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")
#: Letters of a name; there is room for “ 2” within what a profile takes.
MOST_LETTERS = 180


class NotJson(ValueError):
    """The text is not JSON, or nested too deep to be read."""


def parse_json(text: str | bytes) -> Plain:
    """The value of a JSON text. Raises NotJson."""
    try:
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise NotJson(str(error).splitlines()[0] if str(error) else tr("it can't be read")) from error


def embedded(value: Plain) -> Plain:
    """JSON that stands as text inside JSON (or, in some files, as it is); None when it can't be read."""
    if not isinstance(value, str):
        return value
    try:
        return parse_json(value)
    except NotJson:
        return None


def child(value: Plain, key: str) -> Mapping[str, Plain]:
    """The mapping under a key, empty when there is none."""
    found = value.get(key) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def children(value: Plain, key: str) -> list[Mapping[str, Plain]]:
    """The mappings in the list (or, by id, the mapping) under a key."""
    found = value.get(key) if isinstance(value, Mapping) else None
    if isinstance(found, Mapping):
        found = list(found.values())
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def text_in(value: Plain, key: str) -> str:
    """The text under a key; numbers and flags as text, "" for anything else."""
    return as_text(value.get(key)) if isinstance(value, Mapping) else ""


def as_text(value: Plain) -> str:
    """A scalar as text."""
    if isinstance(value, str):
        return _HALF_CHARACTERS.sub("\ufffd", value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (int, float)) else ""


def line_of(text: str, most: int = MOST_LETTERS) -> str:
    """The text as one line of at most so many letters."""
    line = _BREAKS.sub(" ", text).strip()
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def number_in(value: Plain, key: str, default: int) -> int:
    """The small whole number under a key, written as number or text."""
    text = text_in(value, key)
    return int(text) if re.fullmatch(r"-?\d{1,4}", text, re.ASCII) else default


def _no_constant(name: str) -> Plain:
    raise ValueError(f"{name} is not a number")
