"""The language of expressions on one page, from its own tables: what `mailflow steps advanced-filter` prints. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from mailflow_gui.core.expressions.functions import FUNCTIONS
from mailflow_gui.core.expressions.operations import SPELLINGS
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
_PARTS = (
    ("Fields", f"{', '.join(FIELDS)}, headers.<Name>"),
    ("", "A blank field and one that is absent are the same. A list is compared item by item,"),
    ("", "and with a number by how many items it has."),
    ("Values of steps", "${name} for what a data mapper filled, ${steps.<step>.<name>}, ${message.<field>}"),
    (
        "Texts",
        "In “'” or “\"”. Within them \\' \\\" \\\\ stand for these characters, \\n and \\t for a line end and a tab.",
    ),
    ("Numbers", "10000, -2.5, 10 kB, 2.5 MB"),
    ("Dates", "2026-11-24, 2026-11-24T14:30, 2026-11-24T14:30+01:00"),
    ("Nothing", "null, as in: cc == null"),
    ("Joining", "and, or, not; also &&, ||, !. “and” binds closer than “or”; parentheses say it otherwise."),
    ("Fuse Online", "${body.subject} is subject, ${body} is content, ${in.header.X-Name} is headers.X-Name."),
)
_ENDING = """A message for which a comparison has no answer (a text where a number is compared, a date that is none)
is held in Needs Attention: it goes neither on nor away."""


def _lines() -> Iterator[str]:
    yield "An expression compares fields of the message and joins the comparisons. Examples:"
    yield ""
    yield from (f"  {one}" for one in EXAMPLES)
    yield ""
    yield from (f"{head:<16}{text}" for head, text in _PARTS)
    yield ""
    yield "Operators; “not” or “!” goes before a word and turns it round:"
    for operator in (*OPERATORS.values(), *MORE_OPERATORS.values()):
        if not operator.id.startswith("not "):
            yield f"  {', '.join(_spellings(operator.id)):<28}{operator.label}"
    yield ""
    yield "Functions:"
    yield from (f"  {one.form:<36}{one.help}" for one in FUNCTIONS.values())
    yield ""
    yield _ENDING


def _spellings(id: str) -> list[str]:
    """How an operator is written, first its own name."""
    return [" ".join(words) for words, operator in SPELLINGS.items() if operator == id] or [id]


MANUAL = "\n".join(_lines())
