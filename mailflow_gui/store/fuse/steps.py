"""Single steps of an export as our steps; what Mailflow has not comes back with a reason. Pure; any thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import later, quoted, tr
from mailflow_gui.core.model import Step, new_id
from mailflow_gui.store.fuse.connections import RECEIVE, SEND, Adoption
from mailflow_gui.store.fuse.documents import FuseStep, rows_in
from mailflow_gui.store.fuse.expressions import CantSay, as_expression, as_mustache
from mailflow_gui.store.fuse.mapper import convert_mapper
from mailflow_gui.store.fuse.plain import line_of, text_in
from mailflow_gui.store.fuse.settling import settle
from mailflow_gui.store.fuse.spans import AGGREGATE, SPLIT, CantSpan, Span, Spanned, aggregate_values, split_values
from mailflow_gui.store.fuse.trail import Origin, Output, Trail

RECEIVE_ACTION, SEND_ACTION = "receive-email", "send-email"
_LANGUAGES = ("mustache", "velocity", "freemarker")
_READ_KEYS = ("folderName", "unseenOnly", "delay", "maxResults")
_SEND_KEYS = ("from", "to", "subject", "text", "cc", "bcc")


@dataclass(frozen=True, slots=True)
class Context:
    """What a step needs to know of the rest. `span` is the split that an aggregate here closes."""

    trail: Trail
    adoption: Adoption
    catalog: Catalog
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Converted:
    """A step of ours, or the reason why there is none. `output`: what it adds to the trail."""

    step: Step | None
    output: Output | None = None
    remarks: tuple[str, ...] = ()
    reason: str = ""


def convert_step(one: FuseStep, context: Context) -> Converted:
    """One step. Never raises for what a file may hold."""
    if one.kind in ("endpoint", "connector", ""):
        return _endpoint(one, context)
    convert = _KINDS.get(one.kind)
    if convert is not None:
        return convert(one, context)
    known = _REASONS.get(one.kind)
    unknown = tr("Mailflow has no step of the kind “{name}”", name=line_of(one.kind, 40))
    reason = tr(known) if known else unknown
    if one.kind == "extension" and one.extension:
        reason += f" ({quoted(one.extension)})"
    return _none(one, reason, changes_body=one.kind != "headers")


def _endpoint(one: FuseStep, context: Context) -> Converted:
    connector = one.connection.connector if one.connection else ""
    if one.action == "io.syndesis:email-read-connector" or (connector == RECEIVE and not one.action):
        return _receive(one, context)
    if one.action == "io.syndesis:email-send-connector" or (connector == SEND and not one.action):
        return _send(one, context)
    if one.action == "io.syndesis:log-action":
        return _log_action(one, context)
    title = one.connection.title if one.connection and one.connection.title else one.title
    return _none(one, tr("Mailflow has no connection of the kind “{name}”", name=line_of(title, 60)))


def _none(one: FuseStep, reason: str, *, changes_body: bool = True) -> Converted:
    output = Output(one.id, one.title, Origin.GONE) if changes_body else None
    return Converted(None, output, reason=reason)


def _receive(one: FuseStep, context: Context) -> Converted:
    raw: dict[str, Plain] = {key: one.properties[key].strip() for key in _READ_KEYS if key in one.properties}
    remarks: tuple[str, ...] = ()
    protocol = one.connection.properties.get("protocol", "") if one.connection else ""
    folder = str(raw.get("folderName", ""))
    if protocol.startswith("pop3") and folder.upper() not in ("", "INBOX"):
        del raw["folderName"]
        remarks = (tr("the folder “{name}” was left out: pop3 gives the inbox only", name=line_of(folder, 60)),)
    name = context.adoption.name_for(one.connection)
    return _made(one, context, Step(connection=name, action=RECEIVE_ACTION, values=raw), Origin.RECEIVED, remarks)


def _send(one: FuseStep, context: Context) -> Converted:
    raw: dict[str, Plain] = {key: one.properties[key] for key in _SEND_KEYS if one.properties.get(key, "").strip()}
    is_typed = one.properties.get("priority", "") == "inputValues"
    raw["priority"] = "inputValues" if is_typed else "consumedData"
    latest = context.trail.latest
    mapped = latest if latest is not None and latest.origin is Origin.MAPPED else None
    if mapped is not None and "from" not in raw and "from" in mapped.fixed:
        raw["from"] = mapped.fixed["from"]  # the same address, so that the required field is filled
    remarks = []
    if "to" not in raw and (mapped is None or "to" not in mapped.names):
        remarks.append(
            tr("nobody is named to send to: Mailflow does not take addresses from the received email by itself")
        )
    name = context.adoption.name_for(one.connection)
    step = Step(connection=name, action=SEND_ACTION, values=raw)
    return _made(one, context, step, Origin.SENT, tuple(remarks))


def _log(one: FuseStep, context: Context) -> Converted:
    raw: dict[str, Plain] = {
        key: one.properties[key] for key in ("contextLoggingEnabled", "bodyLoggingEnabled") if key in one.properties
    }
    text = one.properties.get("customText", "")
    if text.strip() not in ("", "null"):
        raw["customText"] = as_mustache(text, context.trail.body_path)
    return _made(one, context, Step(kind="log", values=raw))


def _log_action(one: FuseStep, context: Context) -> Converted:
    raw: dict[str, Plain] = {
        "contextLoggingEnabled": one.properties.get("showHeaders") or "false",
        "bodyLoggingEnabled": one.properties.get("showBody") or "true",
    }
    return _made(one, context, Step(kind="log", values=raw))


def _rule_filter(one: FuseStep, context: Context) -> Converted:
    rules: list[Plain] = [
        {
            "path": context.trail.body_path(text_in(row, "path").strip()),
            "op": text_in(row, "op") or "contains",
            "value": text_in(row, "value"),
        }
        for row in rows_in(one.properties, "rules")
    ]
    predicate = "AND" if one.properties.get("predicate", "").upper() == "AND" else "OR"
    return _made(one, context, Step(kind="basic-filter", values={"predicate": predicate, "rules": rules}))


def _expression_filter(one: FuseStep, context: Context) -> Converted:
    text = one.properties.get("filter", "")
    try:
        ours = as_expression(text, context.trail.body_path)
    except CantSay as error:
        return _none(one, f"{error}: {line_of(text, 300)}", changes_body=False)
    remarks = (tr("parentheses say what Fuse Online takes for granted: it joins from left to right"),)
    changed = ours.startswith("(") and not text.lstrip().startswith("(")
    return _made(
        one, context, Step(kind="advanced-filter", values={"filter": ours}), remarks=remarks if changed else ()
    )


def _template(one: FuseStep, context: Context) -> Converted:
    language = one.properties.get("language", "").strip().lower() or "mustache"
    if language not in _LANGUAGES:
        return _none(one, tr("Mailflow does not know the template language “{name}”", name=line_of(language, 40)))
    values: dict[str, Plain] = {"language": language, "template": one.properties.get("template", "")}
    return _made(one, context, Step(kind="template", values=values), Origin.TEMPLATED)


def _mapper(one: FuseStep, context: Context) -> Converted:
    mapped = convert_mapper(one.properties.get("atlasmapping", ""), context.trail)
    step = Step(kind="data-mapper", values={"mappings": list(mapped.rows)})
    output = Output(one.id, one.title, Origin.MAPPED, step.id, mapped.names, mapped.fixed)
    return Converted(step, output, mapped.remarks)


def _split(one: FuseStep, context: Context) -> Converted:
    try:
        return _spanned(one, context, SPLIT, split_values(one, context.trail), Origin.ITEM)
    except CantSpan as error:
        return _none(one, str(error))


def _aggregate(one: FuseStep, context: Context) -> Converted:
    try:
        found = aggregate_values(one, context.span, context.trail)
    except CantSpan as error:
        return _none(one, str(error))
    return _spanned(one, context, AGGREGATE, found, Origin.JOINED)


def _spanned(one: FuseStep, context: Context, kind: str, found: Spanned, origin: Origin) -> Converted:
    """Our step. A blank field stays blank, so that it is asked for before anything starts."""
    remarks = (found.remark,) if found.remark else ()
    made = _made(one, context, Step(kind=kind, values=found.values), origin, remarks)
    assert made.step is not None
    assert made.output is not None
    blank = {key: value for key, value in found.values.items() if value == ""}
    step = replace(made.step, values={**made.step.values, **blank})
    return replace(made, step=step, output=replace(made.output, names=found.names, any_name=found.any_name))


def _made(
    one: FuseStep, context: Context, step: Step, origin: Origin | None = None, remarks: tuple[str, ...] = ()
) -> Converted:
    """The step with its values in their usual form."""
    settled = settle(context.catalog.settings_of(step), step.values)
    id = new_id()
    output = Output(one.id, one.title, origin, id) if origin is not None else None
    done = Step(step.kind, step.connection, step.action, settled.values, id)
    return Converted(done, output, (*remarks, *settled.remarks))


_KINDS: Mapping[str, Callable[[FuseStep, Context], Converted]] = {
    "log": _log,
    "ruleFilter": _rule_filter,
    "expressionFilter": _expression_filter,
    "template": _template,
    "mapper": _mapper,
    SPLIT: _split,
    AGGREGATE: _aggregate,
}
_REASONS = {
    "choice": later("conditional flows within conditional flows do not come along"),
    "headers": later("Mailflow does not set headers"),
    "extension": later("Mailflow does not run extensions"),
}
