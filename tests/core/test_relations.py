"""Answers and forwarded messages: addresses, subjects, and what stands below the text."""

from __future__ import annotations

import pytest

from mailflow_gui.core.message import Address, Message
from mailflow_gui.core.relations import (
    ANSWER,
    FORWARD,
    MOST_ADDRESSES,
    answer_to,
    below,
    below_html,
    forwarded,
    original,
    quoted,
    subject_for,
)

JANE = Address("Jane Moore", "jane@example.org")
DESK = Address("", "desk@example.org")
MESSAGE = Message(
    b"raw",
    subject="Price list",
    sender=(JANE,),
    to=(DESK,),
    content="Hello,\n> old\nbye\n",
    date="2026-11-24T14:30:00+01:00",
)


def test_an_answer_goes_to_reply_to() -> None:
    assert answer_to(Message(b"", sender=(JANE,), reply_to=(DESK,))) == (DESK,)


def test_without_reply_to_an_answer_goes_to_from() -> None:
    assert answer_to(MESSAGE) == (JANE,)


def test_reply_to_can_not_name_the_whole_world() -> None:
    crowd = tuple(Address("", f"n{n}@example.org") for n in range(100))
    assert len(answer_to(Message(b"", reply_to=crowd))) == MOST_ADDRESSES


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Offer", "Re: Offer"),
        ("Re: Offer", "Re: Offer"),
        ("RE:Offer", "RE:Offer"),
        ("Aw: Offer", "Aw: Offer"),
        ("Re[2]: Offer", "Re[2]: Offer"),
        ("Report: Offer", "Re: Report: Offer"),
        ("", "Re:"),
        ("Angebot für Łódź", "Re: Angebot für Łódź"),
    ],
)
def test_subjects_of_answers(subject: str, expected: str) -> None:
    assert subject_for(ANSWER, subject) == expected


@pytest.mark.parametrize(
    ("subject", "expected"), [("Offer", "Fwd: Offer"), ("WG: x", "WG: x"), ("Re: x", "Fwd: Re: x")]
)
def test_subjects_of_forwarded_messages(subject: str, expected: str) -> None:
    assert subject_for(FORWARD, subject) == expected


def test_the_received_text_is_quoted_line_by_line() -> None:
    assert quoted(MESSAGE).split("\n") == [
        "On 2026-11-24T14:30:00+01:00, Jane Moore <jane@example.org> wrote:",
        *("> Hello,", ">> old", "> bye"),
    ]


def test_a_forwarded_message_names_its_sender_date_subject_and_recipients() -> None:
    assert forwarded(MESSAGE).split("\n") == [
        "---------- Forwarded message ----------",
        "From: Jane Moore <jane@example.org>",
        "Date: 2026-11-24T14:30:00+01:00",
        "Subject: Price list",
        "To: desk@example.org",
        *("", "Hello,", "> old", "bye"),
    ]


def test_the_original_is_attached_byte_for_byte() -> None:
    attached = original(MESSAGE)
    assert (attached.name, attached.media_type, attached.content) == ("Price list.eml", "message/rfc822", b"raw")


def test_an_original_without_a_subject_has_a_name() -> None:
    assert original(Message(b"")).name == "message.eml"


def test_plain_text_stands_above_the_original() -> None:
    assert below("Thanks\n\n", "> x") == "Thanks\n\n> x\n"


def test_without_text_only_the_original_stands_there() -> None:
    assert below(" ", "> x") == "> x\n"


def test_in_html_the_original_is_text_and_within_the_body() -> None:
    body = below_html("<html><body><p>Hi</p></body></html>", "<script>")
    assert body.endswith("&lt;script&gt;</blockquote></body></html>")
