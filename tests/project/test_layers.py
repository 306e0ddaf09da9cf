"""Who may import whom: the contracts in pyproject.toml, and no registration of connectors and step kinds."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib

from tests.project.sources import PACKAGE, ROOT, listed, sources


def test_the_import_contracts_are_kept() -> None:
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_every_package_has_its_place_in_the_layers() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(one for one in contracts if one["type"] == "layers")
    placed = {name.strip() for row in layers["layers"] for name in row.split("|")}
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert placed == there - {"__init__"}
    assert layers["exhaustive"] is True


def test_kinds_are_found_not_registered() -> None:
    """Nobody names a module of `connectors/` or `steps/`: a new kind is one file."""
    named = [
        one.at(node.lineno)
        for one in sources(PACKAGE)
        if not one.name.startswith(("mailflow_gui/connectors/", "mailflow_gui/steps/"))
        for node in ast.walk(one.tree)
        if isinstance(node, ast.ImportFrom | ast.Import)
        for name in _imported(node)
        if name.startswith(("mailflow_gui.connectors.", "mailflow_gui.steps."))
    ]
    assert named == [], listed(named)


def _imported(node: ast.ImportFrom | ast.Import) -> list[str]:
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    return [f"{node.module}.{name.name}" for name in node.names]
