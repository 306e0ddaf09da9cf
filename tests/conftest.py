"""Fixtures for every test: servers on loopback, and an offscreen Qt unless a display was chosen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["MAILFLOW_LANGUAGE"] = "en"  # tests read English on every computer

pytest_plugins = ["tests.servers.fixtures"]
