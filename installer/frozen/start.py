"""What the frozen program runs: the same entry as the `mailflow` command of an installed wheel."""

import sys

from mailflow_gui.__main__ import main

sys.exit(main())
