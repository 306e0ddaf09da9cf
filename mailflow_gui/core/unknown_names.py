"""The names that a step reads and that nothing gives at its place: they would read as empty. Pure, any thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mailflow_gui.core import mustache
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.expressions.expression import read_expression
from mailflow_gui.core.fields import Expression, Plain, Rows, Template
from mailflow_gui.core.mapping_sides import Sides
from mailflow_gui.core.message import is_field
from mailflow_gui.core.model import Step
from mailflow_gui.core.paths import path_problem
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import produced

#: Names that are always there, besides the fields of a message.
_ALWAYS = ("message", "headers")


def unknown_names(step: Step, way: Sequence[Step], catalog: Catalog) -> tuple[str, ...]:
    """Names in expressions, rules and placeholders of a step; `way` are the steps before it.

    `steps.<id>.<name>` is not looked at.
    """
    names = [name for name in dict.fromkeys(_read(step, catalog)) if not _is_always_there(name)]
    return tuple(name for name in names if not any(_gives(one, name, catalog) for one in reversed(way)))


def is_given(name: str, sides: Sides) -> bool:
    """Whether a step may read something under this name."""
    return _is_always_there(name) or sides.source(name) is not None


def _is_always_there(name: str) -> bool:
    return name in _ALWAYS or name.startswith(("message.", "steps.")) or is_field(name)


def _gives(step: Step, name: str, catalog: Catalog) -> bool:
    shape = None if step.disabled else produced(step, catalog)
    return shape is not None and (shape.more or shape.field(name) is not None)


def _read(step: Step, catalog: Catalog) -> Iterator[str]:
    if step.is_connection:
        return
    try:
        kind, problems = catalog.step(step.kind), catalog.read(step)[1]
    except SettingsError:
        return
    if not problems:  # what is wrong in itself is told by its card
        yield from _in_settings(kind.settings, step.values)
    for flow in step.flows if kind.flow is not None else ():
        if kind.flow is not None and not flow.values.get("default"):
            yield from _in_settings(kind.flow, flow.values)


def _in_settings(settings: type[Settings], values: Mapping[str, Plain]) -> Iterator[str]:
    """What stands in the fields of one form; a text that can't be read yet is told elsewhere."""
    for declared in settings.FIELDS.values():
        value = values.get(declared.key)
        if isinstance(declared, Expression):
            yield from _in_expression(value)
        elif isinstance(declared, Template) and isinstance(value, str):
            yield from mustache.symbols(value, str(values.get("language") or mustache.MUSTACHE))
        elif isinstance(declared, Rows) and isinstance(value, list | tuple) and not values.get("condition"):
            yield from (name for row in value if isinstance(row, Mapping) for name in _in_row(row))


def _in_row(row: Mapping[str, Plain]) -> Iterator[str]:
    """A rule names one field, a mapping its sources and what its condition asks for."""
    sources, when = row.get("from"), row.get("when")
    asked = when.get("path") if isinstance(when, Mapping) else None
    for path in (row.get("path"), asked, *(sources if isinstance(sources, list | tuple) else (sources,))):
        if isinstance(path, str) and not path_problem(path, symbols=True):
            yield path
    yield from _in_expression(when)


def _in_expression(text: Plain) -> Iterator[str]:
    expression = read_expression(text)[0] if isinstance(text, str) and text.strip() else None
    for one in expression.reads if expression is not None else ():
        yield one.path
