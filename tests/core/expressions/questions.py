"""A message and what expressions say about it; the tests of this folder share it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.expressions.evaluator import Verdict
from mailflow_gui.core.expressions.expression import read_expression
from mailflow_gui.core.message import Address, Attachment, FieldValue, Message

MESSAGE = Message(
    raw=b"x" * 2310,
    subject="Special Offer – 20 % für Sie",
    sender=(Address("Jane Moore", "Jane.Moore@Example.org"),),
    to=(Address("", "info@ourcompany.example"), Address("Möller, Jürgen", "j@other.example")),
    content="Hello,\nthis is the secret text. ${password} {{password}}\n",
    date="2026-11-24T14:30:00+09:00",
    headers=(("X-Score", "high"), ("X-Number", "7"), ("X-Due", "2026-12-01"), ("X-Quote", 'it\'s "so" \\o/')),
    attachments=(Attachment("a.pdf", "application/pdf", b"1"), Attachment("b.PNG", "image/png", b"2")),
    folder="INBOX",
)
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=timezone(timedelta(hours=1)))


def exchange(message: Message = MESSAGE, /, **data: FieldValue) -> Exchange:
    """An exchange with this message; `data` is what an earlier step `first` produced."""
    one = Exchange("e1", message, NOW)
    return one.produced("first", data) if data else one


def judge(text: str, before: Exchange | None = None) -> Verdict:
    """What an expression without problems says. Raises ExpressionFailed."""
    expression, problems = read_expression(text)
    assert expression is not None, problems
    return expression.judge(before or exchange())
