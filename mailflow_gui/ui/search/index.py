"""What the quick search finds: places, integrations, connections, actions, messages. Pure but for what it is handed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.language import ENGLISH, current, later, tr, trn
from mailflow_gui.core.model import Connection, Integration, Profile
from mailflow_gui.qt.attention import Attention
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.ui import times
from mailflow_gui.ui.integrations import status
from mailflow_gui.ui.integrations.create.connection_row import look_of
from mailflow_gui.ui.keys import native
from mailflow_gui.ui.sidebar import Place
from mailflow_gui.ui.window import MenuEntry

#: The heading of what was made here.
ITEMS = later("Integrations and connections")

#: So many of one group are listed.
MOST = 6

_HOW = {
    "done": later("{sender} · sent {time}"),
    "filtered": later("{sender} · filtered out {time}"),
    "held": later("{sender} · failed {time}"),
    "waiting": later("{sender} · waits since {time}"),
    "skipped": later("{sender} · skipped {time}"),
}


@dataclass(frozen=True, slots=True)
class Find:
    """One line of the list. `icon` and `tone` make its tile; a tone of "" an outlined one.

    It is found by its title, and by `also`.
    """

    group: str
    title: str
    caption: str
    icon: str
    tone: str
    act: Callable[[], object]
    also: str = ""


@dataclass(frozen=True, slots=True)
class Doors:
    """Where a find leads: to an integration or connection by name, a message, all messages with a text; the switch; a
    retry."""

    integration: Callable[[str], object]
    connection: Callable[[str], object]
    message: Callable[[Activity], object]
    messages: Callable[[str], object]
    switch: Callable[[Integration, bool], object]
    retry: Callable[[list[Activity]], object]


class Index:
    """Answers from what is in memory; messages of the ledger come from `Lookup` and only become lines here."""

    def __init__(self, profiles: Profiles, control: Control, attention: Attention, doors: Doors) -> None:
        self._profiles, self._control, self._attention, self._doors = profiles, control, attention, doors
        self._places: list[Find] = []
        self._commands: list[Find] = []

    def offer(self, places: Sequence[Place], entries: Sequence[MenuEntry], go: Callable[[str], object]) -> None:
        """What can be done from everywhere: go to a place, or what the main menu has."""

        def going(id: str) -> Callable[[], object]:
            return lambda: go(id)

        self._places = [
            Find(tr("Places"), one.title, native(f"Ctrl+{number}"), one.icon, "", going(one.id))
            for number, one in enumerate(places, 1)
        ]
        self._commands = [_action(one.text, one.icon, one.act, one.keys) for one in entries if one.act is not None]

    def finds(self, text: str, messages: Iterable[Activity] = ()) -> list[Find]:
        """The lines for a text, group after group, best matches first; without one, where to go and what to do."""
        words = text.casefold().split()
        items = [*map(self._integration, self._profiles.profile.integrations)] if words else []
        items += [*map(self._connection, self._profiles.profile.connections)] if words else []
        actions = [*self._actions(), *self._commands] if words else self._commands
        found: list[Find] = []
        for group in (self._places, items, actions):
            found += _best(group, words)
        known = [self._message(one) for one in messages]
        if known:
            act = self._doors.messages
            known.append(
                Find(tr("Messages"), tr("All messages with “{text}”", text=text), "", "search", "", lambda: act(text))
            )
        return found + known

    def _integration(self, one: Integration) -> Find:
        held = sum(1 for message in self._attention.waiting if message.integration == one.id)
        health = self._control.health(one.id)
        found = status.standing(one, health, held, *self._saved(), paused=self._control.paused)
        word = found.word.lower() if current() is ENGLISH else found.word
        what = (tr(ITEMS), one.name, tr("integration · {state}", state=word), "integrations", "send")
        return Find(*what, lambda: self._doors.integration(one.name), word)

    def _connection(self, one: Connection) -> Find:
        icon, tone = look_of(one, self._profiles.catalog)
        host, account = one.values.get("host") or tr("no server yet"), one.values.get("username") or ""
        what = (tr(ITEMS), one.name, tr("connection · {host}", host=host), icon, tone)
        return Find(*what, lambda: self._doors.connection(one.name), f"{host} {account}")

    def _actions(self) -> list[Find]:
        """Start or stop each integration, and retry what failed in it."""
        found = []
        for one in self._profiles.profile.integrations:
            health = self._control.health(one.id)
            standing = status.standing(one, health, 0, *self._saved())
            if standing.switchable and not standing.busy:
                stop, start = tr("Stop “{name}”", name=one.name), tr("Start “{name}”", name=one.name)
                title, icon = (stop, "stop") if one.enabled else (start, "play")
                found.append(_action(title, icon, self._switcher(one)))
            failed = [m for m in self._attention.waiting if m.integration == one.id and m.cause != "IN_DOUBT"]
            if failed:
                title = trn(
                    "Retry {count} failed message of “{name}”",
                    "Retry {count} failed messages of “{name}”",
                    len(failed),
                    name=one.name,
                )
                found.append(_action(title, "retry", self._retrier(failed)))
        return found

    def _saved(self) -> tuple[Profile, Catalog]:
        return self._profiles.profile, self._profiles.catalog

    def _switcher(self, one: Integration) -> Callable[[], object]:
        return lambda: self._doors.switch(one, not one.enabled)

    def _retrier(self, failed: list[Activity]) -> Callable[[], object]:
        return lambda: self._doors.retry(failed)

    def _message(self, one: Activity) -> Find:
        how = _HOW.get(one.status, later("{sender} · received {time}"))
        caption = tr(how, sender=one.sender, time=times.clock_or_day(one.at))
        return Find(
            tr("Messages"), one.subject or tr("No subject"), caption, "mail", "", lambda: self._doors.message(one)
        )


def _action(title: str, icon: str, act: Callable[[], object], keys: str = "") -> Find:
    return Find(tr("Actions"), title, native(keys) if keys else "", icon, "", act)


def _best(finds: Iterable[Find], words: list[str]) -> list[Find]:
    """Those in which every word occurs, those whose title begins so first; the order is kept otherwise."""
    ranked = [(rank, one) for one in finds if (rank := _rank(one, words)) is not None]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])][:MOST]


def _rank(find: Find, words: list[str]) -> int | None:
    title = find.title.casefold()
    whole = f"{title} {find.also.casefold()}"
    if not all(word in whole for word in words):
        return None
    if not words or title.startswith(" ".join(words)):
        return 0
    return 1 if all(word in title for word in words) else 2
