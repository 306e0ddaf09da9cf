"""Writing YAML as people write it: lists indented, block text for PEM and templates, short rows in one line.

Pure; any thread. What it writes, `document.parse` and every YAML 1.1 or 1.2 reader read back equal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from mailflow_gui.core.fields import Plain

_ROW_WIDTH = 110
_ROW_DEPTH = 4  # rows of a step stand this deep; what stands higher is an item of its own
_PLAIN = re.compile(
    r"[^\W\d_](?:[\w./@+()%$;<=>^~’“”‘–—…'&*!|-]|:(?=[^\s:])| (?=[^ #:]))*"  # words and sentences
    r"|[0-9]{1,12}(?:ms|[smhd])"  # durations
)
_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))
# Said by what it has: to compile the other way round, Python would walk through 60,000 characters.
_UNPRINTABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufeff\\ufffe\\uffff]")
_ESCAPED = re.compile("[\\x7f-\\xa0\\u2028\\u2029\\ufeff\\ufffe\\uffff]")


def emit(document: Mapping[str, Plain]) -> str:
    """The YAML text of plain data. Raises TypeError for anything that is not plain data (a secret, for one).

    Raises ValueError for text that holds half a character.
    """
    return "\n".join(_mapping(document, 0)) + "\n"


def _mapping(value: Mapping[str, Plain], indent: int) -> Iterator[str]:
    pad = "  " * indent
    for key, one in value.items():
        if not isinstance(key, str):
            raise TypeError("keys are text")
        yield from _entry(f"{pad}{_scalar(key)}:", one, indent + 1)


def _entry(head: str, value: Plain, indent: int) -> Iterator[str]:
    """A key or dash with its value: in the same line, or in the lines below at `indent`."""
    if isinstance(value, Mapping) and value:
        yield head
        yield from _mapping(value, indent)
    elif isinstance(value, (list, tuple)) and value:
        yield from _list(head, value, indent)
    elif isinstance(value, str) and _fits_block(value):
        yield from _block(head, value, indent)
    else:
        yield f"{head} {_inline(value)}"


def _list(head: str, value: Sequence[Plain], indent: int) -> Iterator[str]:
    if not any(isinstance(one, (Mapping, list, tuple)) for one in value):
        line = f"{head} {_inline(value)}"
        if len(line) <= _ROW_WIDTH:
            yield line
            return
    yield head
    for one in value:
        yield from _item(one, indent)


def _item(value: Plain, indent: int) -> Iterator[str]:
    pad = "  " * indent
    if isinstance(value, Mapping) and value:
        row = _inline(value)
        if indent >= _ROW_DEPTH and len(pad) + len(row) <= _ROW_WIDTH and "\\n" not in row:
            yield f"{pad}- {row}"
            return
        first, *rest = _mapping(value, indent + 1)
        yield f"{pad}- {first.lstrip(' ')}"
        yield from rest
    else:
        yield from _entry(f"{pad}-", value, indent + 1)


def _block(head: str, text: str, indent: int) -> Iterator[str]:
    body = text.rstrip("\n")
    trailing = len(text) - len(body)
    yield f"{head} |" + {0: "-", 1: ""}.get(trailing, "+")
    pad = "  " * indent
    for line in body.split("\n"):
        yield pad + line if line else ""
    for _ in range(trailing - 1):
        yield ""


def _fits_block(text: str) -> bool:
    """Whether block text gives back exactly this text: several lines, printable, not starting with a space."""
    return "\n" in text and text[0] not in " \t\n" and not _UNPRINTABLE.search(text)


def _inline(value: Plain) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(key)}: {_inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_inline(one) for one in value) + "]"
    return _scalar(value)


def _scalar(value: Plain) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _number(value)
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} can't be written")
    text = str(value)
    text.encode()
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS and len(text) < 500:
        return text
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04X}", json.dumps(text, ensure_ascii=False))


def _number(value: float) -> str:
    text = repr(value)
    if "." not in text:
        text = text.replace("e", ".0e")
    if "." not in text:
        raise ValueError("a number is not finite")
    return text
