"""Settings: a frozen record made of declared fields, with `check` as its only way in from raw values."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self, TypeVar

from mailflow_gui.core.fields import Field, FieldError, Plain, Problem, SecretText
from mailflow_gui.core.language import tr

T = TypeVar("T")


class Settings:
    """Base of every declared settings class. Instances are frozen; `replace` gives a changed copy."""

    FIELDS: ClassVar[Mapping[str, Field[Any]]] = {}
    __slots__ = ("_values",)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        declared = {
            key: field for base in reversed(cls.__mro__[1:]) for key, field in getattr(base, "FIELDS", {}).items()
        }
        declared.update({field.key: field for field in vars(cls).values() if isinstance(field, Field)})
        cls.FIELDS = declared

    def __init__(self, **values: Any) -> None:
        known = {field.name: field for field in self.FIELDS.values()}
        unknown = set(values) - set(known)
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {sorted(unknown)[0]}")
        self._values = {field.key: values.get(name, field.default) for name, field in known.items()}

    def value_of(self, field: Field[T]) -> T:
        """The value of a declared field."""
        value: T = self._values[field.key]
        return value

    def get(self, key: str) -> Any:
        """The value under a file key."""
        return self._values[key]

    def replace(self, **values: Any) -> Self:
        """A copy with some attributes changed."""
        current = {field.name: self._values[field.key] for field in self.FIELDS.values()}
        return type(self)(**{**current, **values})

    @classmethod
    def check(cls, raw: Mapping[str, Plain]) -> tuple[Self, list[Problem]]:
        """Settings from raw values and *all* problems, each naming its field's key.

        A field with a problem keeps its default in the returned settings. Nothing is read or looked up.
        """
        values: dict[str, Any] = {}
        problems = list(cls._unknown(raw))
        for key, field in cls.FIELDS.items():
            source = next((name for name in (key, *field.was) if name in raw), None)
            if source is None:
                continue
            try:
                values[field.name] = field.convert(raw[source])
            except FieldError as error:
                problems.append(Problem(key, str(error)))
        settings = cls(**values)
        bad = {problem.field for problem in problems}
        problems += [problem for problem in settings._missing() if problem.field not in bad]
        problems += [problem for problem in settings.review() if problem.field not in bad]
        return settings, problems

    @classmethod
    def _unknown(cls, raw: Mapping[str, Plain]) -> Iterator[Problem]:
        known = {name for key, field in cls.FIELDS.items() for name in (key, *field.was)}
        for key in raw:
            if key not in known:
                near = difflib.get_close_matches(str(key), sorted(known), 1)
                hint = tr("Known: {names}.", names=", ".join(sorted(known)))
                if near:
                    hint = tr("Did you mean “{near}”?", near=near[0])
                yield Problem(str(key), tr("There is no setting “{key}”. {hint}", key=key, hint=hint))

    def _missing(self) -> Iterator[Problem]:
        for key, field in self.FIELDS.items():
            if field.required and self.applies(key) and field.is_blank(self._values[key]):
                yield Problem(key, field.missing)

    def review(self) -> list[Problem]:
        """Problems between fields; a subclass adds its own. Pure."""
        return []

    def applies(self, key: str) -> bool:
        """Whether the field under this key counts for the present values."""
        when = self.FIELDS[key].when
        return when is None or when.holds(self._values)

    def dump(self, *, defaults: bool = False) -> dict[str, Plain]:
        """Plain values for a file, without secrets; values equal to the default are left out unless asked for."""
        return {
            key: field.dump(self._values[key])
            for key, field in self.FIELDS.items()
            if not field.secret and (defaults or field.required or self._values[key] != field.default)
        }

    def secrets(self) -> dict[str, SecretText]:
        """The secret values by key, blank ones included."""
        return {key: self._values[key] for key, field in self.FIELDS.items() if field.secret}

    @classmethod
    def secret_keys(cls) -> tuple[str, ...]:
        """Keys of the fields that live in the keyring."""
        return tuple(key for key, field in cls.FIELDS.items() if field.secret)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._values == self._values

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self._values.items())
        return f"{type(self).__name__}({shown})"
