"""What a Send Email step sends: typed values and values under way become one value for each field. Pure, any thread.

The send action composes from it, and the window shows it as "What would be sent".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.message import FieldValue, Message
from mailflow_gui.core.mime.html_text import html_to_text, is_html
from mailflow_gui.core.relations import (
    ANSWER,
    FORWARD,
    NEW,
    answer_to,
    below,
    below_html,
    forwarded,
    quoted,
    subject_for,
)

TYPED, MAPPED, RECEIVED, NOWHERE = "typed", "mapped", "received", ""

ENVELOPE_FIELDS = ("from", "to", "cc", "bcc", "replyTo")
SENT_FIELDS = ("from", "to", "cc", "bcc", "replyTo", "subject", "text")

INPUT_VALUES, CONSUMED_DATA = "inputValues", "consumedData"
AUTO, TEXT, HTML = "auto", "text", "html"

#: A message that a server puts off is tried for so many days, then it needs attention.
LIFETIME_DAYS = 5


@dataclass(frozen=True, slots=True)
class Resolved:
    """One field as it would be sent. `origin` is "typed", "mapped", "received", or "" when the value is blank."""

    name: str
    value: str = ""
    origin: str = NOWHERE


@dataclass(frozen=True, slots=True)
class ResolvedFields:
    """All fields in the order of `SENT_FIELDS`, and the body as it would go out: plain text, HTML, or both."""

    fields: tuple[Resolved, ...]
    plain: str
    html: str

    def __getitem__(self, name: str) -> Resolved:
        """The field of this name. Raises KeyError."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


def resolve_fields(
    typed: Mapping[str, str],
    exchange: Exchange,
    priority: str = CONSUMED_DATA,
    content_type: str = AUTO,
    relation: str = NEW,
    *,
    quote: bool = False,
) -> ResolvedFields:
    """Each field's value and where it comes from.

    A blank value never wins (white space counts as blank). Where a typed value and data are both present,
    `inputValues` takes the typed one, anything else takes the data. Data for addresses is only what a step produced:
    the envelope is never derived from the received message's headers. Data for subject and text is what steps
    produced; when no step produced anything, the received message is the data. What was received also fills a field
    that is neither mapped nor typed. An answer or a forwarded message is a text of its own, with what was received
    below it: then what was received is no data, fills a blank subject with its mark, and a blank Email to of an answer.
    """
    typed_wins = priority == INPUT_VALUES
    mapping = bool(exchange.data)
    fields = {
        name: _choose(
            name, typed.get(name, ""), _data(name, exchange, relation), typed_wins=typed_wins, mapping=mapping
        )
        for name in SENT_FIELDS
    }
    text, plain, html = _body(fields["text"], exchange, content_type, typed_wins)
    fields["text"] = text
    if relation == NEW:
        return ResolvedFields(tuple(fields.values()), plain, html)
    added = _added(exchange.message, relation, quote)
    if added and html:
        html = below_html(html, added)
    if added and (plain or not html):
        plain = below(plain, added)
    return ResolvedFields(tuple(_related(fields, exchange.message, relation).values()), plain, html)


def _related(fields: Mapping[str, Resolved], message: Message, relation: str) -> dict[str, Resolved]:
    """The fields with what an answer or a forwarded message takes from the received one where they are blank."""
    filled = dict(fields)
    if not fields["subject"].origin:
        filled["subject"] = Resolved("subject", subject_for(relation, message.subject), RECEIVED)
    if relation == ANSWER and not fields["to"].origin:
        to = ", ".join(one.address for one in answer_to(message))
        filled["to"] = Resolved("to", to, RECEIVED if to else NOWHERE)
    return filled


def _added(message: Message, relation: str, quote: bool) -> str:
    """What stands below the text."""
    if relation == FORWARD:
        return forwarded(message)
    return quoted(message) if relation == ANSWER and quote else ""


def _choose(name: str, typed: str, data: Resolved, *, typed_wins: bool, mapping: bool) -> Resolved:
    if typed.strip() and (typed_wins or not data.origin or (data.origin == RECEIVED and mapping)):
        return Resolved(name, typed, TYPED)
    return data


def _data(name: str, exchange: Exchange, relation: str) -> Resolved:
    mapped = _as_text(exchange.mapped(name), name)
    if mapped.strip():
        return Resolved(name, mapped, MAPPED)
    if name in ENVELOPE_FIELDS or relation != NEW:
        return Resolved(name)
    received = _as_text(exchange.message.field(name), name)
    return Resolved(name, received, RECEIVED) if received.strip() else Resolved(name)


def _body(text: Resolved, exchange: Exchange, content_type: str, typed_wins: bool) -> tuple[Resolved, str, str]:
    """The text field as shown, then the plain and the HTML body.

    A mapped `html` stands beside a mapped text, but takes the place of a received or typed one: both parts of a
    message have to say the same.
    """
    mapped_html = _as_text(exchange.mapped("html"), "text")
    if mapped_html.strip() and not (typed_wins and text.origin == TYPED):
        beside = text.value if text.origin == MAPPED else ""
        shown = text if beside else Resolved("text", mapped_html, MAPPED)
        if content_type == TEXT:
            return shown, beside or html_to_text(mapped_html), ""
        return shown, beside, mapped_html
    if content_type == HTML and text.origin == RECEIVED and exchange.message.html.strip():
        received = exchange.message.html
        return Resolved("text", received, RECEIVED), "", received
    if content_type == HTML or (content_type != TEXT and is_html(text.value)):
        return text, "", text.value
    return text, text.value, ""


def _as_text(value: FieldValue, name: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return ("\n" if name == "text" else ", ").join(value)
        case _:
            return str(value)
