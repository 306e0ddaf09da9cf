"""One entry of the catalogue of causes. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mailflow_gui.core.errors import MailflowError, Remedy
from mailflow_gui.core.language import shown

AGAIN = Remedy("validate", "Validate Again")


@shown("title", "explanation", "fix")
@dataclass(frozen=True)
class Cause:
    """`kind` decides what the worker does, `fields` are marked in the form."""

    kind: type[MailflowError]
    title: str
    explanation: str
    fix: str
    remedies: tuple[Remedy, ...] = ()
    fields: tuple[str, ...] = ()
