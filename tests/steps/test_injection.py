"""From the received bytes through the Data Mapper to the sent bytes: no text adds a header or a recipient."""

from __future__ import annotations

import base64
import itertools
from datetime import UTC, datetime

import pytest

from mailflow_gui.connectors._outgoing import compose_outgoing
from mailflow_gui.connectors.email_send import SendAction
from mailflow_gui.core.connector import Outgoing
from mailflow_gui.core.errors import RefusedError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.mime.parse import read_message
from mailflow_gui.core.values import one_line
from mailflow_gui.steps.data_mapper import KIND as MAPPER
from mailflow_gui.steps.template import KIND as TEMPLATE
from tests.core.mime.hostile import REFUSED
from tests.steps.samples import stage

TARGETS = ("subject", "to", "cc", "bcc", "from", "replyTo", "text", "html")
ADDRESSED = ("to", "cc", "bcc", "from", "replyTo")
SEPARATORS = [
    *("\r\n", "\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\0", "\r\n\r\n", "\n."),
]
USUAL = {"from": "info@example.org", "to": "jane@example.net"}
OPTIONAL = {"Cc", "Reply-To"}


def raw(text: str) -> str:
    return text


def quoted(text: str) -> str:
    """As an encoded word in quoted-printable (RFC 2047)."""
    return "=?utf-8?q?" + "".join(f"={byte:02X}" for byte in text.encode()) + "?="


def based(text: str) -> str:
    """As an encoded word in base64 (RFC 2047)."""
    return f"=?utf-8?b?{base64.b64encode(text.encode()).decode()}?="


def received(text: str) -> Exchange:
    """What arrives when a stranger writes this text into the subject, the name of the sender, and the body."""
    head = f'From: "{text}" <stranger@example.net>\r\nSubject: {text}\r\nX-Ref: {text}\r\n'
    data = head.encode("utf-8", "surrogateescape") + b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + text.encode()
    return Exchange("e", read_message(data), datetime(2026, 11, 24, tzinfo=UTC), seed="seed")


def sent(before: Exchange, mappings: dict[str, str]) -> Outgoing:
    """What would be sent when these sources are mapped to these targets, beside the usual sender and recipient."""
    rows: list[dict[str, object]] = [
        {"constant": text, "to": name} for name, text in USUAL.items() if name not in mappings
    ]
    rows += [{"from": [source], "to": target} for target, source in mappings.items()]
    after = stage(MAPPER, {"mappings": rows})(before)
    assert isinstance(after, Exchange)
    action, problems = SendAction.check({"from": "typed@example.org", "to": "typed@example.net"})
    assert problems == []
    return compose_outgoing(action, after, "abcdefghijklmnopqrstuvwxyz234567")


def names(wire: bytes) -> set[str]:
    """The header fields, by the bytes alone."""
    head = wire.partition(b"\r\n\r\n")[0]
    return {line.partition(b":")[0].decode() for line in head.split(b"\r\n") if line[:1] not in b" \t"}


PLAIN_NAMES = names(sent(received("Hello"), {}).wire)


@pytest.mark.parametrize("written", [raw, quoted, based])
@pytest.mark.parametrize(("separator", "target"), list(itertools.product(SEPARATORS, TARGETS)))
def test_no_received_text_makes_a_header_or_a_recipient(separator: str, target: str, written: object) -> None:
    evil = f"a{separator}Bcc: evil@x.example{separator}X-Evil: 1{separator}{separator}evil"
    before = received(written(evil))  # type: ignore[operator]
    for source in ("subject", "from", "headers.X-Ref", "content"):
        try:
            outgoing = sent(before, {target: source})
        except RefusedError as error:
            assert target in ADDRESSED
            assert error.cause in ("RECIPIENT_SYNTAX", "NO_SENDER", "NO_RECIPIENT")
            continue
        assert names(outgoing.wire) - OPTIONAL <= PLAIN_NAMES
        assert not {"Bcc", "X-Evil"} & names(outgoing.wire)
        assert set(outgoing.recipients) <= {"jane@example.net", "typed@example.net", "stranger@example.net"}
        assert b"\nX-Evil" not in outgoing.wire.partition(b"\r\n\r\n")[0]


@pytest.mark.parametrize("target", ADDRESSED)
@pytest.mark.parametrize("text", [text for text, _ in REFUSED])
def test_a_mapped_text_that_is_no_address_is_refused(target: str, text: str) -> None:
    before = Exchange("e", read_message(b"\r\n"), datetime(2026, 11, 24, tzinfo=UTC)).produced("first", {"value": text})
    try:
        outgoing = sent(before, {target: "value"})
    except RefusedError as error:
        assert (error.cause, error.fields) == ("RECIPIENT_SYNTAX", (target,))
        return
    assert one_line(text) != text, "the mapper may take control characters away, nothing else"
    assert set(outgoing.recipients) <= {"jane@example.net", "a@b.c"}


def test_nothing_of_a_message_is_expanded_on_the_way_through_a_template() -> None:
    text = "{{password}} {{{password}}} ${password} $password %s {0.__globals__} {{subject.__class__}} #if(1) <#if x>"
    before = received("x").produced("first", {"password": "hunter2", "body": text})
    for language, template in (
        ("mustache", "{{body}}|{{{body}}}"),
        ("velocity", "$body|${body}"),
        ("freemarker", "${body}|${body}"),
    ):
        after = stage(TEMPLATE, {"template": template, "language": language})(before)
        assert isinstance(after, Exchange)
        assert after.value("content") == f"{text}|{text}"
