"""Where things are in a checkout, its version, and the virtual environment that packages are built in."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "installer"
BUILD = ROOT / "build"
VENV = BUILD / "venv"
#: What builds packages; none of it is shipped. PyInstaller's minor version is fixed because the spec depends on it.
TOOLS = ("build>=1.2", "twine>=6", "pyinstaller>=6.11,<7")


def version() -> str:
    """The version that pyproject.toml states."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        stated = tomllib.load(file)["project"]["version"]
    return str(stated)


def debian_version(stated: str) -> str:
    """A Python version as Debian sorts it: `1.2rc1` comes before `1.2`, so it becomes `1.2~rc1`."""
    return re.sub(r"\.?(a|b|rc|dev)(\d+)", r"~\1\2", stated)


def epoch() -> int:
    """Seconds for every timestamp in a package: SOURCE_DATE_EPOCH, else the last commit, else pyproject.toml's own."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        return int(given)
    if git := shutil.which("git"):
        asked = subprocess.run(
            [git, "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False
        )
        if asked.returncode == 0 and asked.stdout.strip():
            return int(asked.stdout)
    return int((ROOT / "pyproject.toml").stat().st_mtime)


def run(*command: str | Path, cwd: Path = ROOT, more: Mapping[str, str] | None = None) -> None:
    """Runs a program and ends the build when it fails."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "0", **(more or {})}
    print("+", *command, flush=True)
    done = subprocess.run([str(one) for one in command], cwd=cwd, env=environment, check=False)
    if done.returncode:
        sys.exit(f"build.py: {Path(str(command[0])).name} failed with {done.returncode}")


def need(program: str, package: str) -> str:
    """The program's path; ends the build with the package to install when it is missing."""
    found = shutil.which(program)
    if found is None:
        sys.exit(f"build.py: {program} is not installed; it comes with {package}")
    return found


def build_python() -> Path:
    """The Python of build/venv, made when it is missing or older than pyproject.toml, with the program in it."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = VENV / "made"
    if not stamp.exists() or stamp.stat().st_mtime < (ROOT / "pyproject.toml").stat().st_mtime:
        run(sys.executable, "-m", "venv", "--clear", VENV)
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *TOOLS, f"{ROOT}[window]")
        stamp.touch()
    return python


def install_program(python: Path) -> None:
    """Puts the checkout as it is now into build/venv."""
    run(
        python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--force-reinstall", ROOT
    )
