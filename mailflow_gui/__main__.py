"""`python -m mailflow_gui` and the `mailflow` command: hands the arguments to the command line. A process's entry."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

#: What a packaged program is started with when it reads messages for another Mailflow (engine/reader.py).
READER_CHILD = "--reader-child"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    # Imported here because the reader's child must load neither the command line nor anything that knows secrets.
    if list(arguments) == [READER_CHILD]:
        from mailflow_gui.engine import reader_child

        return reader_child.main()
    # Loading makes a hundred thousand objects and hardly any garbage: looking for it takes a tenth of a start.
    gc.disable()
    from mailflow_gui import main as root
    from mailflow_gui.cli import command_line

    return command_line.run(arguments, root.build, root.open_window)


if __name__ == "__main__":
    sys.exit(main())
