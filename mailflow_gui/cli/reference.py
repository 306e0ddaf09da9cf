"""The declared fields as words and as data: what `mailflow connectors` and `mailflow steps` show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mailflow_gui.core.fields import Choice, Duration, Field, Number, Plain
from mailflow_gui.core.settings import Settings


def describe(settings: type[Settings]) -> list[dict[str, Plain]]:
    """Every field of a settings class as plain data."""
    return [_field(key, field) for key, field in settings.FIELDS.items()]


def lines(settings: type[Settings], indent: str) -> Iterator[str]:
    """Every field of a settings class as text for people."""
    for field in describe(settings):
        facts = [str(field["type"]), *(["required"] if field["required"] else [])]
        if field.get("default") not in (None, "", []):
            facts.append(f"default {_shown(field['default'])}")
        yield f"{indent}{field['key']:<24}{field['label']} ({', '.join(facts)})"
        if field.get("values"):
            yield f"{indent}{'':<24}{' | '.join(field['values'])}"
        for text in (field["help"], field["note"]):
            if text:
                yield f"{indent}{'':<24}{text}"


def _field(key: str, field: Field[Any]) -> dict[str, Plain]:
    entry: dict[str, Plain] = {
        "key": key,
        "label": field.label,
        "type": field.kind,
        "required": field.required,
        "secret": field.secret,
        "default": None if field.secret else field.dump(field.default),
        "help": field.help,
        "note": field.note,
    }
    if isinstance(field, Choice):
        entry["values"] = [option.value for option in field.options]
    if isinstance(field, Number):
        entry["low"], entry["high"] = field.low, field.high
    if isinstance(field, Duration):
        entry["low"], entry["high"] = field.dump(field.low), field.dump(field.high)
    if field.manual:
        entry["manual"] = field.manual
    if field.when is not None:
        entry["when"] = {"key": field.when.field, "values": list(field.when.values)}
    return entry


def _shown(value: Plain) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
