"""The same with LXQt, whose session manager tells its programs nothing: it ends them, then the screen goes."""

from __future__ import annotations

from pathlib import Path

from tests.sessions.xfce import XfceSession

_SETTINGS = """[General]
window_manager=openbox
leave_confirmation=false
"""
_OBJECT = ("--dest", "org.lxqt.session", "--object-path", "/LXQtSession")


class LxqtSession(XfceSession):
    """One person's desktop."""

    manager = "startlxqt"
    leave = ("gdbus", "call", "--session", *_OBJECT, "--method", "org.lxqt.session.logout")

    @property
    def saved(self) -> str:
        """Nothing is saved."""
        return ""

    def _write_settings(self, folder: Path) -> None:
        file = folder / "lxqt" / "session.conf"
        file.parent.mkdir(parents=True)
        file.write_text(_SETTINGS)
