"""The table of promises and tests: every test that it names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_named_test_exists() -> None:
    text = (ROOT / "tests/reliability/README.md").read_text("utf-8")
    named = re.findall(r"(tests/[\w/]+\.py)(?:::(\w+))?", text)
    assert len(named) > 60
    missing = []
    for path, test in named:
        file = ROOT / path
        if not file.exists() or (test and not re.search(rf"def {test}\(", file.read_text("utf-8"))):
            missing.append(f"{path}::{test}")
    assert missing == []
