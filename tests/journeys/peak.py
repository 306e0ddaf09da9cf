"""The most memory that a command had, with the processes it started and waited for (Linux).

Between the tests and the command stands a small process: what wait4 tells of a child counts the memory that its parent
had when the child was made. Less than the 11 MB of that process can't be told.
"""

from __future__ import annotations

import sys
from pathlib import Path

_SCRIPT = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[2:])
with open(sys.argv[1], "w") as note:
    note.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(done.returncode)
"""


class Peak:
    """Stands before a command, as `starter`; afterwards `octets` is its peak."""

    def __init__(self, note: Path) -> None:
        self._note = note
        self.starter = [sys.executable, "-I", "-S", "-c", _SCRIPT, str(note)]

    @property
    def octets(self) -> int:
        """Once the command has ended."""
        return int(self._note.read_text()) * 1024
