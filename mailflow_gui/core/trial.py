"""What a Test Run shows of a step: the values that it got, and those that it gave. Pure, any thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FieldValue, Message
from mailflow_gui.core.model import Step
from mailflow_gui.core.rehearsal import StepResult
from mailflow_gui.core.shapes import EMAIL, Shape

#: These are shown even when they are empty.
_MAIN = ("from", "to", "subject", "content")


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the panel. `changed`: set or changed by the step. `note` stands for an empty value."""

    label: str
    value: str = ""
    changed: bool = False
    note: str = ""


def received(message: Message) -> tuple[Row, ...]:
    """The message that went in."""
    values = {one.name: message.field(one.name) for one in EMAIL.fields}
    return tuple(_row(name, value) for name, value in values.items() if _said(value) or name in _MAIN)


def inputs(result: StepResult) -> tuple[Row, ...]:
    """What a step got: the values that the step before gave it, or the message."""
    return _rows(result.before)


def outputs(result: StepResult, target: tuple[Step, Shape] | None = None) -> tuple[Row, ...]:
    """What a step gave. Of a step that fills the fields of the next one, `target`, the empty ones are shown, too."""
    after = result.after
    if after is None:
        return ()
    own = after.outputs.get(result.step_id)
    if own is None or own == result.before.outputs.get(result.step_id):
        return _rows(after, result.before)
    text = own.get("content") or own.get("text")
    shown = {
        name: value for name, value in own.items() if name != "message" or value != text
    }  # a template's other name
    before = result.before.data
    given = [_row(name, one, changed=one != before.get(name)) for name, one in shown.items() if _said(one)]
    if after.data is not own:
        return tuple(given)  # it only told something
    rest = [_row(name, None) for name in shown if not _said(shown[name])]
    if target is not None:
        step, shape = target
        rest += [_empty(one.name, one.label, step) for one in shape.fields if not _among(one.name, own)]
    return tuple(given + rest)


def _rows(exchange: Exchange, before: Exchange | None = None) -> tuple[Row, ...]:
    names: Iterable[str] = exchange.data or [
        one.name for one in EMAIL.fields if one.name in _MAIN or _said(exchange.value(one.name))
    ]
    return tuple(
        _row(
            name,
            exchange.value(name),
            changed=before is not None and _said(exchange.value(name)) != _said(before.value(name)),
        )
        for name in names
    )


def _row(name: str, value: FieldValue, *, changed: bool = False) -> Row:
    known = EMAIL.field(name)
    words = _said(value)
    return Row(known.label if known else name, words, changed and bool(words), "" if words else tr("empty"))


def _empty(name: str, label: str, step: Step) -> Row:
    typed = str(step.values.get(name) or "").strip()
    return Row(label, note=tr("empty, the typed value is used") if typed else tr("empty"))


def _among(name: str, own: Iterable[str]) -> bool:
    """`text` and `content` are the same field."""
    return name in own or {"text": "content", "content": "text"}.get(name, name) in own


def _said(value: FieldValue) -> str:
    """A value as people read it."""
    match value:
        case None:
            return ""
        case bool():
            return tr("yes") if value else tr("no")
        case tuple():
            return ", ".join(value)
        case _:
            return str(value).strip()
