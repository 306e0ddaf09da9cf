"""Reading a Fuse Online export into a bundle for `store.merge`, with a line for each item. Pure; any thread."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, Profile, free_name
from mailflow_gui.core.review import review
from mailflow_gui.store.bundle import Bundle
from mailflow_gui.store.document import parse
from mailflow_gui.store.emitter import emit
from mailflow_gui.store.entries import document_of
from mailflow_gui.store.fuse.archive import open_export, refused
from mailflow_gui.store.fuse.connections import Adoption, adopt
from mailflow_gui.store.fuse.documents import ALTERNATE, API_PROVIDER, FuseExport, FuseIntegration, is_model, read_model
from mailflow_gui.store.fuse.flows import Flow, convert_flow
from mailflow_gui.store.fuse.plain import line_of
from mailflow_gui.store.layout import Reading, read_items
from mailflow_gui.store.merge import ASKS, Arrival

ADDED, SKIPPED, LEFT_OUT = "added", "skipped", "left out"
_MOST_MISSING = 20


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What became of one item (connection, integration, step) of the file. `did`: added, skipped, left out."""

    kind: str
    name: str
    did: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FuseImport:
    """What an export brings. Results that are “added” stand in the order of the bundle's items."""

    bundle: Bundle
    results: tuple[ItemResult, ...]

    def arrivals(self, merged: tuple[Arrival, ...]) -> tuple[Arrival, ...]:
        """The results in the words of a merge: names as they are now, with the remarks of both."""
        ours = iter(merged)
        lines = []
        for one in self.results:
            arrival = next(ours, None) if one.did == ADDED else None
            if arrival is None:
                lines.append(Arrival(one.kind, one.name, one.did, one.remarks))
                continue
            asked = any(remark.startswith(tr(ASKS)) for remark in one.remarks)
            known = [remark for remark in arrival.remarks if not (asked and remark.startswith(tr(ASKS)))]
            lines.append(replace(arrival, remarks=(*known, *one.remarks)))
        return tuple(lines)


def read(data: bytes, name: str, catalog: Catalog) -> FuseImport:
    """The items of an export that Mailflow has kinds for. No password is among them.

    Ids are fresh, integrations are stopped. Raises ConfigurationError for a file that is refused as a whole.
    """
    opened = open_export(data, name)
    if not is_model(opened.model):
        raise refused(name, tr("Its model.json is no export of Fuse Online."), tr("Export the integration again."))
    found = _convert(read_model(opened.model), catalog)
    if not found.results:
        raise refused(
            name, tr("It holds no connection and no integration."), tr("Export an integration in Fuse Online.")
        )
    _check_it_can_be_saved(found.bundle, name)
    return found


def _convert(export: FuseExport, catalog: Catalog) -> FuseImport:
    adoption = adopt(export, catalog)
    results = [ItemResult("connection", one.connection.name, ADDED, one.remarks) for one in adoption.adopted]
    results += [
        ItemResult(
            "connection",
            one.name or one.connector,
            SKIPPED,
            (tr("Mailflow has no connection of the kind “{title}”", title=one.title),),
        )
        for one in adoption.skipped
    ]
    connections = tuple(one.connection for one in adoption.adopted)
    integrations: list[Integration] = []
    for one in export.integrations:
        taken = {other.name for other in integrations}
        flows, skipped = _flows(one, taken, adoption, catalog)
        results += skipped
        for flow in flows:
            integrations.append(flow.integration)
            results += _results(flow, Profile(connections, tuple(integrations)), catalog)
    return FuseImport(Bundle(connections, tuple(integrations)), tuple(results))


def _flows(
    one: FuseIntegration, taken: set[str], adoption: Adoption, catalog: Catalog
) -> tuple[list[Flow], list[ItemResult]]:
    """The integrations that one of theirs becomes: one for each of its primary flows."""
    name = one.name or tr("Imported Integration")
    flows: list[Flow] = []
    for flow in one.flows:
        if flow.type in (API_PROVIDER, ALTERNATE) or not flow.steps:
            continue
        ours = free_name(taken | {done.integration.name for done in flows}, name)
        flows.append(convert_flow(flow, one, ours, adoption, catalog))
    provided = [flow.name or tr("an operation") for flow in one.flows if flow.type == API_PROVIDER]
    if provided:
        words = tr("it serves requests of an API, Mailflow only handles email")
        return flows, [ItemResult("integration", name, SKIPPED, (words, line_of(", ".join(provided), 200)))]
    if not flows:
        return [], [ItemResult("integration", name, SKIPPED, (tr("it has no steps"),))]
    return flows, []


def _results(flow: Flow, profile: Profile, catalog: Catalog) -> list[ItemResult]:
    integration = flow.integration
    problems = review(integration, profile, catalog)
    told = {one.place for one in flow.left_out}
    others = [one for one in problems if one.step_id not in told]
    missing = [tr("still missing: {name}", name=line_of(str(one), 300)) for one in others[:_MOST_MISSING]]
    state = (tr("a draft"),) if problems else ()
    results = [ItemResult("integration", integration.name, ADDED, (*state, *flow.remarks, *missing))]
    results += [
        ItemResult("step", one.title, LEFT_OUT, (tr("of “{name}”", name=integration.name), one.reason))
        for one in flow.left_out
    ]
    return results


def _check_it_can_be_saved(bundle: Bundle, name: str) -> None:
    """Goes the way of the profile: what can't be read back must not be saved. Raises ConfigurationError."""
    try:
        root = parse(emit(document_of(Profile(bundle.connections, bundle.integrations), saved=True)), name)
        problems = read_items(root, Reading(saved=True))[1]
        words = str(problems[0]) if problems else ""
    except (ConfigurationError, ValueError, TypeError) as error:
        words = getattr(error, "details", "") or str(error)
    if words:
        why = tr("It holds what can't be saved: {what}.", what=line_of(words, 200).rstrip("."))
        raise refused(name, why, tr("Export fewer integrations at once."))
