"""Fixtures for every test: servers on loopback, and an offscreen Qt unless a display was chosen."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What the program remembers of profiles outside of them (store/witness.py), for this process and those it starts.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="mailflow-state-")
atexit.register(shutil.rmtree, os.environ["XDG_STATE_HOME"], ignore_errors=True)
os.environ["MAILFLOW_LANGUAGE"] = "en"  # tests read English on every computer

_CRASHED = pytest.StashKey[bool]()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """A worker that crashed leaves tests behind that nobody runs any more."""
    if error:
        node.config.stash[_CRASHED] = True


def pytest_sessionfinish(session: pytest.Session) -> None:
    """So a crash is more than a test that failed."""
    if session.config.stash.get(_CRASHED, False):
        session.exitstatus = pytest.ExitCode.INTERNAL_ERROR


pytest_plugins = ["tests.servers.fixtures"]
