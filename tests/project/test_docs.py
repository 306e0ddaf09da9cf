"""The README and the changelog tell the truth: every command, file and example in them exists and works."""

from __future__ import annotations

import argparse
import importlib.metadata
import re
import subprocess
import sys
import tomllib
import types
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from mailflow_gui import connectors, steps
from mailflow_gui.cli import command_line
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.exchange import Dropped, Exchange, Stage
from mailflow_gui.core.expressions.expression import check
from mailflow_gui.core.message import Message
from mailflow_gui.core.step import StepContext, StepKind
from tests.project.sources import PACKAGE, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
SPANS = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", README, flags=re.DOTALL))
VERBS = {verb.name: verb for verb in command_line.find_verbs()}
CATALOG = discover(connectors, steps)


def test_the_sentence_of_the_six_terms_opens_the_readme() -> None:
    opening = README.split("## ")[0]
    for term in (
        "A Connector is code",
        "a Step is yours",
        "an Exchange is one message's trip",
        "an Activity is what we",
    ):
        assert term in opening


@pytest.mark.parametrize("span", sorted({span for span in SPANS if re.match(r"mailflow [a-z]", span)}))
def test_each_command_of_the_readme_is_understood(span: str) -> None:
    words = span.split()[1:]
    verb = VERBS[words[0]]
    parser = argparse.ArgumentParser(exit_on_error=False)
    verb.declare(parser)
    assert parser.parse_args(words[1:]) is not None


def test_the_readme_names_every_verb() -> None:
    named = {span.split()[1] for span in SPANS if re.match(r"mailflow [a-z]", span)}
    assert named == set(VERBS)


def test_the_files_of_the_tour_exist() -> None:
    tour = README.split("## A message arrives")[1].split("\n## Adding")[0]
    files = {span for span in re.findall(r"`([^`\n]+)`", tour) if re.fullmatch(r"[\w/]+\.py|[a-z]+/", span)}
    assert len(files) > 25
    assert [name for name in sorted(files) if not (PACKAGE / name).exists()] == []


def test_the_links_of_the_readme_lead_somewhere() -> None:
    targets = [one for one in re.findall(r"\]\(([^)]+)\)", README) if not one.startswith("http")]
    assert [one for one in targets if not (ROOT / one).is_file()] == []


def test_the_scripts_know_the_verbs_that_the_readme_uses() -> None:
    script = (ROOT / "installer" / "dev.sh").read_text(encoding="utf-8")
    windows = (ROOT / "installer" / "dev.ps1").read_text(encoding="utf-8")
    used = set(re.findall(r"installer/dev\.sh ([a-z]+)", README))
    assert {"demo", "test", "run"} <= used
    for verb in used:
        assert re.search(rf"^    {verb}\) ", script, re.MULTILINE)
        assert f'"{verb}"' in windows


@pytest.mark.parametrize("kinds", ["connectors", "steps"])
def test_the_reference_lists_every_kind_and_field(kinds: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "mailflow_gui", kinds],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
    classes = [kind.settings for kind in CATALOG.steps]
    if kinds == "connectors":
        classes = [one.settings for one in CATALOG.connectors]
        classes += [action.settings for one in CATALOG.connectors for action in one.actions]
    assert classes
    missing = [
        key
        for one in classes
        for key, field in one.FIELDS.items()
        if key not in ended.stdout or field.label not in ended.stdout
    ]
    assert missing == []


def test_the_readme_names_every_kind_of_step() -> None:
    (line,) = re.findall(r"^ *The steps: (.+?)\. ", README, re.MULTILINE)
    assert sorted(line.split(", ")) == [kind.title for kind in CATALOG.steps]


def test_the_expressions_of_the_readme_can_be_used() -> None:
    examples = README.split("```text\n")[1].split("```")[0].splitlines()
    assert len(examples) > 3
    assert [(one, check(one)) for one in examples if check(one)] == []


def test_the_example_is_a_step_kind() -> None:
    kind = _example()
    settings, problems = kind.settings.check({"kilobytes": 2})
    assert problems == []
    assert settings.dump() == {"kilobytes": 2}
    assert kind.summary(settings) == "Up to 2 kB"
    limit = cast(Stage, kind.prepare(settings, StepContext("1", "i")))
    assert isinstance(limit(_exchange(1_999)), Exchange)
    assert isinstance(limit(_exchange(3_000)), Dropped)


def test_the_example_is_found_by_the_catalog(tmp_path: Path) -> None:
    code = README.split("```python\n")[1].split("```")[0]
    (tmp_path / "size_limit.py").write_text(code, encoding="utf-8")
    package = types.ModuleType("example_steps")
    package.__path__ = [str(tmp_path)]
    sys.modules["example_steps"] = package
    try:
        found = discover(connectors, package).step("size-limit")
    finally:
        for name in ("example_steps", "example_steps.size_limit"):
            sys.modules.pop(name, None)
    assert found.title == "Size Limit"


def test_the_changelog_has_a_place_for_this_version() -> None:
    assert CHANGELOG.startswith("# Changelog\n")
    assert "## [Unreleased]" in CHANGELOG
    kinds = set(re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_program_knows_its_version() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    try:
        installed = importlib.metadata.version("mailflow")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("Mailflow is not installed in this Python; `sh installer/dev.sh test` installs it")
    assert installed == declared == command_line.version()


def _example() -> StepKind:
    code = README.split("```python\n")[1].split("```")[0]
    module: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), module)
    kind = module["KIND"]
    assert isinstance(kind, StepKind)
    return kind


def _exchange(size: int) -> Exchange:
    return Exchange("x", Message(raw=b"", size=size), datetime(2026, 1, 1, tzinfo=UTC))
