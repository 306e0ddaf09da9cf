"""Foreign values made fit for our settings: what a field does not take is left out and told. Pure; any thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mailflow_gui.core.fields import FieldError, Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.settings import Settings
from mailflow_gui.store.layout import usual_form


@dataclass(frozen=True, slots=True)
class Settled:
    """Values in their usual form, and words for each one that was left out."""

    values: Mapping[str, Plain]
    remarks: tuple[str, ...] = ()


def settle(settings: type[Settings], raw: Mapping[str, Plain]) -> Settled:
    """The values that the settings take. Blank ones and secrets are left out without words."""
    kept: dict[str, Plain] = {}
    remarks = []
    for key, value in raw.items():
        field = settings.FIELDS.get(key)
        if field is None or field.secret or value is None or value == "":
            continue
        try:
            field.convert(value)
        except FieldError as error:
            remarks.append(tr("{label} was left out: {error}", label=field.label, error=error))
        else:
            kept[key] = value
    return Settled(usual_form(settings.check(kept)[0], kept), tuple(remarks))
