"""The settings of a connection in words, read only. GUI thread only."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Connector
from mailflow_gui.core.fields import Choice, Field
from mailflow_gui.core.language import tr
from mailflow_gui.core.settings import Settings
from mailflow_gui.ui.connections.sections import AGREED
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.card import Card, Divider
from mailflow_gui.ui.widgets.labels import Caption, Label, LinkButton
from mailflow_gui.ui.widgets.layouts import empty
from mailflow_gui.ui.widgets.pill import StatusPill
from mailflow_gui.ui.widgets.tile import Tile


class SummaryCard(Card):
    """Label and value of each field, secrets without their text, and the status at the foot.

    `saved` says where the secrets shown are: in the keyring, or only in the form so far.
    """

    edit_requested = Signal()

    def __init__(self, connector: Connector, *, saved: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connector = connector
        self._secret_there = tr("saved") if saved else tr("entered")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Divider())
        self._grid = QGridLayout()
        self._grid.setContentsMargins(20, 14, 20, 14)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addWidget(Divider())
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 12)
        foot.setSpacing(8)
        self.pill = StatusPill()
        self._when = Label("", "caption", "text3")
        foot.addWidget(self.pill)
        foot.addWidget(self._when)
        foot.addStretch(1)
        column.addLayout(foot)

    def show_settings(self, settings: Settings, present: Collection[str]) -> None:
        """Shows these values; `present` are the keys of the secrets that are there."""
        empty(self._grid)
        keys = [key for key in settings.FIELDS if key not in AGREED or settings.get(key)]
        for line, key in enumerate(keys):
            field = settings.FIELDS[key]
            self._grid.addWidget(Label(field.label, "body", "text2"), line, 0, Qt.AlignmentFlag.AlignTop)
            holder = QHBoxLayout()
            holder.setSpacing(6)
            if field.secret and key in present:
                holder.addWidget(Sign("lock", "text"))
            text = self._secret_text(key in present) if field.secret else _value(settings, key, field)
            value = Label(text, "body", wrap=True)
            value.setAccessibleName(f"{field.label}: {value.text()}")
            holder.addWidget(value, 1)
            cell = QWidget()
            cell.setLayout(holder)
            holder.setContentsMargins(0, 0, 0, 0)
            self._grid.addWidget(cell, line, 1)

    def show_status(self, kind: str, text: str, when: str = "") -> None:
        """The pill at the foot, and when."""
        self.pill.set_status(kind, text)
        self._when.setText(when)

    def _secret_text(self, present: bool) -> str:
        return self._secret_there if present else tr("none")

    def _head(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(20, 16, 16, 12)
        row.setSpacing(12)
        row.addWidget(Tile(self._connector.icon, self._connector.tone, 40))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self._connector.title, "strong"))
        words.addWidget(Caption(tr("Summary"), "text3"))
        row.addLayout(words, 1)
        self.edit = LinkButton(tr("Edit"))
        self.edit.setAccessibleName(tr("Edit Settings"))
        self.edit.clicked.connect(self.edit_requested)
        row.addWidget(self.edit)
        return holder


def _value(settings: Settings, key: str, field: Field[object]) -> str:
    if not settings.applies(key):
        return tr("not used")
    value = settings.get(key)
    if field.kind == "pem":
        return tr("this certificate only") if value else tr("not needed")
    if isinstance(field, Choice):
        return next((one.label for one in field.options if one.value == value), str(value))
    if field.kind == "flag":
        return tr("yes") if value else tr("no")
    return str(value) if not field.is_blank(value) else tr("none")
