"""Transformations of text. Each takes one value (None: absent) and its arguments. Pure, any thread."""

from __future__ import annotations

import re
from collections.abc import Callable

from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.transformations.kinds import (
    Arguments,
    Named,
    One,
    Transformation,
    TransformationError,
    ensure_room,
    number_parameter,
    text_parameter,
)
from mailflow_gui.core.values import text_of

MAX_COUNT = 10_000
_DASHED = re.compile(r"[\s:_+=]")
_UNDERSCORED = re.compile(r"[\s:\-+=]")
_PLACEHOLDER = re.compile(r"%%|%(?:([1-9]\d?)\$)?s|\$\{([A-Za-z_][\w.-]*)\}|\$([A-Za-z_]\w*(?:\.\w[\w-]*)*)", re.ASCII)


def _on_text(change: Callable[[str, Arguments], FieldValue], absent: FieldValue = None) -> One:
    """A function on text; an absent value gives `absent`."""

    def apply(value: FieldValue, arguments: Arguments) -> FieldValue:
        return absent if value is None else change(text_of(value), arguments)

    return apply


def _append(text: str, arguments: Arguments) -> str:
    added = arguments.text("string")
    ensure_room(len(text) + len(added), len(text))
    return text + added


def _prepend(text: str, arguments: Arguments) -> str:
    added = arguments.text("string")
    ensure_room(len(text) + len(added), len(text))
    return added + text


def _camelize(text: str, arguments: Arguments) -> str:
    first, *later = text.split() or [""]
    return first.lower() + "".join(word[:1].upper() + word[1:] for word in later)


def _file_extension(text: str, arguments: Arguments) -> str | None:
    _, dot, extension = text.rpartition(".")
    return extension if dot else None


def _padding(text: str, arguments: Arguments) -> str:
    character, count = arguments.text("padCharacter"), arguments.number("padCount")
    ensure_room(len(text) + len(character) * count, len(text))
    return character * count


def _repeat(text: str, arguments: Arguments) -> str:
    ensure_room(len(text) * arguments.number("count"), len(text))
    return text * arguments.number("count")


def _replace(times: int) -> Callable[[str, Arguments], str]:
    """Plain text, not a pattern; `times` -1 replaces all."""

    def replace(text: str, arguments: Arguments) -> str:
        match, new = arguments.text("match"), arguments.text("newString")
        found = text.count(match) if times < 0 else min(times, text.count(match))
        ensure_room(len(text) + found * (len(new) - len(match)), len(text))
        return text.replace(match, new, times)

    return replace


def _slice(text: str, arguments: Arguments) -> str:
    end = arguments.number("endIndex")
    return text[arguments.number("startIndex") : end if end >= 0 else None]


def _after(text: str, arguments: Arguments) -> str:
    _, found, rest = text.partition(arguments.text("match"))
    return _slice(rest, arguments) if found else text


def _before(text: str, arguments: Arguments) -> str:
    start, found, _ = text.partition(arguments.text("match"))
    return _slice(start, arguments) if found else text


def split_text(text: str, delimiter: str) -> tuple[str, ...]:
    """The parts of a text. A single space as delimiter stands for any run of white space."""
    parts = text.split() if delimiter == " " else text.split(delimiter)
    if len(parts) > MAX_COUNT:
        raise TransformationError(f"The text has more than {MAX_COUNT:,} parts.")
    return tuple(parts)


def _contains(value: FieldValue, arguments: Arguments) -> bool:
    return value is not None and arguments.text("value") in text_of(value)


def _copy_to(value: FieldValue, arguments: Arguments) -> FieldValue:
    return None if value is None else (*("" for _ in range(arguments.number("index"))), text_of(value))


def _default(value: FieldValue, arguments: Arguments) -> FieldValue:
    return value if text_of(value).strip() else arguments.text("value")


def _length(value: FieldValue, arguments: Arguments) -> int:
    if value is None:
        return -1
    return len(value) if isinstance(value, tuple) else len(text_of(value))


def fill_format(template: str, values: tuple[Named, ...]) -> str:
    """The template with `%s` (next value), `%2$s` (second value), `$name` and `${name}` filled in; `%%` is %.

    One pass: placeholders inside values are left alone. A placeholder without a value is empty.
    """
    by_name = {one.name: text_of(one.value) for one in values}
    ordered = [text_of(one.value) for one in values]
    source = sum(map(len, ordered))
    following = iter(ordered)
    room = [len(template)]

    def fill(match: re.Match[str]) -> str:
        number, braced, bare = match.groups()
        if match[0] == "%%":
            return "%"
        name = braced or bare
        if name:
            text = by_name.get(name, "") if name in by_name or braced else match[0]
        elif number:
            text = ordered[int(number) - 1] if int(number) <= len(ordered) else ""
        else:
            text = next(following, "")
        room[0] += len(text)
        ensure_room(room[0], source)
        return text

    return _PLACEHOLDER.sub(fill, template)


def _format_one(value: FieldValue, arguments: Arguments) -> FieldValue:
    return None if value is None else fill_format(arguments.text("template"), (Named("", value),))


def _format_many(values: tuple[Named, ...], arguments: Arguments) -> str:
    return fill_format(arguments.text("template"), values)


def _contains_many(values: tuple[Named, ...], arguments: Arguments) -> bool:
    return any(text_of(one.value) == arguments.text("value") for one in values if one.value is not None)


def _plain(name: str, label: str, change: Callable[[str], str]) -> Transformation:
    return Transformation(name, label, one=_on_text(lambda text, arguments: change(text)))


def _found(name: str, label: str, test: Callable[[str, str], FieldValue], absent: FieldValue) -> Transformation:
    """A transformation that looks for its parameter `string`."""
    parameter = text_parameter("string", "Text to look for", required=True)
    return Transformation(
        name, label, (parameter,), one=_on_text(lambda text, arguments: test(text, arguments.text("string")), absent)
    )


_RANGE = (
    number_parameter("startIndex", "First character (from 0)"),
    number_parameter("endIndex", "Up to, not including (-1: the end)", -1, low=-1),
)
_MATCH = text_parameter("match", "Text to look for", required=True)
_REPLACE = (_MATCH, text_parameter("newString", "Text to put there"))
_PAD = (
    text_parameter("padCharacter", "Character to add", " ", required=True),
    number_parameter("padCount", "How many", 0, high=MAX_COUNT),
)

TEXT = (
    Transformation("Append", "Append", (text_parameter("string", "Text to put at the end"),), one=_on_text(_append)),
    Transformation("Camelize", "Camelize", one=_on_text(_camelize)),
    _plain("Capitalize", "Capitalize", lambda text: text[:1].upper() + text[1:]),
    Transformation(
        "Contains",
        "Contains",
        (text_parameter("value", "Text to look for", required=True),),
        one=_contains,
        many=_contains_many,
    ),
    Transformation(
        "CopyTo",
        "Copy To",
        (number_parameter("index", "Number of the target (from 0)", high=100),),
        one=_copy_to,
        whole=True,
    ),
    Transformation(
        "DefaultIfEmpty",
        "Default if empty",
        (text_parameter("value", "Text to use instead"),),
        one=_default,
        whole=True,
    ),
    _found("EndsWith", "Ends With", str.endswith, False),
    Transformation(
        "Equals",
        "Equals",
        (text_parameter("value", "Text to compare with"),),
        one=_on_text(lambda text, arguments: text == arguments.text("value"), False),
        whole=True,
    ),
    Transformation("FileExtension", "File Extension", one=_on_text(_file_extension)),
    Transformation(
        "Format",
        "Format",
        (text_parameter("template", "Text with %s for the value, $name for a field", required=True),),
        one=_format_one,
        many=_format_many,
    ),
    _found("IndexOf", "Index Of", str.find, -1),
    Transformation("IsNull", "Is Null", one=lambda value, arguments: value is None, whole=True),
    _found("LastIndexOf", "Last Index Of", str.rfind, -1),
    Transformation("Length", "Length", one=_length, whole=True),
    _plain("Lowercase", "Lowercase", str.lower),
    _plain("Normalize", "Normalize", lambda text: " ".join(text.split())),
    Transformation(
        "PadStringLeft", "Pad Left", _PAD, one=_on_text(lambda text, arguments: _padding(text, arguments) + text)
    ),
    Transformation(
        "PadStringRight", "Pad Right", _PAD, one=_on_text(lambda text, arguments: text + _padding(text, arguments))
    ),
    Transformation("Prepend", "Prepend", (text_parameter("string", "Text to put in front"),), one=_on_text(_prepend)),
    Transformation(
        "Repeat", "Repeat", (number_parameter("count", "How many times", 1, high=MAX_COUNT),), one=_on_text(_repeat)
    ),
    Transformation("ReplaceAll", "Replace All", _REPLACE, one=_on_text(_replace(-1))),
    Transformation("ReplaceFirst", "Replace First", _REPLACE, one=_on_text(_replace(1))),
    _plain("SeparateByDash", "Separate by Dash", lambda text: _DASHED.sub("-", text)),
    _plain("SeparateByUnderscore", "Separate by Underscore", lambda text: _UNDERSCORED.sub("_", text)),
    Transformation(
        "Split",
        "Split",
        (text_parameter("delimiter", "Text between the parts", " ", required=True),),
        one=_on_text(lambda text, arguments: split_text(text, arguments.text("delimiter"))),
        whole=True,
    ),
    _found("StartsWith", "Starts With", str.startswith, False),
    Transformation("Substring", "Substring", _RANGE, one=_on_text(_slice)),
    Transformation("SubstringAfter", "Substring After", (*_RANGE, _MATCH), one=_on_text(_after)),
    Transformation("SubstringBefore", "Substring Before", (*_RANGE, _MATCH), one=_on_text(_before)),
    _plain("Trim", "Trim", str.strip),
    _plain("TrimLeft", "Trim Left", str.lstrip),
    _plain("TrimRight", "Trim Right", str.rstrip),
    _plain("Uppercase", "Uppercase", str.upper),
)
