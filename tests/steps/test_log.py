"""Log: what is written, and that a message can't forge a line."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.message import Message
from mailflow_gui.core.step import StepContext
from mailflow_gui.steps.log import KIND, MAX_BYTES, LogSettings
from tests.steps.samples import after, exchange, problems_of

CONTEXT = (
    "Message Context: [subject= Interested in your product , from=Jane Moore <jane.moore@example.org>, "
    "date=2026-11-24T14:30:00+01:00, messageId=<1@example.org>, folder=INBOX, uid=17] "
)
BODY = "Body: [Hello,\\nsend me a catalog. {{password}}\\n] "


@pytest.mark.parametrize(
    ("raw", "notes"),
    [
        ({}, ()),
        ({"customText": "null"}, ()),
        ({"customText": "  "}, ()),
        ({"customText": "{{cc}}"}, ()),
        ({"customText": "Lead: {{from}}"}, ("Lead: Jane Moore <jane.moore@example.org>",)),
        ({"contextLoggingEnabled": True}, (CONTEXT,)),
        ({"bodyLoggingEnabled": "true"}, (BODY,)),
        (
            {"contextLoggingEnabled": True, "bodyLoggingEnabled": True, "customText": "x {{uid}}"},
            (CONTEXT + BODY + "x 17",),
        ),
        ({"bodyLoggingEnabled": True, "customText": "null"}, (BODY,)),
    ],
)
def test_what_is_written(raw: dict[str, Any], notes: tuple[str, ...]) -> None:
    result = after(KIND, raw)
    assert result.notes == notes
    assert result.data == exchange().data
    assert not result.outputs


def test_the_body_is_what_the_next_step_gets() -> None:
    assert after(KIND, {"bodyLoggingEnabled": True}, exchange(text="mapped")).notes == ("Body: [mapped] ",)


@pytest.mark.parametrize(
    ("subject", "line"),
    [
        ("a\n2026-11-24 INFO forged", "a\\n2026-11-24 INFO forged"),
        ("a\r\tb", "a\\r\\tb"),
        ("\x1b]52;c;eA==\x07", "\\x1b]52;c;eA==\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u2028b\u202etxt.exe", "a\\u2028b\\u202etxt.exe"),
        ("\ud800", "\\ud800"),
        ("שלום é 漢", "שלום é 漢"),
    ],
)
def test_one_message_is_one_line(subject: str, line: str) -> None:
    assert after(KIND, {"customText": "{{subject}}"}, exchange(Message(raw=b"", subject=subject))).notes == (line,)


@pytest.mark.parametrize("letter", ["x", "é", "漢", "\n", "😀"])
def test_a_line_is_bounded(letter: str) -> None:
    before = exchange(Message(raw=b"", content=letter * 500_000))
    (line,) = after(KIND, {"bodyLoggingEnabled": True, "customText": "end"}, before).notes
    assert MAX_BYTES - 8 < len(line.encode()) <= MAX_BYTES
    assert line.endswith("…")


def test_problems_of_the_custom_text() -> None:
    assert "never closed" in problems_of(KIND, {"customText": "{{x"})["customText"]
    with pytest.raises(SettingsError):
        KIND.prepare(LogSettings(custom_text="{{x"), StepContext("here", "integration"))


@pytest.mark.parametrize(
    ("raw", "summary"),
    [
        ({}, "Nothing to log yet"),
        ({"customText": "null"}, "Nothing to log yet"),
        ({"contextLoggingEnabled": True, "customText": "New lead"}, "Message context and “New lead”"),
        (
            {"contextLoggingEnabled": True, "bodyLoggingEnabled": True, "customText": "a\nb"},
            "Message context, message body and “a b”",
        ),
        ({"customText": "{{subject}}"}, "“{{subject}}”"),
    ],
)
def test_summary(raw: dict[str, Any], summary: str) -> None:
    assert KIND.summary(KIND.settings.check(raw)[0]) == summary
