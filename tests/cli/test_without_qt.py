"""Where Qt is not installed: everything but the window works, and the window says in a line what to install."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: A process in which the libraries of Qt are not to be found.
HIDDEN = """
import sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
from mailflow_gui.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def mailflow(profile: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", HIDDEN, "--profile", str(profile), "--vault", "session", *arguments],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip


def test_the_window_says_in_one_line_what_to_install(tmp_path: Path) -> None:
    for arguments in ([], ["--background"], ["demo"]):
        done = mailflow(tmp_path / "profile", *arguments)
        assert done.returncode == 1
        assert done.stdout == ""
        (line,) = done.stderr.splitlines()
        assert line.startswith("mailflow: PySide6, the window's library, is not installed. Run: ")
        assert line.endswith(' -m pip install "mailflow[window]"')


def test_the_demo_delivers_in_the_terminal(tmp_path: Path) -> None:
    done = mailflow(tmp_path / "profile", "demo", "--headless")
    assert done.returncode == 0, done.stderr
    assert "12 received, 10 sent" in done.stderr


def test_the_doctor_warns_and_goes_on(tmp_path: Path) -> None:
    done = mailflow(tmp_path / "profile", "doctor")
    assert done.returncode == 0, done.stderr
    (line,) = [one for one in done.stdout.splitlines() if "Qt libraries" in one]
    assert line.startswith("warning")
    assert "PySide6, the window's library, is not installed." in line


def test_the_service_starts(tmp_path: Path) -> None:
    done = mailflow(tmp_path / "profile", "run")
    assert done.returncode == 2
    assert done.stderr.startswith("mailflow: no integration is switched on.")


def test_the_metadata_asks_for_qt_as_the_extra_window_alone() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert not [one for one in project["dependencies"] if "pyside" in one.lower()]
    assert all(one.startswith("PySide6-Essentials") for one in extras["window"])
    assert not [one for one in extras["dev"] if one.lower().startswith("pyside")]
