"""`python -m mailflow_gui` and the `mailflow` command: hands the arguments to the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from mailflow_gui import main as root
from mailflow_gui.cli import command_line


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code."""
    return command_line.run(sys.argv[1:] if argv is None else argv, root.build, root.open_window)


if __name__ == "__main__":
    sys.exit(main())
