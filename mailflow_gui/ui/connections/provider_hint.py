"""The banner for well-known providers above a connection form, from the built-in table. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mailflow_gui.core.hosts import MailHost, Provider, known_provider
from mailflow_gui.core.language import tr
from mailflow_gui.ui.connections.words import host_line
from mailflow_gui.ui.widgets.banner import Banner


class ProviderHint(QWidget):
    """`fill_in` carries the MailHost whose settings are to be used."""

    fill_in = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner("info", "", dismissible=True)
        self.banner.dismissed.connect(self._on_dismissed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        self._dismissed = ""
        self._shown = ""
        self.setVisible(False)

    def look(self, protocol: str, host: str, user: str, present: tuple[str, str, str]) -> None:
        """Shows what is known for this host or address. `present`: host, port and method as they stand."""
        provider = known_provider(host) or (known_provider(user) if "@" in user else None)
        server = provider.server(protocol) if provider else None
        if provider is None or server is None or provider.name == self._dismissed:
            self.setVisible(False)
            return
        self._shown = provider.name
        fits = present == (server.host, str(server.port), server.secure_type)
        shown = self._say(provider, server, fits)
        self.banner.setVisible(shown)
        self.setVisible(shown)

    def _say(self, provider: Provider, server: MailHost, fits: bool) -> bool:
        if provider.oauth_only:
            title = tr("{provider} accepts only a browser sign-in", provider=provider.name)
            self.banner.set_content("warning", title, tr("Mailflow can't do that yet. A password is refused there."))
            return True
        buttons: list[tuple[str, Callable[[], object]]] = (
            [] if fits else [(tr("Fill In"), lambda: self.fill_in.emit(server))]
        )
        if provider.needs_app_password:
            page = QUrl(provider.account_page)
            buttons.append((tr("Open Account Page"), lambda: QDesktopServices.openUrl(page)))
            title = tr("{provider} needs an app password", provider=provider.name)
            text = tr("Create one in your account and use it here instead of your normal password.")
            self.banner.set_content("info", title, text, buttons)
            return True
        title = tr("These are the settings of {provider}", provider=provider.name)
        self.banner.set_content("info", title, host_line(server), buttons)
        return not fits

    def _on_dismissed(self) -> None:
        self._dismissed = self._shown
        self.setVisible(False)
