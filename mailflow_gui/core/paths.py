"""Paths: the names under which steps read values, and a check of what a person typed. Pure, any thread."""

from __future__ import annotations

import difflib
import re

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FIELDS, is_field

#: What a step may call a value that it produces.
SYMBOL = re.compile(r"[A-Za-z_][\w.]*", re.ASCII)
#: Targets and fields that hold addresses.
ADDRESS_FIELDS = frozenset({"from", "to", "cc", "bcc", "replyTo"})

_STEP_PATH = re.compile(r"steps\.[A-Za-z0-9_-]+\.[A-Za-z_][\w.-]*", re.ASCII)
_KNOWN = (*FIELDS, "text", "message", "headers.")


def path_problem(path: object, *, symbols: bool = False) -> str:
    """Words for a path that no step can read, "" when it is fine.

    Fine are fields of a message, `headers.<Name>`, `message.<field>`, `steps.<step id>.<name>` and `message` (what a
    template wrote). With `symbols` also any name that an earlier data mapper may have produced, unless it looks like
    a misspelled field.
    """
    if not isinstance(path, str) or not path.strip():
        return tr("Choose a field.")
    if path == "message" or is_field(path) or _STEP_PATH.fullmatch(path):
        return ""
    if path.startswith("message."):
        return "" if is_field(path[len("message.") :]) else _unknown(path, [f"message.{name}" for name in FIELDS])
    if path.startswith("steps."):
        return tr("“{path}” is not complete. Write steps.<step>.<name>.", path=shown(path))
    near = difflib.get_close_matches(path, _KNOWN, 1, 0.8)
    if symbols and SYMBOL.fullmatch(path) and not near:
        return ""
    return _unknown(path, _KNOWN)


def is_date_path(path: str) -> bool:
    """Whether values under this path are compared as dates: `date`, `headers.Date`, `steps.<id>.date`."""
    return path.rpartition(".")[2].lower() == "date"


def shown(text: str) -> str:
    """A piece of what a person typed, short enough for a sentence."""
    return text if len(text) <= 40 else text[:39] + "…"


def _unknown(path: str, known: list[str] | tuple[str, ...]) -> str:
    near = difflib.get_close_matches(path, known, 1)
    hint = (
        tr("Did you mean “{near}”?", near=near[0])
        if near
        else tr("Fields: {fields}, headers.<Name>.", fields=", ".join(FIELDS))
    )
    return tr("There is no field “{path}”. {hint}", path=shown(path), hint=hint)
