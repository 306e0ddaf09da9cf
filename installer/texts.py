"""Keeps the translations in step: `python installer/texts.py LANGUAGE [--area AREA] [--fill FILE] [--check]`.

Collects every text that people read, area by area (a package of mailflow_gui), and writes resources/translations/
LANGUAGE/AREA.ts: new texts are marked as unfinished, what the code no longer says is dropped. `--fill` takes a JSON
object of translations, {"English": "…"} or {"{count} messages": ["one", "many"]} for plurals.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
CODE, PLACE = ROOT / "mailflow_gui", ROOT / "resources" / "translations"
if __name__ == "__main__":  # run as a script: the checkout's package
    sys.path.insert(0, str(ROOT))

from mailflow_gui.core.language import declared_texts  # noqa: E402
from mailflow_gui.store.translations import messages  # noqa: E402

#: What tells of the language itself, and the area of texts of declarations.
HEAD, DECLARED = "language", "declared"
#: Texts by area; the value tells whether it is a plural.
Texts = dict[str, dict[str, bool]]
Forms = tuple[str, ...]
_FILE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="en">
<context>
<name>{area}</name>
{content}</context>
</TS>
"""


def collect() -> Texts:
    """All texts of the code by area."""
    found: Texts = {HEAD: dict.fromkeys(("Name of the language", "1,000", "0.5"), False)}
    for path in sorted(CODE.rglob("*.py")):
        for source, plural in marked(path.read_text(encoding="utf-8")):
            found.setdefault(area_of(path), {})[source] = plural
    found[DECLARED] = dict.fromkeys(sorted(declared_texts(load_all)), False)
    return found


def area_of(path: Path) -> str:
    """“ui-editor” for a module below mailflow_gui/ui/editor, “core” for one in mailflow_gui/core."""
    return "-".join(path.relative_to(CODE).parts[:-1][:2]) or "program"


def marked(code: str) -> Iterator[tuple[str, bool]]:
    """The texts given to `tr`, `later` and `trn` in a module."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = {"tr": 0, "later": 0, "trn": 1}.get(node.func.id)
            if place is None or len(node.args) <= place:
                continue
            argument = node.args[place]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value, node.func.id == "trn"


def load_all() -> None:
    """Imports every module that declares something, anew, so that its texts are told."""
    for name in [one for one in sys.modules if one.startswith(("mailflow_gui.core", "mailflow_gui.steps"))]:
        if name != "mailflow_gui.core.language" and name != "mailflow_gui.core":
            del sys.modules[name]
    for package in ("core", "connectors", "steps"):
        module = importlib.import_module(f"mailflow_gui.{package}")
        for one in pkgutil.walk_packages(module.__path__, f"mailflow_gui.{package}."):
            importlib.import_module(one.name)


def known(language: str) -> dict[str, Forms]:
    """The translations that are there, whatever their area."""
    found: dict[str, Forms] = {}
    for path in sorted((PLACE / language).glob("*.ts")):
        found.update({source: forms for source, forms in messages(path) if all(forms)})
    return found


def catalog(
    language: str, area: str, texts: Mapping[str, bool], translations: Mapping[str, Forms]
) -> tuple[str, list[str]]:
    """The catalog of an area, and the texts that have no translation yet."""
    lines, missing = [], []
    for source, plural in sorted(texts.items()):
        forms = translations.get(source, ())
        done = all(forms) and len(forms) == (2 if plural else 1)
        if not done:
            missing.append(source)
        lines.append(_message(source, plural, forms if done else ()))
    return _FILE.format(language=language, area=area, content="".join(lines)), missing


def out_of_step(path: Path, content: str) -> bool:
    """Whether a catalog on the disk is not what it should be."""
    return not path.is_file() or path.read_text(encoding="utf-8") != content


def _message(source: str, plural: bool, forms: Forms) -> str:
    kind = "" if forms else ' type="unfinished"'
    if plural:
        inner = "".join(f"<numerusform>{escape(one)}</numerusform>" for one in forms or ("", ""))
    else:
        inner = escape(forms[0]) if forms else ""
    number = ' numerus="yes"' if plural else ""
    return (
        f"<message{number}>\n<source>{escape(source)}</source>\n<translation{kind}>{inner}</translation>\n</message>\n"
    )


def main() -> int:
    """Updates the catalogs, or with --check only looks; tells what is missing or wrong, and ends with 1 then."""
    parser = argparse.ArgumentParser(description="Keep translations in step with the code.")
    parser.add_argument("language", help="code of two letters, such as de")
    parser.add_argument("--area", action="append", help="only this area, such as ui-editor; may be repeated")
    parser.add_argument("--fill", type=Path, help="a JSON object of translations to take in")
    parser.add_argument("--check", action="store_true", help="write nothing; tell which catalogs are out of step")
    options = parser.parse_args()
    texts, translations = collect(), known(options.language)
    if options.fill:
        given = json.loads(options.fill.read_text(encoding="utf-8"))
        translations.update({key: (one,) if isinstance(one, str) else tuple(one) for key, one in given.items()})
    missing, wrong, place = 0, [], PLACE / options.language
    for area in options.area or sorted(texts):
        content, open_texts = catalog(options.language, area, texts.get(area, {}), translations)
        missing += len(open_texts)
        for source in open_texts:
            print(f"{area}: {json.dumps(source, ensure_ascii=False)}")
        if out_of_step(place / f"{area}.ts", content):
            wrong.append(area)
        if not options.check:
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{area}.ts").write_text(content, encoding="utf-8")
    print(f"{sum(map(len, texts.values()))} texts, {missing} without a translation")
    left_over = sorted(path.stem for path in place.glob("*.ts") if path.stem not in texts)
    if options.check and (wrong or left_over):
        print(f"out of step: {', '.join([*wrong, *left_over])}; run: python installer/texts.py {options.language}")
    return 1 if missing or (options.check and (wrong or left_over)) else 0


if __name__ == "__main__":
    sys.exit(main())
