"""The lines and labels beside a chart: round numbers up its side, and which labels have room below. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(most: float, *, whole: bool = False, parts: int = 4) -> tuple[float, ...]:
    """Round values from 0 up to at least `most`, in at most `parts` parts; `whole` numbers only if asked for."""
    if most <= 0:
        return (0.0, 1.0)
    size = 10 ** math.floor(math.log10(most / parts))
    step = next(one * size for one in _STEPS if one * size * parts >= most * (1 - 1e-9))
    if whole and step != round(step):
        step = float(math.ceil(step))
    return tuple(step * number for number in range(math.ceil(most / step - 1e-9) + 1))


def labelled(widths: Sequence[float], slot: float, gap: float = 64.0, *, last: bool = False) -> tuple[int, ...]:
    """Which of the labels are drawn so that none touches the next: every n-th, from the first one on.

    With `last` the last label is one of them, and its neighbor may go for it.
    """
    if not widths or slot <= 0:
        return ()
    each = max(1, math.ceil((max(widths) + gap) / slot))
    shown = list(range(0, len(widths), each))
    end = len(widths) - 1
    if last and shown[-1] != end:
        if end - shown[-1] < each and len(shown) > 1:
            shown.pop()
        shown.append(end)
    return tuple(shown)
