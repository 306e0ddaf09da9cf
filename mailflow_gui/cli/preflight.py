"""What would make Qt end the process without a readable word: missing system libraries, no display. Standard library.

Runs before anything of Qt is loaded; an abort inside Qt can't be caught.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

#: Library and the Debian package that brings it: what Qt itself needs, and what each way to a display needs.
CORE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfontconfig1",
}
X11 = {
    "libX11.so.6": "libgl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}

#: Without it no text is shown.
FONTS = Path("/etc/fonts/fonts.conf")

_WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc", "eglfs", "linuxfb")
_X11_PORT = 6000
_SECONDS = 3.0

Load = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why no window can open: one sentence, and what to do about it."""

    text: str
    fix: str

    def __str__(self) -> str:
        return f"{self.text} {self.fix}"


def find_trouble(environment: Mapping[str, str] = os.environ, load: Load = ctypes.CDLL) -> Trouble | None:
    """The first reason why a window can't open here, None when there is none to be seen."""
    return qt_trouble() or library_trouble(environment, load) or display_trouble(environment)


def library_trouble(environment: Mapping[str, str] = os.environ, load: Load = ctypes.CDLL) -> Trouble | None:
    """System libraries that Qt needs on Linux and that are not installed, with the packages that bring them."""
    if not sys.platform.startswith("linux"):
        return None
    needed = dict(CORE)
    if not _needs_no_display(environment):
        needed |= WAYLAND if _is_wayland(environment) else X11
    missing = [name for name in needed if not _loads(name, load)]
    if not missing:
        return None
    packages = {needed[name] for name in missing}
    if not FONTS.exists():  # a packaged program brings the library, not where the fonts are
        packages.add("fontconfig-config")
    text = f"The window needs system libraries that are missing: {', '.join(missing)}."
    return Trouble(text, _install(sorted(packages)))


def display_trouble(environment: Mapping[str, str] = os.environ) -> Trouble | None:
    """No display on Linux, or one that does not answer."""
    if not sys.platform.startswith("linux") or _needs_no_display(environment):
        return None
    display = environment.get("DISPLAY", "")
    fix = "Start Mailflow in a desktop session, or use the command line: mailflow --help"
    if _is_wayland(environment):
        where = Path(environment.get("XDG_RUNTIME_DIR", "/nonexistent"), environment["WAYLAND_DISPLAY"])
        if where.exists() or display:
            return None
        return Trouble(f"The display “{environment['WAYLAND_DISPLAY']}” is not there.", fix)
    if not display:
        return Trouble("There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.", fix)
    return None if _answers(display) else Trouble(f"The display “{display}” does not answer.", fix)


def qt_trouble() -> Trouble | None:
    """The window's library is an extra of the package (`mailflow[window]`)."""
    if importlib.util.find_spec("PySide6") is not None:
        return None
    return Trouble(
        "PySide6, the window's library, is not installed.", f'Run: {sys.executable} -m pip install "mailflow[window]"'
    )


def _install(packages: Iterable[str]) -> str:
    names = " ".join(packages)
    if shutil.which("apt-get"):
        return f"Run: sudo apt-get install {names}"
    return f"Install the packages that hold them (on Debian they are called {names})."


def _needs_no_display(environment: Mapping[str, str]) -> bool:
    return environment.get("QT_QPA_PLATFORM", "").startswith(_WITHOUT_DISPLAY)


def _is_wayland(environment: Mapping[str, str]) -> bool:
    if environment.get("QT_QPA_PLATFORM", "").startswith("xcb"):
        return False
    return bool(environment.get("WAYLAND_DISPLAY"))


def _loads(name: str, load: Load) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Whether something listens behind a DISPLAY such as `:0`, `:1.0` or `host:10.0`."""
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host and not host.startswith(("unix", "/")):
        return _connects((host, _X11_PORT + int(number)))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - the X server's fixed place
    return _connects(path) or _connects("\0" + path)


def _connects(address: str | tuple[str, int]) -> bool:
    try:
        if isinstance(address, tuple):
            socket.create_connection(address, _SECONDS).close()
            return True
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
            channel.settimeout(_SECONDS)
            channel.connect(address)
    except OSError:
        return False
    return True
