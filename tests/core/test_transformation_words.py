"""What people read about transformations: labels, sentences, groups, and the page of the manual."""

from __future__ import annotations

import re

import yaml

from mailflow_gui.core.mappings import read_mappings
from mailflow_gui.core.transformations.manual import MANUAL
from mailflow_gui.core.transformations.table import GROUPS, TRANSFORMATIONS


def test_each_has_what_a_form_and_a_list_need() -> None:
    assert [name for name, _ in GROUPS] == ["Text", "Numbers", "Dates", "Several values"]
    assert list(TRANSFORMATIONS) == [one.name for group in GROUPS for one in sorted(group[1], key=lambda one: one.name)]
    for one in TRANSFORMATIONS.values():
        assert one.group in dict(GROUPS)
        assert re.fullmatch(r"[A-Z].{5,90}[.]", one.help), one.name
        for parameter in one.parameters:
            assert parameter.label and parameter.label[0].isupper()
            assert parameter.kind in ("longtext", "number", "choice")
            assert not parameter.help or parameter.help.endswith(".")
    assert len({one.label for one in TRANSFORMATIONS.values()}) == len(TRANSFORMATIONS)
    assert TRANSFORMATIONS["Prepend"].parameters[0].label == "Text to put in front"


def test_the_manual_names_each_with_its_parameters() -> None:
    for one in TRANSFORMATIONS.values():
        assert f"  {one.name} " in MANUAL
        assert one.help in MANUAL
        assert all(parameter.key in MANUAL and parameter.label in MANUAL for parameter in one.parameters)


def test_the_rows_of_the_manual_can_be_used() -> None:
    rows = [yaml.safe_load(line)[0] for line in MANUAL.splitlines() if line.startswith("  - ")]
    assert len(rows) == 4
    mappings, problems = read_mappings(rows)
    assert (len(mappings), problems) == (4, [])
