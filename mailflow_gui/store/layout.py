"""How connections and integrations lie in a document: the one shape of the profile and of the exchange file.

Reading, here, collects every problem with its line; writing is in `entries.py`. Pure; any thread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Plain, Problem
from mailflow_gui.core.language import later, quoted, tr
from mailflow_gui.core.model import Connection, Flow, Integration, Profile, Step, new_id
from mailflow_gui.core.settings import Settings
from mailflow_gui.store.document import Node

CONNECTION_KEYS = ("name", "id", "description", "connector", "validated", "failed")
INTEGRATION_KEYS = ("name", "id", "description", "labels", "version", "enabled", "steps", "draft")
STEP_KEYS = ("connection", "action", "step", "id", "disabled", "flows")
FLOW_KEYS = ("id", "steps")
SAVED_ONLY = frozenset(("id", "validated", "failed", "version", "draft"))
MOST_LETTERS = 200

_NO_PASSWORDS = later("Passwords do not belong in a file; use `mailflow secret set`.")
_LIKE_A_SECRET = re.compile(r"(?i)pass(word|wd|phrase)|secret|token|api_?key")
_STEP_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: with a catalog settings are checked, `saved` is the profile with its ids, `known` may be named.

    `unnamed`: an integration may have no name yet.
    """

    catalog: Catalog | None = None
    saved: bool = False
    known: Sequence[Connection] = ()
    unnamed: bool = False


def read_items(root: Node, how: Reading) -> tuple[Profile, list[Problem]]:
    """The items below a document's top, and all problems; with problems the profile is not to be used."""
    reader = _Reader(how)
    profile = reader.profile(root)
    return profile, reader.problems


class _Reader:
    """One pass over a document. Notes problems instead of stopping at the first."""

    def __init__(self, how: Reading) -> None:
        self.problems: list[Problem] = []
        self._how = how
        self._connectors: dict[str, str] = {one.name: one.connector for one in how.known}

    def profile(self, root: Node) -> Profile:
        top = self._mapping(root, "")
        self._refuse_unknown(top, ("mailflow", "connections", "integrations"))
        connections = [self._connection(node) for node in self._list(top.get("connections"), "connections")]
        self._refuse_twins(top.get("connections"))
        self._connectors.update({one.name: one.connector for one in connections})
        integrations = [self._integration(node) for node in self._list(top.get("integrations"), "integrations")]
        self._refuse_twins(top.get("integrations"))
        return Profile(tuple(connections), tuple(integrations))

    def _connection(self, node: Node) -> Connection:
        item = self._mapping(node, "connections")
        name = self._name(item, node.line)
        connector = self._text(item, "connector", node.line, required=True)
        settings = None
        if self._how.catalog is not None and connector:
            settings = self._lookup(lambda c: c.connector(connector).settings, "connector", item, node.line)
        return Connection(
            name=name,
            connector=connector,
            values=self._values(item, CONNECTION_KEYS, settings, node.line),
            description=self._text(item, "description", node.line, lines=True),
            id=self._id(item, node.line),
            validated=self._text(item, "validated", node.line),
            failed=self._text(item, "failed", node.line),
        )

    def _integration(self, node: Node) -> Integration:
        item = self._mapping(node, "integrations")
        self._refuse_unknown(item, INTEGRATION_KEYS)
        if "steps" not in item and item:
            self._add("steps", tr("The integration has no list of steps. Add `steps:`."), node.line)
        draft = item.get("draft") if self._how.saved else None
        return Integration(
            name=self._name(item, node.line, required=not self._how.unnamed),
            steps=self._steps(item.get("steps")),
            description=self._text(item, "description", node.line, lines=True),
            enabled=self._flag(item, "enabled"),
            id=self._id(item, node.line),
            version=self._count(item, "version"),
            labels=self._labels(item),
            draft=None if draft is None else self._steps(draft),
        )

    def _steps(self, node: Node | None) -> tuple[Step, ...]:
        return tuple(self._step(one) for one in self._list(node, "steps"))

    def _step(self, node: Node) -> Step:
        item = self._mapping(node, "steps")
        kind = self._text(item, "step", node.line)
        connection = self._text(item, "connection", node.line)
        action = self._text(item, "action", node.line)
        settings = self._step_settings(item, node.line, kind, connection, action) if item else None
        values = self._values(item, STEP_KEYS, settings, node.line)
        flows = tuple(self._flow(one, kind) for one in self._list(item.get("flows"), "flows"))
        disabled = self._flag(item, "disabled")
        return Step(kind, connection, action, values, self._step_id(item, node.line), disabled, flows)

    def _flow(self, node: Node, kind: str) -> Flow:
        item = self._mapping(node, "flows")
        settings = None
        if self._how.catalog is not None and not self._how.saved:
            settings = next((one.flow for one in self._how.catalog.steps if one.id == kind), None)
            if settings is None:
                self._add("flows", tr("Only a step of Conditional Flows has flows."), node.line)
        values = self._values(item, FLOW_KEYS, settings, node.line)
        return Flow(values, self._steps(item.get("steps")), self._id(item, node.line))

    def _step_id(self, item: Mapping[str, Node], line: int) -> str:
        """A step may have an id in every file: later steps name it in `steps.<id>.<field>`."""
        text = self._text(item, "id", line)
        if text and not _STEP_ID.fullmatch(text):
            self._add("id", tr("The id of a step has only letters, digits, - and _, at most 64."), item["id"].line)
            return new_id()
        return text or new_id()

    def _step_settings(
        self, item: Mapping[str, Node], line: int, kind: str, connection: str, action: str
    ) -> type[Settings] | None:
        """The settings class of a step, after looking at what it names."""
        if bool(kind) == bool(connection or action):
            self._add("step", tr("A step has either `step:`, or `connection:` and `action:`."), line)
            return None
        if self._how.saved or self._how.catalog is None:
            return None
        if kind:
            return self._lookup(lambda c: c.step(kind).settings, "step", item, line)
        self._check_connection(item, line, connection)
        if not action:
            self._add("action", tr("The step has no action. Add `action:`."), line)
            return None
        return self._action_settings(item, line, connection, action)

    def _check_connection(self, item: Mapping[str, Node], line: int, connection: str) -> None:
        if not connection:
            self._add("connection", tr("The step names no connection. Add `connection:`."), line)
        elif connection not in self._connectors:
            there = ", ".join(map(quoted, self._connectors)) or tr("none")
            words = tr(
                "There is no connection called “{connection}”. Add it, or use one of: {there}.",
                connection=connection,
                there=there,
            )
            self._add("connection", words, item["connection"].line)

    def _action_settings(
        self, item: Mapping[str, Node], line: int, connection: str, action: str
    ) -> type[Settings] | None:
        settings = self._lookup(lambda c: c.action(action)[1].settings, "action", item, line)
        if settings is None or self._how.catalog is None:
            return None
        owner, actual = self._how.catalog.action(action)[0].id, self._connectors.get(connection)
        if actual is not None and actual != owner:
            words = tr(
                "“{connection}” is a connection of {actual}; {action} needs one of {owner}.",
                connection=connection,
                actual=actual,
                action=action,
                owner=owner,
            )
            self._add("action", words, item["action"].line)
        return settings

    def _lookup(
        self, find: Callable[[Catalog], type[Settings]], key: str, item: Mapping[str, Node], line: int
    ) -> type[Settings] | None:
        catalog = self._how.catalog
        if catalog is None:
            return None
        try:
            return find(catalog)
        except SettingsError as error:
            at = item[key].line if key in item else line
            self._add(key, tr("{title}. Known: {names}.", title=error.title, names=", ".join(_known(catalog, key))), at)
            return None

    def _values(
        self, item: Mapping[str, Node], own: Sequence[str], settings: type[Settings] | None, line: int
    ) -> dict[str, Plain]:
        """The settings beside the item's own keys; with a class checked and in their usual form."""
        allowed = own if self._how.saved or "step" in own else [key for key in own if key not in SAVED_ONLY]
        given = {key: node for key, node in item.items() if key not in allowed}
        for key, node in list(given.items()):
            if not self._how.saved and is_secret(key, settings):
                self._add(key, tr(_NO_PASSWORDS), node.line)
                del given[key]
        raw = {key: node.plain() for key, node in given.items()}
        if settings is None:
            return raw
        checked, problems = settings.check(raw)
        for problem in problems:
            if problem.field not in settings.secret_keys():
                self.problems.append(Problem(problem.field, problem.message, _line_of(problem.field, given, line)))
        return usual_form(checked, raw)

    def _refuse_unknown(self, item: Mapping[str, Node], known: Sequence[str]) -> None:
        allowed = [key for key in known if self._how.saved or key not in SAVED_ONLY]
        for key, node in item.items():
            if not self._how.saved and is_secret(key, None):
                self._add(key, tr(_NO_PASSWORDS), node.line)
            elif key not in allowed:
                self._add(
                    key,
                    tr("There is no “{key}” here. Known: {names}.", key=key[:40], names=", ".join(allowed)),
                    node.line,
                )

    def _refuse_twins(self, node: Node | None) -> None:
        seen: dict[str, int] = {}
        for one in node.value if node is not None and isinstance(node.value, list) else ():
            name = one.value.get("name") if isinstance(one.value, dict) else None
            if name is None or not isinstance(name.value, str):
                continue
            first = seen.setdefault(name.value.strip().casefold(), name.line)
            if first != name.line:
                self._add(
                    "name",
                    tr("“{key}” is already in line {line}. Use another name.", key=name.value, line=str(first)),
                    name.line,
                )

    def _mapping(self, node: Node, field: str) -> dict[str, Node]:
        if isinstance(node.value, dict):
            return node.value
        self._add(field, tr("Entries with names are expected here, such as `name: …`."), node.line)
        return {}

    def _list(self, node: Node | None, field: str) -> list[Node]:
        if node is None or node.value is None:
            return []
        if isinstance(node.value, list):
            return node.value
        self._add(field, tr("A list is expected here; each entry starts with a dash."), node.line)
        return []

    def _name(self, item: Mapping[str, Node], line: int, *, required: bool = True) -> str:
        name = self._text(item, "name", line, required=required)
        if len(name) > MOST_LETTERS:
            self._add(
                "name",
                tr("The name is longer than {most_letters} letters. Shorten it.", most_letters=MOST_LETTERS),
                item["name"].line,
            )
        return name

    def _text(
        self, item: Mapping[str, Node], key: str, line: int, *, required: bool = False, lines: bool = False
    ) -> str:
        node = item.get(key)
        value = "" if node is None or node.value is None else node.value
        at = line if node is None else node.line
        if not isinstance(value, str):
            self._add(key, tr("Text is expected here. Put quotes around it."), at)
            return ""
        if not lines and _BREAKS.search(value):
            self._add(key, tr("One line without control characters is expected here."), at)
        text = value if lines else value.strip()
        if required and not text and item:
            self._add(key, tr("`{key}:` is missing. Add it.", key=key), at)
        return text

    def _flag(self, item: Mapping[str, Node], key: str) -> bool:
        node = item.get(key)
        if node is None or isinstance(node.value, bool):
            return node is not None and node.value is True
        self._add(key, tr("true or false is expected here."), node.line)
        return False

    def _count(self, item: Mapping[str, Node], key: str) -> int:
        node = item.get(key) if self._how.saved else None
        if node is None:
            return 0
        if isinstance(node.value, int) and not isinstance(node.value, bool) and node.value >= 0:
            return node.value
        self._add(key, tr("A whole number is expected here."), node.line)
        return 0

    def _labels(self, item: Mapping[str, Node]) -> tuple[str, ...]:
        found = []
        for node in self._list(item.get("labels"), "labels"):
            if isinstance(node.value, str) and node.value.strip() and not _BREAKS.search(node.value):
                found.append(node.value.strip()[:MOST_LETTERS])
            else:
                self._add("labels", tr("Each label is one line of text."), node.line)
        return tuple(dict.fromkeys(found))

    def _id(self, item: Mapping[str, Node], line: int) -> str:
        return (self._text(item, "id", line) if self._how.saved else "") or new_id()

    def _add(self, field: str, message: str, line: int) -> None:
        self.problems.append(Problem(field, message, line or None))


def usual_form(checked: Settings, given: Iterable[str]) -> dict[str, Plain]:
    """The given settings in their declared order and usual form, without secrets; what was not given stays out."""
    names = set(given)
    return {
        key: field.dump(checked.get(key))
        for key, field in checked.FIELDS.items()
        if not field.secret and names.intersection((key, *field.was))
    }


def is_secret(key: str, settings: type[Settings] | None) -> bool:
    """Whether a key holds a secret: as declared, or by its sound when nothing is declared under it."""
    if settings is not None and key in settings.FIELDS:
        return settings.FIELDS[key].secret
    return bool(_LIKE_A_SECRET.search(key))


def _known(catalog: Catalog, key: str) -> list[str]:
    if key == "connector":
        return [one.id for one in catalog.connectors]
    if key == "action":
        return [action.id for one in catalog.connectors for action in one.actions]
    return [one.id for one in catalog.steps]


def _line_of(path: str, given: Mapping[str, Node], line: int) -> int | None:
    """The line of a problem such as `rules[1].op`: of the deepest part that stands in the file."""
    keys = re.findall(r"[^.\[\]]+", path)
    node = Node(dict(given), line)
    for key in keys:
        if isinstance(node.value, dict) and key in node.value:
            node = node.value[key]
        elif isinstance(node.value, list) and key.isdigit() and int(key) < len(node.value):
            node = node.value[int(key)]
        else:
            break
    return node.line or None
