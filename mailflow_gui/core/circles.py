"""Flows whose mail comes back to where it is taken from, as far as the settings tell. Pure, any thread.

A running integration stops such mail at its first turn (`core/loops.py`); this warns before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mailflow_gui.core.accounts import same_account
from mailflow_gui.core.editing import Steps, before, place_of
from mailflow_gui.core.hosts import mail_domain
from mailflow_gui.core.language import tr
from mailflow_gui.core.mime.addresses import split_recipients
from mailflow_gui.core.model import Connection, Integration, Profile, Step, walk

RECEIVE, SEND, DELIVER, FILTER = "receive-email", "send-email", "deliver-to-folder", "basic-filter"
INBOX = "INBOX"


@dataclass(frozen=True, slots=True)
class Circle:
    """A step that sends to where its integration takes messages from. `way` names the integrations in between.

    `where` is the address, or the folder with its account.
    """

    step_id: str
    where: str
    into_folder: bool = False
    way: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What may happen, in one line."""
        if self.way or self.into_folder:
            return tr("This may go round in a circle")
        return tr("This may answer itself in a loop")

    @property
    def text(self) -> str:
        """How it comes back."""
        if not self.way and self.into_folder:
            return tr("It delivers into {where}, and that is where messages come from.", where=self.where)
        if not self.way:
            return tr("It sends to {where}, and that is where messages come from.", where=self.where)
        names = tr(", then ").join(tr("“{name}”", name=name) for name in self.way)
        words = tr(
            "It sends to {where}. {names} takes messages from there and sends back to where these come from.",
            where=self.where,
            names=names,
        )
        if self.into_folder:
            words = tr(
                "It delivers into {where}. {names} takes messages from there and sends back to where these come from.",
                where=self.where,
                names=names,
            )
        return words


@dataclass(frozen=True, slots=True)
class _Source:
    """Where an integration takes messages from: a folder of an account, which has these addresses."""

    connection: Connection
    folder: str
    addresses: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Goal:
    """Where a step puts messages: to an address, or into a folder of an account."""

    step_id: str
    address: str = ""
    connection: Connection | None = None
    folder: str = ""

    @property
    def where(self) -> str:
        """In words."""
        if self.connection is None:
            return self.address
        return tr("“{folder}” of “{name}”", folder=self.folder, name=self.connection.name)

    def reaches(self, source: _Source, *, sorted_there: bool = False) -> bool:
        """Whether it is taken from the source then. Mail to an address comes to the inbox, unless sorted."""
        if self.connection is None:
            return self.address.casefold() in source.addresses and (sorted_there or source.folder == INBOX)
        same = self.connection.id == source.connection.id
        same = same or same_account(self.connection.values, source.connection.values)
        return same and self.folder == source.folder


def circles(integration: Integration, profile: Profile) -> tuple[Circle, ...]:
    """The circles of an integration's working steps, directly or through others that are switched on.

    A filter on the way that looks at Auto-Submitted is a guard: what programs sent goes no further there.
    """
    steps = [step for step in integration.working if not step.disabled]
    source = _source(steps, profile)
    if source is None:
        return ()
    others = {one.name: one.steps for one in profile.integrations if one.enabled and one.id != integration.id}
    found = []
    for goal in _goals(steps, profile):
        way = () if goal.reaches(source, sorted_there=True) else _way_back(goal, source, others, profile)
        if way is not None and not (goal.connection is None and _guarded(goal.step_id, integration.working)):
            found.append(Circle(goal.step_id, goal.where, goal.connection is not None, way))
    return tuple(found)


def _guarded(step_id: str, steps: Steps) -> bool:
    place = place_of(steps, step_id)
    return place is not None and any(
        one.kind == FILTER and not one.disabled and _guards(one) for one in before(steps, place)
    )


def _guards(step: Step) -> bool:
    rows = step.values.get("rules") or ()
    return any(isinstance(row, dict) and row.get("path") == "headers.Auto-Submitted" for row in rows)


def _way_back(
    goal: _Goal, source: _Source, others: Mapping[str, Sequence[Step]], profile: Profile
) -> tuple[str, ...] | None:
    """The shortest way from a goal through other integrations to a source; None when there is none."""
    ways: list[tuple[_Goal, tuple[str, ...]]] = [(goal, ())]
    seen: set[str] = set()
    for present, way in ways:  # grows while it is walked
        for name, steps in others.items():
            start = _source(steps, profile)
            if name in seen or start is None or not present.reaches(start):
                continue
            seen.add(name)
            for onward in _goals(steps, profile):
                if onward.reaches(source, sorted_there=True):
                    return (*way, name)
                ways.append((onward, (*way, name)))
    return None


def _source(steps: Sequence[Step], profile: Profile) -> _Source | None:
    start = steps[0] if steps else None
    if start is None or start.action != RECEIVE or start.disabled:
        return None
    connection = _connection(start, profile)
    if connection is None:
        return None
    return _Source(connection, _folder(start.values.get("folderName")), _addresses(connection, profile, steps))


def _goals(steps: Sequence[Step], profile: Profile) -> Iterator[_Goal]:
    for step in _running(steps):
        if step.action == SEND:
            typed = ", ".join(text for key in ("to", "cc", "bcc") if (text := str(step.values.get(key) or "").strip()))
            for one in split_recipients(typed)[0]:
                yield _Goal(step.id, one.address)
        elif step.action == DELIVER:
            connection = _connection(step, profile)
            folder = str(step.values.get("folderName") or "").strip()
            if connection is not None and folder:
                yield _Goal(step.id, connection=connection, folder=_folder(folder))


def _running(steps: Sequence[Step]) -> Iterator[Step]:
    for step in steps:
        if not step.disabled:
            yield step
            for flow in step.flows:
                yield from _running(flow.steps)


def _addresses(account: Connection, profile: Profile, steps: Sequence[Step]) -> frozenset[str]:
    """The addresses of an account: its user name, and the senders that steps of the same account use."""
    user, domain = str(account.values.get("username") or "").strip(), mail_domain(str(account.values.get("host") or ""))
    found = {user if "@" in user else f"{user}@{domain}"} if user and ("@" in user or domain) else set()
    for step in walk(steps):
        connection = _connection(step, profile)
        if step.action == SEND and connection is not None and same_account(connection.values, account.values):
            found |= {one.address for one in split_recipients(str(step.values.get("from") or ""))[0]}
    return frozenset(one.casefold() for one in found)


def _connection(step: Step, profile: Profile) -> Connection | None:
    return next((one for one in profile.connections if one.name == step.connection), None)


def _folder(name: object) -> str:
    text = str(name or "").strip()
    return INBOX if text.upper() in ("", INBOX) else text
