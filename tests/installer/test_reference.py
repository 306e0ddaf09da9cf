"""The man page and the completions follow the program's own parser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from installer.parts import completions, grammar, manual

COMMAND = grammar.program()


def test_every_verb_and_option_is_in_the_man_page() -> None:
    page = manual.page(COMMAND, "1.2.3", 0)
    assert '"Mailflow 1.2.3"' in page
    assert "1970-01-01" in page
    assert "@" not in page
    for verb in COMMAND.every():
        assert f".SS mailflow {verb.name}".replace("-", "\\-") in page
        for option in verb.options:
            assert option.names[-1].replace("-", "\\-") in page


def test_no_line_of_the_man_page_is_taken_for_a_request() -> None:
    known = {".TH", ".SH", ".SS", ".TP", ".B", ".I", ".BR", ".br", ".PP", ".RS", ".RE", '.\\"'}
    requests = {line.split()[0] for line in manual.page(COMMAND, "1", 0).splitlines() if line.startswith((".", "'"))}
    assert requests <= known


@pytest.mark.parametrize("script", [completions.bash, completions.zsh, completions.fish])
def test_every_verb_is_completed(script: object) -> None:
    text = script(COMMAND)  # type: ignore[operator]
    for verb in COMMAND.every():
        assert verb.name.split()[-1] in text


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["mailflow", "do"], "doctor"),
        (["mailflow", "--vault", ""], "keyring file credentials session"),
        (["mailflow", "--vault", "file", "dem"], "demo"),
        (["mailflow", "demo", "--head"], "--headless"),
        (["mailflow", "secret", "s"], "set"),
    ],
)
def test_bash_completes(tmp_path: Path, words: list[str], wanted: str) -> None:
    (tmp_path / "mailflow").write_text(completions.bash(COMMAND), encoding="utf-8")
    code = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mailflow; echo "${COMPREPLY[*]}"'
    done = subprocess.run(
        ["bash", "-c", code, "bash", str(tmp_path / "mailflow"), *words],
        capture_output=True, text=True, timeout=20, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == wanted
