"""Transformations of text. Each takes one value (None: absent) and its arguments. Pure, any thread."""

from __future__ import annotations

import re
from collections.abc import Callable

from mailflow_gui.core.language import tr
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
        raise TransformationError(tr("The text has more than {max_count} parts.", max_count=MAX_COUNT))
    return tuple(parts)


def _contains(value: FieldValue, arguments: Arguments) -> bool:
    return value is not None and arguments.text("value") in text_of(value)


def _copy_to(value: FieldValue, arguments: Arguments) -> FieldValue:
    return None if value is None else (*("" for _ in range(arguments.number("index"))), text_of(value))


def _default(value: FieldValue, arguments: Arguments) -> FieldValue:
    return value if text_of(value).strip() else arguments.text("value")


def _is_null(value: FieldValue, arguments: Arguments) -> bool:
    return value is None


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


def _plain(name: str, label: str, help: str, change: Callable[[str], str]) -> Transformation:
    return Transformation(name, label, help, one=_on_text(lambda text, arguments: change(text)))


def _found(
    name: str, label: str, help: str, test: Callable[[str, str], FieldValue], absent: FieldValue
) -> Transformation:
    """A transformation that looks for its parameter `string`."""
    parameter = text_parameter("string", "Text to look for", required=True)
    one = _on_text(lambda text, arguments: test(text, arguments.text("string")), absent)
    return Transformation(name, label, help, (parameter,), one=one)


_RANGE = (
    number_parameter("startIndex", "First character", help="Counted from 0."),
    number_parameter("endIndex", "Up to character", -1, low=-1, help="This one is left out. -1: up to the end."),
)
_MATCH = text_parameter("match", "Text to look for", required=True, help="This very text; it is not a pattern.")
_REPLACE = (_MATCH, text_parameter("newString", "Text to put there", help="Blank: the text is removed."))
_PAD = (
    text_parameter("padCharacter", "Character to add", " ", required=True),
    number_parameter("padCount", "How many", 0, high=MAX_COUNT),
)
_TEMPLATE = text_parameter(
    "template", "Text with places", required=True, help="%s is the value, or the next of several; $subject a source."
)

TEXT = (
    Transformation(
        "Append",
        "Append",
        "Puts a text at the end.",
        (text_parameter("string", "Text to put at the end"),),
        one=_on_text(_append),
    ),
    Transformation("Camelize", "Camelize", "Joins the words: “new order” becomes newOrder.", one=_on_text(_camelize)),
    _plain("Capitalize", "Capitalize", "Writes the first letter large.", lambda text: text[:1].upper() + text[1:]),
    Transformation(
        "Contains",
        "Contains",
        "True if the text contains another one; of several values, if one of them is equal to it.",
        (text_parameter("value", "Text to look for", required=True),),
        one=_contains,
        many=_contains_many,
    ),
    Transformation(
        "CopyTo",
        "Copy To",
        "Fills one of several targets, by its number.",
        (number_parameter("index", "Number of the target", high=100, help="Counted from 0."),),
        one=_copy_to,
        whole=True,
    ),
    Transformation(
        "DefaultIfEmpty",
        "Default if empty",
        "Takes another text if there is none.",
        (text_parameter("value", "Text to use instead"),),
        one=_default,
        whole=True,
    ),
    _found("EndsWith", "Ends With", "True if the text ends with another one.", str.endswith, False),
    Transformation(
        "Equals",
        "Equals",
        "True if the text is exactly this one.",
        (text_parameter("value", "Text to compare with"),),
        one=_on_text(lambda text, arguments: text == arguments.text("value"), False),
        whole=True,
    ),
    Transformation(
        "FileExtension",
        "File Extension",
        "What stands after the last dot: pdf of offer.pdf.",
        one=_on_text(_file_extension),
    ),
    Transformation(
        "Format",
        "Format",
        "Puts the values into a text.",
        (_TEMPLATE,),
        one=_format_one,
        many=_format_many,
    ),
    _found("IndexOf", "Index Of", "Where another text begins first, counted from 0; -1 if nowhere.", str.find, -1),
    Transformation("IsNull", "Is Null", "True if there is no value.", one=_is_null, whole=True),
    _found(
        "LastIndexOf", "Last Index Of", "Where another text begins last, counted from 0; -1 if nowhere.", str.rfind, -1
    ),
    Transformation(
        "Length",
        "Length",
        "How many characters the text has, or items the list; -1 without a value.",
        one=_length,
        whole=True,
    ),
    _plain("Lowercase", "Lowercase", "Writes every letter small.", str.lower),
    _plain(
        "Normalize",
        "Normalize",
        "Removes white space at the ends and makes one space of each run within.",
        lambda text: " ".join(text.split()),
    ),
    Transformation(
        "PadStringLeft",
        "Pad Left",
        "Adds characters at the beginning.",
        _PAD,
        one=_on_text(lambda text, arguments: _padding(text, arguments) + text),
    ),
    Transformation(
        "PadStringRight",
        "Pad Right",
        "Adds characters at the end.",
        _PAD,
        one=_on_text(lambda text, arguments: text + _padding(text, arguments)),
    ),
    Transformation(
        "Prepend",
        "Prepend",
        "Puts a text in front.",
        (text_parameter("string", "Text to put in front"),),
        one=_on_text(_prepend),
    ),
    Transformation(
        "Repeat",
        "Repeat",
        "Writes the text several times.",
        (number_parameter("count", "How many times", 1, high=MAX_COUNT),),
        one=_on_text(_repeat),
    ),
    Transformation(
        "ReplaceAll", "Replace All", "Replaces a text wherever it stands.", _REPLACE, one=_on_text(_replace(-1))
    ),
    Transformation(
        "ReplaceFirst", "Replace First", "Replaces a text where it stands first.", _REPLACE, one=_on_text(_replace(1))
    ),
    _plain(
        "SeparateByDash",
        "Separate by Dash",
        "Writes a dash for white space, colon, underscore, plus and equals sign.",
        lambda text: _DASHED.sub("-", text),
    ),
    _plain(
        "SeparateByUnderscore",
        "Separate by Underscore",
        "Writes an underscore for white space, colon, dash, plus and equals sign.",
        lambda text: _UNDERSCORED.sub("_", text),
    ),
    Transformation(
        "Split",
        "Split",
        "Takes the text apart; with several targets each gets one part.",
        (text_parameter("delimiter", "Text between the parts", " ", required=True, help="A space: any white space."),),
        one=_on_text(lambda text, arguments: split_text(text, arguments.text("delimiter"))),
        whole=True,
    ),
    _found("StartsWith", "Starts With", "True if the text begins with another one.", str.startswith, False),
    Transformation("Substring", "Substring", "Takes a piece of the text.", _RANGE, one=_on_text(_slice)),
    Transformation(
        "SubstringAfter",
        "Substring After",
        "Takes what stands after a text; all if that is not there.",
        (*_RANGE, _MATCH),
        one=_on_text(_after),
    ),
    Transformation(
        "SubstringBefore",
        "Substring Before",
        "Takes what stands before a text; all if that is not there.",
        (*_RANGE, _MATCH),
        one=_on_text(_before),
    ),
    _plain("Trim", "Trim", "Removes white space at both ends.", str.strip),
    _plain("TrimLeft", "Trim Left", "Removes white space at the beginning.", str.lstrip),
    _plain("TrimRight", "Trim Right", "Removes white space at the end.", str.rstrip),
    _plain("Uppercase", "Uppercase", "Writes every letter large.", str.upper),
)
