"""Regular expressions for “matches” in linear time: no pattern and no message can hang a worker. Pure, any thread.

The pattern becomes a nondeterministic automaton (Thompson) that is run on all states at once and remembers the sets
it has seen. What needs backtracking (look-around, back references) is refused with words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mailflow_gui.core.language import tr
from mailflow_gui.core.pattern_syntax import Node, PatternError, parse

#: States of one pattern, counted after {n,m} is written out.
MAX_STATES = 2_000
#: State visits for one value (not counting those remembered); a few seconds at most.
MAX_WORK = 3_000_000
_MAX_REMEMBERED = 4_000

_States = frozenset[int]
_WORD = re.compile(r"\w")


class PatternTooCostly(ValueError):
    """This value takes too many steps to compare with the pattern."""


@dataclass(slots=True)
class _State:
    """One state: `test` takes a character, else `assertion` must hold to pass, else all `after` are free."""

    after: tuple[int, ...] = ()
    test: re.Pattern[str] | None = None
    assertion: str = ""


@dataclass(slots=True)
class _Run:
    """What one comparison has cost so far."""

    work: int = 0

    def spend(self, amount: int) -> None:
        self.work += amount
        if self.work > MAX_WORK:
            raise PatternTooCostly(tr("This pattern takes too long on this text. Use a simpler pattern."))


@dataclass(slots=True)
class Pattern:
    """A compiled pattern."""

    text: str
    _states: list[_State] = field(default_factory=list)
    _start: int = 0
    _edges: bool = False
    _next: dict[tuple[_States, str, int], _States] = field(default_factory=dict)
    _accepted: dict[str, set[re.Pattern[str] | None]] = field(default_factory=dict)

    def matches(self, value: str) -> bool:
        """Whether the whole value matches. Raises PatternTooCostly."""
        run = _Run()
        states = self._closure([self._start], self._edge(value, 0), run)
        for position, char in enumerate(value):
            edge = self._edge(value, position + 1)
            key = (states, char, edge)
            found = self._next.get(key)
            if found is None:
                found = self._step(states, char, edge, run)
                if len(self._next) >= _MAX_REMEMBERED:
                    self._next.clear()
                self._next[key] = found
            if not found:
                return False
            states = found
        return 0 in states

    def _step(self, states: _States, char: str, edge: int, run: _Run) -> _States:
        run.spend(len(states) + 1)
        accepted = self._accepts(char)
        reached = [self._states[one].after[0] for one in states if self._states[one].test in accepted]
        return self._closure(reached, edge, run)

    def _accepts(self, char: str) -> set[re.Pattern[str] | None]:
        found = self._accepted.get(char)
        if found is None:
            tests = {state.test for state in self._states}
            found = {test for test in tests if test is not None and test.fullmatch(char)}
            if len(self._accepted) >= _MAX_REMEMBERED:
                self._accepted.clear()
            self._accepted[char] = found
        return found

    def _closure(self, reached: list[int], edge: int, run: _Run) -> _States:
        seen: set[int] = set()
        while reached:
            one = reached.pop()
            if one in seen:
                continue
            seen.add(one)
            state = self._states[one]
            if state.test is None and (not state.assertion or edge & _EDGES[state.assertion]):
                reached.extend(state.after)
        run.spend(len(seen))
        return frozenset(seen)

    def _edge(self, value: str, position: int) -> int:
        """Bits for what holds between two characters; always 0 for a pattern without ^ $ \\b."""
        if not self._edges:
            return 0
        before = value[position - 1] if position else ""
        after = value[position] if position < len(value) else ""
        word = bool(before and _WORD.match(before)) != bool(after and _WORD.match(after))
        holds = {
            "start": not before,
            "line start": before in ("", "\n"),
            "end": not after,
            "last line end": not after or (after == "\n" and position + 1 == len(value)),
            "line end": after in ("", "\n"),
            "word edge": word,
            "no word edge": not word,
        }
        return sum(bit for name, bit in _EDGES.items() if holds[name])


_EDGES = {
    name: 1 << number
    for number, name in enumerate(
        ("start", "line start", "end", "last line end", "line end", "word edge", "no word edge")
    )
}


def compile_pattern(text: str) -> Pattern:
    """The pattern of a regular expression. Raises PatternError with words for the person."""
    pattern = Pattern(text)
    pattern._states.append(_State())  # state 0 is the match
    pattern._start = _emit(pattern, parse(text), 0)
    pattern._edges = any(state.assertion for state in pattern._states)
    return pattern


def _emit(pattern: Pattern, node: Node, after: int) -> int:
    """Adds the states of a node that goes on to `after`; gives its first state."""
    if node.kind == "sequence":
        for part in reversed(node.parts):
            after = _emit(pattern, part, after)
        return after
    if node.kind == "choice":
        return _add(pattern, _State(tuple(_emit(pattern, part, after) for part in node.parts)))
    if node.kind == "repeat":
        return _emit_repeat(pattern, node, after)
    return _add(pattern, _State((after,), node.test, node.assertion))


def _emit_repeat(pattern: Pattern, node: Node, after: int) -> int:
    body = node.parts[0]
    if node.high is None:
        loop = _add(pattern, _State())
        pattern._states[loop].after = (_emit(pattern, body, loop), after)
        after = loop
    else:
        leave = after
        for _ in range(node.high - node.low):
            after = _add(pattern, _State((_emit(pattern, body, after), leave)))
    for _ in range(node.low):
        first = _emit(pattern, body, after)
        if first == after:  # an empty body: writing it out again would only cost time
            break
        after = first
    return after


def _add(pattern: Pattern, state: _State) -> int:
    if len(pattern._states) >= MAX_STATES:
        raise PatternError(tr("The pattern is too large. Use fewer or smaller {n,m} repetitions."))
    pattern._states.append(state)
    return len(pattern._states) - 1
