"""What every kind of step keeps, found through the catalog: a new kind is tested by being there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import mailflow_gui.connectors
import mailflow_gui.steps
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.exchange import Dropped, Exchange
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.message import Message
from mailflow_gui.core.step import Form, StepContext, StepKind

KINDS = discover(mailflow_gui.connectors, mailflow_gui.steps).steps
ICONS = Path(__file__).parents[2] / "resources" / "icons"
TONES = {"filter", "mapper", "template", "log"}

#: The least that lets a kind run. A kind that needs nothing is not listed.
MINIMAL: dict[str, dict[str, Plain]] = {
    "advanced-filter": {"filter": 'subject contains "x"'},
    "basic-filter": {"rules": [{"path": "subject", "op": "contains", "value": "x"}]},
    "data-mapper": {"mappings": [{"from": ["subject"], "to": "subject"}]},
    "template": {"template": "Dear {{from}}"},
    "save-attachments": {"folder": str(Path(__file__).parent)},
}


@pytest.fixture(params=KINDS, ids=[kind.id for kind in KINDS])
def kind(request: pytest.FixtureRequest) -> StepKind:
    one: StepKind = request.param
    return one


def settings_of(kind: StepKind) -> Any:
    settings, problems = kind.settings.check(MINIMAL.get(kind.id, {}))
    assert not problems, problems
    return settings


def test_the_kinds_of_the_first_release_are_there() -> None:
    assert {"basic-filter", "data-mapper", "template", "log"} <= {kind.id for kind in KINDS}
    assert len({kind.id for kind in KINDS}) == len({kind.title for kind in KINDS}) == len(KINDS)


def test_it_can_be_shown(kind: StepKind) -> None:
    assert kind.title and kind.description
    assert (ICONS / f"{kind.icon}.svg").is_file()
    assert kind.tone in TONES
    assert kind.summary(kind.settings())
    assert "\n" not in kind.summary(settings_of(kind))


def test_settings_survive_a_file(kind: StepKind) -> None:
    settings = settings_of(kind)
    for written in (settings.dump(), settings.dump(defaults=True)):
        again, problems = kind.settings.check(written)
        assert not problems
        assert again == settings


def test_defaults_survive_a_file_and_lack_only_what_is_required(kind: StepKind) -> None:
    defaults = kind.settings()
    again, problems = kind.settings.check(defaults.dump(defaults=True))
    assert again == defaults
    assert all(kind.settings.FIELDS[problem.field].required for problem in problems)


def test_an_unknown_setting_is_told(kind: StepKind) -> None:
    _, problems = kind.settings.check({**MINIMAL.get(kind.id, {}), "nonsense": 1})
    assert [problem.field for problem in problems] == ["nonsense"]


def test_the_least_settings_run(kind: StepKind) -> None:
    prepared = kind.prepare(settings_of(kind), StepContext("here", "integration"))
    before, same = (
        Exchange("e1", Message(raw=b"", subject="x"), datetime(2026, 11, 24, tzinfo=UTC), data={"text": "x"})
        for _ in range(2)
    )
    results = run_by_form(kind, prepared, before)
    assert run_by_form(kind, prepared, before) == results, "running again gives the same"
    assert before == same, "the exchange before is not changed"
    for result in results:
        assert isinstance(result, (Exchange, Dropped))
        if isinstance(result, Dropped):
            continue
        assert result.message is before.message
        assert set(result.outputs) <= {"here"}


def run_by_form(kind: StepKind, prepared: Any, before: Exchange) -> list[Exchange | Dropped]:
    """What a prepared step of any form gives."""
    if kind.form is Form.CHOICE:
        return [prepared(before)[0]]
    if kind.form is Form.SPLIT:
        return list(prepared(before))
    return [prepared(before, [before])] if kind.form is Form.AGGREGATE else [prepared(before)]


def test_only_a_choice_has_flows(kind: StepKind) -> None:
    assert (kind.flow is not None) == (kind.form is Form.CHOICE)


def test_what_is_required_is_required_to_run(kind: StepKind) -> None:
    if kind.settings.check({})[1]:
        with pytest.raises(SettingsError):
            kind.prepare(kind.settings(), StepContext("here", "integration"))
    else:
        kind.prepare(kind.settings(), StepContext("here", "integration"))
