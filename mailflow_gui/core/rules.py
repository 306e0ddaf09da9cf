"""A rule: a path, an operator and a text, as filters and conditions of mappings use it. Pure, any thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import Plain, Problem
from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FIELDS
from mailflow_gui.core.operators import OPERATORS, Test, prepare_test
from mailflow_gui.core.paths import is_date_path, path_problem, shown
from mailflow_gui.core.pattern_syntax import PatternError

_KEYS = ("path", "op", "value")
#: How rules are written, on a page: what `mailflow steps basic-filter` prints.
MANUAL = "\n".join(
    (
        "Each rule is a row, such as {path: subject, op: contains, value: offer}.",
        f"\nPaths: {', '.join(FIELDS)}, headers.<Name>, message.<field>, steps.<step>.<name>.",
        "A list is compared item by item, and by > and < with a number by how many items it has.",
        "\nOperators:",
        *(f"  {one.id:<14}{one.label}" for one in OPERATORS.values()),
    )
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, ready to be asked."""

    path: str
    op: str
    value: str
    test: Test

    def holds(self, exchange: Exchange) -> bool:
        """Whether the message satisfies the rule; a missing field counts as empty.

        Raises patterns.PatternTooCostly.
        """
        return self.test(exchange.value(self.path))


def read_rule(row: Plain, where: str, *, symbols: bool = False) -> tuple[Rule | None, list[Problem]]:
    """The rule of a row, or what is wrong with it; problems name `<where>.path`, `.op` and `.value`.

    With `symbols` the path may be a name that an earlier data mapper produced.
    """
    if not isinstance(row, Mapping):
        return None, [Problem(where, tr("A rule has path, op and value."))]
    problems = [
        Problem(
            f"{where}.{shown(str(key))}",
            tr("There is no “{key}” in a rule. Known: {keys}.", key=shown(str(key)), keys=", ".join(_KEYS)),
        )
        for key in row
        if key not in _KEYS
    ]
    path, op, raw = row.get("path"), row.get("op", "contains"), row.get("value", "")
    if words := path_problem(path, symbols=symbols):
        problems.append(Problem(f"{where}.path", words))
    if not isinstance(op, str) or op not in OPERATORS:
        words = tr(
            "There is no operator “{op}”. Known: {operators}.", op=shown(str(op)), operators=", ".join(OPERATORS)
        )
        problems.append(Problem(f"{where}.op", words))
    value = as_text(raw)
    if value is None:
        problems.append(Problem(f"{where}.value", tr("Type a text to compare with.")))
    if problems or value is None:
        return None, problems
    return _prepared(str(path), str(op), value, where)


def _prepared(path: str, op: str, value: str, where: str) -> tuple[Rule | None, list[Problem]]:
    try:
        test = prepare_test(op, value, as_dates=is_date_path(path))
    except PatternError as error:
        return None, [Problem(f"{where}.value", tr("{error} The pattern must describe the whole value.", error=error))]
    except ValueError as error:
        return None, [Problem(f"{where}.value", str(error))]
    return Rule(path, op, value, test), []


def as_text(raw: Plain) -> str | None:
    """Plain text of a value in a file, where 5 and true may stand for "5" and "true"; None for anything else."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, (str, int, float)):
        return str(raw)
    isoformat: Callable[[], str] | None = getattr(raw, "isoformat", None)  # YAML reads 2026-11-24 as a date
    return isoformat() if isoformat else None
