"""Data Mapper: combine, split, transform, conditions, and what is refused before anything runs."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.message import Address, FieldValue, Message
from mailflow_gui.core.step import StepContext
from mailflow_gui.steps.data_mapper import KIND, DataMapperSettings
from tests.steps.samples import MESSAGE, after, exchange, problems_of

JANE = "Jane Moore <jane.moore@example.org>"


def mapped(*rows: dict[str, Any], before: Exchange | None = None) -> dict[str, FieldValue]:
    return dict(after(KIND, {"mappings": list(rows)}, before).data)


def test_the_example_of_the_configuration_file() -> None:
    result = after(
        KIND,
        {
            "mappings": [
                {"from": ["from"], "to": "to"},
                {
                    "from": ["subject"],
                    "to": "subject",
                    "transformations": [{"Trim": {}}, {"Prepend": {"string": "Re: "}}],
                },
                {"from": ["subject", "from"], "to": "text", "combine": {"delimiter": " — "}},
                {"constant": "sales@ourcompany.com", "to": "cc"},
            ]
        },
    )
    assert dict(result.data) == {
        "to": JANE,
        "subject": "Re: Interested in your product",
        "text": f" Interested in your product  — {JANE}",
        "cc": "sales@ourcompany.com",
    }
    assert result.notes == ("4 fields mapped",)
    assert dict(result.outputs["here"]) == dict(result.data)
    assert result.mapped("content") == result.data["text"]


@pytest.mark.parametrize(
    ("row", "values"),
    [
        ({"from": ["subject"], "to": "subject"}, {"subject": " Interested in your product "}),
        ({"from": "subject", "to": ["subject"]}, {"subject": " Interested in your product "}),
        ({"from": ["cc"], "to": "cc"}, {}),
        ({"from": ["cc"], "to": "cc", "transformations": ["Uppercase", {"Append": {"string": "x"}}]}, {}),
        ({"from": ["cc"], "to": "n", "transformations": ["Length"]}, {"n": -1}),
        (
            {"from": ["cc"], "to": "cc", "transformations": [{"DefaultIfEmpty": {"value": "a@b.example"}}]},
            {"cc": "a@b.example"},
        ),
        ({"from": ["size"], "to": "size"}, {"size": 2048}),
        ({"from": ["subject", "cc", "uid"], "to": "x"}, {"x": " Interested in your product  17"}),
        ({"from": ["uid", "folder"], "to": "x", "combine": {}}, {"x": "17 INBOX"}),
        ({"from": ["uid", "folder"], "to": "x", "combine": {"delimiter": ""}}, {"x": "17INBOX"}),
        ({"from": ["folder", "uid"], "to": "x", "transformations": ["Lowercase"]}, {"x": "inbox 17"}),
        (
            {"from": ["folder", "uid"], "to": "x", "transformations": [{"Prepend": {"string": "> "}}]},
            {"x": "> INBOX 17"},
        ),
        ({"from": ["size", "uid"], "to": "x", "transformations": ["Add"]}, {"x": 2065}),
        ({"from": ["uid", "cc"], "to": "x", "transformations": ["Count"]}, {"x": 1}),
        (
            {"from": ["uid", "from"], "to": "x", "transformations": [{"Format": {"template": "$from: ${uid} %s"}}]},
            {"x": f"{JANE}: 17 17"},
        ),
        ({"from": ["folder"], "to": ["a", "b"]}, {"a": "INBOX", "b": "INBOX"}),
        ({"from": ["from"], "to": ["first", "last"], "split": {"delimiter": " "}}, {"first": "Jane", "last": "Moore"}),
        (
            {"from": ["subject"], "to": ["a", "b", "c", "d", "e"], "split": {}},
            {"a": "Interested", "b": "in", "c": "your", "d": "product"},
        ),
        ({"constant": "a,,c", "to": ["a", "b", "c"], "split": {"delimiter": ","}}, {"a": "a", "c": "c"}),
        (
            {"constant": "a,b", "to": ["a", "b"], "transformations": [{"Split": {"delimiter": ","}}]},
            {"a": "a", "b": "b"},
        ),
        ({"constant": "x", "to": ["a", "b", "c"], "transformations": [{"CopyTo": {"index": 1}}]}, {"b": "x"}),
        ({"constant": "x", "to": "a", "transformations": [{"CopyTo": {"index": 1}}]}, {"a": "x"}),
        ({"constant": 5, "to": "n"}, {"n": "5"}),
        ({"constant": "", "to": "n"}, {"n": ""}),
        ({"constant": "{{subject}} %s $uid", "to": "n"}, {"n": "{{subject}} %s $uid"}),
        ({"from": ["attachments"], "to": "files"}, {"files": ("a.pdf", "b.png")}),
        ({"from": ["attachments"], "to": "text"}, {"text": "a.pdf b.png"}),
        ({"from": ["headers.X-Two"], "to": "to"}, {"to": "a b"}),
        ({"from": ["first_name"], "to": "x"}, {}),
        (
            {"from": ["folder"], "to": "x", "when": {"path": "subject", "op": "contains", "value": "product"}},
            {"x": "INBOX"},
        ),
        ({"from": ["folder"], "to": "x", "when": {"path": "cc", "op": "!=", "value": ""}}, {}),
        ({"from": ["folder"], "to": "x", "when": "${body.subject} contains 'product' && size > 5"}, {"x": "INBOX"}),
        ({"from": ["folder"], "to": "x", "when": "not isEmpty(${first_name})"}, {}),
    ],
)
def test_one_mapping(row: dict[str, Any], values: dict[str, FieldValue]) -> None:
    assert mapped(row) == values


def test_a_condition_without_an_answer_holds_the_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailflow_gui.core.patterns.MAX_WORK", 3)
    costly = {"path": "content", "op": "regex", "value": "(.*o.){2}"}
    for when, why in (("headers.X-Spam-Flag > 5", "“NO” is not a number"), (costly, "too long")):
        with pytest.raises(RefusedError, match=r"could not fill “x”") as caught:
            mapped({"from": ["folder"], "to": "x", "when": when})
        assert why in caught.value.hint


def test_only_mapped_values_go_on_but_the_message_stays_readable() -> None:
    result = after(KIND, {"mappings": [{"from": ["first_name"], "to": "x"}]}, exchange(first_name="Jane", other="y"))
    assert dict(result.data) == {"x": "Jane"}
    assert result.value("other") is None
    assert result.value("steps.first.other") == "y"
    assert result.value("folder") == "INBOX"


def test_values_of_named_steps_and_of_the_received_message() -> None:
    before = exchange(subject="mapped").produced("second", {"subject": "again"})
    rows = [{"from": [path], "to": f"t{i}"} for i, path in enumerate(["subject", "steps.first.subject", "message.uid"])]
    assert mapped(*rows, before=before) == {"t0": "again", "t1": "mapped", "t2": "17"}


@pytest.mark.parametrize("target", ["from", "to", "cc", "bcc", "replyTo"])
@pytest.mark.parametrize("mark", ["\r\n", "\n", "\r", "\x0b", "\x1e", "\x85", "\u2028", "\u2029", "\x00"])
def test_an_address_field_takes_no_second_line(target: str, mark: str) -> None:
    before = exchange(Message(raw=b"", subject=f"a@b.example{mark}Bcc: evil@c.example"))
    assert mapped({"from": ["subject"], "to": target}, before=before) == {target: "a@b.example Bcc: evil@c.example"}


def test_a_sender_with_a_difficult_name_stays_one_mailbox() -> None:
    message = Message(raw=b"", sender=(Address('Möller, "Jürgen" <evil@x.example>', "j@b.example"),))
    value = mapped({"from": ["from"], "to": "to"}, before=exchange(message))["to"]
    assert value == str(message.sender[0])


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ({"to": "x"}, "from", "Choose the fields"),
        ({"from": [], "to": "x"}, "from", "Choose the fields"),
        ({"from": ["subjet"], "to": "x"}, "from", "“subject”"),
        ({"from": [5], "to": "x"}, "from", "Choose a field"),
        ({"from": ["subject"]}, "to", "Choose the field to fill"),
        ({"from": ["subject"], "to": "a b"}, "to", "can't be filled"),
        ({"from": ["subject"], "to": "steps.a.b"}, "to", "can't be filled"),
        ({"from": ["subject"], "to": ["a", "a"]}, "to", "named twice"),
        ({"from": ["subject"], "to": "content"}, "to", "already filled"),
        ({"from": ["subject"], "constant": "x", "to": "y"}, "from", "either from or constant"),
        ({"constant": ["x"], "to": "y"}, "constant", "one text"),
        ({"from": ["subject"], "to": "y", "form": 1}, "form", "Known: from"),
        ({"from": ["subject"], "to": "y", "combine": " "}, "combine", "{delimiter"),
        ({"from": ["subject"], "to": "y", "split": {"delimiter": ""}}, "split", "between the parts"),
        ({"from": ["subject"], "to": "y", "transformations": [{"Trimm": {}}]}, "transformations[0]", "Did you mean"),
        ({"from": ["subject"], "to": "y", "when": {"path": "subject", "op": "~"}}, "when.op", "There is no operator"),
        ({"from": ["subject"], "to": "y", "when": 5}, "when", "path, op and value"),
        ({"from": ["subject"], "to": "y", "when": "subject contains x"}, "when", "(line 1, column 18)"),
        ({"from": ["subject"], "to": "y", "when": ""}, "when", "Write a condition"),
    ],
)
def test_problems_name_the_mapping_and_the_part(row: dict[str, Any], field: str, words: str) -> None:
    problems = problems_of(KIND, {"mappings": [{"constant": "x", "to": "text"}, row]})
    assert list(problems) == [f"mappings[1].{field}"]
    assert words in problems[f"mappings[1].{field}"]


def test_a_mapper_that_can_not_run_never_starts() -> None:
    for rows in [(), ({"from": ["subject"]},)]:
        with pytest.raises(SettingsError):
            KIND.prepare(DataMapperSettings(mappings=rows), StepContext("here", "integration"))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"from": ["subject"], "to": "n", "transformations": ["Round"]}, "is not a number"),
        ({"from": ["content"], "to": "n", "transformations": [{"Repeat": {"count": 9999}}] * 3}, "longer than"),
    ],
)
def test_a_value_that_can_not_be_made_parks_this_message_only(row: dict[str, Any], words: str) -> None:
    with pytest.raises(RefusedError, match="“n”") as caught:
        mapped(row)
    assert words in caught.value.hint


def test_many_mappings_together_are_bounded() -> None:
    rows = [{"constant": "x" * 1000, "to": f"t{i}", "transformations": [{"Repeat": {"count": 600}}]} for i in range(5)]
    with pytest.raises(RefusedError):
        mapped(*rows)


def test_a_large_body_is_copied_as_it_is() -> None:
    body = "x" * 3_000_000
    assert mapped({"from": ["content"], "to": "text"}, before=exchange(Message(raw=b"", content=body))) == {
        "text": body
    }


@pytest.mark.parametrize(
    ("rows", "summary"),
    [
        ([], "Nothing mapped yet"),
        ([{"from": ["subject"], "to": "subject"}], "1 field: subject"),
        ([{"from": ["from"], "to": ["to", "cc"]}, {"constant": "x", "to": "text"}, {}], "3 fields: to, cc, text"),
    ],
)
def test_summary(rows: list[dict[str, Any]], summary: str) -> None:
    assert KIND.summary(DataMapperSettings(mappings=tuple(rows))) == summary


def test_note_counts_filled_fields() -> None:
    assert after(KIND, {"mappings": [{"from": ["cc"], "to": "cc"}]}).notes == ("no fields mapped",)
    assert after(KIND, {"mappings": [{"from": ["uid"], "to": "x"}]}).notes == ("1 field mapped",)
    assert MESSAGE.cc == ()
