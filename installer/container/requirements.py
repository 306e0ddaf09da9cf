"""Prints what Mailflow needs without its window: the dependencies of pyproject.toml without its extras, a line each."""

import tomllib
from pathlib import Path

with (Path(__file__).resolve().parents[2] / "pyproject.toml").open("rb") as file:
    print("\n".join(tomllib.load(file)["project"]["dependencies"]))
