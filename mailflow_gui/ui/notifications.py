"""Shows notices: through the desktop's service, else by the tray icon, else in the window; a click leads on.

GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QSystemTrayIcon

from mailflow_gui.core.notices import Notice
from mailflow_gui.qt.notices import Notices
from mailflow_gui.ui.tray import Tray

#: Opens what a notice is about: the notice, the act of its button or "", the right to take the focus or "".
Lead = Callable[[Notice, str, str], None]


class Service(Protocol):
    """The desktop's notification service."""

    @property
    def answered(self) -> SignalInstance: ...

    @property
    def refused(self) -> SignalInstance: ...

    def show(self, notice: Notice) -> None: ...


class Notifications(QObject):
    """Between what is told and what the person sees of it. `toast` is the last way, when there is no other."""

    def __init__(
        self,
        notices: Notices,
        service: Service | None,
        tray: Tray,
        toast: Callable[[str], None],
        lead: Lead,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tray = tray
        self._toast = toast
        self._lead = lead
        self._last: Notice | None = None
        if service is not None:
            notices.told.connect(service.show)
            service.refused.connect(self._show_by_tray)
            service.answered.connect(lead)
        else:
            notices.told.connect(self._show_by_tray)
        tray.message_clicked.connect(self._on_clicked)

    def _show_by_tray(self, notice: Notice) -> None:
        """The system's own bubble, which has no buttons (Windows, macOS), or Qt's."""
        if not self._tray.available:
            self._toast(f"{notice.title}. {notice.text}")
            return
        self._last = notice
        icons = QSystemTrayIcon.MessageIcon
        icon = icons.Warning if notice.urgent else icons.Information
        self._tray.icon.showMessage(notice.title, notice.text, icon)

    def _on_clicked(self) -> None:
        if self._last is not None:
            self._lead(self._last, "", "")
