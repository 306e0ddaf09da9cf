"""The look is applied once for the widget tests; each test starts light and idle."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from mailflow_gui.ui import theme
from mailflow_gui.ui.theme import Theme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """The applied theme in light mode; light again afterwards."""
    applied = theme.apply(qapp, "light")
    yield applied
    applied.set_look("light", "mailflow", compact=False)


@pytest.fixture(autouse=True)
def garbage_stays_here() -> Iterator[None]:
    """Garbage with widgets in it is destroyed on this thread, as in the program: on a worker's Qt would crash later."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
