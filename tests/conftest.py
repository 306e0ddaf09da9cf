"""Fixtures for every test: servers on loopback, and an offscreen Qt unless a display was chosen."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What the program remembers of profiles outside of them (store/witness.py), for this process and those it starts.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="mailflow-state-")
atexit.register(shutil.rmtree, os.environ["XDG_STATE_HOME"], ignore_errors=True)
os.environ["MAILFLOW_LANGUAGE"] = "en"  # tests read English on every computer

pytest_plugins = ["tests.servers.fixtures"]
