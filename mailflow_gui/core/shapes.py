"""Shapes: which fields a step gives to those after it, and which it takes. Pure, any thread.

The data mapper, the fields offered in rules, and the hints of the editor are made from these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.language import shown

if TYPE_CHECKING:
    from mailflow_gui.core.catalog import Catalog
    from mailflow_gui.core.model import Step

TEXT, NUMBER, DATE, ADDRESSES, LIST = "text", "number", "date", "addresses", "list"


@shown("label")
@dataclass(frozen=True)
class ShapeField:
    """A field: its `name` in files and expressions, its `label` for people, and the `kind` of its values."""

    name: str
    label: str
    kind: str = TEXT


@shown("title")
@dataclass(frozen=True)
class Shape:
    """What data looks like: “Email message” with its fields. A `collection` holds many such.

    `more`: fields that only the data itself tells may be there as well.
    """

    title: str
    fields: tuple[ShapeField, ...]
    collection: bool = False
    more: bool = False

    def field(self, name: str) -> ShapeField | None:
        """The field of this name; `text` and `content` are the same."""
        same = {"text": "content", "content": "text"}.get(name, name)
        return next((one for one in self.fields if one.name in (name, same)), None)


@dataclass(frozen=True, slots=True)
class Provided:
    """A shape at hand at some place of a flow: of which step, and its number as people count them."""

    step_id: str
    number: int
    title: str
    shape: Shape

    def path(self, name: str) -> str:
        """How a later step reads a field of it: the received message's fields by their bare names."""
        return f"message.{name}" if self.number == 1 else f"steps.{self.step_id}.{name}"


#: The received message. The six fields of Fuse Online first, then what Mailflow adds (interfaces).
EMAIL = Shape(
    "Email message",
    (
        ShapeField("from", "Email from", ADDRESSES),
        ShapeField("to", "Email to", ADDRESSES),
        ShapeField("cc", "Email cc", ADDRESSES),
        ShapeField("bcc", "Email bcc", ADDRESSES),
        ShapeField("subject", "Email subject"),
        ShapeField("content", "Email text"),
        ShapeField("html", "Email HTML"),
        ShapeField("date", "Sent", DATE),
        ShapeField("replyTo", "Reply to", ADDRESSES),
        ShapeField("messageId", "Message-ID"),
        ShapeField("inReplyTo", "In-Reply-To"),
        ShapeField("references", "References", LIST),
        ShapeField("attachments", "Attachments", LIST),
        ShapeField("folder", "Folder"),
        ShapeField("uid", "Number on the server"),
        ShapeField("size", "Size", NUMBER),
    ),
)


def produced(step: Step, catalog: Catalog) -> Shape | None:
    """What a saved step gives to later steps; None when nothing of its own, or when its kind is unknown."""
    return _shape(step, catalog, "produces")


def consumed(step: Step, catalog: Catalog) -> Shape | None:
    """What a saved step takes from a data mapper; None when it reads what is there."""
    return _shape(step, catalog, "consumes")


def _shape(step: Step, catalog: Catalog, which: str) -> Shape | None:
    try:
        settings = catalog.read(step)[0]
        kind = catalog.action(step.action)[1] if step.is_connection else catalog.step(step.kind)
    except SettingsError:
        return None
    make = getattr(kind, which)
    shape: Shape | None = make(settings) if make is not None else None
    return shape


def provided(before: Sequence[Step], catalog: Catalog) -> tuple[Provided, ...]:
    """What the steps before a place give to it, in order: the steps on the way there, disabled ones left out."""
    found = []
    for number, step in enumerate(before, 1):
        shape = None if step.disabled else produced(step, catalog)
        if shape is not None:
            found.append(Provided(step.id, number, catalog.title_of(step), shape))
    return tuple(found)


def taken(after: Sequence[Step], catalog: Catalog) -> tuple[int, Shape] | None:
    """The next consumer among the steps after a place: its index among them and what it takes; None without one.

    A step that passes the data on (a template) takes its fields together with the consumer after it.
    """
    found: tuple[int, Shape] | None = None
    for index, step in enumerate(after):
        shape = None if step.disabled else consumed(step, catalog)
        if shape is None:
            continue
        before = found[1].fields if found else ()
        known = {one.name for one in before}
        found = index, replace(shape, fields=(*before, *(one for one in shape.fields if one.name not in known)))
        if not _passes_on(step, catalog):
            break
    return found


def _passes_on(step: Step, catalog: Catalog) -> bool:
    return not step.is_connection and catalog.step(step.kind).passes_on
