"""Qt's tests: what one leaves behind is destroyed before the next begins, and on the right thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def garbage_stays_here() -> Iterator[None]:
    """Garbage with widgets in it is destroyed on this thread, as in the program: on a worker's Qt would crash later."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
