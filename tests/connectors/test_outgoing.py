"""From typed and mapped values to bytes and envelope."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from mailflow_gui.core.errors import RefusedError
from mailflow_gui.core.exchange import Redirect
from mailflow_gui.core.loops import hops
from mailflow_gui.core.message import Address, Attachment, Message
from mailflow_gui.core.mime.compose import check_wire
from tests.connectors.letters import (
    INFO,
    MESSAGE_ID,
    RECEIVED,
    action,
    body,
    composed,
    exchange,
    header_names,
    read,
)

BARE = Message(raw=b"")


# ---- where the person put another address ----


def test_another_address_takes_the_place_of_one_in_envelope_and_header() -> None:
    typed = action(to="a@x.example, Bo <b@x.example>", cc="c@x.example")
    sent = composed(typed, replace(exchange(), instead=(Redirect("send", "b@x.example", "new@x.example"),)))
    assert sent.recipients == ("a@x.example", "new@x.example", "c@x.example")
    assert read(sent.wire)["To"] == "a@x.example, new@x.example"


def test_the_last_of_several_redirects_counts() -> None:
    steps = (Redirect("send", "a@x.example", "b@x.example"), Redirect("send", "b@x.example", "c@x.example"))
    assert composed(action(to="a@x.example"), replace(exchange(), instead=steps)).recipients == ("c@x.example",)


@pytest.mark.parametrize("mapped", ["", "no address at all"])
def test_an_address_alone_helps_a_message_without_a_recipient(mapped: str) -> None:
    alone = (Redirect("send", "", "new@x.example"),)
    assert composed(action(), replace(exchange(to=mapped), instead=alone)).recipients == ("new@x.example",)


# ---- which value wins ----


@pytest.mark.parametrize("priority", ["consumedData", "injectedData", "", None, "null"])
def test_consumed_data_takes_the_mapped_value(priority: str | None) -> None:
    typed = action(to="typed@x.example", subject="typed", text="typed", cc="typed@c.example", priority=priority)
    sent = composed(
        typed, exchange(from_="m@x.example", to="mapped@x.example", subject="mapped", text="mapped", cc="m@c.example")
    )
    message = read(sent.wire)
    assert (message["From"], message["To"], message["Cc"]) == ("m@x.example", "mapped@x.example", "m@c.example")
    assert message["Subject"] == "mapped"
    assert body(message) == "mapped\n"
    assert sent.sender == "m@x.example"
    assert sent.recipients == ("mapped@x.example", "m@c.example")


def test_input_values_take_the_typed_value() -> None:
    typed = action(to="typed@x.example", subject="typed", text="typed", priority="inputValues")
    sent = composed(
        typed, exchange(from_="m@x.example", to="m@x.example", subject="mapped", text="m", bcc="b@x.example")
    )
    message = read(sent.wire)
    assert (message["From"], message["To"], message["Subject"]) == (INFO, "typed@x.example", "typed")
    assert body(message) == "typed\n"
    assert sent.recipients == ("typed@x.example", "b@x.example")


@pytest.mark.parametrize("blank", ["", " ", "\t\n ", "\u00a0", None])
@pytest.mark.parametrize("priority", ["consumedData", "inputValues"])
def test_a_blank_value_never_wins(blank: str | None, priority: str) -> None:
    typed = action(to="typed@x.example", subject="typed", text="typed", priority=priority)
    sent = composed(typed, exchange(BARE, from_=blank, to=blank, subject=blank, text=blank))
    assert (sent.sender, sent.recipients, sent.subject) == (INFO, ("typed@x.example",), "typed")
    assert body(read(sent.wire)) == "typed\n"
    data = exchange(BARE, to="m@x.example", subject="mapped", content="mapped")
    sent = composed(action(text=" \n ", priority=priority), data)
    assert (sent.recipients, sent.subject) == (("m@x.example",), "mapped")
    assert body(read(sent.wire)) == "mapped\n"


def test_the_received_subject_and_text_are_data_but_its_addresses_are_not() -> None:
    sent = composed(action(to="typed@x.example"))
    message = read(sent.wire)
    assert (message["Subject"], body(message)) == ("Interested", "Hello, a catalog\n")
    assert (message["From"], message["To"], message["Cc"]) == (INFO, "typed@x.example", None)
    assert sent.recipients == ("typed@x.example",)
    with pytest.raises(RefusedError) as failure:
        composed(action())
    assert (failure.value.cause, failure.value.title) == (
        "NO_RECIPIENT",
        "The message does not have any recipients set",
    )


def test_mapped_values_of_other_types_become_text() -> None:
    sent = composed(action(), exchange(to=("a@x.example", "B <b@x.example>"), subject=7, text=("one", "two")))
    assert sent.recipients == ("a@x.example", "b@x.example")
    assert sent.subject == "7"
    assert body(read(sent.wire)) == "one\ntwo\n"
    assert composed(action(to="a@x.example"), exchange(subject=True)).subject == "true"


# ---- body ----


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<p><b>Hello</b></p>", "text/html"),
        ("line<br>line", "text/html"),
        ("Dear &nbsp; all", "text/plain"),
        ("a < b and c > d", "text/plain"),
        ("write to <a@b.c>", "text/plain"),
    ],
)
def test_html_is_recognized(text: str, kind: str) -> None:
    message = read(composed(action(to="a@x.example", text=text, priority="inputValues")).wire)
    assert message.get_content_type() == kind
    assert body(message) == text + "\n"


@pytest.mark.parametrize(("content_type", "kind"), [("text", "text/plain"), ("html", "text/html")])
@pytest.mark.parametrize("text", ["<p>Hello</p>", "just text"])
def test_the_rule_can_be_overridden(content_type: str, kind: str, text: str) -> None:
    given = action(to="a@x.example", text=text, contentType=content_type, priority="inputValues")
    message = read(composed(given).wire)
    assert (message.get_content_type(), body(message)) == (kind, text + "\n")


def test_a_mapped_html_stands_beside_a_mapped_text() -> None:
    message = read(composed(action(to="a@x.example"), exchange(html="<p>Hi</p>", text="Hi")).wire)
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def test_a_mapped_html_does_not_go_with_a_text_that_says_something_else() -> None:
    for given in (action(to="a@x.example"), action(to="a@x.example", text="typed default")):
        message = read(composed(given, exchange(html="<p>Hi</p>")).wire)
        assert (message.get_content_type(), body(message)) == ("text/html", "<p>Hi</p>\n")
    typed = action(to="a@x.example", text="typed wins", priority="inputValues")
    assert body(read(composed(typed, exchange(html="<p>Hi</p>")).wire)) == "typed wins\n"
    as_text = action(to="a@x.example", contentType="text")
    message = read(composed(as_text, exchange(html="<p>Hi</p>")).wire)
    assert (message.get_content_type(), body(message)) == ("text/plain", "Hi\n")


def test_the_received_html_is_used_only_when_asked_for() -> None:
    received = replace(RECEIVED, html="<h1>Hello</h1>")
    message = read(composed(action(to="a@x.example"), exchange(received)).wire)
    assert (message.get_content_type(), body(message)) == ("text/plain", "Hello, a catalog\n")
    message = read(composed(action(to="a@x.example", contentType="html"), exchange(received)).wire)
    assert (message.get_content_type(), body(message)) == ("text/html", "<h1>Hello</h1>\n")


def test_an_empty_message_is_sent_empty() -> None:
    message = read(composed(action(to="a@x.example"), exchange(BARE)).wire)
    assert (message["Subject"], body(message)) == ("", "")


# ---- header and what stays out of it ----


def test_the_header_is_made_from_scratch() -> None:
    sent = composed(action(to="a@x.example", cc="c@x.example", bcc="hidden@x.example", replyTo="r@x.example"))
    assert header_names(sent.wire) == [
        "From",
        "To",
        "Cc",
        "Reply-To",
        "Subject",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "X-Mailflow-Loop",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    ]
    message = read(sent.wire)
    assert message["Message-ID"] == MESSAGE_ID == sent.message_id
    assert message["Date"] == "Sun, 22 Nov 2026 14:30:05 +0000"
    assert (message["Auto-Submitted"], message["X-Auto-Response-Suppress"]) == ("auto-generated", "All")


def test_bcc_is_in_the_envelope_only() -> None:
    sent = composed(action(to="a@x.example", bcc="hidden@x.example, Other <other@x.example>"))
    assert sent.recipients == ("a@x.example", "hidden@x.example", "other@x.example")
    assert b"hidden" not in sent.wire
    assert b"other" not in sent.wire
    assert b"bcc" not in sent.wire.lower()
    only = composed(action(bcc="hidden@x.example"))
    assert only.recipients == ("hidden@x.example",)
    assert "To" not in header_names(only.wire)


def test_nothing_of_the_received_message_leaks() -> None:
    received = replace(RECEIVED, html="<p>canary</p>", attachments=(Attachment("canary.txt", "text/plain", b"canary"),))
    wire = composed(action(to="a@x.example", subject="Hi", text="Hi", priority="inputValues"), exchange(received)).wire
    for secret in (b"canary", b"jane", b"witness", b"elsewhere", b"original@", b"Interested", b"catalog"):
        assert secret not in wire


def test_attachments_pass_on_when_told() -> None:
    content = bytes(range(256)) * 20
    received = replace(RECEIVED, attachments=(Attachment("Büro.pdf", "application/pdf", content),))
    sent = composed(action(to="a@x.example", text="see <b>it</b>", attachments=True), exchange(received))
    (part,) = read(sent.wire).iter_attachments()
    assert (part.get_filename(), part.get_content_type(), part.get_content()) == (
        "Büro.pdf",
        "application/pdf",
        content,
    )
    assert b"pdf" not in composed(action(to="a@x.example"), exchange(received)).wire


@pytest.mark.parametrize(("mark", "header"), [("auto-replied", "auto-replied"), ("no", None)])
def test_the_automatic_mark(mark: str, header: str | None) -> None:
    message = read(composed(action(to="a@x.example", autoSubmitted=mark)).wire)
    assert message["Auto-Submitted"] == header
    assert message["In-Reply-To"] == ("<original@example.net>" if mark == "auto-replied" else None)
    assert message["X-Mailflow-Loop"]


def test_hops_are_counted() -> None:
    first = composed(action(to="a@x.example"))
    value = str(read(first.wire)["X-Mailflow-Loop"])
    assert value.endswith("/1")
    assert "seed" not in value
    again = replace(RECEIVED, headers=(("X-Mailflow-Loop", value), ("X-Mailflow-Loop", "nonsense/x")))
    assert hops(again) == 1
    assert str(read(composed(action(to="a@x.example"), exchange(again)).wire)["X-Mailflow-Loop"]).endswith("/2")
    worst = replace(RECEIVED, headers=(("X-Mailflow-Loop", "abc/9999"),))
    assert str(read(composed(action(to="a@x.example"), exchange(worst)).wire)["X-Mailflow-Loop"]).endswith("/9999")


def test_the_same_exchange_gives_the_same_bytes() -> None:
    received = replace(RECEIVED, attachments=(Attachment("a.bin", "application/octet-stream", b"\0" * 100),))
    given = action(to="Jürgen <a@x.example>", attachments=True)
    one = exchange(received, html="<p>ä</p>", text="ä")
    assert composed(given, one) == composed(given, one)
    assert b"multipart/mixed" in composed(given, one).wire


# ---- envelope ----


def test_lists_separated_by_comma_or_semicolon() -> None:
    to = 'a@x.example; "Doe, John" <john@x.example>, Jane <jane@x.example> ;'
    sent = composed(action(to=to, cc="a@x.example, A@X.EXAMPLE, jane@X.EXAMPLE"))
    assert sent.recipients == ("a@x.example", "john@x.example", "jane@x.example", "A@X.EXAMPLE")
    assert [str(one) for one in read(sent.wire)["To"].addresses][1] == '"Doe, John" <john@x.example>'


def test_international_addresses() -> None:
    sent = composed(action(to="Jürgen <info@bücher.example>"))
    assert sent.recipients == ("info@xn--bcher-kva.example",)
    assert not sent.needs_utf8
    assert sent.wire.isascii()
    sent = composed(action(bcc="jürgen@example.net"))
    assert sent.needs_utf8


@pytest.mark.parametrize("name", ["from", "to", "cc", "bcc", "replyTo"])
@pytest.mark.parametrize(
    "text", ["nobody", "a@b@c.example", "a@x.example b@x.example", "<a@x.example", "a@x.example\nb"]
)
def test_text_that_is_no_address_is_refused_by_name(name: str, text: str) -> None:
    mapped = {"to": "fine@x.example", name: text}
    with pytest.raises(RefusedError) as failure:
        composed(action(), exchange(**{f"{key}_": value for key, value in mapped.items()}))
    error = failure.value
    assert (error.cause, error.fields) == ("RECIPIENT_SYNTAX", (name,))
    assert "“" in error.hint
    assert error.remedies[0].field == name


def test_one_sender_only() -> None:
    with pytest.raises(RefusedError) as failure:
        composed(action(to="a@x.example"), exchange(from_="a@x.example, b@x.example"))
    assert failure.value.title == "Email from has 2 addresses"


def test_no_sender() -> None:
    given = action(to="a@x.example").replace(sender="")
    with pytest.raises(RefusedError) as failure:
        composed(given)
    assert failure.value.cause == "NO_SENDER"


HOSTILE = [
    "=?utf-8?b?ZXZpbEB4LnksIA==?= <jane@example.net>",
    "=?utf-8?q?evil=40x=2Ey=2C?= <jane@example.net>",
    '"evil@x.y, " <jane@example.net>',
    "=?utf-8?b?YQ0KQmNjOiBldmlsQHgueQ==?= <jane@example.net>",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_display_name_never_adds_a_recipient(hostile: str) -> None:
    """The canary: an encoded word that decodes to `evil@x.y, ` stays one mailbox, in envelope and header."""
    sent = composed(action(), exchange(to=hostile, cc=hostile))
    assert sent.recipients == ("jane@example.net",)
    again = read(sent.wire)
    assert [one.addr_spec for one in again["To"].addresses] == ["jane@example.net"]
    assert header_names(sent.wire).count("To") == 1
    assert "Bcc" not in header_names(sent.wire)


def test_the_name_of_a_received_sender_never_adds_a_recipient() -> None:
    """The same through the message model: the decoded name is quoted on its way into the field."""
    received = replace(RECEIVED, sender=(Address("evil@x.y, ", "jane@example.net"),))
    one = exchange(received, to=received.field("from"))
    assert composed(action(), one).recipients == ("jane@example.net",)


SEPARATORS = [
    "\r\n",
    "\n",
    "\r",
    "\v",
    "\f",
    "\x1c",
    "\x1d",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
    "\0",
    "\r\n\r\n",
    "\n.",
]


@pytest.mark.parametrize(
    ("separator", "name"), list(itertools.product(SEPARATORS, ["subject", "to", "from", "replyTo"]))
)
def test_no_mapped_text_makes_a_header(separator: str, name: str) -> None:
    evil = f"a{separator}Bcc: evil@x.y{separator}X-Evil: 1"
    mapped = {"to": "jane@example.net", name: evil}
    plain = header_names(composed(action(replyTo="r@x.example"), exchange(to="jane@example.net")).wire)
    try:
        sent = composed(action(replyTo="r@x.example"), exchange(**{f"{key}_": value for key, value in mapped.items()}))
    except RefusedError as error:
        assert name != "subject"
        assert error.cause == "RECIPIENT_SYNTAX"
        return
    assert header_names(sent.wire) == plain
    assert sent.recipients == ("jane@example.net",)


SMUGGLING = ["\n.\n", "\r.\r", "\r\n.\r", "\n.\r\n", "\r.\r\n", "\r\n.\n", "\r\n\0.\r\n", "\r\n.\r\n"]


@pytest.mark.parametrize("sequence", SMUGGLING)
@pytest.mark.parametrize("name", ["text", "html", "subject"])
def test_no_bare_line_ends_on_the_wire(sequence: str, name: str) -> None:
    evil = f"a{sequence}MAIL FROM:<evil@x.y>\r\nRCPT TO:<b@x.y>\r\nDATA\r\nevil"
    wire = composed(action(to="a@x.example"), exchange(**{name: evil})).wire
    assert wire.count(b"\r") == wire.count(b"\n") == wire.count(b"\r\n")
    assert b"\0" not in wire
    check_wire(wire, header_names(wire))
