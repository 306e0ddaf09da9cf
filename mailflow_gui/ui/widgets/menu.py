"""Menus in the look of the program; still native menus in behavior. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget


def themed_menu(parent: QWidget | None = None) -> QMenu:
    """An empty menu. Corners are round where every window is composited; X11 would show black ones."""
    menu = QMenu(parent)
    if QGuiApplication.platformName() != "xcb":
        menu.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        menu.setProperty("rounded", True)
    menu.setToolTipsVisible(True)
    return menu
