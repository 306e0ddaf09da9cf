"""People at the window: one uses the mouse, one the keyboard alone. They find controls by their accessible names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

PATIENCE = 20_000
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def called(widget: QWidget, name: str) -> bool:
    """Whether a control has this name; a list row says more after a comma."""
    said = name_of(widget)
    return said == name or said.startswith(f"{name}, ")


def name_of(widget: QWidget) -> str:
    """The name that a screen reader says."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


class Patience(Protocol):
    """What waits: qtbot in a test."""

    def waitUntil(self, condition: Callable[[], bool], *, timeout: int) -> None:  # the name qtbot has
        """Returns once the condition holds; raises after `timeout` milliseconds."""


def row_of(view: QAbstractItemView, title: str) -> QModelIndex:
    """The row of a list that has this title."""
    model = view.model()
    titles = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert title in titles, f"“{title}” is not among {titles}"
    return model.index(titles.index(title), 0)


class Person:
    """Sees what is in the top window; acts on it with the mouse."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._popup: QWidget | None = None  # what is found in it is gone for Python when nobody holds it

    def top(self) -> QWidget:
        """The window that takes input: a dialog before the main window."""
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return modal
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowTitle() == "Mailflow"]
        assert shown, "no window of Mailflow is visible"
        return shown[-1]

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget | None:
        """The visible, enabled control of this name."""
        for one in self.top().findChildren(kind):
            usable = one.isVisible() and one.isEnabled() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
            if usable and called(one, name):
                return one
        return None

    def see(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Waits until the control is there."""
        self.wait(lambda: self.find(name, kind) is not None, f"“{name}” among {self.names()}")
        found = self.find(name, kind)
        assert found is not None
        return found

    def names(self) -> list[str]:
        """What there is to act on, for messages."""
        every = self.top().findChildren(QWidget)
        return [name_of(one) for one in every if one.isVisible() and name_of(one) and one.focusPolicy().value]

    def wait(self, condition: Callable[[], bool], what: str = "") -> None:
        """Waits for a condition while the program goes on."""
        try:
            self._patience.waitUntil(condition, timeout=PATIENCE)
        except Exception as error:
            raise AssertionError(f"waited in vain for {what}; there is: {self.names()}") from error

    def press(self, name: str) -> None:
        """Presses a button, card or row."""
        target = self.see(name)
        self._bring_into_view(target)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.rect().center())

    def choose(self, name: str, instead_of: str) -> None:
        """Chooses one of several side by side; `instead_of` is chosen now."""
        self.see(instead_of)
        self.press(name)

    def type(self, name: str, text: str) -> None:
        """Replaces the text of a field by typing."""
        target = self.line(self.see(name))
        self._bring_into_view(target)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
        self.enter(target, text)

    def tick(self, name: str) -> None:
        """Clicks a check box."""
        box = self.see(name)
        self._bring_into_view(box)
        QTest.mouseClick(box, LEFT, pos=QPoint(12, box.height() // 2))

    def pick(self, name: str, option: str) -> None:
        """Chooses an option of a box that opens a list; once more when the list went without taking it."""
        box = self.see(name, QComboBox)
        for _ in range(3):
            self._bring_into_view(box)
            QTest.mouseClick(box, LEFT, pos=QPoint(box.width() - 12, box.height() // 2))
            self.take(option)
            if box.currentText() == option:
                return

    def take(self, option: str) -> None:
        """Chooses an entry of the list that is open."""
        view = self.open_list()
        popup = view.window()

        def taken() -> bool:  # a list that just opened takes no click before the time of a double click is over
            if QApplication.activePopupWidget() is popup:
                place = row_of(view, option)
                view.scrollTo(place)
                QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(place).center())
            return QApplication.activePopupWidget() is not popup

        self.wait(taken, f"“{option}” to be taken")

    def type_here(self, text: str) -> None:
        """Types where the cursor is."""
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit | QPlainTextEdit), f"no cursor in {focused}"
        self.enter(focused, text)

    def add_step(self, after: str, title: str) -> None:
        """Adds a step to the flow, behind the card of this title."""
        self.press(f"Add a step after {after}")
        self.press(title)

    def connect_rows(self, source: str, target: str) -> None:
        """Draws a line from a row of the list “Source” to a row of “Target”."""
        window = self.top().windowHandle()
        start, end = (self._row_in_window(side, row) for side, row in (("Source", source), ("Target", target)))
        QTest.mousePress(window, LEFT, PLAIN, start)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(window, start + (end - start) * share)
        QTest.mouseRelease(window, LEFT, PLAIN, end)

    def press_row_button(self, side: str, row: str) -> None:
        """Presses what stands at the end of a row: “Add” of a group."""
        view = self.see_list(side)
        area = view.visualRect(row_of(view, row))
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(area.right() - 16, area.center().y()))

    def see_list(self, name: str) -> QAbstractItemView:
        """A list by its name."""
        view = self.see(name, QAbstractItemView)
        assert isinstance(view, QAbstractItemView)
        return view

    def open_list(self) -> QAbstractItemView:
        """The list in the popup that is open."""

        def found() -> QAbstractItemView | None:
            self._popup = QApplication.activePopupWidget()
            return self._popup.findChild(QAbstractItemView) if self._popup is not None else None

        self.wait(lambda: found() is not None, "a list that opened")
        view = found()
        assert view is not None
        return view

    def _wait_until_closed(self, view: QAbstractItemView) -> None:
        popup = view.window()
        self.wait(lambda: QApplication.activePopupWidget() is not popup, "the list to close")

    def _row_in_window(self, side: str, row: str) -> QPoint:
        view = self.see_list(side)
        view.scrollTo(row_of(view, row))
        return view.viewport().mapTo(view.window(), view.visualRect(row_of(view, row)).center())

    def enter(self, target: QWidget, text: str) -> None:
        """Types into the focused field; long texts are pasted."""
        QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if len(text) > 200:
            QApplication.clipboard().setText(text)
            QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClicks(target, text)

    @staticmethod
    def line(widget: QWidget) -> QWidget:
        """The part of a field that takes keys."""
        if isinstance(widget, QComboBox) and widget.lineEdit() is not None:
            return widget.lineEdit() or widget
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            return widget
        inner = widget.findChild(QLineEdit) or widget.findChild(QPlainTextEdit)
        return inner if inner is not None else widget

    @staticmethod
    def _bring_into_view(widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()


def _is_in(widget: QWidget | None, window: QWidget) -> bool:
    return widget is not None and widget.window() is window


class KeyboardPerson(Person):
    """The same without a mouse: Tab to the control, then Enter, Space or keys."""

    def press(self, name: str) -> None:
        """Presses a button, card or row."""
        self.see(name)
        self._tab_to(name)
        self._press_focused()

    def choose(self, name: str, instead_of: str) -> None:
        """Chooses one of several side by side: Tab to the present one, then the arrow keys."""
        self.see(instead_of)
        self._tab_to(instead_of)
        for key in 5 * [Qt.Key.Key_Left] + 6 * [Qt.Key.Key_Right]:
            focused = QApplication.focusWidget()
            assert focused is not None
            if called(focused, name):
                return
            QTest.keyClick(focused, key)
        raise AssertionError(f"the arrow keys never reached “{name}”")

    def type(self, name: str, text: str) -> None:
        """Replaces the text of a field by typing."""
        self.see(name)
        self._tab_to(name)
        focused = QApplication.focusWidget()
        assert focused is not None
        self.enter(focused, text)

    def tick(self, name: str) -> None:
        """Ticks a check box."""
        self.press(name)

    def pick(self, name: str, option: str) -> None:
        """Chooses an option of a box that opens a list: Alt+Down, then the arrow keys."""
        self.see(name)
        self._tab_to(name)
        box = self.see(name, QComboBox)
        QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        self.take(option)

    def take(self, option: str) -> None:
        """Chooses an entry of the list that is open: typed where there is a search, else by the arrow keys."""
        view = self.open_list()
        search = view.window().findChild(QLineEdit)
        if search is not None:
            QTest.keyClicks(search, option)
            QTest.keyClick(search, Qt.Key.Key_Return)
        else:
            self._go_to(view, option)
            QTest.keyClick(view, Qt.Key.Key_Return)
        self._wait_until_closed(view)

    def add_step(self, after: str, title: str) -> None:
        """Insert on the card, a few letters, Enter."""
        self._tab_to_step(after)
        self._key(Qt.Key.Key_Insert)
        self.see("Search steps and connections")
        self.type_here(title)
        self._key(Qt.Key.Key_Return)

    def connect_rows(self, source: str, target: str) -> None:
        """Enter on the one, Tab, Enter on the other."""
        self._tab_to_row("Source", source)
        self._key(Qt.Key.Key_Return)
        self._key(Qt.Key.Key_Tab)
        view = self.see_list("Target")
        assert view.hasFocus()
        self._go_to(view, target)
        self._key(Qt.Key.Key_Return)

    def press_row_button(self, side: str, row: str) -> None:
        """Enter on the row."""
        self._tab_to_row(side, row)
        self._key(Qt.Key.Key_Return)

    def _tab_to_row(self, side: str, row: str) -> None:
        self._tab_to(side)
        self._go_to(self.see_list(side), row)

    def _tab_to_step(self, title: str) -> None:
        cards = [name for name in self.names() if name.startswith("Step ") and name.split(", ")[1:2] == [title]]
        assert cards, f"no step “{title}” among {self.names()}"
        self._tab_to(cards[0])

    def _go_to(self, view: QAbstractItemView, title: str) -> None:
        wanted = row_of(view, title)
        for _ in range(view.model().rowCount()):
            row = view.currentIndex().row()
            if row == wanted.row():
                return
            QTest.keyClick(view, Qt.Key.Key_Down if row < wanted.row() else Qt.Key.Key_Up)
        assert view.currentIndex().row() == wanted.row(), f"the arrow keys never reached “{title}”"

    @staticmethod
    def _key(key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None, "the focus is lost"
        QTest.keyClick(focused, key)

    def _press_focused(self) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)

    def _tab_to(self, name: str) -> None:
        # A dialog that just opened gets the keyboard a moment later.
        self.wait(lambda: _is_in(QApplication.focusWidget(), self.top()), f"the keyboard in {self.top()}")
        seen = []
        for _ in range(150):
            focused = QApplication.focusWidget()
            if focused is not None and self._is(focused, name):
                return
            seen.append(name_of(focused) if focused else "nothing")
            QTest.keyClick(focused or self.top(), Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reached “{name}”; it went through {seen[:60]}")

    @staticmethod
    def _is(focused: QWidget, name: str) -> bool:
        widget: QWidget | None = focused
        for _ in range(3):
            if widget is None:
                return False
            if called(widget, name):
                return True
            widget = widget.parentWidget() if name_of(widget) in ("", name) else None
        return False
