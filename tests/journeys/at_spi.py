"""A client of AT-SPI, as screen readers are, run by the system's own Python: its libraries come from Debian.

One command a line on stdin, `[verb, argument …]` as JSON; one answer a line on stdout. `read` gives what shows in the
top window, `focused` what had the keyboard since it was last asked, `announced` what was to be said at once; `act` and
`write` use a control by its name.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

#: Of a long list or table only so many entries are read.
MOST = 80
#: Actions of Qt that use a control; the first one offered is done.
USES = ("Press", "Toggle", "ShowMenu", "Show Menu")  # the last: since Qt 6.12
State = Atspi.StateType


def find_windows(program: str) -> list[Any]:
    """The program's windows, the active one first."""
    desktop = Atspi.get_desktop(0)
    windows = []
    for application in children(desktop):
        if application.get_name() == program:
            application.set_cache_mask(Atspi.Cache.NONE)
            windows += [one for one in children(application) if shows(one)]
    return sorted(windows, key=lambda one: not one.get_state_set().contains(State.ACTIVE))


def children(node: Any) -> Iterator[Any]:
    """Its children, up to the limit."""
    for index in range(min(node.get_child_count(), MOST)):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def shows(node: Any) -> bool:
    """Whether it is on the screen."""
    states = node.get_state_set()
    return bool(states.contains(State.SHOWING) and states.contains(State.VISIBLE))


def walk(node: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:
    """The node and everything below it that shows, with its depth."""
    yield node, depth
    for child in children(node):
        if shows(child):
            yield from walk(child, depth + 1)


def actions(node: Any) -> list[str]:
    """What can be done with it."""
    interface = node.get_action_iface()
    return [interface.get_action_name(index) for index in range(interface.get_n_actions())] if interface else []


def label_of(node: Any) -> str:
    """The name of the label that stands beside it."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets():
            return str(relation.get_target(0).get_name())
    return ""


def name_of(node: Any) -> str:
    """Its name; a box with a list has for its name what is chosen in it, so there its label is said first."""
    name = str(node.get_name() or "")
    label = label_of(node) if node.get_role() == Atspi.Role.COMBO_BOX else ""
    return ", ".join(one for one in (label, name) if one)


def described(node: Any, depth: int = 0) -> dict[str, Any]:
    """What a screen reader can say of one that can be used; of anything else, role and name."""
    states = node.get_state_set()
    told = {
        "depth": depth,
        "role": node.get_role_name(),
        "name": name_of(node),
        "description": "",
        "states": sorted(state.value_nick for state in states.get_states()),
        "actions": [],
        "area": None,
    }
    if states.contains(State.FOCUSABLE):
        area = node.get_extents(Atspi.CoordType.SCREEN)
        told |= {"description": node.get_description(), "actions": actions(node)}
        told["area"] = [area.x, area.y, area.width, area.height]
    return told


class Client:
    """Answers commands for one program."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._focused: list[dict[str, Any]] = []
        self._announced: list[str] = []
        self._listener = Atspi.EventListener.new(self._hear)
        for event in ("object:state-changed:focused", "object:announcement"):
            self._listener.register(event)

    def _hear(self, event: Any) -> None:
        if event.type.startswith("object:announcement"):
            self._announced.append(event.any_data)
        elif event.detail1:
            try:
                self._focused.append(described(event.source))
            except GLib.Error:  # gone before it was read
                pass

    def answer(self, command: list[str]) -> object:
        """Does what a line asks for."""
        verb, *arguments = command
        return getattr(self, verb)(*arguments)

    def read(self) -> list[dict[str, Any]]:
        """Everything that shows in the top window, in order."""
        return [described(node, depth) for window in find_windows(self._program)[:1] for node, depth in walk(window)]

    def focused(self) -> list[dict[str, Any]]:
        """What had the keyboard since the last call."""
        heard, self._focused = self._focused, []
        return heard

    def announced(self) -> list[str]:
        """What the program asked to be said at once, from the start."""
        return self._announced

    def act(self, name: str) -> bool:
        """Does what the control of this name is for. False: there is none that can be used."""
        for node in self._named(name):
            offered = actions(node)
            for wanted in USES:
                if wanted in offered:
                    return bool(node.get_action_iface().do_action(offered.index(wanted)))
        return False

    def write(self, name: str, text: str) -> bool:
        """Puts a text into the field of this name. False: there is none."""
        for node in self._named(name):
            if node.get_editable_text_iface() is not None:
                return bool(node.get_editable_text_iface().set_text_contents(text))
        return False

    def _named(self, name: str) -> Iterator[Any]:
        for window in find_windows(self._program)[:1]:
            for node, _ in walk(window):
                said = name_of(node)
                if (said == name or said.startswith(f"{name}, ")) and node.get_state_set().contains(State.ENABLED):
                    yield node


def main(program: str) -> None:
    """Answers until stdin ends."""
    client = Client(program)
    loop = GLib.MainLoop()

    def on_line(*_: object) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        try:
            answer = client.answer(json.loads(line))
        except (GLib.Error, AttributeError, TypeError) as error:  # a control went away while it was read
            answer = {"again": str(error)}
        print(json.dumps(answer), flush=True)
        return True

    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, on_line)
    loop.run()


if __name__ == "__main__":
    main(sys.argv[1])
