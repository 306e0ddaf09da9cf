"""The same with GNOME's session manager, and a window manager in the place of its shell, which has no tray either."""

from __future__ import annotations

from pathlib import Path

from tests.servers.ports import wait_until
from tests.sessions.xfce import ICON, XfceSession

_SESSION = """[GNOME Session]
Name=Of the tests
RequiredComponents=openbox;
"""


class GnomeSession(XfceSession):
    """One person's desktop."""

    has_tray = False
    manager = (
        # It wants a system bus, and finds none of the system's services on it.
        'env DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" XDG_CURRENT_DESKTOP=GNOME'
        " /usr/libexec/gnome-session-binary --builtin --disable-acceleration-check"
        " --session=tests"
    )
    leave = ("gnome-session-quit", "--logout", "--no-prompt")

    @property
    def saved(self) -> str:
        """Nothing is saved, as it is by default."""
        return ""

    def wait_for_icon(self) -> None:
        """Returns once the window is there, minimized in the icon's place. Raises TimeoutError."""
        wait_until(self.has_window, ICON, "the window in the icon's place")

    def _write_settings(self, folder: Path) -> None:
        file = folder / "gnome-session" / "sessions" / "tests.session"
        file.parent.mkdir(parents=True)
        file.write_text(_SESSION)
