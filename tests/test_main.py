"""The language of the window: the environment's, or the one chosen in Settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailflow_gui.cli.program import Options
from mailflow_gui.core.language import ENGLISH, current
from mailflow_gui.main import LANGUAGE, build, chosen_language
from mailflow_gui.store.paths import Paths
from mailflow_gui.store.preferences import PreferencesFile


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path)


def choose(paths: Paths, language: str) -> None:
    PreferencesFile(paths.preferences).edit(lambda before: before.replace(language=language))


@pytest.mark.parametrize(("computer", "chosen", "code"), [
    ("de_AT.UTF-8", "system", "de"),
    ("de_AT.UTF-8", "en", "en"),
    ("en_GB.UTF-8", "de", "de"),
    ("fi_FI.UTF-8", "system", "en"),
])  # fmt: skip
def test_the_window_speaks_what_was_chosen(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, computer: str, chosen: str, code: str
) -> None:
    for name in (LANGUAGE, "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", computer)
    choose(paths, chosen)
    assert chosen_language(paths).code == code


def test_the_environment_wins(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, "de")
    choose(paths, "en")
    assert chosen_language(paths).code == "de"


def test_a_verb_is_english_whatever_was_chosen(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, "de")
    choose(paths, "de")
    build(Options(paths.root, "session"))
    assert current() is ENGLISH
