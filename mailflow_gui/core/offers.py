"""What can be added at a place of a flow, the recommended first; and hints that a flow gives by itself. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from mailflow_gui.core import editing
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.circles import Circle, circles
from mailflow_gui.core.connector import Action, Connector, Pattern
from mailflow_gui.core.editing import Place, Steps
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.language import later, quoted, tr, trn
from mailflow_gui.core.model import Connection, Flow, Integration, Profile, Step, walk
from mailflow_gui.core.sending import INPUT_VALUES
from mailflow_gui.core.shapes import consumed, produced
from mailflow_gui.core.step import Form, StepKind
from mailflow_gui.core.unknown_names import unknown_names

#: The kind that fills the fields of the next step.
MAPPER = "data-mapper"
FILTER = "basic-filter"
_SENT_TYPED = later("Without one, the typed values are sent for every message.")
#: So many names stand in one hint.
_MOST_NAMES = 3
_SENT_RECEIVED = later("Without one, the received subject and text are sent as they are.")

#: The order in which kinds are offered; others follow by their titles.
_ORDER = (MAPPER, FILTER, "advanced-filter", "template", "conditional-flows", "split", "aggregate", "log")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be added: a step kind, or an action of a connection. `make` gives the new step."""

    title: str
    text: str
    icon: str
    tone: str
    make: Callable[[], Step]
    recommended: bool = False
    connection: str = ""


def offered(steps: Steps, place: Place, profile: Profile, catalog: Catalog) -> tuple[Offer, ...]:
    """What fits at a place, the recommended first, then step kinds, then connections."""
    way, rest = editing.before(steps, place), editing.after(steps, place)
    kinds = sorted(catalog.steps, key=lambda one: (_rank(one.id), one.title))
    found = [_of_kind(one, _wanted(one.id, way, rest, catalog)) for one in kinds if _fits(one.form, way, catalog)]
    found += [
        _of_action(connection, connector, action)
        for connection in profile.connections
        for connector in catalog.connectors
        if connector.id == connection.connector
        for action in connector.actions
        if way and action.pattern is Pattern.TO and not (action.unfit and action.unfit(connection.values))
    ]
    return tuple(sorted(found, key=lambda one: not one.recommended))


def _of_kind(kind: StepKind, recommended: bool) -> Offer:
    def make() -> Step:
        return Step(kind.id, flows=(Flow(), Flow({"default": True})) if kind.form is Form.CHOICE else ())

    return Offer(kind.title, kind.description, kind.icon, kind.tone, make, recommended)


def _of_action(connection: Connection, connector: Connector, action: Action) -> Offer:
    first = action is connector.actions[0]
    title = connection.name if first else f"{action.title} · {connection.name}"
    text = f"{action.title} · {connection.values.get('host') or connector.title}"
    make = partial(Step, connection=connection.name, action=action.id)
    return Offer(title, text, connector.icon, connector.tone, make, connection=connection.name)


def usable(step: Step, profile: Profile, catalog: Catalog) -> tuple[Connection, ...]:
    """The connections that can do a step's action, whichever it has now; none for a step without one."""
    if not step.is_connection:
        return ()
    try:
        connector, action = catalog.action(step.action)
    except SettingsError:
        return ()
    return tuple(
        one
        for one in profile.connections
        if one.connector == connector.id and not (action.unfit and action.unfit(one.values))
    )


def _rank(id: str) -> int:
    return _ORDER.index(id) if id in _ORDER else len(_ORDER)


def _fits(form: Form, way: Sequence[Step], catalog: Catalog) -> bool:
    """An aggregate closes a split that is open; everything else fits after the start."""
    if not way:
        return False
    return form is not Form.AGGREGATE or open_splits(way, catalog) > 0


def open_splits(way: Sequence[Step], catalog: Catalog) -> int:
    """How many splits among these steps are not closed yet."""
    depth = 0
    for step in way:
        form = form_of(step, catalog)
        depth = depth + 1 if form is Form.SPLIT else max(0, depth - 1) if form is Form.AGGREGATE else depth
    return depth


def form_of(step: Step, catalog: Catalog) -> Form:
    """The form of a step's kind; PLAIN for actions and unknown kinds."""
    try:
        return Form.PLAIN if step.is_connection or step.disabled else catalog.step(step.kind).form
    except SettingsError:
        return Form.PLAIN


def _wanted(id: str, way: Sequence[Step], rest: Sequence[Step], catalog: Catalog) -> bool:
    """A mapper is wanted before a step that takes data, when none is there."""
    if id != MAPPER or not rest:
        return False
    mapped = bool(way) and way[-1].kind == MAPPER
    return not mapped and consumed(rest[0], catalog) is not None


@dataclass(frozen=True, slots=True)
class Hint:
    """Advice at a step. `fix` gives the mended flow; `button` are its words, "" when there is no fix."""

    step_id: str
    title: str
    text: str
    button: str = ""
    fix: Callable[[Steps], Steps] | None = field(default=None, compare=False)


def hints(integration: Integration, profile: Profile, catalog: Catalog) -> tuple[Hint, ...]:
    """All hints to the working steps, in reading order. Disabled steps give none."""
    found: list[Hint] = []
    steps = integration.working
    circling = {one.step_id: one for one in circles(integration, profile)}
    for step in walk(steps):
        place = editing.place_of(steps, step.id)
        if step.disabled or place is None:
            continue
        way = [one for one in editing.before(steps, place) if not one.disabled]
        circle = _returns(circling[step.id]) if step.id in circling else None
        for hint in (_unmapped(step, way, catalog), circle, _gone(step, way), _unknown(step, way, catalog)):
            found += [hint] if hint is not None else []
    return tuple(found)


def _unmapped(step: Step, way: Sequence[Step], catalog: Catalog) -> Hint | None:
    """A step that takes data, and nothing gives it any."""
    shape = consumed(step, catalog)
    if shape is None or step.values.get("relation", "new") != "new" or step.kind == MAPPER:
        return None
    if any(one.kind == MAPPER or (not one.is_connection and produced(one, catalog) is not None) for one in way):
        return None
    title = catalog.title_of(step)
    if step.kind == "template":
        return None  # its placeholders read the message as well
    return Hint(
        step.id,
        tr("Add a data mapper before {title}", title=title),
        tr(_SENT_TYPED if step.values.get("priority") == INPUT_VALUES else _SENT_RECEIVED),
        tr("Add It"),
        lambda steps: _insert_before(steps, step.id, Step(kind=MAPPER)),
    )


def _returns(circle: Circle) -> Hint:
    """Messages that come back to where they are taken from."""
    if circle.way or circle.into_folder:
        return Hint(circle.step_id, circle.title, circle.text)
    rules = [
        {"path": "from", "op": "not contains", "value": circle.where},
        {"path": "headers.Auto-Submitted", "op": "not contains", "value": "auto-"},
    ]
    guard = Step(kind=FILTER, values={"predicate": "AND", "rules": rules})
    return Hint(
        circle.step_id,
        circle.title,
        circle.text,
        tr("Add Loop Guard"),
        lambda steps: editing.inserted(steps, Place("", 1), guard),
    )


def _gone(step: Step, way: Sequence[Step]) -> Hint | None:
    """A reference to a step that is no longer on the way here."""
    known = {one.id for one in way}
    named = {text.split(".")[1] for text in _texts(step.values) if text.startswith("steps.") and text.count(".") > 1}
    if named <= known:
        return None
    return Hint(
        step.id,
        tr("A field is no longer there"),
        tr("This step reads what another step gave, and that one is gone or comes later. Choose another field."),
    )


def _unknown(step: Step, way: Sequence[Step], catalog: Catalog) -> Hint | None:
    """A name that nothing gives at this place."""
    names = unknown_names(step, way, catalog)
    if not names:
        return None
    listed = ", ".join(map(quoted, names[:_MOST_NAMES])) + (", …" if len(names) > _MOST_NAMES else "")
    return Hint(
        step.id,
        tr("Nothing gives {names}", names=listed),
        trn(
            "It is empty for every message. A Data Mapper before this step can fill it.",
            "They are empty for every message. A Data Mapper before this step can fill them.",
            len(names),
        ),
    )


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in _texts(one)]
    return []


def _insert_before(steps: Steps, id: str, new: Step) -> Steps:
    place = editing.place_of(steps, id)
    return editing.inserted(steps, place, replace(new)) if place is not None else steps
