"""The engine's parts come when they are needed: the ledger once, however many ask for it first."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from mailflow_gui.cli.engine_room import EngineRoom, LateLedger, ignore, open_engine, open_ledger, running_engine
from mailflow_gui.cli.program import Options, Program
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.model import Profile
from mailflow_gui.main import build


def test_the_ledger_is_opened_by_whoever_asks_first_and_only_once(tmp_path: Path) -> None:
    late = LateLedger(tmp_path / "ledger.sqlite")
    assert not any(tmp_path.iterdir())
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(late.open())) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(20)
    assert len(found) == 8
    assert len(set(map(id, found))) == 1
    assert late.activities() == []
    late.close()


def test_a_ledger_that_nobody_asked_is_closed_without_being_opened(tmp_path: Path) -> None:
    LateLedger(tmp_path / "ledger.sqlite").close()
    assert not any(tmp_path.iterdir())


def test_a_damaged_ledger_is_told_each_time(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_text("This is no database. " * 500)
    late = LateLedger(tmp_path / "ledger.sqlite")
    for _ in range(2):
        with pytest.raises(StoreError, match="records are damaged"):
            late.counts("one", "")


def test_open_makes_everything_ready(tmp_path: Path) -> None:
    program = build(Options(tmp_path / "profile", "session"))
    engine = EngineRoom(program, program.vault, Profile, ignore)
    assert not program.paths.ledger.exists()
    engine.open()
    assert program.paths.ledger.exists()
    assert engine.workshop is engine.workshop
    assert engine.workshop.ledger is engine.ledger
    engine.close()


def open_run(program: Program) -> None:
    """An integration runs in another program."""
    with open_ledger(program) as ledger:
        ledger.begin_run("one", 1, "2026-11-24T08:00:00+01:00")


def runs_under_way(program: Program) -> int:
    with open_ledger(program) as ledger:
        return sum(1 for run in ledger.runs("one") if not run.ended_at)


def test_looking_leaves_the_runs_of_another_program_alone(tmp_path: Path) -> None:
    """A preview works beside a program that runs."""
    program = build(Options(tmp_path / "profile", "session"))
    open_run(program)
    with open_engine(program, program.vault, Profile, ignore):
        pass
    assert runs_under_way(program) == 1


def test_the_program_that_has_the_profile_alone_ends_what_a_crash_left(tmp_path: Path) -> None:
    program = build(Options(tmp_path / "profile", "session"))
    open_run(program)
    with running_engine(program, program.vault, ignore):
        pass
    assert runs_under_way(program) == 0
