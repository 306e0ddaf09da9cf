"""The doctor tells each thing apart and says what to do."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from mailflow_gui.cli import doctor
from mailflow_gui.cli.doctor import Verdict
from tests.cli.command import Command


def test_it_reports_everything_and_changes_nothing(mailflow: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    ended = mailflow("doctor", "--json")
    rows = {row["id"]: row for row in ended.json()}
    assert list(rows) == [
        "python",
        "database",
        "qt-libraries",
        "display",
        "tray",
        "passwords",
        "proxy",
        "clock",
        "profile",
    ]
    assert rows["passwords"]["verdict"] == "failed"
    assert "--vault file" in rows["passwords"]["fix"]
    assert ended.code == 1
    assert not mailflow.profile.exists()
    assert "No keyring on this system" in mailflow("doctor").out
    assert mailflow("doctor", "--vault", "session").out.count("\nok ") >= 4


def test_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.clock_finding(time.time()).verdict is Verdict.OK
    assert doctor.clock_finding(86_400.0 * 365 * 30).verdict is Verdict.FAILED
    assert doctor.clock_finding(5e9).verdict is Verdict.FAILED


def test_profile(tmp_path: Path) -> None:
    assert doctor.profile_finding(tmp_path / "a" / "b").verdict is Verdict.OK
    (tmp_path / "file").touch()
    finding = doctor.profile_finding(tmp_path / "file" / "below")
    assert finding.verdict is Verdict.FAILED
    assert "--profile" in finding.fix


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_profile_that_is_read_only(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert doctor.profile_finding(tmp_path).verdict is Verdict.FAILED


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="trays of Linux")
def test_tray() -> None:
    assert "extension" in doctor.tray_finding({"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}).detail
    assert doctor.tray_finding({}).verdict is Verdict.WARNING
    kde = {"XDG_CURRENT_DESKTOP": "KDE", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}
    assert doctor.tray_finding(kde).verdict is Verdict.OK


def test_a_sqlite_without_the_search_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Old(sqlite3.Connection):
        """One that was built without full-text search."""

        def execute(self, *_: object) -> sqlite3.Cursor:  # type: ignore[override]
            raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(sqlite3, "connect", Old)
    found = doctor.database_finding()
    assert (found.verdict, found.detail) == (Verdict.FAILED, f"{sqlite3.sqlite_version}: no such module: fts5")
