"""Send Email as an answer to the received message, or forwarding it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailflow_gui.connectors._outgoing import why_not_answered
from mailflow_gui.core.errors import RefusedError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.message import Attachment, Message
from tests.connectors.letters import INFO, RECEIVED, action, body, composed, exchange, read

DESK = RECEIVED.reply_to[0].address


def text_of(wire: bytes) -> str:
    part = read(wire).get_body(("plain",))
    assert part is not None
    return body(part)


def test_an_answer_goes_to_the_sender_and_stands_in_the_thread() -> None:
    sent = composed(action(relation="answer", text="Thank you."), exchange())
    message = read(sent.wire)
    assert sent.recipients == (DESK,)
    assert message["Subject"] == f"Re: {RECEIVED.subject}"
    assert message["In-Reply-To"] == RECEIVED.message_id
    assert message["References"].split()[-1] == RECEIVED.message_id
    assert message["Auto-Submitted"] == "auto-replied"
    assert text_of(sent.wire).strip() == "Thank you."


def test_without_reply_to_the_answer_goes_to_the_sender() -> None:
    received = replace(RECEIVED, reply_to=())
    assert composed(action(relation="answer", text="x"), exchange(received)).recipients == ("jane@example.net",)


@pytest.mark.parametrize("given", [{"to": "boss@x.example"}])
def test_a_filled_to_wins_over_the_sender(given: dict[str, str]) -> None:
    assert composed(action(relation="answer", text="x", **given), exchange()).recipients == ("boss@x.example",)


def test_mapped_values_win_over_what_an_answer_brings() -> None:
    sent = composed(action(relation="answer"), exchange(to="m@x.example", subject="Mapped", text="Mapped text"))
    message = read(sent.wire)
    assert (sent.recipients, message["Subject"], text_of(sent.wire).strip()) == (
        ("m@x.example",),
        "Mapped",
        "Mapped text",
    )


def test_the_received_text_is_quoted_when_asked_for() -> None:
    text = text_of(composed(action(relation="answer", text="Thank you.", quote=True), exchange()).wire)
    assert text.startswith("Thank you.")
    assert f"> {RECEIVED.content.splitlines()[0]}" in text


def test_an_answer_never_sends_the_received_text_back_by_itself() -> None:
    assert RECEIVED.content.splitlines()[0] not in text_of(composed(action(relation="answer"), exchange()).wire)


def test_a_message_without_a_sender_can_not_be_answered() -> None:
    with pytest.raises(RefusedError) as caught:
        composed(action(relation="answer", text="x"), exchange(replace(RECEIVED, sender=(), reply_to=())))
    assert caught.value.cause == "NO_RECIPIENT"


def test_forwarding_in_the_text_takes_text_and_attachments_along() -> None:
    received = replace(RECEIVED, attachments=(Attachment("a.txt", "text/plain", b"1"),))
    sent = composed(action(relation="forward", to="boss@x.example", text="Please look."), exchange(received))
    message = read(sent.wire)
    assert message["Subject"] == f"Fwd: {RECEIVED.subject}"
    text = text_of(sent.wire)
    assert text.startswith("Please look.")
    assert "Forwarded message" in text
    assert [part.get_filename() for part in message.iter_attachments()] == ["a.txt"]


def test_forwarding_as_attachment_keeps_every_byte() -> None:
    raw = b"From: a@x.example\r\nSubject: s\r\nX-Odd:  two  spaces\r\n\r\nHello\r\n"
    sent = composed(action(relation="forward-attached", to="boss@x.example"), exchange(replace(RECEIVED, raw=raw)))
    assert raw.rstrip() in sent.wire
    (part,) = read(sent.wire).iter_attachments()
    assert part.get_content_type() == "message/rfc822"


def test_an_original_beyond_ascii_is_attached_as_a_file() -> None:
    raw = b"Subject: s\r\n\r\n\xff\xfe\r\n"
    sent = composed(action(relation="forward-attached", to="boss@x.example"), exchange(replace(RECEIVED, raw=raw)))
    (part,) = read(sent.wire).iter_attachments()
    assert (part.get_content_type(), part.get_payload(decode=True)) == ("application/octet-stream", raw)


def test_forwarding_never_chooses_the_recipient() -> None:
    with pytest.raises(RefusedError) as caught:
        composed(action(relation="forward"), exchange())
    assert caught.value.cause == "NO_RECIPIENT"


def test_the_sender_stays_the_typed_one() -> None:
    assert composed(action(relation="answer", text="x"), exchange()).sender == INFO


AUTOMATIC = replace(RECEIVED, headers=(("Auto-Submitted", "auto-replied"),))


def guarded(message: Message, **values: Plain) -> str:
    settings = action(**{"text": "x", **values})
    one = exchange(message)
    return why_not_answered(settings, one, composed(settings, one))


def test_automatic_mail_gets_no_answer() -> None:
    assert guarded(AUTOMATIC, relation="answer") == "Not answered: a program wrote it"


def test_what_goes_to_the_sender_is_an_answer_whatever_it_is_called() -> None:
    assert guarded(AUTOMATIC, to="elsewhere@example.net")


def test_automatic_mail_may_be_forwarded() -> None:
    assert guarded(AUTOMATIC, relation="forward", to="boss@x.example") == ""


def test_people_get_their_answer() -> None:
    assert guarded(RECEIVED, relation="answer") == ""


def test_the_guard_can_be_switched_off() -> None:
    assert guarded(AUTOMATIC, relation="answer", loopGuard=False) == ""
