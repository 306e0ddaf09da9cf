"""Text of strangers made fit to be shown: bounded, its lines broken, nothing in it that hides or turns. Pure.

A text field of Qt needs a minute for one line of a million characters, and half a second for one of a hundred thousand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Characters shown at most, and of one line.
LONGEST, LINE = 64 * 1024, 2000

_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
#: Controls, and what turns the direction of writing so that a name reads as another one.
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown, and whether the text went on."""

    text: str
    cut: bool = False


def excerpt(text: str, longest: int = LONGEST, line: int = LINE) -> Excerpt:
    """The beginning of a text, with LF line ends; hidden characters are shown as “�”."""
    cut = len(text) > longest
    text = _HIDDEN.sub("\ufffd", _BREAKS.sub("\n", text[:longest]))
    lines = text.split("\n")
    if max(map(len, lines)) > line:
        lines = [one[start : start + line] for one in lines for start in range(0, max(1, len(one)), line)]
    return Excerpt("\n".join(lines), cut)
