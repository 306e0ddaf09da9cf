"""What helps to find out why something does not work, as text without secrets, names or addresses. Any thread."""

from __future__ import annotations

import os
import platform
import sqlite3
import ssl
import sys
from collections import Counter
from collections.abc import Mapping
from importlib import metadata

from mailflow_gui.cli.command_line import version
from mailflow_gui.cli.doctor import examine
from mailflow_gui.cli.program import Program
from mailflow_gui.core.errors import MailflowError

_LIBRARIES = ("PySide6-Essentials", "imapclient", "keyring", "cryptography", "PyYAML", "pymap", "aiosmtpd")


def diagnostics(program: Program, environment: Mapping[str, str] = os.environ) -> str:
    """Versions, the findings of `mailflow doctor`, and how much there is of everything.

    The keyring may ask the person to unlock it. Nothing of the profile's content is in the text, only counts.
    """
    lines = [f"Mailflow {version()}", *_versions(), ""]
    for one in examine(program, environment):
        lines.append(f"{one.title}: {one.verdict}" + (f" – {one.detail}" if one.detail else ""))
    lines += ["", *_counts(program)]
    return _without_home("\n".join(lines) + "\n")


def _versions() -> list[str]:
    found = [f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {ssl.OPENSSL_VERSION}"]
    found.append(f"{platform.system()} {platform.release()}, {platform.machine()}")
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(f"{name}: version not known")
    if getattr(sys, "frozen", False):
        found.append("frozen application")
    return found


def _counts(program: Program) -> list[str]:
    try:
        profile = program.library.load()
    except MailflowError as error:
        return [f"Profile: {error.title} ({error.cause})"]
    kinds = Counter(one.connector for one in profile.connections)
    found = [f"Connections: {', '.join(f'{count} {kind}' for kind, count in sorted(kinds.items())) or 'none'}"]
    on = sum(1 for one in profile.integrations if one.enabled)
    found.append(f"Integrations: {len(profile.integrations)}, {on} switched on")
    for path in (program.paths.profile, program.paths.ledger):
        found.append(f"{path.name}: {f'{path.stat().st_size} bytes' if path.exists() else 'not there'}")
    return found


def _without_home(text: str) -> str:
    """Paths below the person's directory without its name, which is often theirs."""
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home() raises where there is none
    return text.replace(home, "~") if len(home) > 1 else text
