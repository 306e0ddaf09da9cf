"""Where the drawings and tokens lie: in a checkout beside the package, in an installed wheel inside it. Any thread."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """The `resources` folder. Raises FileNotFoundError when the installation is incomplete."""
    package = Path(__file__).resolve().parents[1]
    for candidate in (package / "resources", package.parent / "resources"):
        if (candidate / "tokens.json").is_file():
            return candidate
    raise FileNotFoundError(f"no resources folder in {package} or beside it")


def resource(*parts: str) -> Path:
    """The path of one resource file, for example `resource("icons", "mail.svg")`; it may not exist."""
    return folder().joinpath(*parts)
