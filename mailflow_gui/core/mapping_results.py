"""What the lines of a data mapper make of a sample message: the value after each step, and each target's. Pure.

Asked by a pool thread; a result is kept as long as its line and the sample stay the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.mapping_lines import Line
from mailflow_gui.core.mappings import MappingError, Stage, applies, fill, read_mapping, stages
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.transformations.kinds import TransformationError
from mailflow_gui.core.values import text_of

_MOST = 400


@dataclass(frozen=True, slots=True)
class LineResult:
    """What a line makes: the `stages` it came through, the values of its targets, and what went wrong.

    `at` is the row key that is at fault, such as `transformations[1].string`; "" when it is the value itself.
    `skipped`: its condition does not hold for this message.
    """

    stages: tuple[Stage, ...] = ()
    values: Mapping[str, FieldValue] = field(default_factory=lambda: MappingProxyType({}))
    trouble: str = ""
    at: str = ""
    skipped: bool = False


Results = Mapping[int, LineResult]


def evaluate(lines: Sequence[Line], exchange: Exchange) -> dict[int, LineResult]:
    """The result of each line by its id. Never raises."""
    return {line.id: evaluate_line(line, exchange) for line in lines}


def evaluate_line(line: Line, exchange: Exchange) -> LineResult:
    """The result of one line. Never raises."""
    mapping, problems = read_mapping(line.row(), "")
    if mapping is None:
        first = problems[0]
        return LineResult(_reached(line, exchange), trouble=first.message, at=first.field.removeprefix("."))
    passed: list[Stage] = []
    try:
        for stage in stages(mapping, exchange):
            passed.append(stage)
        skipped = not applies(mapping, exchange)
        values = {} if skipped else fill(mapping, exchange)
    except (TransformationError, MappingError) as error:
        at = f"transformations[{len(passed) - 1}]" if isinstance(error, TransformationError) and passed else ""
        return LineResult(tuple(passed), trouble=str(error), at=at)
    return LineResult(tuple(passed), MappingProxyType(values), skipped=skipped)


def _reached(line: Line, exchange: Exchange) -> tuple[Stage, ...]:
    """The stages before the first transformation that can't be read."""
    for count in range(len(line.chain), -1, -1):
        part = replace(line, chain=line.chain[:count], targets=("x",), when=None, rest={}, split=None)
        mapping, _ = read_mapping(part.row(), "")
        if mapping is None:
            continue
        passed: list[Stage] = []
        try:
            for stage in stages(mapping, exchange):
                passed.append(stage)
        except TransformationError:
            pass
        return tuple(passed)
    return ()


def shown_value(value: FieldValue, most: int = _MOST) -> str:
    """A value as one short line."""
    text = text_of(value)[: 4 * most]
    line = " ".join(text.split()) if "\n" in text or "\r" in text or "\t" in text else text
    return line if len(line) <= most else line[: most - 1] + "…"
