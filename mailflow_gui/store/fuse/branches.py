"""The branches of a choice: their conditions and the flows of the export that they lead to. Pure; any thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.paths import path_problem
from mailflow_gui.store.fuse.documents import ALTERNATE, FuseFlow, FuseIntegration, FuseStep, rows_in
from mailflow_gui.store.fuse.expressions import CantSay, as_expression
from mailflow_gui.store.fuse.plain import line_of, text_in

CHOICE = "choice"
_ENDS = ("io.syndesis:flow-start", "io.syndesis:flow-end")
_MOST = 50


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch: its condition as the file has it (None: the default), and its flow, None when that is not there."""

    condition: Mapping[str, Plain] | None
    flow: FuseFlow | None

    @property
    def steps(self) -> tuple[FuseStep, ...]:
        """The steps between its start and its end."""
        return tuple(one for one in self.flow.steps if one.action not in _ENDS) if self.flow is not None else ()

    @property
    def entry(self) -> str:
        """The id under which its mappers know what comes in."""
        steps = self.flow.steps if self.flow is not None else ()
        return next((one.id for one in steps if one.action == _ENDS[0]), "")


def branches_of(choice: FuseStep, owner: FuseIntegration) -> list[Branch]:
    """The branches in their order, the default last."""
    flows = {one.id: one for one in owner.flows if one.type == ALTERNATE}
    found = [Branch(row, flows.get(text_in(row, "flow"))) for row in rows_in(choice.properties, "flows")[:_MOST]]
    default = choice.properties.get("default", "").strip()
    if default and choice.properties.get("useDefaultFlow", "") != "false":
        found.append(Branch(None, flows.get(default)))
    return found


def condition_of(branch: Branch, path: Callable[[str], str]) -> tuple[dict[str, Plain], str]:
    """When our branch is taken, and a remark. Without a condition that can be used here it has none: that blocks it."""
    if branch.condition is None:
        return {"default": True}, ""
    row = branch.condition
    name, text = text_in(row, "path").strip(), text_in(row, "condition")
    try:
        if not name:
            return {"condition": as_expression(text, path)}, ""
        ours = path(name)
        if path_problem(ours):
            raise CantSay(tr("a rule asks for “{name}”, a field that is not there", name=name))
    except CantSay as error:
        return {}, f"{error}: {line_of(text, 200)}".rstrip(": ")
    return {"rules": [{"path": ours, "op": text_in(row, "op") or "contains", "value": text_in(row, "value")}]}, ""
