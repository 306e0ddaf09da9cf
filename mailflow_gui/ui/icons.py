"""Line icons tinted with a color role, cached by name, size, color and scale factor. GUI thread only."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from mailflow_gui.ui import theme
from mailflow_gui.ui.resources import resource

#: Signs that point where the text goes on, and the other way where it is read from right to left.
_POINTING = {"chevron-left", "chevron-right", "arrow-right"}

_pixmaps: dict[tuple[str, int, str, float, bool], QPixmap] = {}


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def tinted(name: str, color: QColor, size: int = 18, dpr: float | None = None) -> QPixmap:
    """The icon in an explicit color. Raises FileNotFoundError for an unknown icon."""
    ratio = _screen_ratio() if dpr is None else dpr
    turned = name in _POINTING and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    key = (name, size, color.name(QColor.NameFormat.HexArgb), ratio, turned)
    found = _pixmaps.get(key)
    if found is None:
        found = _pixmaps[key] = _render(name, color, size, ratio)
        if turned:
            found = _pixmaps[key] = found.transformed(QTransform.fromScale(-1, 1))
    return found


def _render(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    text = _source(name).replace("currentColor", color.name())
    if size <= 16:  # a thinner line would fade at this size
        text = text.replace('stroke-width="1.75"', 'stroke-width="2"')
    renderer = QSvgRenderer(QByteArray(text.encode()))
    side = max(1, round(size * ratio))
    pixels = QPixmap(side, side)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixels.setDevicePixelRatio(ratio)
    return pixels


def pixmap(name: str, role: str = "text", size: int = 18, dpr: float | None = None) -> QPixmap:
    """The icon in the color of a role now; `dpr` defaults to the sharpest screen's."""
    return tinted(name, theme.color(role), size, dpr)


def icon(name: str, role: str = "text", size: int = 18) -> QIcon:
    """The icon with its disabled look, sharp at 100 % and 200 %. Make it anew after `Theme.changed`."""
    made = QIcon()
    for ratio in sorted({1.0, 2.0, _screen_ratio()}):
        made.addPixmap(pixmap(name, role, size, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, "disabled", size, ratio), QIcon.Mode.Disabled)
    return made


class _Retint(QObject):
    """Sets the icon of its parent again whenever the theme changes."""

    def __init__(self, target: QAction | QAbstractButton, name: str, role: str, size: int) -> None:
        super().__init__(target)
        self._target, self._name, self._role, self._size = target, name, role, size
        theme.current().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self._target.setIcon(icon(self._name, self._role, self._size))


def assign(target: QAction | QAbstractButton, name: str, role: str = "text", size: int = 16) -> None:
    """Give an action or button an icon that follows the theme."""
    for old in target.findChildren(_Retint):
        old.deleteLater()
        theme.current().changed.disconnect(old.refresh)
    _Retint(target, name, role, size)


def paint(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Draw the icon centered in `rect` (its shorter side is the size), in an explicit color."""
    size = round(min(rect.width(), rect.height()))
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    picture = tinted(name, color, size, ratio)
    painter.drawPixmap(
        QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size),
        picture,
        QRectF(picture.rect()),
    )
