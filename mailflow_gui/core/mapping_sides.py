"""The two sides of a data mapper: the fields that earlier steps give, and those that the next consumer takes.

Pure; the mapper's page is built on it. GUI thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mailflow_gui.core.message import is_field
from mailflow_gui.core.model import Step
from mailflow_gui.core.relations import ANSWER
from mailflow_gui.core.sending import INPUT_VALUES
from mailflow_gui.core.shapes import ADDRESSES, TEXT, Provided, Shape

_RECIPIENTS = ("to", "cc", "bcc")


@dataclass(frozen=True, slots=True)
class SourceField:
    """A field that can be mapped. `path` is how a new mapping writes it; two fields never have the same path."""

    path: str
    name: str
    label: str
    kind: str = TEXT


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """What one earlier step gives. `number` is the step's as people count them."""

    step_id: str
    number: int
    title: str
    fields: tuple[SourceField, ...]


@dataclass(frozen=True, slots=True)
class TargetField:
    """A field to fill. `typed` is what the consumer's settings hold for it, "" when nothing."""

    name: str
    label: str
    kind: str = TEXT
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """Sources and targets. `consumer` is the id of the next consumer, "" while there is none, `title` its name.

    `typed_wins`: what is typed in the consumer's settings wins over what is mapped. `answers`: the consumer finds the
    recipient by itself, the sender of the received message. `more`: an earlier step gives fields that only the data
    tells.
    """

    groups: tuple[SourceGroup, ...] = ()
    targets: tuple[TargetField, ...] = ()
    consumer: str = ""
    title: str = ""
    typed_wins: bool = False
    answers: bool = False
    more: bool = False

    def source(self, path: str) -> SourceField | None:
        """The field under a path, in whichever of its spellings; None when no earlier step gives it.

        A bare name is what the last step before produced under it, else the received message's field.
        """
        found = self._told(path)
        if found is None and self.more and not path.startswith("message."):
            name = path.rpartition(".")[2]
            return SourceField(path, name, name)
        return found

    def _told(self, path: str) -> SourceField | None:
        """The field that a shape names."""
        if path.startswith("steps."):
            return next((one for one in self._fields() if one.path == path), self._twin(path))
        if path.startswith("message."):
            return self._received(path.removeprefix("message."))
        for group in reversed(self.groups):
            if found := _field(group, "content" if path == "message" else path):
                return found
        return self._received(path)

    def target(self, name: str) -> TargetField | None:
        """The target of this name; `text` and `content` are the same."""
        return next((one for one in self.targets if same_name(one.name, name)), None)

    def recipients(self) -> tuple[str, ...]:
        """The names of the targets of which an email needs at least one; () when the consumer sends none."""
        names = {one.name for one in self.targets if one.kind == ADDRESSES}
        return _RECIPIENTS if names.issuperset(_RECIPIENTS) and not self.answers else ()

    def header(self, name: str) -> SourceField:
        """A header of the received message as a source."""
        return SourceField(f"headers.{name}", f"headers.{name}", name)

    def _fields(self) -> list[SourceField]:
        return [field for group in self.groups for field in group.fields]

    def _twin(self, path: str) -> SourceField | None:
        """`steps.x.text` where the step gives `content`, and the other way round."""
        head, _, name = path.rpartition(".")
        other = {"text": "content", "content": "text"}.get(name)
        return next((one for one in self._fields() if other and one.path == f"{head}.{other}"), None)

    def _received(self, name: str) -> SourceField | None:
        for group in self.groups:
            for field in group.fields:
                if not field.path.startswith("steps.") and same_name(field.name, name):
                    return field
        if name.startswith("headers.") and is_field(name):
            return self.header(name.removeprefix("headers."))
        return None


def same_name(one: str, other: str) -> bool:
    """Whether two names mean the same field."""
    return one == other or {one, other} == {"text", "content"}


def _field(group: SourceGroup, name: str) -> SourceField | None:
    return next((one for one in group.fields if same_name(one.name, name)), None)


def sides_of(found: Sequence[Provided], target: tuple[Step, Shape] | None, title: str = "") -> Sides:
    """The sides of a data mapper: what the steps before it provide, and the next step that takes data.

    `title` is what the consumer is called, with its number where it has one.
    """
    alone = all(one.number == 1 for one in found)
    groups = tuple(
        SourceGroup(
            one.step_id, one.number, one.title, tuple(_source(one, field.name, alone) for field in one.shape.fields)
        )
        for one in found
    )
    more = any(one.shape.more for one in found)
    if target is None:
        return Sides(groups, more=more)
    step, shape = target
    typed_wins = step.values.get("priority") == INPUT_VALUES
    answers = step.values.get("relation") == ANSWER
    return Sides(groups, _targets(shape, step), step.id, title, typed_wins, answers, more)


def _source(group: Provided, name: str, alone: bool) -> SourceField:
    """Bare names while nothing but the received message is there, so that files stay easy to read."""
    field = group.shape.field(name)
    label, kind = (field.label, field.kind) if field else (name, TEXT)
    return SourceField(name if alone else group.path(name), name, label, kind)


def _targets(shape: Shape, step: Step) -> tuple[TargetField, ...]:
    def typed(name: str) -> str:
        value = step.values.get(name) if step.is_connection else None
        return value.strip() if isinstance(value, str) else ""

    return tuple(TargetField(one.name, one.label, one.kind, typed(one.name)) for one in shape.fields)
