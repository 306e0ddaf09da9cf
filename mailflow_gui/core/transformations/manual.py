"""The data mapper's rows and all transformations on one page: what `mailflow steps data-mapper` prints. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from mailflow_gui.core.transformations.kinds import Transformation
from mailflow_gui.core.transformations.table import TRANSFORMATIONS

_ROWS = """Each mapping is a row. The value goes through its transformations in their order.

  - {from: [subject], to: subject, transformations: [{Trim: {}}, {Prepend: {string: "Re: "}}]}
  - {from: [subject, from], to: text, combine: {delimiter: " - "}}
  - {from: [content], to: [first, rest], split: {delimiter: ","}}
  - {constant: sales@example.org, to: cc, when: 'subject contains "order"'}

“when” is a rule, {path: subject, op: contains, value: order}, or an expression (see: mailflow steps advanced-filter).
Several sources are joined with the delimiter, unless a transformation makes one value of them."""


def _lines() -> Iterator[str]:
    yield _ROWS
    group = ""
    for one in TRANSFORMATIONS.values():
        if one.group != group:
            group = one.group
            yield f"\n{group}"
        yield f"  {one.name:<21} {one.help}"
        yield from _parameters(one)


def _parameters(one: Transformation) -> Iterator[str]:
    for parameter in one.parameters:
        needed = parameter.required and not parameter.default
        default = "required" if needed else f"default {parameter.default!r}"
        yield f"  {'':<21}   {parameter.key}: {parameter.label}. {parameter.help} ({default})".replace(".  (", " (")


MANUAL = "\n".join(_lines())
