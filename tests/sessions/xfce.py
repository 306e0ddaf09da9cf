"""A desktop session as a display manager starts it: screen, bus and Xfce's session manager, with a home of its own.

The session manager saves the session at its end and starts what was saved, besides what starts at sign-in.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from mailflow_gui.store.autostart import entry_for
from tests.servers.ports import wait_until

NEEDED = ("Xvfb", "dbus-run-session", "xfce4-session", "xfce4-panel", "xfwm4", "xwininfo", "xprop", "import", "gdbus")
SECONDS = 40.0
#: Seconds until the panel has the icon.
ICON = 20.0
_CHECKOUT = Path(__file__).parents[2]
#: What is started: the checkout, or a program that was built of it.
_BUILT = os.environ.get("MAILFLOW_PROGRAM")
PROGRAM = (_BUILT,) if _BUILT else (sys.executable, "-m", "mailflow_gui")


def _client(number: int, command: str) -> str:
    return f"""
    <property name="Client{number}_Command" type="array"><value type="string" value="{command}"/></property>
    <property name="Client{number}_PerScreen" type="bool" value="false"/>"""


_SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-session" version="1.0">
  <property name="general" type="empty">
    <property name="FailsafeSessionName" type="string" value="Failsafe"/>
    <property name="SaveOnExit" type="bool" value="true"/>
    <property name="PromptOnLogout" type="bool" value="false"/>
  </property>
  <property name="startup" type="empty">
    <property name="ssh-agent" type="empty"><property name="enabled" type="bool" value="false"/></property>
    <property name="gpg-agent" type="empty"><property name="enabled" type="bool" value="false"/></property>
  </property>
  <property name="sessions" type="empty"><property name="Failsafe" type="empty">
    <property name="IsFailsafe" type="bool" value="true"/>
    <property name="Count" type="int" value="2"/>{_client(0, "xfwm4")}{_client(1, "xfce4-panel")}
  </property></property>
</channel>
"""


class XfceSession:
    """One person's desktop; `sign_in` and `log_out` as often as wanted. `profile` is that of their Mailflow."""

    has_tray = True
    manager = "xfce4-session"
    leave = ("xfce4-session-logout", "--logout")

    def __init__(self, folder: Path, profile: Path, credentials: Path) -> None:
        self._profile = profile
        self._home, self._bus = folder / "home", folder / "bus"
        self._write_settings(self._home / ".config")
        run = folder / "run"
        run.mkdir(mode=0o700)
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "DBUS_", "QT_"))}
        self._environment = {
            **kept,
            "HOME": str(self._home),
            "XDG_RUNTIME_DIR": str(run),
            "CREDENTIALS_DIRECTORY": str(credentials),
            "PYTHONPATH": str(_CHECKOUT),
        }
        self._environment.pop("SESSION_MANAGER", None)
        # The saved session belongs to the display's number: one that nobody takes who asks for any.
        self._display = f":{1000 + os.getpid() % 20_000}"
        self._screen: subprocess.Popen[bytes] | None = None
        self._session: subprocess.Popen[bytes] | None = None
        self.log = folder / "session.log"

    @property
    def saved(self) -> str:
        """What the session manager saved at the last log-out."""
        return "".join(one.read_text() for one in (self._home / ".cache" / "sessions").glob("xfce4-session-*"))

    def start_at_sign_in(self) -> None:
        """Mailflow's own entry, written by its own code."""
        options = ("--profile", str(self._profile), "--vault", "credentials", "--background")
        entry_for(str(self._profile), home=self._home).write((*PROGRAM, *options))

    def sign_in(self) -> None:
        """A screen and the session on it."""
        reading, writing = os.pipe()
        command = ["Xvfb", self._display, "-displayfd", str(writing), "-screen", "0", "1300x900x24", "-nolisten", "tcp"]
        self._screen = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as numbers:
            assert numbers.readline().strip() == self._display[1:], "the screen did not start"
        self._environment["DISPLAY"] = self._display
        script = f'echo "$DBUS_SESSION_BUS_ADDRESS" >"$0"; exec {self.manager}'
        with self.log.open("ab") as log:
            self._session = subprocess.Popen(
                ["dbus-run-session", "--", "sh", "-c", script, str(self._bus)],
                env=self._environment, stdout=log, stderr=log,
            )  # fmt: skip

    def log_out(self) -> float:
        """Through the session manager; then the screen goes. Seconds that the session took to end."""
        assert self._session is not None and self._screen is not None
        begun = time.monotonic()
        self.run(self.leave)
        self._session.wait(SECONDS)
        took = time.monotonic() - begun
        self._screen.terminate()
        self._screen.wait(SECONDS)
        return took

    def run(self, command: Sequence[str]) -> str:
        """What a program in the session prints."""
        return subprocess.run(
            command, env=self._inside(), check=True, capture_output=True, text=True, timeout=SECONDS
        ).stdout

    def start(self, command: Sequence[str]) -> subprocess.Popen[str]:
        """A program that the person starts in the session; its complaints can be read."""
        return subprocess.Popen(command, env=self._inside(), stderr=subprocess.PIPE, text=True)

    def programs(self) -> list[int]:
        """The processes that work on the profile."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")
            except OSError:  # it ended meanwhile
                continue
            if bytes(self._profile) in words and b"--background" in words:
                found.append(int(folder.name))
        return found

    def wait_for_icon(self) -> None:
        """Returns once the panel has Mailflow's icon, by either protocol. Raises TimeoutError."""
        wait_until(lambda: self._is_embedded() or self._is_item(), ICON, "an icon in the panel")

    def _is_embedded(self) -> bool:
        """Whether Mailflow has a window inside of another one, the panel's (XEmbed)."""
        return any('"Mailflow")' in line and line.startswith(" " * 9) for line in self._windows())

    def _is_item(self) -> bool:
        """Whether the panel lists an item (StatusNotifierItem); nobody else here has one."""
        watcher = "org.kde.StatusNotifierWatcher"
        ask = ["gdbus", "call", "--session", "--dest", watcher, "--object-path", "/StatusNotifierWatcher"]
        get = ["--method", "org.freedesktop.DBus.Properties.Get", watcher, "RegisteredStatusNotifierItems"]
        try:
            return "StatusNotifierItem'" in self.run([*ask, *get])
        except subprocess.CalledProcessError:  # the panel is not so far yet
            return False

    def wait_for_panel(self) -> None:
        """Returns once the panel is there, the last that the session starts. Raises TimeoutError."""
        wait_until(lambda: self._bus.exists() and any('"Xfce4-panel")' in one for one in self._windows()), SECONDS)

    def has_window(self) -> bool:
        """Whether a window of Mailflow's is on the screen or in the task bar."""
        managed = self.run(["xprop", "-root", "_NET_CLIENT_LIST"]).replace(",", " ").split()
        return any(line.split()[0] in managed for line in self._windows() if '"Mailflow")' in line)

    def _windows(self) -> list[str]:
        return self.run(["xwininfo", "-root", "-tree"]).splitlines()

    def take_picture(self, name: str) -> None:
        """With MAILFLOW_PICTURES=FOLDER, what is on the screen is kept there."""
        if folder := os.environ.get("MAILFLOW_PICTURES"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.run(["import", "-window", "root", str(Path(folder) / f"{name}.png")])

    def wait_for_end(self, seconds: float) -> None:
        """Returns once nothing works on the profile any more. Raises TimeoutError."""
        wait_until(lambda: not self.programs(), seconds)

    def _write_settings(self, folder: Path) -> None:
        file = folder / "xfce4" / "xfconf" / "xfce-perchannel-xml" / "xfce4-session.xml"
        file.parent.mkdir(parents=True)
        file.write_text(_SETTINGS)

    def _inside(self) -> dict[str, str]:
        return {**self._environment, "DBUS_SESSION_BUS_ADDRESS": self._bus.read_text().strip()}

    def close(self) -> None:
        """Nothing of it is left."""
        for one in (self._session, self._screen):
            if one is not None and one.poll() is None:
                one.terminate()
                one.wait(SECONDS)
        for number in self._relatives():
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, 9)

    def _relatives(self) -> list[int]:
        """The processes whose home is the person's: some desktops leave a part of themselves behind."""
        home, found = f"HOME={self._home}".encode(), []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if home in (folder / "environ").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
        return found


def missing() -> str:
    """Why there can be no such session here; empty when there can."""
    lacking = [one for one in NEEDED if shutil.which(one) is None]
    return f"needs {', '.join(lacking)}" if lacking else ""
