"""“Used by”: the integrations that use a connection. GUI thread only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.tile import Tile


class UsersCard(QWidget):
    """`opened` carries the name of an integration."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(tr("Used by"), "subheading", "text2"))
        self._none = Label(tr("No integration uses this connection yet."), "body", "text2")
        column.addWidget(self._none)
        self.list = RowList(tr("Used by"))
        column.addWidget(self.list)

    def show_users(self, users: Sequence[Integration]) -> None:
        """Shows these integrations."""
        self.list.clear()
        for one in users:
            row = ListRow(one.name, 48)
            line = row.lay_out()
            line.addWidget(Tile("integrations", "neutral", 24))
            line.addWidget(ElidedLabel(one.name, "label"), 1)
            row.clicked.connect(lambda name=one.name: self.opened.emit(name))
            self.list.add_row(row)
        self.list.setVisible(bool(users))
        self._none.setVisible(not users)
