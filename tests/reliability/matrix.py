"""The crash matrix: every scenario is killed at each of its actions, started again, and compared with the whole run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from mailflow_gui.store.database import Database
from tests.reliability.plant import Faults, Scenario, World, new_ledger, run
from tests.reliability.steps import MEMORY, Killed, SteppedLedger, Steps, copy_ledger

Trips = Counter[tuple[str, str, str]]


@dataclass(frozen=True)
class Doubt:
    """A message held in doubt; `recipients` are those for whom it is, separated by commas; None: not known."""

    exchange: str
    subject: str
    message_id: str
    recipients: str | None

    def arrived(self, world: World) -> bool:
        """What the person finds out."""
        taken = world.destination.taken
        if self.recipients is None:
            return self.message_id in {name for name, _ in taken}
        return all(taken[self.message_id, one] for one in self.recipients.split(","))


@dataclass(frozen=True)
class End:
    """The world and the ledger after a run: what was delivered to whom, the source folder, the trips."""

    deliveries: Counter[tuple[str, str]]
    inbox: list[tuple[bytes, bool, str]]
    trips: Trips
    doubts: tuple[Doubt, ...]


@dataclass
class Count:
    """What a matrix found. `other`: any other difference from the uninterrupted run."""

    points: int = 0
    lost: int = 0
    doubled: int = 0
    held: int = 0
    other: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, more: Count) -> None:
        """Sums up."""
        self.points += more.points
        self.lost += more.lost
        self.doubled += more.doubled
        self.held += more.held
        self.other += more.other
        self.notes += more.notes

    def __str__(self) -> str:
        return (
            f"{self.points} points: {self.lost} lost, {self.doubled} doubled, {self.held} held in doubt,"
            f" {self.other} other differences"
        )


class Matrix:
    """Runs scenarios in a folder of its own, in memory where there is one; `faults` break the protocol on purpose."""

    def __init__(self, faults: Faults | None = None) -> None:
        self._temporary = TemporaryDirectory(dir=MEMORY)
        self._folder = folder = Path(self._temporary.name)
        self._faults = faults or Faults()
        self._template = folder / "template.db"
        database = Database(self._template)
        database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._temporary.cleanup()

    def length(self, scenario: Scenario) -> tuple[int, End]:
        """How many points an uninterrupted run has, and how the world is after it and one more."""
        world, steps = scenario.world(), Steps()
        path = self._fresh("whole.db")
        with self._opened(path, steps) as ledger:
            run(scenario, world, ledger, steps, self._faults)
        count = len(steps.names)
        return count, self._again(scenario, world, path)

    def check(self, scenario: Scenario) -> Count:
        """Every point of a scenario."""
        total, whole = self.length(scenario)
        found = Count()
        for target in range(1, total + 1):
            found.add(self._check_point(scenario, target, whole))
        return found

    def check_twice(self, scenario: Scenario, stride: int, depth: int) -> Count:
        """Every `stride`-th point, and the restart killed again at each of its first `depth` points."""
        total, whole = self.length(scenario)
        found = Count()
        for target in range(1, total + 1, stride):
            for second in range(1, depth + 1):
                found.add(self._check_point(scenario, target, whole, second))
        return found

    def check_recovery(self, scenario: Scenario, name: str) -> Count:
        """Killed at the last point of this name, and the restart killed again at every one of its points."""
        steps = Steps()
        with self._opened(self._fresh("whole.db"), steps) as ledger:
            run(scenario, scenario.world(), ledger, steps, self._faults)
        target = len(steps.names) - steps.names[::-1].index(name)
        _, whole = self.length(scenario)
        world = scenario.world()
        left, _ = self._kill(scenario, target, world, self._fresh("killed.db"))
        restart = Steps()
        with self._opened(left, restart) as ledger:
            run(scenario, world, ledger, restart, self._faults)
        assert any("Sent folder" in one for one in restart.names), "the restart does not look into the Sent folder"
        found = Count()
        for second in range(1, len(restart.names) + 1):
            found.add(self._check_point(scenario, target, whole, second))
        return found

    # ---- one point ----

    def _check_point(self, scenario: Scenario, target: int, whole: End, second: int = 0) -> Count:
        world, path, doubtful = scenario.world(), self._fresh("killed.db"), 0
        for at in (target, second) if second else (target,):
            path, steps = self._kill(scenario, at, world, path)
            doubtful += steps.doubtful
        end = self._again(scenario, world, path)
        where = f"{scenario.name}, point {target}, {second} ({steps.names[-1]})"
        count = Count(points=1, held=len(end.doubts))
        if len(end.doubts) > doubtful:
            count.other += 1
            count.notes.append(f"{where}: in doubt without need")
        there = [one.subject for one in end.doubts if one.arrived(world)]
        if scenario.filed and there:
            count.other += 1
            count.notes.append(f"{where}: {there} are in the Sent folder and still in doubt")
        self._resolve(path, world, end)
        final = self._again(scenario, world, path)
        if world.inbox.generation != scenario.world().inbox.generation:  # no mark under a void UID
            final = replace(final, inbox=_marked(final.inbox, end.doubts))
        count.add(_compare(scenario, where, whole, final))
        if not scenario.rules.every_poll:
            after = self._again(scenario, world, path)
            if (after.deliveries, after.trips) != (final.deliveries, final.trips):
                count.other += 1
                count.notes.append(f"{where}: one more run changed something")
        return count

    def _kill(self, scenario: Scenario, target: int, world: World, path: Path) -> tuple[Path, Steps]:
        left = self._folder / f"left-by-{path.name}"
        left.with_name(f"{left.name}-wal").unlink(missing_ok=True)
        steps = Steps(target, lambda: copy_ledger(path, left))
        with self._opened(path, steps) as ledger:
            try:
                run(scenario, world, ledger, steps, self._faults)
            except Killed:
                pass
        assert steps.dead, f"{scenario.name} has fewer than {target} points this time"
        return left, steps

    def _again(self, scenario: Scenario, world: World, path: Path) -> End:
        """A new process runs to its end; how things stand then."""
        steps = Steps()
        with self._opened(path, steps) as ledger:
            run(scenario, world, ledger, steps, self._faults)
            return End(
                world.destination.taken.copy(),
                world.inbox.state(),
                _trips(ledger),
                tuple(Doubt(*row) for row in _rows(ledger, _DOUBTS)),
            )

    def _resolve(self, path: Path, world: World, end: End) -> None:
        """What the person does with doubts: looks whether the message arrived, and says so."""
        if not end.doubts:
            return
        with self._opened(path, Steps()) as ledger:
            for one in end.doubts:
                ledger.resolve_doubt(one.exchange, arrived=one.arrived(world))

    def _fresh(self, name: str) -> Path:
        (self._folder / f"{name}-wal").unlink(missing_ok=True)
        return new_ledger(self._folder, name, self._template)

    @contextmanager
    def _opened(self, path: Path, steps: Steps) -> Iterator[SteppedLedger]:
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
        ledger = self._faults.ledger(path, steps)
        try:
            yield ledger
        finally:
            ledger.abandon()


def _marked(folder: list[tuple[bytes, bool, str]], doubts: tuple[Doubt, ...]) -> list[tuple[bytes, bool, str]]:
    """The folder as if these messages bore their mark."""
    subjects = {one.subject for one in doubts}
    return sorted((raw, seen or _subject(raw) in subjects, where) for raw, seen, where in folder)


_DOUBTS = (
    "SELECT trip.id, trip.subject, parcel.message_id, (SELECT group_concat(address) FROM recipient"
    " WHERE recipient.parcel = parcel.id AND stance = 'in-doubt') FROM trip JOIN parcel ON parcel.trip = trip.id"
    " WHERE trip.state = 'held' AND trip.cause = 'IN_DOUBT' AND parcel.state = 'in-doubt'"
)


def _rows(ledger: SteppedLedger, question: str, *values: Any) -> list[Any]:
    with ledger._database.settled_look() as connection:
        return list(connection.execute(question, values))


def _trips(ledger: SteppedLedger) -> Trips:
    rows = _rows(ledger, "SELECT subject, state, cause FROM trip")
    return Counter((row["subject"], row["state"], row["cause"]) for row in rows)


def _subject(raw: bytes) -> str:
    return "".join(re.findall(r"Subject: (.*)\r", raw.decode()))


def _compare(scenario: Scenario, where: str, whole: End, final: End) -> Count:
    """The world after the crash and the restarts against the one without a crash."""
    count = Count()
    doubled = [one for one, times in final.deliveries.items() if times > 1]
    lost: list[object] = [one for one in whole.deliveries if one not in final.deliveries]
    if scenario.rules.every_poll:  # each look makes new messages: what was taken must have gone out
        taken = sum(final.trips.values())
        lost = ["a message"] * (taken - len(final.deliveries))
        if {state for _, state, _ in final.trips} != {"done"}:
            count.other += 1
            count.notes.append(f"{where}: {dict(final.trips)}")
    else:
        extra = [one for one in final.deliveries if one not in whole.deliveries]
        if extra or final.trips != whole.trips or final.inbox != whole.inbox:
            count.other += 1
            count.notes.append(f"{where}: extra {extra}, {_difference(whole, final)}")
    count.lost, count.doubled = len(lost), len(doubled)
    if lost or doubled:
        count.notes.append(f"{where}: lost {lost}, doubled {doubled}")
    return count


def _difference(whole: End, final: End) -> str:
    marks = [_subject(one[0]) for one in final.inbox if one not in whole.inbox]
    return f"trips {dict(final.trips - whole.trips)} in place of {dict(whole.trips - final.trips)}, folder {marks}"
