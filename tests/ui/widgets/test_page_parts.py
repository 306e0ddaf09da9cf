"""Page parts: padding, width, scrolling and header."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import Caption, Label
from mailflow_gui.ui.widgets.page import PageHeader, ScrollPage
from tests.ui.widgets.test_surfaces import put, window

__all__ = ["window"]


def test_page_padding_and_width_follow_the_window(look: Theme, qtbot: QtBot) -> None:
    page = ScrollPage()
    page.add(Label("text"))
    qtbot.addWidget(page)
    page.resize(1400, 400)
    with qtbot.waitExposed(page):
        page.show()
    assert page.content.geometry().left() == 32
    assert page.content.width() == 1120
    page.resize(900, 400)
    assert page.content.geometry().left() == 24
    assert page.content.width() == 900 - 48


def test_page_scrolls_wrapped_text_instead_of_cutting_it(look: Theme, qtbot: QtBot) -> None:
    page = ScrollPage()
    text = Caption("word " * 2000)
    page.add(text)
    qtbot.addWidget(page)
    page.resize(600, 300)
    with qtbot.waitExposed(page):
        page.show()
    assert page.verticalScrollBar().maximum() > 0
    assert page.horizontalScrollBar().maximum() == 0
    assert text.height() >= text.heightForWidth(text.width())


def test_nothing_moves_when_the_scroll_bar_comes(look: Theme, qtbot: QtBot) -> None:
    page = ScrollPage()
    text = Caption("word " * 40)
    page.add(text)
    qtbot.addWidget(page)
    page.resize(1100, 300)
    with qtbot.waitExposed(page):
        page.show()
    assert not page.verticalScrollBar().isVisible()
    before = page.content.width()
    text.setText("word " * 2000)
    qtbot.waitUntil(page.verticalScrollBar().isVisible)
    assert page.content.width() == before


def test_text_that_fits_needs_no_scroll_bar(look: Theme, qtbot: QtBot) -> None:
    page = ScrollPage(spacing=0)
    text = Caption("word " * 30)
    page.add(text)
    qtbot.addWidget(page)
    line = look.line_height("caption")
    page.resize(1100, line + 16 + 32)
    with qtbot.waitExposed(page):
        page.show()
    assert text.height() == line, "one line at this width, two at the width it likes best"
    assert not page.verticalScrollBar().isVisible()


def test_header_shows_title_and_back(window: QWidget, qtbot: QtBot) -> None:
    header = PageHeader("Connections", "Mail servers.")
    header.add_action(Button("Create Connection", kind="primary"))
    put(window, header)
    header.set_back_visible(True)
    header.set_title("Details")
    assert header.accessibleName() == "Details"
    back = next(part for part in header.findChildren(QWidget) if part.accessibleName() == "Back")
    with qtbot.waitSignal(header.back_clicked):
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
