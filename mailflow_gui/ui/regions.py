"""The regions of the window that F6 walks through: sidebar, content, panel, footer. GUI thread."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mailflow_gui.ui.widgets.page import Footer


def regions_of(page: QWidget) -> list[QWidget]:
    """The page itself, then its visible side panels (property `region` = panel) and its footer."""
    panels = [one for one in page.findChildren(QWidget) if one.property("region") == "panel" and one.isVisible()]
    footers = [one for one in page.findChildren(Footer) if one.isVisible()]
    return [page, *panels, *footers]


def move_on(regions: list[QWidget], step: int) -> None:
    """Gives the focus to the next region that can take it, or the one before (`step` -1)."""
    focus = QApplication.focusWidget()
    inside = [n for n, one in enumerate(regions) if focus is not None and (one is focus or one.isAncestorOf(focus))]
    now = inside[-1] if inside else -1
    for offset in range(1, len(regions) + 1):
        region = regions[(now + step * offset) % len(regions)]
        if focus_first(region, [one for one in regions if one is not region]):
            return


def focus_first(
    region: QWidget,
    others: list[QWidget] | None = None,
    reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason,
) -> bool:
    """Focuses the first widget of a region in Tab order that lies in none of the others; False when there is none."""
    for one in _tab_order(region):
        if any(region.isAncestorOf(other) and (other is one or other.isAncestorOf(one)) for other in others or ()):
            continue
        one.setFocus(reason)
        return True
    return False


def put_last(page: QWidget, part: QWidget) -> None:
    """Lets Tab come to a part of the page after everything else on it, also after what was made later."""
    rest: list[QWidget] = []
    own: list[QWidget] = []
    one = page.nextInFocusChain()
    while one is not None and one is not page:
        if page.isAncestorOf(one) and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            (own if part.isAncestorOf(one) else rest).append(one)
        one = one.nextInFocusChain()
    for before, after in pairwise([*rest[-1:], *own]):
        QWidget.setTabOrder(before, after)


def _tab_order(region: QWidget) -> list[QWidget]:
    found = []
    one = region.nextInFocusChain()
    while one is not None and one is not region:
        stops = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
        if stops and one.isVisible() and one.isEnabled() and region.isAncestorOf(one):
            found.append(one)
        one = one.nextInFocusChain()
    return found
