"""A power cut: the ledger's files as a disk may hold them then. Whatever was cut off, what is left is a whole past."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from mailflow_gui.core.connector import Attempt, Locator, Outgoing, Reply, Stance
from mailflow_gui.core.ledger import Intake, Parcel, ParcelState, Place, Trip, TripState
from mailflow_gui.store.ledger import SqliteLedger

PLACE = Place("i", "a", "INBOX")
NOW = "2026-11-24T14:30:00+01:00"
MESSAGES = 3
SENT = Attempt(Stance.SENT, Reply(250, "2.0.0", "OK"), (("to@x.org", Stance.SENT, Reply(250)),))
#: Bytes between two cuts; those just around the end of each commit are tried as well.
STRIDE = 6000

State = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Moment:
    """After a call that returned: the length of the journal on disk, and how things stood."""

    length: int
    state: State


def trip(number: int) -> Trip:
    return Trip(f"t{number}", PLACE, Locator("7", str(number), 10), f"print{number}", f"head{number}", NOW)


def parcel(number: int) -> Parcel:
    outgoing = Outgoing("me@x.org", ("to@x.org",), b"wire" * 300, f"<{number}@x.org>")
    return Parcel(f"p{number}", f"t{number}", "s", outgoing, pending=("to@x.org",))


def state(ledger: SqliteLedger) -> State:
    """Each message that is known, with what became of it and of what it sent."""
    found = []
    for number in range(MESSAGES):
        known, sent = ledger.trip(f"t{number}"), ledger.parcel(f"t{number}", "s")
        if known is not None:
            found.append((known.id, known.state.value, sent.state.value if sent else ""))
    return tuple(found)


@dataclass(frozen=True)
class Past:
    """A day's work: its files as they are while the program runs, and each moment of it."""

    folder: Path
    moments: tuple[Moment, ...]

    @property
    def journal(self) -> bytes:
        return (self.folder / "ledger.sqlite-wal").read_bytes()


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Past:
    """Three messages are taken and sent; the files are copied before the program ends."""
    folder = tmp_path_factory.mktemp("past")
    live, moments = folder / "live", list[Moment]()
    live.mkdir()
    SqliteLedger(live / "ledger.sqlite").close()
    ledger = SqliteLedger(live / "ledger.sqlite")

    def note() -> None:
        moments.append(Moment((live / "ledger.sqlite-wal").stat().st_size, state(ledger)))

    note()
    for number in range(MESSAGES):
        one, sent = trip(number), parcel(number)
        acts: tuple[Callable[[], object], ...] = (
            lambda one=one: ledger.take([(one, b"raw" * 900)], Intake("7", floor=int(one.locator.uid))),
            lambda sent=sent: ledger.record_dot(sent, NOW),
            lambda sent=sent: ledger.record_attempt(sent, SENT, ParcelState.SENT, ""),
            lambda one=one: (ledger.finish(one, TripState.DONE, ()), ledger.settled([one])),
        )
        for act in acts:
            act()
            note()
    kept = folder / "kept"
    kept.mkdir()
    for name in ("ledger.sqlite", "ledger.sqlite-wal"):
        shutil.copy(live / name, kept / name)
    ledger.close()
    return Past(kept, tuple(moments))


def reopened(past: Past, journal: bytes, folder: Path) -> State:
    """How things stand at the next start over these bytes. The shared memory file is gone: it never was on the disk."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(past.folder / "ledger.sqlite", folder / "ledger.sqlite")
    (folder / "ledger.sqlite-wal").write_bytes(journal)
    ledger = SqliteLedger(folder / "ledger.sqlite")
    try:
        return state(ledger)
    finally:
        ledger.close()


def cuts(past: Past) -> list[int]:
    """Places to cut: all over the journal, and around each commit."""
    ends = [one.length for one in past.moments]
    around = {end + step for end in ends for step in (-1, 0, 1)}
    return sorted(cut for cut in {*around, *range(0, ends[-1], STRIDE)} if 0 <= cut <= ends[-1])


def newest(past: Past, cut: int) -> State:
    """What had returned when so much of the journal was on the disk."""
    return [one.state for one in past.moments if one.length <= cut or one is past.moments[0]][-1]


def test_the_work_has_the_stages_that_matter(past: Past) -> None:
    """The test itself: each call grew the journal, and each is a moment of its own."""
    lengths = [one.length for one in past.moments]
    assert lengths == sorted(set(lengths))
    assert [one.state[0][1:] for one in past.moments[1:5]] == [
        ("received", ""), ("received", "dot-sent"), ("received", "sent"), ("done", "sent"),
    ]  # fmt: skip
    assert len(cuts(past)) > 40


def test_a_cut_leaves_all_that_had_returned_and_nothing_half(past: Past, tmp_path: Path) -> None:
    journal = past.journal
    wrong = {}
    for cut in cuts(past):
        found = reopened(past, journal[:cut], tmp_path / "cut")
        if found != newest(past, cut):
            wrong[cut] = found
    assert wrong == {}


def test_a_torn_end_is_left_out(past: Past, tmp_path: Path) -> None:
    """The last sectors may hold anything."""
    chance, journal = random.Random(7), past.journal
    wrong = {}
    for cut in cuts(past)[::3]:
        torn = journal[:cut] + chance.randbytes(4096)
        found = reopened(past, torn, tmp_path / "torn")
        if found != newest(past, cut):
            wrong[cut] = found
    assert wrong == {}


def test_a_message_past_its_dot_is_in_doubt_after_the_cut(past: Past, tmp_path: Path) -> None:
    """Neither forgotten nor sent again."""
    dot = past.moments[2]
    assert reopened(past, past.journal[: dot.length], tmp_path / "dot")[0] == ("t0", "received", "dot-sent")
    ledger = SqliteLedger(tmp_path / "dot" / "ledger.sqlite")
    assert ledger.recover("i") == 1
    assert state(ledger)[0] == ("t0", "held", "in-doubt")
    ledger.close()
