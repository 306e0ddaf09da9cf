"""Prints what Mailflow needs without its window: the dependencies of pyproject.toml less Qt, a line each for pip."""

import tomllib
from pathlib import Path


def without_qt(dependencies: list[str]) -> list[str]:
    """The requirements that are not Qt's."""
    return [one for one in dependencies if not one.lower().startswith(("pyside6", "shiboken6"))]


if __name__ == "__main__":
    with (Path(__file__).resolve().parents[2] / "pyproject.toml").open("rb") as file:
        print("\n".join(without_qt(tomllib.load(file)["project"]["dependencies"])))
