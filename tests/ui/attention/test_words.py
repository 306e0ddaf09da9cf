"""Reasons taken apart: what happened, what to do, and the server's own words apart from ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mailflow_gui.core import language
from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.store import translations
from mailflow_gui.ui.attention.words import line, title_of, why

AT = "2026-11-24T14:02:18+01:00"


def held(reason: str, cause: str = "RECIPIENT_REFUSED", *steps: ActivityStep) -> Activity:
    return Activity("trip", "one", AT, "held", "Invoice", reason=reason, cause=cause, steps=steps)


def test_the_servers_words_stand_alone() -> None:
    found = why(held("Recipient refused: a@b.example (550 5.1.1). The server said: “User unknown. Sorry (5.1.1)”. "))
    assert found.title == "The mail server does not know this recipient"
    assert found.answer == "550 5.1.1 User unknown. Sorry (5.1.1)"
    assert found.text == (
        "“a@b.example” does not exist there. The address is probably misspelled."
        " Correct it in the step or in the message, then retry."
    )


def test_a_refusal_for_another_reason_does_not_say_that_the_address_is_unknown() -> None:
    found = why(held("Recipient refused: a@b.example (550 5.7.1). The server said: “No access”. "))
    assert found.title == "Recipient refused: a@b.example"


def test_a_reason_without_a_server() -> None:
    found = why(held("A step could not handle this message (ValueError: no). Its settings are kept.", "POISON"))
    assert found.title == "A step could not handle this message (ValueError: no)"
    assert found.text.startswith("Its settings are kept. Change the settings of the step")
    assert found.answer == ""


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        (
            "It is looked for in the Sent folder of “Inbox”. ",
            "It is looked for in the Sent folder of “Inbox”. Look into",
        ),
        ("It said: “Wait.”", "It said: “Wait.” Look into"),
    ],
)
def test_a_sentence_that_ends_with_a_name_has_its_period(hint: str, text: str) -> None:
    assert why(held(f"The message may have arrived. {hint}", "IN_DOUBT")).text.startswith(text)


def test_no_reason_at_all() -> None:
    found = why(held("", "SOMETHING_NEW"))
    assert (found.title, found.text, found.answer) == ("Not delivered", "", "")


def test_one_line_names_the_step_that_failed() -> None:
    steps = (
        ActivityStep("filter", "Basic Filter", AT, 1.0, "ok", "continue"),
        ActivityStep("send", "Send Email", AT, 1.0, "failed", "refused"),
    )
    reason = "Recipient refused: a@b.example (550 5.1.1). The server said: “User unknown”. "
    assert line(held(reason, "RECIPIENT_REFUSED", *steps)) == "Send Email: 550 5.1.1 User unknown"
    assert line(held("It is gone", "VANISHED")) == "It is gone"


@pytest.mark.parametrize(
    ("cause", "title"),
    [
        ("IN_DOUBT", "May have arrived"),
        ("AUTH_FAILED", "The server refused the user name or password"),
        ("SENDER_REFUSED", "Sender refused"),
        ("SOMETHING_NEW", "Not delivered"),
    ],
)
def test_every_cause_has_a_title(cause: str, title: str) -> None:
    assert title_of(cause) == title


@pytest.fixture
def german() -> Iterator[None]:
    language.use(translations.read(Path(__file__).resolve().parents[3] / "resources" / "translations", "de"))
    yield
    language.use(language.ENGLISH)


@pytest.mark.parametrize("reason", [
    "Empfänger abgelehnt: a@b.example (550 5.1.1). Der Server sagt: „User unknown“. ",
    "Recipient refused: a@b.example (550 5.1.1). The server said: “User unknown”. ",
])  # fmt: skip
def test_a_reason_is_taken_apart_whatever_the_language_it_was_stored_in(german: None, reason: str) -> None:
    found = why(held(reason))
    assert found.title == "Der Mailserver kennt diesen Empfänger nicht"
    assert found.answer == "550 5.1.1 User unknown"
    assert found.text.startswith("„a@b.example“ gibt es dort nicht.")
