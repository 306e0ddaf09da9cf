"""Fixtures for every test: servers on loopback, and an offscreen Qt unless a display was chosen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.servers.fixtures"]
