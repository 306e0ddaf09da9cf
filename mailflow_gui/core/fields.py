"""Field types: one declaration feeds forms, checks, saving, the command line and the reference. Pure; any thread."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, overload

from mailflow_gui.core.language import shown, tr

if TYPE_CHECKING:
    from mailflow_gui.core.settings import Settings

T = TypeVar("T")

#: What a configuration file may hold: the plain data of JSON and YAML (text, number, flag, list, mapping, null).
Plain = Any

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE_BREAKS = re.compile(r"[\r\n\x00-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one field: what, and what to do."""

    field: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


@shown("otherwise")
@dataclass(frozen=True)
class When:
    """A field counts only while another field has one of these values (data, so forms and docs can read it)."""

    field: str
    values: tuple[Plain, ...]
    otherwise: str = ""

    def holds(self, values: Mapping[str, Plain]) -> bool:
        """Whether the field counts for these values."""
        return values.get(self.field) in self.values


class SecretText:
    """A secret that does not print itself: `repr` and `str` are dots, `reveal()` gives the text."""

    __slots__ = ("_text",)

    def __init__(self, text: str = "") -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself. Call it only where it goes onto the wire or into the keyring."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SecretText) and other._text == self._text

    def __hash__(self) -> int:
        return hash(("SecretText", self._text))

    def __repr__(self) -> str:
        return "SecretText('••••••')" if self._text else "SecretText('')"

    def __str__(self) -> str:
        return "••••••" if self._text else ""

    def __reduce__(self) -> str | tuple[Any, ...]:
        raise TypeError("a secret is never written")


class FieldError(ValueError):
    """A raw value that a field does not take; its text tells the person what to do."""


@shown("label", "note", "help", "placeholder", "manual")
class Field(Generic[T]):
    """A declared setting. As a class attribute it is the declaration, on an instance it is the value.

    `key` is the name in files (default: the attribute's name in camelCase); `was` lists earlier keys. `manual` is
    a page about what may be written in the field; `help` stays one sentence.
    """

    kind: ClassVar[str] = "text"
    secret: ClassVar[bool] = False

    def __init__(
        self,
        label: str,
        default: T,
        *,
        key: str = "",
        required: bool = False,
        note: str = "",
        help: str = "",
        placeholder: str = "",
        when: When | None = None,
        was: Sequence[str] = (),
        manual: str = "",
    ) -> None:
        self.label = label
        self.default = default
        self.key = key
        self.required = required
        self.note = note
        self.help = help
        self.placeholder = placeholder
        self.when = when
        self.was = tuple(was)
        self.manual = manual
        self.name = ""

    def __set_name__(self, owner: type[Settings], name: str) -> None:
        self.name = name
        if not self.key:
            head, *rest = name.split("_")
            self.key = head + "".join(part.capitalize() for part in rest)

    @overload
    def __get__(self, instance: None, owner: type[Settings]) -> Self: ...
    @overload
    def __get__(self, instance: Settings, owner: type[Settings]) -> T: ...
    def __get__(self, instance: Settings | None, owner: type[Settings]) -> Self | T:
        return self if instance is None else instance.value_of(self)

    def __set__(self, instance: Settings, value: T) -> None:
        raise AttributeError("settings are frozen; use replace()")

    def convert(self, raw: Plain) -> T:
        """The typed value of a raw one. Raises FieldError with words for the person."""
        raise NotImplementedError

    def dump(self, value: T) -> Plain:
        """The plain form of a value for a file."""
        return value

    def is_blank(self, value: T) -> bool:
        """Whether the value counts as not filled in."""
        return value is None or (isinstance(value, str) and not value.strip())

    @property
    def missing(self) -> str:
        """What to say when a required value is blank."""
        return tr("{field} is required.", field=self.label)

    def _outside(self, low: Plain, high: Plain) -> FieldError:
        return FieldError(tr("{label} must be between {low} and {high}.", label=self.label, low=low, high=high))


class Text(Field[str]):
    """One line of text, trimmed; control characters are refused."""

    kind = "text"

    def convert(self, raw: Plain) -> str:
        if isinstance(raw, bool) or not isinstance(raw, (str, int, float)):
            raise FieldError(tr("{label} takes text.", label=self.label))
        text = str(raw).strip()
        if _LINE_BREAKS.search(text):
            raise FieldError(tr("{label} takes one line without control characters.", label=self.label))
        return text


class LongText(Field[str]):
    """Text of several lines; kept as typed."""

    kind = "longtext"

    def convert(self, raw: Plain) -> str:
        if not isinstance(raw, str):
            raise FieldError(tr("{label} takes text.", label=self.label))
        if _CONTROL.search(raw):
            raise FieldError(tr("{label} contains control characters. Remove them.", label=self.label))
        return raw


class Pem(LongText):
    """An X.509 certificate in PEM form (RFC 7468); only its frame is checked here."""

    kind = "pem"

    def convert(self, raw: Plain) -> str:
        text = super().convert(raw).strip()
        if not text:
            return ""
        if "PRIVATE KEY-----" in text:
            raise FieldError(tr("This is a private key, not a certificate. It was not saved."))
        if "-----BEGIN CERTIFICATE-----" not in text or "-----END CERTIFICATE-----" not in text:
            raise FieldError(tr("Copy everything from BEGIN CERTIFICATE to END CERTIFICATE."))
        return text + "\n"


class Template(LongText):
    """Text with placeholders such as {{subject}}."""

    kind = "template"


class Expression(LongText):
    """A condition in the language of `core/expressions`. Whoever declares it checks it with `expression.check`."""

    kind = "expression"
    missing = property(lambda self: tr("Enter a condition."))  # its label begins a sentence


class Addresses(LongText):
    """Email addresses separated by commas; may hold placeholders. Syntax is checked by the action that uses them."""

    kind = "addresses"

    def convert(self, raw: Plain) -> str:
        text = super().convert(raw).strip()
        if _LINE_BREAKS.search(text):
            raise FieldError(tr("{label} takes one line: separate addresses with a comma.", label=self.label))
        return text


class Secret(Field[SecretText]):
    """A password. It has no dump: it can't be written to a file, only to the keyring."""

    kind = "secret"
    secret = True

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, SecretText(), **options)

    def convert(self, raw: Plain) -> SecretText:
        if isinstance(raw, SecretText):
            raw = raw.reveal()
        if not isinstance(raw, str):
            raise FieldError(tr("{label} takes text.", label=self.label))
        if re.search(r"[\x00\r\n]", raw):
            raise FieldError(tr("{label} contains a line break. Paste it again without it.", label=self.label))
        return SecretText(raw)

    def dump(self, value: SecretText) -> Plain:
        raise TypeError("a secret is never written")

    def is_blank(self, value: SecretText) -> bool:
        return not value


class Number(Field[int]):
    """A whole number within bounds."""

    kind = "number"

    def __init__(self, label: str, default: int, *, low: int, high: int, **options: Any) -> None:
        super().__init__(label, default, **options)
        self.low = low
        self.high = high

    def convert(self, raw: Plain) -> int:
        if isinstance(raw, bool) or not isinstance(raw, (int, str)):
            raise FieldError(tr("{label} takes a whole number.", label=self.label))
        text = str(raw).strip()
        if not re.fullmatch(r"[+-]?\d{1,12}", text, re.ASCII):
            raise FieldError(tr("{label} takes a whole number, not “{text}”.", label=self.label, text=text[:40]))
        number = int(text)
        if not self.low <= number <= self.high:
            raise self._outside(str(self.low), str(self.high))
        return number

    def is_blank(self, value: int) -> bool:
        return value is None


class Port(Number):
    """A TCP port, 1 to 65535; 0 stands for not filled in."""

    kind = "port"

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, 0, low=1, high=65535, **options)

    def convert(self, raw: Plain) -> int:
        return 0 if raw in ("", None, 0) else super().convert(raw)

    def is_blank(self, value: int) -> bool:
        return not value


class Flag(Field[bool]):
    """On or off."""

    kind = "flag"

    def convert(self, raw: Plain) -> bool:
        if isinstance(raw, bool):
            return raw
        if isinstance(raw, str) and raw.strip().lower() in ("true", "false"):
            return raw.strip().lower() == "true"
        raise FieldError(tr("{label} takes true or false.", label=self.label))


@shown("label", "help")
@dataclass(frozen=True)
class Option:
    """One value of a Choice, as stored and as shown."""

    value: str
    label: str
    help: str = ""


class Choice(Field[str]):
    """One of a fixed list of values. `aliases` maps values of other products to ours."""

    kind = "choice"

    def __init__(
        self,
        label: str,
        default: str,
        options: Sequence[Option],
        *,
        aliases: Mapping[str, str] | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(label, default, **rest)
        self.options = tuple(options)
        self.aliases = dict(aliases or {})

    def convert(self, raw: Plain) -> str:
        text = "None" if raw is None else str(raw).strip()
        text = self.aliases.get(text, text)
        values = [option.value for option in self.options]
        if text not in values:
            told = {"label": self.label, "values": ", ".join(values), "text": text[:40]}
            raise FieldError(tr("{label} must be one of: {values}. Found “{text}”.", **told))
        return text


_UNITS = {"ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}


class Duration(Field[int]):
    """A length of time in milliseconds; written as 500ms, 5s, 1m, 2h or 1d (a bare number is milliseconds)."""

    kind = "duration"

    def __init__(self, label: str, default: int, *, low: int = 1, high: int = 30 * 86_400_000, **rest: Any) -> None:
        super().__init__(label, default, **rest)
        self.low = low
        self.high = high

    def convert(self, raw: Plain) -> int:
        match = re.fullmatch(r"(\d{1,12})\s*(ms|s|m|h|d)?", str(raw).strip(), re.ASCII)
        if isinstance(raw, bool) or match is None:
            words = tr("{label} takes a number with a unit: ms, s, m, h or d, for example 5s.", label=self.label)
            raise FieldError(words)
        milliseconds = int(match[1]) * _UNITS[match[2] or "ms"]
        if not self.low <= milliseconds <= self.high:
            raise self._outside(self.dump(self.low), self.dump(self.high))
        return milliseconds

    def dump(self, value: int) -> Plain:
        for unit in ("d", "h", "m", "s"):
            if value and value % _UNITS[unit] == 0:
                return f"{value // _UNITS[unit]}{unit}"
        return f"{value}ms"

    def is_blank(self, value: int) -> bool:
        return value is None


class Rows(Field[tuple[Plain, ...]]):
    """A list of small mappings (rules, mappings). The step kind that declares it checks each row."""

    kind = "rows"

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, (), **options)

    def convert(self, raw: Plain) -> tuple[Plain, ...]:
        if raw is None:
            return ()
        if not isinstance(raw, (list, tuple)) or not all(isinstance(row, Mapping) for row in raw):
            raise FieldError(tr("{label} takes a list of entries.", label=self.label))
        return tuple(dict(row) for row in raw)

    def dump(self, value: tuple[Plain, ...]) -> Plain:
        return [dict(row) for row in value]

    def is_blank(self, value: tuple[Plain, ...]) -> bool:
        return not value

    @property
    def missing(self) -> str:
        return tr("{field}: add at least one.", field=self.label)
