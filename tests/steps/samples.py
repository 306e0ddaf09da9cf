"""A message and an exchange that the tests of steps share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from mailflow_gui.core.exchange import Exchange, Stage
from mailflow_gui.core.message import Address, Attachment, FieldValue, Message
from mailflow_gui.core.step import StepContext, StepKind

MESSAGE = Message(
    raw=b"x" * 2048,
    subject=" Interested in your product ",
    sender=(Address("Jane Moore", "jane.moore@example.org"),),
    to=(Address("", "info@ourcompany.example"), Address("Möller, Jürgen", "j@ourcompany.example")),
    content="Hello,\nsend me a catalog. {{password}}\n",
    date="2026-11-24T14:30:00+01:00",
    message_id="<1@example.org>",
    headers=(("X-Spam-Flag", "NO"), ("X-Two", "a"), ("X-Two", "b")),
    attachments=(Attachment("a.pdf", "application/pdf", b"1"), Attachment("b.png", "image/png", b"2")),
    folder="INBOX",
    uid="17",
)


def exchange(message: Message = MESSAGE, /, **data: FieldValue) -> Exchange:
    """An exchange with this message; `data` is what an earlier step `first` produced."""
    one = Exchange(id="e1", message=message, now=datetime(2026, 11, 24, 14, 31, tzinfo=UTC))
    return one.produced("first", data) if data else one


def stage(kind: StepKind, raw: dict[str, Any]) -> Stage:
    """A prepared stage of raw settings that must have no problem."""
    settings, problems = kind.settings.check(raw)
    assert not problems, problems
    return kind.prepare(settings, StepContext("here", "integration"))


def after(kind: StepKind, raw: dict[str, Any], before: Exchange | None = None) -> Exchange:
    """The exchange after a step that lets it through."""
    result = stage(kind, raw)(before or exchange())
    assert isinstance(result, Exchange)
    return result


def problems_of(kind: StepKind, raw: dict[str, Any]) -> dict[str, str]:
    """Problems of raw settings by field."""
    problems = kind.settings.check(raw)[1]
    by_field = {problem.field: problem.message for problem in problems}
    assert len(by_field) == len(problems), "no field is told twice"
    return by_field
