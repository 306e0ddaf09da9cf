"""The catalog: a kind is loaded alone by its id, a walk loads all, whatever a module is named."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from mailflow_gui import connectors, steps
from mailflow_gui.core.catalog import Catalog, Kinds, discover
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.step import StepKind

MODULE = """
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import StepKind

LOOK = dict(description="", icon="", tone="")
KIND = StepKind(id={id!r}, title={title!r}, settings=Settings, prepare=print, summary=str, **LOOK)
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Kinds[StepKind]:
    """A package of three kinds, one under another name, and a module that offers none."""
    name = "shelf_of_kinds"
    folder = tmp_path / name
    folder.mkdir()
    (folder / "__init__.py").touch()
    for module, id, title in (("size_limit", "size-limit", "Size"), ("odd_name", "other", "Other"), ("a", "a", "Zoo")):
        (folder / f"{module}.py").write_text(MODULE.format(id=id, title=title))
    (folder / "helper.py").write_text("KINDS = ()")
    (folder / "_private.py").write_text("raise AssertionError")
    monkeypatch.syspath_prepend(str(tmp_path))
    request.addfinalizer(lambda: [sys.modules.pop(one) for one in loaded(name)] and None)
    return Kinds[StepKind](importlib.import_module(name), "KIND")


def loaded(package: str = "shelf_of_kinds") -> list[str]:
    return [one for one in sys.modules if one.partition(".")[0] == package]


def test_a_kind_is_loaded_alone(shelf: Kinds[StepKind]) -> None:
    found = shelf.find("size-limit")
    assert found is not None
    assert found.title == "Size"
    assert loaded() == ["shelf_of_kinds", "shelf_of_kinds.size_limit"]


def test_a_walk_gives_all_by_title(shelf: Kinds[StepKind]) -> None:
    assert [one.id for one in shelf] == ["other", "size-limit", "a"]
    assert (len(shelf), shelf[0].id, [one.id for one in shelf[1:]]) == (3, "other", ["size-limit", "a"])


def test_a_kind_in_a_module_of_another_name_is_found(shelf: Kinds[StepKind]) -> None:
    assert Catalog((), shelf).step("other").title == "Other"


@pytest.mark.parametrize("id", ["none", "helper", "odd-name", "_private", "size_limit.x", ""])
def test_an_unknown_kind_is_told(shelf: Kinds[StepKind], id: str) -> None:
    with pytest.raises(SettingsError, match=f"There is no step kind “{id}”"):
        Catalog((), shelf).step(id)


def test_every_kind_of_mailflow_can_be_loaded_alone() -> None:
    catalog = discover(connectors, steps)
    for one in (*catalog.connectors, *catalog.steps):
        package = "connectors" if one in catalog.connectors else "steps"
        name = "CONNECTOR" if package == "connectors" else "KIND"
        module = importlib.import_module(f"mailflow_gui.{package}.{one.id.replace('-', '_')}")
        assert getattr(module, name) is one
