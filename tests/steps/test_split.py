"""Split: which items a message has."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

import pytest

from mailflow_gui.core.errors import RefusedError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.message import Address, Attachment, Message
from mailflow_gui.core.step import Divide, StepContext
from mailflow_gui.steps.split import KIND, MOST_ITEMS, SplitSettings

FILES = (
    Attachment("a.csv", "text/csv", "ä;1".encode()),
    Attachment("logo.png", "image/png", b"x", inline=True),
    Attachment("b.pdf", "application/pdf", b"%PDF"),
)


def split(message: Message, **values: Any) -> list[Exchange]:
    settings, problems = SplitSettings.check(values)
    assert not problems
    divide = cast(Divide, KIND.prepare(settings, StepContext("split", "i")))
    return list(divide(Exchange("1", message, datetime(2026, 11, 24, tzinfo=UTC))))


def items(message: Message, **values: Any) -> list[object]:
    return [one.value("item") for one in split(message, **values)]


def test_each_attachment_with_its_own_file_only() -> None:
    found = split(Message(b"", attachments=FILES))
    assert [one.value("fileName") for one in found] == ["a.csv", "b.pdf"]
    assert [[file.name for file in one.message.attachments] for one in found] == [["a.csv"], ["b.pdf"]]
    assert [one.value("content") for one in found] == ["ä;1", ""]


def test_items_are_numbered_and_counted() -> None:
    found = split(Message(b"", attachments=FILES))
    assert [(one.item, one.value("itemNumber"), one.value("itemCount")) for one in found] == [("1", 1, 2), ("2", 2, 2)]


def test_each_line_that_is_not_blank() -> None:
    assert items(Message(b"", content="one\n\n  two \r\nthree"), by="lines") == ["one", "two", "three"]


def test_each_part_between_separators() -> None:
    assert items(Message(b"", content="a; b;;c"), by="separator") == ["a", "b", "c"]


def test_each_address() -> None:
    message = Message(b"", to=(Address("", "a@x.org"), Address("", "b@x.org")))
    assert items(message, by="values", path="to") == ["a@x.org", "b@x.org"]


def test_each_entry_of_a_json_array_with_its_names_as_fields() -> None:
    found = split(Message(b"", content='[{"city": "Kraków", "n": 2, "bad name": 1}, 7]'), by="json")
    assert [one.value("city") for one in found] == ["Kraków", None]
    assert found[0].value("n") == "2"
    assert found[1].value("item") == "7"


def test_text_that_is_no_json_is_told() -> None:
    with pytest.raises(RefusedError, match="could not read the JSON"):
        split(Message(b"", content="{"), by="json")


def test_nesting_without_end_is_told() -> None:
    with pytest.raises(RefusedError):
        split(Message(b"", content="[" * 100_000), by="json")


def test_too_many_items_are_refused() -> None:
    with pytest.raises(RefusedError, match="more than 1,000"):
        split(Message(b"", content="x\n" * (MOST_ITEMS + 1)), by="lines")


def test_nothing_to_split_gives_no_items() -> None:
    assert split(Message(b"")) == []


def test_a_blank_separator_is_a_problem() -> None:
    assert [one.field for one in SplitSettings.check({"by": "separator", "separator": ""})[1]] == ["separator"]
