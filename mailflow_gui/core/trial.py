"""What a Test Run says: a mark beside each step, and the values that a step got and gave. Pure, any thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.model import Step, walk
from mailflow_gui.core.rehearsal import Outcome, Rehearsal, StepResult
from mailflow_gui.core.shapes import EMAIL, Shape

#: These are shown even when they are empty.
_MAIN = ("from", "to", "subject", "content")


class Stand(StrEnum):
    """How a step stands after a Test Run."""

    OK = "ok"
    HELD_BACK = "held-back"
    STOPPED = "stopped"
    FAILED = "failed"
    NOT_REACHED = "not-reached"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of a step: `words` beside its card, `line` on the card, "" to leave the card's own."""

    stand: Stand
    words: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the panel. `changed`: set or changed by the step. `note` stands for an empty value."""

    label: str
    value: str = ""
    changed: bool = False
    note: str = ""


def marks(rehearsal: Rehearsal, steps: Sequence[Step]) -> Mapping[str, Mark]:
    """A mark for every step of a flow, by its id; the first step gave the message."""
    found = {step.id: _mark(step, rehearsal.of_step(step.id)) for step in walk(steps[1:])}
    if steps:
        found[steps[0].id] = Mark(Stand.OK, "1 message")
    return found


def _mark(step: Step, passages: Sequence[StepResult]) -> Mark:
    if step.disabled:
        return Mark(Stand.DISABLED)
    if not passages:
        return Mark(Stand.NOT_REACHED)
    first = {one.outcome: one for one in reversed(passages)}
    times = f"{len(passages)} ×, " if len(passages) > 1 else ""
    if Outcome.FAILED in first:
        return Mark(Stand.FAILED, "failed", _line(first[Outcome.FAILED]))
    if Outcome.HELD_BACK in first:
        held = sum(one.outcome is Outcome.HELD_BACK for one in passages)
        line = _line(first[Outcome.HELD_BACK]) if held == 1 else f"{held} messages would be sent"
        return Mark(Stand.HELD_BACK, f"{times}held back", line)
    if Outcome.OK not in first:
        return Mark(Stand.STOPPED, f"{times}stopped", f"Stopped here: {_line(first[Outcome.STOPPED])}")
    words = times + in_words(sum(one.milliseconds for one in passages))
    return Mark(Stand.OK, words, _line(passages[0]) if len(passages) == 1 else "")


def in_words(milliseconds: float) -> str:
    """A short time for people: <1 ms, 18 ms, 1.2 s."""
    if milliseconds < 1:
        return "<1 ms"
    return f"{round(milliseconds)} ms" if milliseconds < 1000 else f"{milliseconds / 1000:.1f} s"


def received(rehearsal: Rehearsal) -> tuple[Row, ...]:
    """The message that went in."""
    message = rehearsal.message
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
    given = [_row(name, value, changed=True) for name, value in own.items() if _said(value)]
    if after.data is not own:
        return tuple(given)  # it only told something
    rest = [_row(name, None) for name in own if not _said(own[name])]
    if target is not None:
        step, shape = target
        rest += [_empty(one.name, one.label, step) for one in shape.fields if one.name not in own]
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
    return Row(known.label if known else name, words, changed and bool(words), "" if words else "empty")


def _empty(name: str, label: str, step: Step) -> Row:
    typed = str(step.values.get(name) or "").strip()
    return Row(label, note="empty, the typed value is used" if typed else "empty")


def _said(value: FieldValue) -> str:
    """A value as people read it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(value)
        case _:
            return str(value).strip()


def _line(result: StepResult) -> str:
    """The first line of what a step said."""
    lines = result.text.strip().splitlines()
    return lines[0] if lines else ""
