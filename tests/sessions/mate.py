"""The same with MATE's session manager, whose interface is GNOME's."""

from __future__ import annotations

from pathlib import Path

from tests.sessions.xfce import XfceSession

#: Log-out asks nothing, and what runs is saved.
_SETTINGS = """[org/mate/desktop/session]
required-components-list=['windowmanager', 'panel']
logout-prompt=false
auto-save-session=true

[org/mate/desktop/session/required-components]
windowmanager='marco'
panel='mate-panel'
"""


class MateSession(XfceSession):
    """One person's desktop."""

    manager = "env XDG_CURRENT_DESKTOP=MATE GSETTINGS_BACKEND=keyfile mate-session"
    leave = ("mate-session-save", "--logout")

    @property
    def saved(self) -> str:
        """What the session manager saved at the last log-out."""
        folder = self._home / ".config" / "mate-session" / "saved-session"
        return "".join(one.read_text() for one in folder.glob("*.desktop"))

    def _write_settings(self, folder: Path) -> None:
        file = folder / "glib-2.0" / "settings" / "keyfile"
        file.parent.mkdir(parents=True)
        file.write_text(_SETTINGS)
