"""Whatever a file holds: results or a ConfigurationError, and a profile that can be saved and read back."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.core.model import Profile
from mailflow_gui.core.review import review
from mailflow_gui.store.document import parse
from mailflow_gui.store.emitter import emit
from mailflow_gui.store.entries import document_of
from mailflow_gui.store.fuse import reader
from mailflow_gui.store.layout import Reading, read_items
from mailflow_gui.store.merge import Clash, merge
from tests.store.fuse.exports import (
    CATALOG,
    INBOX,
    connection,
    field,
    integration,
    mapping,
    model,
    packed,
    receive,
    send,
    step,
)

ATLAS = {
    "AtlasMapping": {
        "mappings": {
            "mapping": [
                mapping([field("in", "/subject", actions=[{"Append": {"string": "x"}}])], [field("out", "/subject")]),
                mapping([field("in", "/from"), field("m", "/to", index=1)], [field("out", "/to")], delimiter="Comma"),
                mapping([], [field("out", "/cc")], inputFieldGroup={"actions": [], "field": [field("in", "/cc")]}),
                mapping([field("in", "/cc")], [field("out", "/cc")], expression="IF(ISEMPTY(${0}), 'a', ${0})"),
                {"mappings": {"mapping": [mapping([field("in", "/bcc")], [field("out", "/bcc", index=0)])]}},
            ]
        },
        "constants": {"constant": [{"name": "a", "value": "b"}]},
    }
}
BASE = model(
    integration(
        receive(delay="1000", folderName="x"),
        step("ruleFilter", "r", predicate="AND", rules=[{"path": "subject", "op": "==", "value": "x"}]),
        step("expressionFilter", "e", filter="${body.subject} == 'x'"),
        step("template", "t", template="{{subject}}"),
        step("log", "l", customText="${body}"),
        step("mapper", "m", atlasmapping=ATLAS),
        step("extension", "x"),
        step(
            *("choice", "c"),
            default="b2",
            flows=[
                {"flow": "b1", "condition": "${body.to} == 'x'"},
                {"flow": "b2", "path": "to", "op": "in", "value": "x"},
            ],
        ),
        send(to="b@example.org"),
        labels={"a": "b"},
    ),
    connections=(connection("c1", "email-receive", "In", **INBOX, password="»ENC:00"),),
)

for _one in BASE["integrations"].values():
    _one["flows"] += [
        {"id": "b1", "type": "ALTERNATE", "steps": [step("log", "l2", customText="x")]},
        {"id": "b2", "type": "ALTERNATE", "steps": []},
    ]

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(
        ["\ud800", "\x00", "a\u2028b", "{{", "${body.x}", "»ENC:", "<<", "- x: y", "9" * 400, "\ufffe", "/"]
    ),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of everything inside a document."""
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return found + [deeper for key, one in items for deeper in places(one, (*path, key))]


PLACES = places(BASE)


def changed(base: Any, path: tuple[Any, ...], value: Any) -> None:
    for key in path[:-1]:
        if not isinstance(base, (dict, list)):
            return
        try:
            base = base[key]
        except (KeyError, IndexError, TypeError):
            return
    try:
        if value is ...:
            del base[path[-1]]
        else:
            base[path[-1]] = value
    except (KeyError, IndexError, TypeError):
        return


def check(data: bytes) -> None:
    try:
        found = reader.read(data, "export.zip", CATALOG)
    except ConfigurationError as error:
        assert error.fix
        return
    assert found.results
    merged = merge(Profile(), found.bundle, Clash.KEEP_BOTH)
    merged = merge(merged.profile, reader.read(data, "export.zip", CATALOG).bundle, Clash.KEEP_BOTH)
    assert len(found.arrivals(merged.arrivals)) == len(found.results)
    text = emit(document_of(merged.profile, saved=True, catalog=CATALOG))
    saved, problems = read_items(parse(text), Reading(saved=True))
    assert problems == []
    assert len(saved.integrations) == 2 * len(found.bundle.integrations)
    for one in merged.profile.integrations:
        assert not one.enabled
        review(one, merged.profile, CATALOG)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.one_of(VALUES, st.just(...))), min_size=1, max_size=6))
def test_a_changed_export_never_breaks_the_reader(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    content = copy.deepcopy(BASE)
    for path, value in changes:
        changed(content, path, value)
    check(packed(content))


@settings(max_examples=60, deadline=None)
@given(VALUES, VALUES)
def test_any_json_is_results_or_a_refusal(content: Any, schema: Any) -> None:
    check(packed(content, schema))
    check(packed({"integrations": {"a": content}, "connections": [schema]}))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_archive_is_refused_or_read(data: st.DataObject) -> None:
    damaged = bytearray(packed(BASE))
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    check(bytes(damaged[: data.draw(st.integers(0, len(damaged)))] if data.draw(st.booleans()) else damaged))


def test_the_base_of_these_tests_is_a_good_export() -> None:
    found = reader.read(packed(BASE), "export.zip", CATALOG)
    assert [one.did for one in found.results] == ["added", "added", "added", "left out"]
    assert json.loads(json.dumps(BASE)) == BASE
