"""Catalogs of translated texts: files of Qt Linguist (.ts), a folder for each language. Any thread."""

from __future__ import annotations

import locale
import os
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from pathlib import Path

from mailflow_gui.core.language import ENGLISH, Language

#: The person's choice that follows the computer.
SYSTEM = "system"


def read(folder: Path, choice: str) -> Language:
    """The language of a choice: a code, or `system`. What is not there, or can't be read, is English."""
    code = system_code() if choice in ("", SYSTEM) else choice
    place = folder / code
    if code == ENGLISH.code or not code.isascii() or not code.isalpha() or not (place / "language.ts").is_file():
        return ENGLISH
    try:
        head = _Head.of(place)
        texts = {source: forms for path in sorted(place.glob("*.ts")) for source, forms in messages(path) if all(forms)}
    except (OSError, ElementTree.ParseError):
        return ENGLISH
    return Language(code, head.name, texts, head.group, head.decimal)


def messages(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The English texts of a catalog with their translations; a text without one has ("",)."""
    for message in ElementTree.parse(path).iter("message"):  # noqa: S314  # our own file
        translation = message.find("translation")
        forms = () if translation is None else tuple(one.text or "" for one in translation.iter("numerusform"))
        words = "" if translation is None else translation.text or ""
        yield message.findtext("source", ""), forms or (words,)


def system_code() -> str:
    """The language of this computer as a code of two letters, “en” when it can't be told."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name, ""):
            break
    else:
        value = locale.getlocale()[0] or ""
    code = value.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return {"german": "de", "english": "en"}.get(code, code) if code.isalpha() and code not in ("c", "posix") else "en"


class _Head:
    """What `language.ts` tells of the language itself."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self.name = told.get("Name of the language", "")
        self.group = told.get("1,000", "1,000")[1:-3]
        self.decimal = told.get("0.5", "0.5")[1:-1]

    @classmethod
    def of(cls, place: Path) -> _Head:
        return cls({source: forms[0] for source, forms in messages(place / "language.ts")})
