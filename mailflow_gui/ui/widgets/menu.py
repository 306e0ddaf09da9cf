"""Menus in the look of the program; still native menus in behavior. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from mailflow_gui.ui import icons


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a menu; without `text` a separator. `checked` None: it is no switch; `below`: it opens a submenu.

    Two that look the same and stand for the same thing (`about`) are equal, whatever they do.
    """

    text: str = ""
    icon: str = ""
    enabled: bool = True
    checked: bool | None = None
    default: bool = False
    about: object = None
    below: tuple[Entry, ...] = ()
    act: Callable[[bool], object] | None = field(default=None, compare=False)


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


def fill(menu: QMenu, entries: Iterable[Entry]) -> None:
    """Makes the menu anew. Icons keep the color of this moment."""
    menu.clear()
    for old in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):  # `clear` leaves submenus
        old.deleteLater()
    for entry in entries:
        if not entry.text:
            menu.addSeparator()
            continue
        # A mnemonic would eat the “&” of a name.
        text = entry.text.replace("&", "&&")
        if entry.below:
            submenu = menu.addMenu(text)
            fill(submenu, entry.below)
            action = submenu.menuAction()
        else:
            action = menu.addAction(text)
        action.setEnabled(entry.enabled)
        if entry.icon:
            action.setIcon(icons.icon(entry.icon, "text2", 16))
        if entry.checked is not None:
            action.setCheckable(True)
            action.setChecked(entry.checked)
        if entry.default:
            menu.setDefaultAction(action)
        if entry.act is not None:
            # PySide calls a `partial` without the switch's state.
            action.triggered.connect(lambda on=False, act=entry.act: act(on))
