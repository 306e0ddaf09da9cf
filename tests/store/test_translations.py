"""Catalogs: what is read of them, and that the ones we ship say everything the code says, with the same places."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from mailflow_gui.core.language import ENGLISH
from mailflow_gui.store.translations import messages, read, system_code

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "translations"
_PLACE = re.compile(r"\{(?:\w|@)+\}")

HEAD = """<TS><context><name>language</name>
<message><source>Name of the language</source><translation>Deutsch</translation></message>
<message><source>1,000</source><translation>1.000</translation></message>
<message><source>0.5</source><translation>0,5</translation></message>
</context></TS>"""
AREA = """<TS><context><name>ui</name>
<message><source>Save</source><translation>Sichern</translation></message>
<message><source>Open</source><translation type="unfinished"></translation></message>
<message numerus="yes"><source>{count} files</source><translation><numerusform>{count} Datei</numerusform>
<numerusform>{count} Dateien</numerusform></translation></message>
</context></TS>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "de"
    place.mkdir()
    (place / "language.ts").write_text(HEAD, encoding="utf-8")
    (place / "ui.ts").write_text(AREA, encoding="utf-8")
    return tmp_path


def test_a_language_is_read_with_its_numbers(folder: Path) -> None:
    found = read(folder, "de")
    assert (found.code, found.name, found.group, found.decimal) == ("de", "Deutsch", ".", ",")
    assert found.texts["Save"] == ("Sichern",)
    assert found.texts["{count} files"] == ("{count} Datei", "{count} Dateien")


def test_an_unfinished_text_is_not_there(folder: Path) -> None:
    assert "Open" not in read(folder, "de").texts


@pytest.mark.parametrize("choice", ["fr", "../de", "de/..", "DE-AT", "en"])
def test_what_is_not_there_is_english(folder: Path, choice: str) -> None:
    assert read(folder, choice) is ENGLISH


def test_a_damaged_catalog_is_english(folder: Path) -> None:
    (folder / "de" / "ui.ts").write_text("<TS><context>", encoding="utf-8")
    assert read(folder, "de") is ENGLISH


@pytest.mark.parametrize(
    ("value", "code"), [("de_AT.UTF-8", "de"), ("C.UTF-8", "en"), ("POSIX", "en"), ("", "en"), ("pt-BR", "pt")]
)
def test_the_language_of_the_computer(monkeypatch: pytest.MonkeyPatch, value: str, code: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", value or "C")
    assert system_code() == code


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*/*.ts")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_translations_keep_the_places_of_the_text(path: Path) -> None:
    for source, forms in messages(path):
        for form in filter(None, forms):
            places = set(_PLACE.findall(form))
            wanted = set(_PLACE.findall(source))
            assert places == wanted or (len(forms) > 1 and places == wanted - {"{count}"}), (source, form)


def test_one_text_has_one_translation() -> None:
    seen: dict[str, tuple[str, ...]] = {}
    for path in sorted((SHIPPED / "de").glob("*.ts")):
        for source, forms in messages(path):
            if all(forms):
                assert seen.setdefault(source, forms) == forms, (path.stem, source)


@pytest.mark.parametrize("language", sorted(path.name for path in SHIPPED.iterdir()))
def test_a_catalog_says_everything_the_code_says_and_no_more(language: str) -> None:
    command = [sys.executable, str(SHIPPED.parents[1] / "installer" / "texts.py"), language, "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("language", sorted(path.name for path in SHIPPED.iterdir()))
def test_every_plural_has_its_forms(language: str) -> None:
    code = read(SHIPPED, language)
    for path in sorted((SHIPPED / language).glob("*.ts")):
        for message in ElementTree.parse(path).iter("message"):  # our own file
            forms = [one.text for one in message.iter("numerusform")]
            if message.get("numerus") == "yes":
                assert len(forms) == 1 + max(map(code.form, range(200))), message.findtext("source")
            else:
                assert not forms, message.findtext("source")


def test_texts_are_given_as_they_are_to_our_own_functions() -> None:
    """What is put together before it is looked up is found in no catalog, and Qt's own `tr` asks none of ours."""
    wrong = []
    for path in (SHIPPED.parents[1] / "mailflow_gui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            given = node.args[: 2 if name == "trn" else 1] if name in ("tr", "trn", "later") else []
            if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                given = [ast.JoinedStr([])]
            if any(_is_made(one) for one in given):
                wrong.append(f"{path.name}:{node.lineno}")
    assert not wrong


def _is_made(given: ast.expr) -> bool:
    if isinstance(given, ast.IfExp):
        return not all(isinstance(one, ast.Name | ast.Attribute) for one in (given.body, given.orelse))
    return isinstance(given, ast.JoinedStr | ast.BinOp | ast.BoolOp)
