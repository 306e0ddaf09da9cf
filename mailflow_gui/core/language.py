"""What people read, in their language. Texts stand in English in the code and are looked up when they are shown. Pure.

`tr` and `trn` give a text in the chosen language; `later` only marks one that is given to them later; what a class of
declarations has `shown` (a field's label) holds the English and reads as its translation. `store/translations.py` reads
the catalogs, which Qt Linguist edits. The language is chosen when the program starts, also anew; any thread
reads it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its code (“de”), its texts by the English ones, and how it writes numbers.

    Plural texts have a form for each number that `form` tells apart; by default one for 1 and one for the rest.
    """

    code: str = "en"
    name: str = "English"
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group: str = ","
    decimal: str = "."
    form: Callable[[int], int] = lambda count: 0 if count == 1 else 1


ENGLISH = Language()
_language = ENGLISH
#: Texts of declarations, when somebody collects them: see `declared_texts`.
_declared: set[str] | None = None


def use(language: Language) -> None:
    """From now on texts are in this language; before anything is shown."""
    global _language
    _language = language


def current() -> Language:
    """The language in use."""
    return _language


def later(english: str, /) -> str:
    """The English itself: marks a text of a table that is given to `tr` where it is shown."""
    return english


def tr(english: str, /, **values: object) -> str:
    """A text in the person's language, `{name}` filled in from the values; whole numbers are written as there.

    Braces without a value stay as they are.
    """
    found = _language.texts.get(english)
    return _filled(found[0] if found else english, values)


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """A text that depends on a number: `trn("{count} message", "{count} messages", 3)`. `{count}` need not be in it."""
    found = _language.texts.get(many)
    form = _language.form(count) if found else 0
    words = found[form] if found and form < len(found) else one if count == 1 else many
    return _filled(words, {"count": count, **values})


def number(value: int | float, decimals: int = 0) -> str:
    """A number with the separators of the language: 1,234.5 or 1.234,5."""
    signs = {",": _language.group, ".": _language.decimal}
    return "".join(signs.get(sign, sign) for sign in f"{value:,.{decimals}f}")


def listed(words: list[str] | tuple[str, ...]) -> str:
    """“A”, “A and B”, “A, B and C”."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])


def quoted(text: object) -> str:
    """“Text”, in the quotation marks of the language."""
    return tr("“{name}”", name=str(text))


class _Shown:
    """An attribute that holds a text in English and reads as its translation."""

    def __init__(self, name: str) -> None:
        self._name = f"_{name}"

    def __get__(self, one: object | None, owner: type[Any]) -> Any:
        return self if one is None else tr(getattr(one, self._name))

    def __set__(self, one: object, value: str) -> None:
        if _declared is not None and value:
            _declared.add(value)
        object.__setattr__(one, self._name, value)


def shown(*names: str) -> Callable[[type[T]], type[T]]:
    """Marks attributes of a class of declarations: they are written in English and read in the person's language.

    Stands above `@dataclass`, which must not have slots.
    """

    def mark(owner: type[T]) -> type[T]:
        for name in names:
            setattr(owner, name, _Shown(name))
        return owner

    return mark


def declared_texts(load: Callable[[], object]) -> frozenset[str]:
    """The texts of all declarations that `load` makes, by importing their modules."""
    global _declared
    _declared = set()
    try:
        load()
        return frozenset(_declared)
    finally:
        _declared = None


def _filled(words: str, values: Mapping[str, object]) -> str:
    if not values:
        return words

    def fill(match: re.Match[str]) -> str:
        if match[1] not in values:
            return match[0]
        value = values[match[1]]
        return number(value) if isinstance(value, int) and not isinstance(value, bool) else str(value)

    return _PLACE.sub(fill, words)
