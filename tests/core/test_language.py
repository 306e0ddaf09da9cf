"""Texts in the person's language: lookups, plurals, numbers, and declarations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from mailflow_gui.core import language
from mailflow_gui.core.fields import Option, Text
from mailflow_gui.core.language import Language, listed, number, quoted, tr, trn

GERMAN = Language(
    "de",
    "Deutsch",
    {
        "Save": ("Sichern",),
        "“{name}” was deleted": ("„{name}“ wurde gelöscht",),
        "{count} messages": ("{count} Nachricht", "{count} Nachrichten"),
        "“{name}”": ("„{name}“",),
        "{first} and {last}": ("{first} und {last}",),
        "{field} is required.": ("{field} fehlt.",),
    },
    group=".",
    decimal=",",
)


@pytest.fixture
def german() -> Iterator[None]:
    language.use(GERMAN)
    yield
    language.use(language.ENGLISH)


def test_a_text_without_a_translation_stands_in_english(german: None) -> None:
    assert (tr("Save"), tr("Cancel")) == ("Sichern", "Cancel")


def test_values_are_filled_in_and_never_looked_at_again(german: None) -> None:
    assert tr("“{name}” was deleted", name="{name} Save") == "„{name} Save“ wurde gelöscht"


def test_braces_without_a_value_stay() -> None:
    assert tr("Write {{subject}} for {name}", name="it") == "Write {{subject}} for it"


@pytest.mark.parametrize(("count", "words"), [(1, "1 Nachricht"), (0, "0 Nachrichten"), (1234, "1.234 Nachrichten")])
def test_plurals_follow_the_language(german: None, count: int, words: str) -> None:
    assert trn("{count} message", "{count} messages", count) == words


def test_plurals_in_english() -> None:
    assert [trn("{count} message", "{count} messages", n) for n in (1, 2000)] == ["1 message", "2,000 messages"]


def test_numbers_follow_the_language(german: None) -> None:
    assert (number(1234567.891, 2), number(-1000)) == ("1.234.567,89", "-1.000")


def test_a_list_in_words(german: None) -> None:
    assert [listed(words) for words in ([], ["A"], ["A", "B", "C"])] == ["", "A", "A, B und C"]


def test_a_declaration_reads_in_the_language_and_keeps_its_english(german: None) -> None:
    option = Option("save", "Save", "Cancel")
    assert (option.label, option.help) == ("Sichern", "Cancel")
    language.use(language.ENGLISH)
    assert option.label == "Save"
    language.use(GERMAN)
    assert replace(option, value="other").label == "Sichern"


def test_a_field_says_in_the_language_that_it_is_required(german: None) -> None:
    assert Text("Save", "").missing == "Sichern fehlt."


def test_a_text_is_quoted_as_the_language_does(german: None) -> None:
    assert quoted("Sales {name}") == "„Sales {name}“"
    language.use(language.ENGLISH)
    assert quoted("Sales") == "“Sales”"
