"""One connection (or the Log step) to choose from. GUI thread."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Pattern
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection
from mailflow_gui.core.practice import is_practice
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.layouts import two_lines
from mailflow_gui.ui.widgets.list_row import ListRow
from mailflow_gui.ui.widgets.tile import Tile


class ChoiceRow(ListRow):
    """Tile, name, caption, and a check while it is the chosen one."""

    def __init__(self, key: str, name: str, caption: str, look: tuple[str, str]) -> None:
        super().__init__(f"{name}, {caption}", 60)
        self.key = key
        self.name = name
        self._sign = Label("")
        self._sign.setFixedSize(20, 20)
        self.layout_row = self.lay_out()
        self.layout_row.addWidget(Tile(*look, 32))
        self.layout_row.addLayout(two_lines(ElidedLabel(name, "label"), ElidedLabel(caption, "caption", "text3")), 1)
        self.layout_row.addWidget(self._sign)
        self._show_sign()
        theme.current().changed.connect(self._show_sign)

    def set_chosen(self, chosen: bool) -> None:
        """Show that this one is chosen."""
        self.set_selected(chosen)
        self.setAccessibleDescription(tr("Chosen") if chosen else "")
        self._show_sign()

    def insert_before_sign(self, widget: QWidget) -> None:
        """Put a pill or a button before the sign."""
        self.layout_row.insertWidget(self.layout_row.count() - 1, widget)

    def _show_sign(self) -> None:
        name, role = ("check", "accentText") if self.is_selected() else ("chevron-right", "text2")
        self._sign.setPixmap(icons.pixmap(name, role, 18, self.devicePixelRatioF()))


def look_of(connection: Connection, catalog: Catalog) -> tuple[str, str]:
    """Icon and tone of a connection's tile."""
    if is_practice(connection):
        return "sandbox", "template"
    try:
        connector = catalog.connector(connection.connector)
    except SettingsError:
        return "warning", "warning"
    return connector.icon, connector.tone


def caption_of(connection: Connection) -> str:
    """Account and protocol, for example “info@ourcompany.com · imap”."""
    values = connection.values
    account = str(values.get("username") or values.get("host") or "")
    if is_practice(connection):
        return tr("{account} · sample messages", account=account)
    protocol = str(values.get("protocol") or values.get("host") or "")
    return f"{account} · {protocol}" if protocol and protocol != account else account


def can(connection: Connection, pattern: Pattern, catalog: Catalog) -> bool:
    """Whether a connection is for this pattern: its first action is. What else it can do, the flow editor offers."""
    try:
        return catalog.connector(connection.connector).actions[0].pattern is pattern
    except SettingsError:
        return False
