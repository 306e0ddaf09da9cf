"""How the parts of an expression are said again with the values of a message, for the activity. Pure, any thread.

The text of a message is never among them: notes are shown, searched and logged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mailflow_gui.core.expressions.nodes import Call, Comparison, FieldRead, Items, Literal, Node, Value
from mailflow_gui.core.language import quoted, tr
from mailflow_gui.core.message import FIELDS, FieldValue
from mailflow_gui.core.values import date_of, number_of, text_of

_MOST_PARTS = 3
_MOST_WORDS = 300
_MOST_SHOWN = 40
#: Fields whose text may stand in a note.
_TOLD = frozenset(FIELDS) - {"content", "html", "references", "attachments"}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words for parts of this expression."""

    text: str

    def source(self, node: Node) -> str:
        """A part as it was written, on one line."""
        return _short(_line(self.text[node.start : node.end]), 80)

    def comparison(self, node: Comparison, left: FieldValue, right: FieldValue) -> str:
        """`size 2,310 > 10,000`: what was compared, with the values between."""
        between = _line(self.text[node.left.end : node.right.start])
        pieces = (self._side(node.left, left, counted(node)), between, self._side(node.right, right, counted(node)))
        return " ".join(piece for piece in pieces if piece)

    def _side(self, node: Value | Items, value: FieldValue, as_count: bool) -> str:
        source = self.source(node)
        if isinstance(node, (Literal, Items)):
            number = number_of(source)
            return source if number is None else f"{number:,f}"
        if as_count and isinstance(value, tuple):
            return f"{source} {len(value):,}"
        shown = _shown_value(value) if _may_tell(node, value) else ""
        return f"{source} {shown}".rstrip()

    def joined(self, reasons: Sequence[str]) -> str:
        """Several reasons as one."""
        told = "; ".join(reasons[:_MOST_PARTS])
        rest = len(reasons) - _MOST_PARTS
        return _short(tr("{told}; and {rest} more", told=told, rest=rest) if rest > 0 else told, _MOST_WORDS)


def counted(node: Comparison) -> bool:
    """Whether a list on the left counts as how many items it has."""
    return isinstance(node.right, Literal) and number_of(node.right.text) is not None


def _shown_value(value: FieldValue) -> str:
    if value is None or value == ():
        return tr("(empty)")
    number = number_of(value)
    if number is not None:
        return f"{number:,f}" if isinstance(value, (int, float)) else text_of(value).strip()
    if isinstance(value, bool) or isinstance(date_of(value), date):
        return text_of(value)
    return quoted(_short(_line(text_of(value)[:1_000]), _MOST_SHOWN))


def _may_tell(node: Value, value: FieldValue) -> bool:
    """Numbers and dates always; a text only when it is of a field of the header."""
    if not isinstance(value, (str, tuple)) or number_of(value) is not None or date_of(value) is not None:
        return True
    return all(_is_told(path) for path in paths_in(node))


def _is_told(path: str) -> bool:
    return path.rpartition(".")[2] in _TOLD or path.removeprefix("message.").startswith("headers.")


def paths_in(node: Node) -> Iterator[str]:
    """The paths of the fields within a value."""
    if isinstance(node, FieldRead):
        yield node.path
    elif isinstance(node, Call):
        for one in node.arguments:
            yield from paths_in(one)


def _line(text: str) -> str:
    """The text on one line, without characters that would be shown as nothing or turn its direction."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
