"""What a connection form does by itself while the person types: port, host name, known providers. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from mailflow_gui.core.connector import Connector
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.hosts import MailHost, clean_host, usual_ports
from mailflow_gui.ui.connections.provider_hint import ProviderHint
from mailflow_gui.ui.connections.words import protocol_of, usual_ports_sentence, usual_ports_words
from mailflow_gui.ui.forms.editors import PortEditor
from mailflow_gui.ui.forms.settings_form import SettingsForm


class Assistant(QObject):
    """Follows the fields protocol, secureType, host, port and username of a form."""

    def __init__(
        self,
        form: SettingsForm,
        connector: Connector,
        hint: ProviderHint,
        change: Callable[[Mapping[str, Plain]], None],
    ) -> None:
        """`change` sets fields for the person and takes the result of Validate back."""
        super().__init__(form)
        self._form, self._connector, self._hint, self._change = form, connector, hint, change
        hint.fill_in.connect(self._on_fill_in)
        for key in ("host", "username"):
            line = form.editor(key).focus_target
            if isinstance(line, QLineEdit):
                line.editingFinished.connect(self.on_left_field)
        form.set_values({"port": connector.usual_port(form.raw_values())})
        self.refresh()

    def protocol(self) -> str:
        """imap, pop3 or smtp."""
        return protocol_of(self._connector, self._form.raw_values())

    def refresh(self) -> None:
        """Shows the usual ports of the protocol, and the sentence about them."""
        protocol = self.protocol()
        port = self._form.editor("port")
        if isinstance(port, PortEditor):
            port.port.set_ports(usual_ports_words(protocol))
        caption = self._form.caption(0)
        caption.setText(usual_ports_sentence(protocol))
        caption.setVisible(True)

    def follow_port(self) -> None:
        """Protocol or security method changed: the port follows unless a number of the person's own stands there."""
        values = self._form.raw_values()
        typed = str(values.get("port") or "")
        family = ("imap", "pop3") if self.protocol() in ("imap", "pop3") else (self.protocol(),)
        usual = {str(port) for one in family for port in usual_ports(one)}
        if not typed or typed in usual:
            self._form.set_values({"port": self._connector.usual_port(values)})

    def tidy_host(self) -> None:
        """Trims the host and takes a scheme or port off it; the port goes into its own field."""
        typed = str(self._form.raw_values().get("host") or "")
        host, port = clean_host(typed)
        if host != typed:
            self._form.set_values({"host": host}, flash=bool(typed.strip() and host != typed.strip()))
        if port is not None:
            self._form.set_values({"port": str(port)}, flash=True)

    def on_left_field(self) -> None:
        """Host Name or User Name is finished."""
        self.tidy_host()
        values = self._form.raw_values()
        host, user = str(values.get("host") or ""), str(values.get("username") or "")
        present = (host, str(values.get("port") or ""), str(values.get("secureType") or ""))
        self._hint.look(self.protocol(), host, user, present)

    def _on_fill_in(self, server: MailHost) -> None:
        self._change({"host": server.host, "port": str(server.port), "secureType": server.secure_type})
        self.on_left_field()
