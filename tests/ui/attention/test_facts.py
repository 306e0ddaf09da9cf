"""The table below a message: attempts and attachments in words."""

from __future__ import annotations

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.message import Attachment
from mailflow_gui.ui import times
from mailflow_gui.ui.attention.facts import attachment_words, attempts

AT = "2026-11-24T14:02:18+01:00"
STEPS = (ActivityStep("send", "Send Email", AT, 1.0, "failed"),)


def message(cause: str = "TOO_LARGE", count: int = 1) -> Activity:
    return Activity("trip", "one", AT, "held", cause=cause, attempts=count, steps=STEPS)


def test_attempts_say_when_and_why_no_more() -> None:
    at = times.clock_time(AT)
    assert attempts(message(), "550 no") == f"1, at {at}. Not tried again by itself: the answer is permanent."
    assert attempts(message(count=3), "") == f"3, last at {at}. Not tried again by itself."
    assert attempts(message("IN_DOUBT"), "") == f"1, at {at}. Not sent again by itself: it may have arrived."


def test_many_attachments_are_counted() -> None:
    many = [Attachment(f"{n}.pdf", "application/pdf", b"x" * 1000) for n in range(5)]
    assert attachment_words(many[:1]) == "0.pdf, 1.0 KB"
    assert attachment_words(many).endswith("; 2 more")
