"""The exchange file `mailflow: 1`: what export writes and import reads, without any secret. Pure; any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.fields import Problem
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.model import Connection, Integration, Profile, walk
from mailflow_gui.store.document import DocumentRefused, Node, parse
from mailflow_gui.store.emitter import emit
from mailflow_gui.store.entries import document_of
from mailflow_gui.store.layout import Reading, read_items

VERSION = 1


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a file brings. Ids are fresh; switches stand as in the file."""

    connections: tuple[Connection, ...] = ()
    integrations: tuple[Integration, ...] = ()


def read(text: str, catalog: Catalog, *, known: Sequence[Connection] = (), name: str = later("The file")) -> Bundle:
    """The items of a file, their settings checked by their classes and in their usual form.

    An integration may name connections of the file and the `known` ones. Raises ConfigurationError (DocumentRefused)
    with all problems: line, field, fix.
    """
    root = parse(text, name)
    problems = _version_problems(root)
    profile, found = read_items(root, Reading(catalog, known=known))
    problems += found
    if problems:
        raise DocumentRefused(name, tuple(problems))
    return Bundle(profile.connections, profile.integrations)


def write(profile: Profile, catalog: Catalog) -> str:
    """The YAML text of these items. Secret fields are left out, whatever the values hold. Raises StoreError."""
    try:
        return emit(document_of(profile, saved=False, catalog=catalog))
    except (TypeError, ValueError) as error:
        raise StoreError(tr("This can't be written to a file"), f"{error}.", cause="EXPORT_FAILED") from error


def subset(profile: Profile, names: Sequence[str]) -> Profile:
    """The named items (all without names); an integration brings the connections it uses. Raises SettingsError."""
    if not names:
        return profile
    wanted = set(names)
    integrations = tuple(one for one in profile.integrations if one.name in wanted)
    missing = wanted - {one.name for one in integrations} - {one.name for one in profile.connections}
    if missing:
        profile.connection(min(missing))
    used = wanted | {step.connection for one in integrations for step in walk(one.working)}
    return Profile(tuple(one for one in profile.connections if one.name in used), integrations)


def _version_problems(root: Node) -> list[Problem]:
    top = root.value if isinstance(root.value, dict) else {}
    node = top.get("mailflow")
    if node is None:
        return [Problem("mailflow", tr("This is not a Mailflow file: it has no `mailflow: 1`."), root.line or 1)]
    if isinstance(node.value, int) and not isinstance(node.value, bool) and node.value > VERSION:
        words = tr(
            "The file is of version {number}, this program reads version {version}. Update Mailflow.",
            number=node.value,
            version=VERSION,
        )
        return [Problem("mailflow", words, node.line)]
    if node.value is True or node.value != VERSION:
        return [
            Problem(
                "mailflow",
                tr("The file says `mailflow: {plain}`. Only `mailflow: 1` is known.", plain=node.plain()),
                node.line,
            )
        ]
    return []
