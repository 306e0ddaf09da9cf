"""Any rows of a data mapper are refused with words or give values; what a message holds stays what it is."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.mapping_lines import read_line
from mailflow_gui.core.mappings import MappingError, map_message, read_mapping, read_mappings
from mailflow_gui.core.message import Address, Message
from mailflow_gui.core.paths import ADDRESS_FIELDS
from mailflow_gui.core.transformations.kinds import MAX_LENGTH
from mailflow_gui.core.transformations.table import TRANSFORMATIONS
from mailflow_gui.core.values import text_of

NOW = datetime(2026, 11, 24, tzinfo=UTC)
BREAKS = ["a@b.example\r\nBcc: evil@x.example", "a\nb", "a\rb", "a\u2028b", "a\x85b", "a\x0bb"]
TEXTS = st.text(max_size=12) | st.sampled_from(BREAKS)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
PATHS = st.sampled_from(
    ["subject", "from", "size", "attachments", "headers.X", "company", "message.cc", "steps.first.x"]
)
NAMES = st.sampled_from(["to", "cc", "subject", "text", "html", "company", "a.b", "headers", "message.x", ""])
PARAMETERS = st.dictionaries(
    st.sampled_from(sorted({one.key for kind in TRANSFORMATIONS.values() for one in kind.parameters})),
    TEXTS | st.integers(-3, 20),
    max_size=2,
)
CHAINS = st.lists(
    st.dictionaries(st.sampled_from(sorted(TRANSFORMATIONS)), PARAMETERS, min_size=1, max_size=1), max_size=4
)
WHENS = st.sampled_from(
    [
        {"path": "subject", "op": "contains", "value": "a"},
        {"path": "size", "op": "regex", "value": "(a|b)*"},
        *("size > 5", "${company} == null", "subject > 5", "not isEmpty(from)", "subject contains", "", "x"),
    ]
)
ROWS = st.fixed_dictionaries(
    {},
    optional={
        "from": PATHS | st.lists(PATHS | TEXTS.map(lambda text: {"constant": text}), max_size=3),
        "constant": TEXTS | st.integers(),
        "to": NAMES | st.lists(NAMES, max_size=3),
        "transformations": CHAINS | PLAIN,
        "combine": st.fixed_dictionaries({"delimiter": TEXTS}) | PLAIN,
        "split": st.fixed_dictionaries({"delimiter": TEXTS}) | PLAIN,
        "when": WHENS | PLAIN,
        "other": PLAIN,
    },
)
MESSAGES = st.builds(
    Message,
    raw=st.binary(max_size=3),
    subject=TEXTS,
    sender=st.lists(st.builds(Address, TEXTS, TEXTS), max_size=2).map(tuple),
    content=TEXTS,
    headers=TEXTS.map(lambda text: (("X", text),)),
)


@settings(max_examples=400, deadline=None)
@given(rows=st.lists(ROWS | PLAIN, max_size=3), message=MESSAGES, company=TEXTS)
def test_any_rows_are_refused_or_give_values(rows: list[object], message: Message, company: str) -> None:
    mappings, problems = read_mappings(rows)
    assert all(problem.field.startswith("mappings[") and problem.message for problem in problems)
    assert len(mappings) <= len(rows)
    try:
        values = map_message(mappings, Exchange("e", message, NOW).produced("first", {"company": company}))
    except MappingError as error:
        assert str(error) and error.target
        return
    assert set(values) <= {name for mapping in mappings for name in mapping.targets}
    for name, value in values.items():
        assert len(text_of(value)) <= 2 * MAX_LENGTH
        if name in ADDRESS_FIELDS:
            assert isinstance(value, str)
            assert len(value.splitlines()) <= 1


@settings(deadline=None)
@given(text=TEXTS, target=st.sampled_from(sorted(ADDRESS_FIELDS)), chain=CHAINS)
def test_an_address_field_gets_one_line(text: str, target: str, chain: list[object]) -> None:
    mappings, problems = read_mappings([{"from": ["subject"], "to": target, "transformations": chain}])
    if problems:
        return
    try:
        value = map_message(mappings, Exchange("e", Message(raw=b"", subject=text), NOW)).get(target, "")
    except MappingError:
        return
    assert isinstance(value, str)
    assert len(value.splitlines()) <= 1
    assert not any(char < " " or char == "\x7f" for char in value)


@settings(deadline=None)
@given(row=ROWS)
def test_the_page_of_the_mapper_writes_back_what_it_read(row: dict[str, object]) -> None:
    (before, wrong), (after, still_wrong) = read_mapping(row, "m"), read_mapping(read_line(1, row).row(), "m")
    assert bool(wrong) == bool(still_wrong)
    if before is not None and after is not None:
        assert (before.sources, before.targets, before.combine, before.split) == (
            *(after.sources, after.targets, after.combine, after.split),
        )
        assert [(one.kind.name, one.arguments) for one in before.chain] == [
            (one.kind.name, one.arguments) for one in after.chain
        ]


NOT_EXPANDED = (
    "{{password}} {{{password}}} ${password} $password %s %1$s {0} {0.__globals__} {{x.__class__}} #{x} <#if x>"
)


@pytest.mark.parametrize(
    "chain",
    [
        [],
        [{"Format": {"template": "%s"}}],
        [{"Format": {"template": "%1$s"}}],
        ["Trim", {"Append": {"string": ""}}, {"Prepend": {"string": ""}}],
        [{"Split": {"delimiter": "☃"}}, "Concatenate"],
        [{"ReplaceAll": {"match": "☃", "newString": "$0"}}],
    ],
)
def test_what_a_message_holds_is_not_expanded(chain: list[object]) -> None:
    mappings, problems = read_mappings([{"from": ["content"], "to": "text", "transformations": chain}])
    assert problems == []
    before = Exchange("e", Message(raw=b"", content=NOT_EXPANDED), NOW).produced("first", {"password": "hunter2"})
    assert map_message(mappings, before) == {"text": NOT_EXPANDED}


@pytest.mark.parametrize(
    "name", ["x.__class__", "__class__", "message.__class__", "message.raw", "steps.first.__dict__"]
)
def test_no_source_leads_to_an_object(name: str) -> None:
    mappings, _ = read_mappings([{"from": [name], "to": "text"}])
    before = Exchange("e", Message(raw=b"secret"), NOW).produced("first", {"x": "value"})
    assert map_message(mappings, before) == {}


def test_a_hundred_mappings_of_a_large_message_end_in_time() -> None:
    chain = [{"ReplaceAll": {"match": "a", "newString": "b"}}, "Uppercase", "Normalize", {"Format": {"template": "%s"}}]
    rows = [{"from": ["content"], "to": f"t{index}", "transformations": chain} for index in range(100)]
    mappings, problems = read_mappings(rows)
    assert problems == []
    begun = time.process_time()
    with pytest.raises(MappingError, match="longer than"):
        map_message(mappings, Exchange("e", Message(raw=b"", content="a b " * 250_000), NOW))
    assert time.process_time() - begun < 10
