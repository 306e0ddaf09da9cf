"""Circles are seen at their first turn; automatic mail is told from mail that a person wrote."""

from __future__ import annotations

import pytest

from mailflow_gui.core.loops import MOST_HOPS, MOST_RELAYS, automatic, circle, hops, loop_value, mark_of, marks_in
from mailflow_gui.core.message import Message

OWN, OTHER = mark_of("install", "a"), mark_of("install", "b")


def headed(*headers: tuple[str, str]) -> Message:
    return Message(b"", headers=headers)


def sent_on(message: Message, mark: str) -> Message:
    return headed(("X-Mailflow-Loop", loop_value(message, mark)))


def test_marks_tell_integrations_and_installations_apart_and_tell_nothing_else() -> None:
    assert len({OWN, OTHER, mark_of("elsewhere", "a")}) == 3
    assert "install" not in OWN


def test_what_an_integration_sent_itself_goes_no_further() -> None:
    assert "sent this message itself" in circle(sent_on(headed(), OWN), OWN)


def test_what_another_integration_sent_goes_on() -> None:
    assert circle(sent_on(headed(), OTHER), OWN) == ""


def test_a_circle_through_two_integrations_is_seen_at_its_first_turn() -> None:
    message = sent_on(sent_on(headed(), OWN), OTHER)
    assert (marks_in(message), hops(message)) == ((OWN, OTHER), 2)
    assert circle(message, OWN)


def test_a_circle_through_other_installations_ends_by_its_hops() -> None:
    message = headed()
    for number in range(MOST_HOPS):
        assert circle(message, OWN) == ""
        message = sent_on(message, mark_of("elsewhere", str(number)))
    assert f"{MOST_HOPS} times" in circle(message, OWN)


def test_what_the_ledger_knows_counts_where_the_header_was_stripped() -> None:
    assert "sent this message itself" in circle(headed(), OWN, own=True, turns=1)
    assert circle(headed(), OWN, turns=MOST_HOPS - 1) == ""
    assert f"{MOST_HOPS} times" in circle(headed(), OWN, turns=MOST_HOPS)


def test_a_circle_that_strips_headers_ends_by_its_relays() -> None:
    assert circle(headed(*[("Received", "from x")] * MOST_RELAYS), OWN) == ""
    assert "mail servers" in circle(headed(*[("Received", "from x")] * (MOST_RELAYS + 1)), OWN)


@pytest.mark.parametrize("value", ["", "nonsense", "a/99999", "a b/1", "../1", "x" * 300])
def test_a_header_that_is_not_ours_says_nothing(value: str) -> None:
    assert (hops(headed(("X-Mailflow-Loop", value))), circle(headed(("X-Mailflow-Loop", value)), OWN)) == (0, "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Auto-Submitted", "auto-generated"),
        ("Auto-Submitted", "Auto-Replied; owner-email=x"),
        ("Return-Path", "<>"),
        ("Content-Type", 'multipart/report; report-type="delivery-status"'),
        ("List-Id", "<news.example.org>"),
        ("List-Unsubscribe", "<mailto:off@example.org>"),
        ("Precedence", "Bulk"),
        ("Precedence", "list"),
        ("X-Auto-Response-Suppress", "All"),
    ],
)
def test_automatic_mail_is_told(name: str, value: str) -> None:
    assert automatic(headed((name, value)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Auto-Submitted", "no"),
        ("Return-Path", "<jane@example.org>"),
        ("Precedence", "first-class"),
        ("Subject", "List-Id"),
    ],
)
def test_what_a_person_wrote_may_be_answered(name: str, value: str) -> None:
    assert automatic(headed((name, value))) == ""
