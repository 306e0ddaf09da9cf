"""The tinted square that carries a step's or connector's icon. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.painting import box, smooth, tinted_box

_TONES = {
    "receive": ("cReceive", "cReceiveBg"),
    "send": ("cSend", "cSendBg"),
    "filter": ("cFilter", "cFilterBg"),
    "mapper": ("cMapper", "cMapperBg"),
    "template": ("cTemplate", "cTemplateBg"),
    "log": ("cLog", "cLogBg"),
    "neutral": ("neutralText", "neutralBg"),
    "outlined": ("text2", ""),
    "info": ("infoText", "infoBg"),
    "warning": ("warningText", "warningBg"),
    "danger": ("dangerText", "dangerBg"),
    "success": ("successText", "successBg"),
}
_ICON_SIZES = {24: 14, 32: 16, 40: 20, 48: 24}


class Tile(QWidget):
    """An icon (or up to three characters of `text`) on a tinted square. Decoration: the row beside it is named."""

    def __init__(
        self, icon: str, tone: str = "neutral", size: int = 40, *, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._text = icon, tone, text
        self._raised = False
        _TONES[tone]
        self.setFixedSize(QSize(size, size))
        theme.current().changed.connect(self.update)

    def set_tile(self, icon: str, tone: str) -> None:
        """Show another icon. Raises KeyError for an unknown tone."""
        _TONES[tone]
        self._icon, self._tone = icon, tone
        self.update()

    def set_raised(self, raised: bool) -> None:
        """On a tinted row the square is plain, so that it stays visible."""
        self._raised = raised
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        paint_tile(painter, QRectF(self.rect()), self._icon, self._tone, text=self._text, raised=self._raised)
        painter.end()


def paint_tile(
    painter: QPainter, area: QRectF, icon: str, tone: str = "neutral", *, text: str = "", raised: bool = False
) -> None:
    """A tile drawn by another widget, into a square. Raises KeyError for an unknown tone."""
    ink, ground = _TONES[tone]
    side = round(area.width())
    radius = 5 if side <= 24 else 8
    if ground and raised and theme.color(ground) != theme.color("surface"):
        box(painter, area, radius, theme.color("surface"))
    elif ground:
        tinted_box(painter, area, radius, ground, ink)
    else:
        box(painter, area, radius, None, theme.color("border"))
    if text:
        font = theme.font("caption")
        font.setWeight(font.Weight.DemiBold)
        font.setPixelSize(max(8, round(side * 0.45 if len(text) == 1 else side * 0.44)))
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        return
    size = _ICON_SIZES.get(side, round(side / 2))
    place = QRectF(0, 0, size, size)
    place.moveCenter(area.center())
    icons.paint(painter, place, icon, theme.color(ink))
