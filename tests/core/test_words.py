"""Steps in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui import connectors, steps
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.model import Step
from mailflow_gui.core.words import duration_in_words, flow_in_words, receive_in_words, summary_of

CATALOG = discover(connectors, steps)
RECEIVE = CATALOG.action("receive-email")[1].settings


def words(**raw: Any) -> str:
    settings, problems = RECEIVE.check(raw)
    assert not problems
    return receive_in_words(settings)


def test_the_usual_sentence() -> None:
    assert words(unseenOnly=True) == (
        "Every 5 seconds, take up to 5 unread messages from the inbox, oldest first, and mark them as read."
    )


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"delay": "1m"}, "Every minute, "),
        ({"maxResults": -1}, "take all messages from"),
        ({"maxResults": 1, "afterSuccess": "keep"}, "take the oldest message from the inbox, and leave it as it is."),
        ({"folderName": "Invoices"}, "from “Invoices”"),
        ({"afterSuccess": "move:Done"}, "mark them as read and move them to “Done”."),
        ({"push": True}, "When new email is announced, and every 5 seconds, take"),
        ({"startFrom": "now"}, "Messages that are already there are left alone."),
        ({"startFrom": "last 20"}, "only the newest 20 are taken."),
        ({"repeat": "every-poll"}, "Every poll takes the same messages again."),
    ],
)
def test_each_setting_is_said(raw: dict[str, Any], said: str) -> None:
    assert said in words(**raw)


def test_durations() -> None:
    assert [duration_in_words(one) for one in (1, 1500, 60_000, 7_200_000)] == [
        "1 millisecond",
        "1,500 milliseconds",
        "1 minute",
        "2 hours",
    ]


def test_a_flow_has_a_sentence_for_each_step() -> None:
    flow = (
        Step(connection="In", action="receive-email"),
        Step(kind="log", values={"contextLoggingEnabled": True}),
        Step(connection="Out", action="send-email", values={"from": "a@b.org", "to": "c@d.org"}),
        Step(action="gone"),
    )
    assert flow_in_words(flow, CATALOG) == (
        words(),
        "Log: message context.",
        "Send Email with “Out”, to c@d.org, mapped data first.",
        "There is no action “gone”.",
    )
    assert summary_of(flow[0], CATALOG) == "In · inbox, every 5 s"
