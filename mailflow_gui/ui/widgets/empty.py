"""What a list shows when there is nothing in it. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.tile import Tile


class EmptyState(QWidget):
    """A tile, a title, one sentence and at most one button, in the middle."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        button: tuple[str, Callable[[], object]] | None = None,
        tone: str = "neutral",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        center = Qt.AlignmentFlag.AlignHCenter
        self._tile = Tile(icon, tone, 48)
        self._title = Label(title, "subheading", wrap=True)
        self._text = Label(text, "body", "text2", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._tile, 0, center)
        column.addSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        self.button: Button | None = None
        if button is not None:
            self.button = Button(button[0])
            act = button[1]
            self.button.clicked.connect(lambda _checked=False: act())
            column.addSpacing(16)
            column.addWidget(self.button, 0, center)
        column.addStretch(1)
        self._text.setVisible(bool(text))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(title)

    def set_text(self, title: str, text: str = "") -> None:
        """Say something else, for example which name was not found."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)

    def set_tile(self, icon: str, tone: str) -> None:
        """Change the tile."""
        self._tile.set_tile(icon, tone)
