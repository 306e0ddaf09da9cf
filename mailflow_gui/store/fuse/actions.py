"""Transformations of the data mapper: what AtlasMap writes, in the form our mapper reads. Pure; any thread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.transformations.kinds import Transformation
from mailflow_gui.core.transformations.table import find_transformation, read_chain
from mailflow_gui.store.fuse.plain import as_text, line_of

#: AtlasMap's names of delimiters. Our single space stands for any white space.
DELIMITERS = {
    "Ampersand": "&",
    "AtSign": "@",
    "Backslash": "\\",
    "Colon": ":",
    "Comma": ",",
    "Dash": "-",
    "Equal": "=",
    "Hash": "#",
    "MultiSpace": " ",
    "Period": ".",
    "Pipe": "|",
    "Semicolon": ";",
    "Slash": "/",
    "Space": " ",
    "Underscore": "_",
}
_MOST = 30
_PATTERN = re.compile(r"[\\.\[\]{}()*+?^$|]")


def delimiter_of(text: str) -> str:
    """The delimiter that a mapping names; a space when it names none."""
    return DELIMITERS.get(text, text) or " "


def read_actions(raw: Plain, remarks: list[str]) -> list[Plain]:
    """Our transformations for a list of `{Name: parameters}`, `{"@type": Name, …}` or plain names.

    What Mailflow has not is left out and told in `remarks`.
    """
    entries = raw if isinstance(raw, list) else [raw] if raw else []
    found: list[Plain] = []
    for name, parameters in (pair for entry in entries[:_MOST] for pair in _pairs(entry)):
        kind = find_transformation(name)
        if kind is None:
            remarks.append(tr("the transformation “{name}” was left out", name=line_of(name, 40)))
            continue
        known = {parameter.key for parameter in kind.parameters}
        given = {key: _scalar(value) for key, value in parameters.items() if key in known and value is not None}
        one: Plain = {kind.name: given}
        problems = read_chain([one], "")[1]
        if problems:
            remarks.append(
                tr("the transformation “{name}” was left out: {message}", name=kind.name, message=problems[0].message)
            )
            continue
        if kind.name in ("ReplaceAll", "ReplaceFirst") and _PATTERN.search(as_text(given.get("match"))):
            remarks.append(
                tr("check “{label}”: Mailflow looks for the text itself, not for a pattern", label=kind.label)
            )
        found.append(one)
    return found


def reducing(actions: Sequence[Plain]) -> bool:
    """Whether one of our transformations makes one value of several."""
    return any(_kind(one).many is not None for one in actions)


def ends_with_split(actions: Sequence[Plain]) -> bool:
    """Whether the last transformation gives parts for several targets."""
    return bool(actions) and _kind(actions[-1]).name == "Split"


def is_concatenate(action: Plain) -> bool:
    """Whether it joins texts."""
    return _kind(action).name == "Concatenate"


def joined_by(action: Plain) -> str:
    """The delimiter of a Concatenate."""
    return as_text(action["Concatenate"].get("delimiter", " "))


def _kind(action: Plain) -> Transformation:
    kind = find_transformation(next(iter(action)))
    assert kind is not None
    return kind


def _pairs(entry: Plain) -> Iterable[tuple[str, Mapping[str, Plain]]]:
    if isinstance(entry, str):
        return [(entry, {})]
    if not isinstance(entry, Mapping):
        return []
    if isinstance(entry.get("@type"), str):
        return [(entry["@type"], {key: value for key, value in entry.items() if key != "@type"})]
    return [(key, value if isinstance(value, Mapping) else {}) for key, value in entry.items()]


def _scalar(value: Plain) -> Plain:
    return value if isinstance(value, (bool, int)) else as_text(value)
