"""`mailflow doctor`: looks at this computer and says what to install or to change."""

from __future__ import annotations

import dataclasses
import os
import socket
import sqlite3
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from mailflow_gui.cli import preflight
from mailflow_gui.cli.preflight import Trouble
from mailflow_gui.cli.verb import Exit, Host, Verb, add_json
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.limits import limits
from mailflow_gui.core.proxy import described

if TYPE_CHECKING:
    from mailflow_gui.cli.program import Program

_KEYRING_SECONDS = 10.0
_PROXY_SECONDS = 5.0
_YEAR_2100 = 4_102_444_800
_DAY = 86_400


class Verdict(StrEnum):
    """How one finding stands. A warning concerns only some uses of the program."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    id: str
    title: str
    verdict: Verdict
    detail: str = ""
    fix: str = ""


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    add_json(parser)


def run(arguments: Namespace, host: Host) -> int:
    """Looks at everything; fails when something is wrong that every use of the program needs."""
    findings = []
    for finding in examine(host.program):
        findings.append(finding)
        if not arguments.json:
            host.console.print(f"{finding.verdict:<9}{finding.title:<22}{finding.detail}".rstrip())
            if finding.fix:
                host.console.print(f"{'':<31}{finding.fix}")
    if arguments.json:
        host.console.print_json([dataclasses.asdict(one) for one in findings])
    failed = any(one.verdict is Verdict.FAILED for one in findings)
    return Exit.FAILED if failed else Exit.DONE


def examine(program: Program, environment: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """The findings, one after the other. The keyring may ask the person to unlock it."""
    yield python_finding()
    yield database_finding()
    yield _window("qt-libraries", "Qt libraries", lambda: _qt_trouble(environment))
    yield _window("display", "Display", lambda: preflight.display_trouble(environment))
    yield tray_finding(environment)
    yield passwords_finding(program)
    yield proxy_finding()
    yield clock_finding(time.time())
    yield profile_finding(program.paths.root)


def python_finding() -> Finding:
    """Whether this Python keeps a subject from smuggling a header line in (encoded words with line breaks)."""
    version = sys.version.split()[0]
    if _lets_headers_in():
        fix = f"Update Python {version} to its newest patch release."
        return Finding("python", "Python", Verdict.WARNING, "It lets a subject add header lines.", fix)
    return Finding("python", "Python", Verdict.OK, version)


def database_finding() -> Finding:
    """Whether this Python's SQLite has the search that the records are kept with (FTS5, since 3.34 with trigrams)."""
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'trigram')")
    except sqlite3.Error as error:
        fix = "Use a Python whose SQLite is 3.34 or newer and has full-text search."
        return Finding("database", "SQLite", Verdict.FAILED, f"{sqlite3.sqlite_version}: {error}", fix)
    return Finding("database", "SQLite", Verdict.OK, sqlite3.sqlite_version)


def tray_finding(environment: Mapping[str, str]) -> Finding:
    """Whether the desktop is known to show tray icons; only the window can tell for sure."""
    desktop = environment.get("XDG_CURRENT_DESKTOP", "")
    if not sys.platform.startswith("linux"):
        return Finding("tray", "Tray", Verdict.OK, "shown by the system")
    if "GNOME" in desktop.upper():
        fix = "Install the extension “AppIndicator and KStatusNotifierItem Support”."
        return Finding("tray", "Tray", Verdict.WARNING, "GNOME shows tray icons only with an extension.", fix)
    if not environment.get("DBUS_SESSION_BUS_ADDRESS"):
        detail = "There is no session bus; without a tray Mailflow opens minimised."
        return Finding("tray", "Tray", Verdict.WARNING, detail)
    return Finding("tray", "Tray", Verdict.OK, desktop or "session bus found")


def passwords_finding(program: Program) -> Finding:
    """Where passwords are kept, and whether that place answers."""
    name = program.vault.name
    if name == "credentials":
        where = os.environ.get("CREDENTIALS_DIRECTORY", "")
        if where and Path(where).is_dir():
            return Finding("passwords", "Passwords", Verdict.OK, f"read from {where}")
        return Finding("passwords", "Passwords", Verdict.FAILED, "$CREDENTIALS_DIRECTORY is not a directory.")
    if name == "file":
        state = "there" if program.paths.vault.exists() else "not made yet"
        return Finding("passwords", "Passwords", Verdict.OK, f"{program.paths.vault} ({state})")
    if name == "session":
        return Finding("passwords", "Passwords", Verdict.OK, "kept in memory only")
    return _keyring_finding()


def proxy_finding() -> Finding:
    """The proxy in use, and whether it takes connections. Nothing is said to it."""
    now = limits()
    proxy = now.proxy
    if proxy is None:
        return Finding("proxy", "Proxy", Verdict.OK, "none, mail servers are reached directly")
    if not proxy.usable:
        fix = "Choose it anew: Settings, Network, or `mailflow proxy set`."
        return Finding("proxy", "Proxy", Verdict.FAILED, "Its settings can't be used; no server is reached.", fix)
    words = described(proxy)
    if now.offline:
        return Finding("proxy", "Proxy", Verdict.OK, words)
    try:
        socket.create_connection((proxy.host, proxy.port), _PROXY_SECONDS).close()
    except OSError as error:
        fix = "Check host and port: Settings, Network, or `mailflow proxy`."
        return Finding("proxy", "Proxy", Verdict.FAILED, f"{words}: {error.strerror or error}", fix)
    return Finding("proxy", "Proxy", Verdict.OK, f"{words}, takes connections")


def clock_finding(now: float) -> Finding:
    """Whether the clock can be right: not before this program's own files were made, not in another century."""
    installed = Path(__file__).stat().st_mtime
    shown = time.strftime("%Y-%m-%d %H:%M", time.localtime(now))
    if now < installed - _DAY or now > _YEAR_2100:
        detail = f"It shows {shown}. Certificates can't be checked with it."
        return Finding("clock", "Clock", Verdict.FAILED, detail, "Set the date and time.")
    return Finding("clock", "Clock", Verdict.OK, shown)


def profile_finding(root: Path) -> Finding:
    """Whether the profile's directory can be written, or made."""
    place = next(one for one in (root, *root.parents) if one.exists())
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        fix = "Change its permissions, or choose another directory with --profile."
        return Finding("profile", "Profile", Verdict.FAILED, f"“{place}” can't be written.", fix)
    detail = str(root) if place == root else f"{root} (made when something is saved)"
    return Finding("profile", "Profile", Verdict.OK, detail)


def _keyring_finding() -> Finding:
    from mailflow_gui.store.keyring_vault import KeyringVault

    state = KeyringVault(timeout=_KEYRING_SECONDS).state()
    if state.error is None:
        return Finding("passwords", "Passwords", Verdict.OK, f"system keyring ({state.backend})")
    error: MailflowError = state.error
    technical = f" ({error.details})" if error.details else ""
    fix = error.fix
    if error.cause == "KEYRING_MISSING":
        fix += " On the command line: --vault file, or --vault credentials for a service."
    return Finding("passwords", "Passwords", Verdict.FAILED, f"{error.title}{technical}", fix)


def _window(id: str, title: str, look: Callable[[], Trouble | None]) -> Finding:
    """A finding that concerns the window only: `mailflow run` works without."""
    trouble = look()
    if trouble is None:
        return Finding(id, title, Verdict.OK)
    return Finding(id, title, Verdict.WARNING, trouble.text, trouble.fix)


def _qt_trouble(environment: Mapping[str, str]) -> Trouble | None:
    return preflight.qt_trouble() or preflight.library_trouble(environment)


def _lets_headers_in() -> bool:
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    message = EmailMessage(policy=policy.SMTP)
    try:
        message["Subject"] = "=?utf-8?q?a=0D=0AX-Probe:_1?="
        message.set_content("text")
        return "X-Probe" in message_from_bytes(message.as_bytes())
    except Exception:
        # Any refusal, whatever its class, means that nothing got in.
        return False


VERB = Verb("doctor", "look at this computer and say what to install", declare, run, order=90)
