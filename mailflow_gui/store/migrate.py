"""Migrations of the saved profile: pure functions from one schema number to the next. Run once, when it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr

Migration = Callable[[Mapping[str, Plain]], Mapping[str, Plain]]

CURRENT = 1

#: From the schema number that is the key to the next one. A migration never changes what it is given.
MIGRATIONS: Mapping[int, Migration] = {}


def migrate(
    document: Mapping[str, Plain], *, migrations: Mapping[int, Migration] = MIGRATIONS, current: int = CURRENT
) -> Mapping[str, Plain]:
    """The document in the current schema. Raises StoreError for a newer or unknown schema."""
    schema = schema_of(document)
    if schema > current:
        raise StoreError(
            tr("The profile was written by a newer Mailflow"),
            tr(
                "It has schema {schema}; this program knows {current}. Nothing was changed.",
                schema=schema,
                current=current,
            ),
            cause="PROFILE_NEWER",
            fix=tr("Update Mailflow, or choose another profile with --profile."),
        )
    while schema < current:
        if schema not in migrations:
            raise _unknown(str(schema))
        document = {**migrations[schema](document), "mailflow": schema + 1}
        schema += 1
    return document


def schema_of(document: Mapping[str, Plain]) -> int:
    """The schema number of a document. Raises StoreError when there is none."""
    number = document.get("mailflow")
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise _unknown(str(number))
    return number


def _unknown(number: str) -> StoreError:
    return StoreError(
        tr("The profile has no known schema"),
        tr("It says “mailflow: {number}”.", number=number),
        cause="PROFILE_UNREADABLE",
    )
