"""Who may import whom: the contracts in pyproject.toml, and one file a connector or step kind."""

from __future__ import annotations

import subprocess
import sys

from tests.project.sources import PACKAGE, ROOT, sources


def test_the_import_contracts_are_kept() -> None:
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_only_the_composition_root_builds_the_command_line_and_the_window() -> None:
    """Below `cli` and `main`, no module reaches up to them."""
    low = [one for one in sources(PACKAGE) if one.name.split("/")[1] not in ("cli", "main.py", "__main__.py")]
    upward = [
        one.at(line)
        for one in low
        for number, text in enumerate(one.text.splitlines(), 1)
        for line in [number]
        if text.lstrip().startswith(
            ("from mailflow_gui.cli", "from mailflow_gui.main", "from mailflow_gui import main")
        )
    ]
    assert upward == []
