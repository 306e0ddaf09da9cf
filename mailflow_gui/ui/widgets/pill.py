"""Status pills (shape and word) and chips. GUI thread only."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.painting import box, dashed_box, smooth, tinted_box
from mailflow_gui.ui.widgets.spinner import Turning, draw_arc

# kind: tint, shape ("dot", "square", "arc", "" or an icon's name)
_KINDS: dict[str, tuple[str, str]] = {
    "running": ("success", "dot"),
    "live": ("success", "dot"),
    "stopped": ("neutral", "square"),
    "attention": ("warning", "warning"),
    "sign_in": ("warning", "warning"),
    "warning": ("warning", "warning"),
    "draft": ("neutral", "edit"),
    "busy": ("info", "arc"),
    "info": ("info", "info"),
    "failed": ("danger", "error"),
    "error": ("danger", "error"),
    "validated": ("success", "check"),
    "success": ("success", "check"),
    "not_validated": ("neutral", "clock"),
    "neutral": ("neutral", ""),
}
_ICON, _GAP = 14, 4
_SHAPE_WIDTH = {"": 0, "dot": 7, "square": 7}


class StatusPill(QLabel):
    """A state as a shape and a word, never color alone. A QLabel, so screen readers read its text."""

    def __init__(self, kind: str = "neutral", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._turning = Turning(self)
        self._kind = "neutral"
        self.set_status(kind, text)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    @property
    def kind(self) -> str:
        """The kind shown now."""
        return self._kind

    def set_status(self, kind: str, text: str) -> None:
        """Show another state. Raises KeyError for an unknown kind."""
        _KINDS[kind]
        self._kind = kind
        self.setText(text)
        self._turning.set_running(kind == "busy" and self.isVisible())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        shape = self._shape_width()
        width = metrics.horizontalAdvance(self.text()) + 18 + (shape + _GAP if shape else 0)
        return QSize(width, max(22, metrics.height() + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showEvent(self, event: QShowEvent, /) -> None:
        self._turning.set_running(self._kind == "busy")
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent, /) -> None:
        self._turning.set_running(False)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        tint, _ = _KINDS[self._kind]
        area = QRectF(self.rect())
        radius = area.height() / 2
        ink = theme.color(f"{tint}Text")
        if self._kind == "draft":
            dashed_box(painter, area, radius, theme.color("control"))
        else:
            tinted_box(painter, area, radius, f"{tint}Bg", f"{tint}Text")
        self._paint_shape(painter, area, ink)
        shape = self._shape_width()
        left = 9 + (shape + _GAP if shape else 0)
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
        painter.drawText(area.adjusted(left, 0, 0, 0), flags, self.text())
        painter.end()

    def _shape_width(self) -> int:
        return _SHAPE_WIDTH.get(_KINDS[self._kind][1], _ICON)

    def _paint_shape(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        shape = _KINDS[self._kind][1]
        width = self._shape_width()
        if not width:
            return
        place = QRectF(8 if width == _ICON else 9, area.center().y() - width / 2, width, width)
        if shape == "dot":
            box(painter, place, width / 2, ink)
        elif shape == "square":
            box(painter, place, 1.5, ink)
        elif shape == "arc":
            draw_arc(painter, place.adjusted(1, 1, -1, -1), ink, 1.5)
        else:
            icons.paint(painter, place, shape, ink)

    def _restyle(self) -> None:
        self.setFont(theme.font("tag"))
        self.updateGeometry()
        self.update()


ChipKind = Literal["neutral", "good", "mapped", "key", "count"]
_CHIP_ROLES = {
    "neutral": ("neutralText", "neutralBg"),
    "good": ("successText", "successBg"),
    "mapped": ("cMapper", "cMapperBg"),
    "key": ("text2", "sunken"),
    "count": ("warningText", "warningBg"),
}


class Chip(QLabel):
    """A small tag: a field name, “mapped”, a key of the keyboard, or a count."""

    def __init__(self, text: str, kind: ChipKind = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: ChipKind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = max(20, metrics.height() + 4)
        width = metrics.horizontalAdvance(self.text()) + 12
        return QSize(max(width, height) if self._kind == "count" else width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        ink, ground = _CHIP_ROLES[self._kind]
        if self._kind == "key":
            box(painter, area, 4, theme.color(ground), theme.color("border"))
        else:
            tinted_box(painter, area, area.height() / 2 if self._kind == "count" else 4, ground, ink)
        painter.setPen(theme.color(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _restyle(self) -> None:
        font = theme.font("tag", tabular=self._kind == "count")
        if self._kind == "count":
            font.setWeight(font.Weight.DemiBold)
        if self._kind == "key":
            font.setPixelSize(max(1, font.pixelSize() - 1))
        self.setFont(font)
        self.updateGeometry()
        self.update()
