"""The language of expressions on one page, from its own tables: what `mailflow steps advanced-filter` prints. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from mailflow_gui.core.expressions.functions import FUNCTIONS
from mailflow_gui.core.expressions.operations import SPELLINGS
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.message import FIELDS
from mailflow_gui.core.operators import MORE_OPERATORS, OPERATORS

#: Expressions that can be used as they stand.
EXAMPLES = (
    'subject contains "offer" and (size > 10000 or attachments > 0)',
    'domain(from) == "example.org" and not (subject starts with "Re:")',
    'lower(subject) contains "invoice" and attachments ends with ".pdf"',
    'address(from) in ("ann@example.org", "bob@example.org") or headers.X-Priority == 1',
    "date >= daysAgo(7) and weekday(date) < 6 and size < 2.5 MB",
    "${body.subject} regex '(?i).*order [0-9]+.*' && ${in.header.X-Spam-Flag} != 'YES'",
)
_IN_TEXTS = later(
    "In “'” or “\"”. Within them \\' \\\" \\\\ stand for these characters, \\n and \\t for a line end and a tab."
)
_PARTS = (
    (later("Fields"), f"{', '.join(FIELDS)}, headers.<Name>"),
    ("", later("A blank field and one that is absent are the same. A list is compared item by item,")),
    ("", later("and with a number by how many items it has.")),
    (
        later("Values of steps"),
        later("${name} for what a data mapper filled, ${steps.<step>.<name>}, ${message.<field>}"),
    ),
    (
        later("Texts"),
        _IN_TEXTS,
    ),
    (later("Numbers"), "10000, -2.5, 10 kB, 2.5 MB"),
    (later("Dates"), "2026-11-24, 2026-11-24T14:30, 2026-11-24T14:30+01:00"),
    (later("Nothing"), later("null, as in: cc == null")),
    (
        later("Joining"),
        later("and, or, not; also &&, ||, !. “and” binds closer than “or”; parentheses say it otherwise."),
    ),
    (
        "Fuse Online",
        later("${body.subject} is subject, ${body} is content, ${in.header.X-Name} is headers.X-Name."),
    ),
)
_ENDING = (
    later("A message for which a comparison has no answer (a text where a number is compared, a date that is none)"),
    later("is held in Needs Attention: it goes neither on nor away."),
)


def manual() -> str:
    """The manual in the person's language."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield tr("An expression compares fields of the message and joins the comparisons. Examples:")
    yield ""
    yield from (f"  {one}" for one in EXAMPLES)
    yield ""
    yield from (f"{tr(head):<16}{tr(text)}" for head, text in _PARTS)
    yield ""
    yield tr("Operators; “not” or “!” goes before a word and turns it round:")
    for operator in (*OPERATORS.values(), *MORE_OPERATORS.values()):
        if not operator.id.startswith("not "):
            yield f"  {', '.join(_spellings(operator.id)):<28}{operator.label}"
    yield ""
    yield tr("Functions:")
    yield from (f"  {one.form:<36}{tr(one.help)}" for one in FUNCTIONS.values())
    yield ""
    yield from map(tr, _ENDING)


def _spellings(id: str) -> list[str]:
    """How an operator is written, first its own name."""
    return [" ".join(words) for words, operator in SPELLINGS.items() if operator == id] or [id]


MANUAL = manual()
