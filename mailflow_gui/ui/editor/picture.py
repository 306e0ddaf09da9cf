"""From the work to what the canvas shows: faces, titles of branches, spans, captions. GUI thread, no widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.editing import Steps
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.language import number, tr, trn
from mailflow_gui.core.model import Flow, Integration, Profile, Step, walk
from mailflow_gui.core.offers import form_of, hints
from mailflow_gui.core.operators import OPERATORS
from mailflow_gui.core.rehearsal import Outcome, Rehearsal, StepResult
from mailflow_gui.core.review import review
from mailflow_gui.core.shapes import produced
from mailflow_gui.core.step import Form
from mailflow_gui.core.words import summary_of
from mailflow_gui.ui.editor.canvas import Picture
from mailflow_gui.ui.editor.card import Face
from mailflow_gui.ui.editor.verdict import Verdict
from mailflow_gui.ui.integrations.status import look_of_step


def picture_of(
    integration: Integration, profile: Profile, catalog: Catalog, rehearsal: Rehearsal | None = None
) -> Picture:
    """What the canvas shows of the working steps; with a rehearsal what became of each step in it."""
    steps = integration.working
    missing = missing_of(integration, profile, catalog)
    faces = {step.id: _face(step, catalog, missing.get(step.id, ""), rehearsal) for step in walk(steps)}
    titles = {flow.id: flow_title(flow, number) for step in walk(steps) for number, flow in enumerate(step.flows, 1)}
    return Picture(
        steps,
        faces,
        titles,
        _spans(steps, catalog),
        _captions(steps, catalog),
        () if rehearsal else hints(integration, profile, catalog),
        {} if rehearsal is None else _verdicts(steps, rehearsal),
    )


def missing_of(integration: Integration, profile: Profile, catalog: Catalog) -> Mapping[str, str]:
    """What each step still needs, in words, by its id."""
    found: dict[str, str] = {}
    for one in review(replace(integration, steps=integration.working), profile, catalog):
        found.setdefault(one.step_id, one.problem.message)
    return found


def flow_title(flow: Flow, number: int) -> str:
    """“WHEN Email subject contains “Order””, or OTHERWISE."""
    values = flow.values
    if values.get("default"):
        return " · ".join([tr("OTHERWISE"), *([str(values["name"])] if values.get("name") else [])])
    if values.get("name"):
        return tr("WHEN {condition}", condition=values["name"])
    rules = [row for row in values.get("rules") or () if isinstance(row, Mapping)]
    expression = " ".join(str(values.get("condition") or "").split())
    words = [expression] if expression else [_rule(row) for row in rules]
    if not words:
        return tr("WHEN condition {number} (not set yet)", number=number)
    joint = tr(" or ") if values.get("predicate") == "OR" else tr(" and ")
    return tr("WHEN {condition}", condition=joint.join(words))


def _rule(row: Mapping[str, object]) -> str:
    op = str(row.get("op") or "contains")
    label = getattr(OPERATORS.get(op), "label", op)
    return tr(
        "{field} {operator} “{value}”", field=row.get("path") or "…", operator=label, value=row.get("value") or ""
    )


def _face(step: Step, catalog: Catalog, missing: str, rehearsal: Rehearsal | None) -> Face:
    icon, tone = look_of_step(step, catalog)
    try:
        summary = summary_of(step, catalog)
    except SettingsError as error:
        summary = error.title
    face = Face(catalog.title_of(step), summary, icon, tone, missing, step.disabled)
    return face if rehearsal is None else _rehearsed(face, rehearsal.of_step(step.id))


def _rehearsed(face: Face, results: Sequence[StepResult]) -> Face:
    if face.icon == "receive" or face.disabled:
        return face
    if not results:
        return replace(face, dim=True, missing="")
    told = _telling(results)
    words = told.text.replace("\n", " · ")
    if told.outcome is Outcome.STOPPED:
        words = tr("Stopped here: {text}", text=told.text)
    return replace(face, summary=words or face.summary, missing="", failed=told.outcome is Outcome.FAILED)


def _telling(results: Sequence[StepResult]) -> StepResult:
    """The passage that speaks for a step within a split: a failure first, then what is held back, then the others."""
    order = (Outcome.FAILED, Outcome.HELD_BACK, Outcome.OK, Outcome.STOPPED)
    return min(results, key=lambda one: order.index(one.outcome))


def _verdicts(steps: Steps, rehearsal: Rehearsal) -> Mapping[str, Verdict]:
    """What stands beside each card; the start gave the message, and what is disabled was left out."""
    found = {step.id: _verdict(rehearsal.of_step(step.id)) for step in walk(steps[1:]) if not step.disabled}
    return {
        **{step.id: Verdict("check-circle", trn("{count} message", "{count} messages", 1)) for step in steps[:1]},
        **found,
    }


def _verdict(results: Sequence[StepResult]) -> Verdict:
    if not results:
        return Verdict("minus", tr("not reached"), "text3")
    spent = f"{number(max(1, round(sum(one.milliseconds for one in results))))} ms"
    times = f" × {len(results)}" if len(results) > 1 else ""
    match _telling(results).outcome:
        case Outcome.FAILED:
            return Verdict("error", f"{tr('failed')}{times}", "dangerText")
        case Outcome.STOPPED:
            return Verdict("stop", f"{tr('stopped')}{times}", "text2")
        case Outcome.HELD_BACK:
            return Verdict("shield", f"{tr('held back')}{times}", "text2")
        case _:
            return Verdict("check-circle", f"{spent}{times}")


def _spans(steps: Steps, catalog: Catalog) -> Mapping[str, str]:
    """Each split with the aggregate that closes it on its level, "" when it runs to the end."""
    found: dict[str, str] = {}
    pending: list[str] = []
    for step in steps:
        form = form_of(step, catalog)
        if form is Form.SPLIT:
            pending.append(step.id)
        elif form is Form.AGGREGATE and pending:
            found[pending.pop()] = step.id
        for flow in step.flows:
            found.update(_spans(flow.steps, catalog))
    return {**dict.fromkeys(pending, ""), **found}


def _captions(steps: Steps, catalog: Catalog) -> Mapping[str, str]:
    """What goes along the line after a step, where it changes."""
    shapes = {step.id: produced(step, catalog) for step in walk(steps)}
    return {id: shape.title for id, shape in shapes.items() if shape is not None}
