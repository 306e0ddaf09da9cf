"""Applies transformations as they stand in a file; the tests of transformations share it."""

from __future__ import annotations

from typing import Any

from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.transformations.kinds import Named
from mailflow_gui.core.transformations.table import apply_chain, read_chain


def run(chain: Any, *values: FieldValue) -> FieldValue:
    """The value after a chain as it stands in a file."""
    applied, problems = read_chain(chain if isinstance(chain, list) else [chain], "transformations")
    assert not problems, problems
    return apply_chain(applied, tuple(Named(f"field{index}", value) for index, value in enumerate(values)))
