"""What a name in an expression means: a path as `core/paths.py` knows it, or words about what is wrong. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import is_field
from mailflow_gui.core.paths import SYMBOL, is_date_path, path_problem, shown
from mailflow_gui.core.shapes import DATE, EMAIL, TEXT

_HEADER = re.compile(r"(?:in\.)?headers?(?:\.([!-9;-~]+)|\[\s*(['\"]?)([!-9;-Z^-~]+?)\2\s*\])")
_BODY = re.compile(r"(?:in\.)?body(?:\.(.+))?", re.DOTALL)
#: First words of names of Camel that no message has, so that they don't pass as values of a data mapper.
_CAMEL = frozenset(
    (
        *("bean", "camelcontext", "camelid", "date", "env", "exception", "exchange", "exchangeproperty", "file"),
        *("header", "headers", "in", "out", "properties", "property", "random", "ref", "routeid", "stepid", "sys"),
        *("sysenv", "threadid", "threadname", "type"),
    )
)


def path_of(written: str) -> str:
    """The path of what stands in `${…}`: `body.subject` is subject, `in.header.X` is headers.X, `body` is content."""
    if header := _HEADER.fullmatch(written):
        return f"headers.{header[1] or header[3]}"
    if body := _BODY.fullmatch(written):
        return body[1] or "content"
    return written


def reference_problem(written: str, known: Collection[str] | None) -> str:
    """Words for a `${…}` that no step can read, "" when it is fine.

    It may be a name that an earlier data mapper fills. With `known`, the paths that are at hand, only one of those.
    """
    if not written:
        return tr("There is no name between the braces. Write ${subject}.")
    path = path_of(written)
    if re.search(r"[()\[\]?:]", path) and not path.startswith("headers."):
        return tr(
            "“{written}” can't be read here. Fields are read by their names, such as ${body.subject}.",
            written=shown(written),
        )
    head = path.partition(".")[0].lower()
    if head in _CAMEL and not is_field(path):
        return tr(
            "A message has no “{written}”. Fields are read by their names, such as ${body.subject}.",
            written=shown(written),
        )
    return path_problem(path, symbols=True) or _missing(path, known)


def name_problem(path: str, known: Collection[str] | None) -> str:
    """Words for a bare name that is no field of a message, "" when it is one.

    A name of a data mapper has to stand in `${…}`, so that a text without quotes is never taken for one.
    """
    if words := path_problem(path):
        if SYMBOL.fullmatch(path) and not path_problem(path, symbols=True):
            return tr(
                'There is no field “{path}”. Write "{path}" for this text, or ${{path}} for a value that a '
                "data mapper fills.",
                path=shown(path),
            )
        return words
    return _missing(path, known)


def _missing(path: str, known: Collection[str] | None) -> str:
    if known is None or path in known or is_field(path) or path == "message" or path.startswith("message."):
        return ""
    return tr("No earlier step gives “{path}”.", path=shown(path))


def kind_of(path: str) -> str:
    """Which kind of values stands under a path, as far as its name tells."""
    if is_date_path(path):
        return DATE
    found = EMAIL.field(path.removeprefix("message."))
    return found.kind if found is not None else TEXT
