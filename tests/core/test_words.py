"""Steps in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui import connectors, steps
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.model import Connection, Step
from mailflow_gui.core.words import (
    duration_in_words,
    flow_in_words,
    receive_in_words,
    size_in_words,
    span_in_words,
    summary_of,
    took_in_words,
)

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
        ({"delay": "2h"}, "Every 2 hours, "),
        ({"maxResults": -1}, "take all messages from"),
        ({"maxResults": 1, "afterSuccess": "keep"}, "take the oldest message from the inbox, and leave it as it is."),
        ({"folderName": "Invoices"}, "from “Invoices”"),
        ({"afterSuccess": "move:Done"}, "mark them as read and move them to “Done”."),
        ({"afterSuccess": "delete"}, "and delete them on the server."),
        ({"push": True}, "When new email is announced, and every 5 seconds, take"),
        ({"startFrom": "now"}, "Messages that are already there are left alone."),
        ({"startFrom": "last 20"}, "only the newest 20 are taken."),
        ({"startFrom": "last 1"}, "only the newest one is taken."),
        ({"expectedBy": "mon-fri 9:00"}, "Email is expected by 09:00 from Monday to Friday; without it you are told."),
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


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "take up to 5 messages from the inbox, oldest first, and leave them on the server."),
        ({"unseenOnly": True, "afterSuccess": "keep", "maxResults": 1}, "and leave it on the server."),
        ({"afterSuccess": "delete"}, "and delete them on the server."),
    ],
)
def test_a_pop3_server_knows_no_read_marks(values: dict[str, Any], said: str) -> None:
    connection = Connection("In", "email-receive", {"protocol": "pop3"})
    (told,) = flow_in_words((Step(connection="In", action="receive-email", values=values),), CATALOG, (connection,))
    assert told.endswith(said)
    assert "read" not in told


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        (0, "0 ms"),
        (0.25, "0.25 ms"),
        (1, "1 ms"),
        (412.4, "412 ms"),
        (999.6, "1.0 s"),
        (31_200, "31.2 s"),
        (59_960, "1 min"),
        (125_000, "2 min 5 s"),
    ],
)
def test_how_long_something_took(milliseconds: float, words: str) -> None:
    assert took_in_words(milliseconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (40, "40 s"),
        (59.6, "1 min"),
        (22_320, "6 h 12 min"),
        (3600, "1 h"),
        (3601, "1 h"),
        (108_000, "1 d 6 h"),
        (86_400 * 1200, "1,200 d"),
    ],
)
def test_a_long_time_in_its_two_largest_units(seconds: float, words: str) -> None:
    assert span_in_words(seconds) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (2_400, "2.4 KB"),
        (182_000, "182 KB"),
        (31_000_000, "31.0 MB"),
    ],
)
def test_a_size(count: int, words: str) -> None:
    assert size_in_words(count) == words
