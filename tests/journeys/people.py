"""People at the window: one uses the mouse, one the keyboard alone. They find controls by their accessible names."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

PATIENCE = 20_000


def called(widget: QWidget, name: str) -> bool:
    """Whether a control has this name; a list row says more after a comma."""
    said = name_of(widget)
    return said == name or said.startswith(f"{name}, ")


def name_of(widget: QWidget) -> str:
    """The name that a screen reader says."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


class Person:
    """Sees what is in the top window; acts on it with the mouse."""

    def __init__(self, qtbot: QtBot) -> None:
        self._bot = qtbot

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
            self._bot.waitUntil(condition, timeout=PATIENCE)
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
            return widget.lineEdit()
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
        for _ in range(5):
            focused = QApplication.focusWidget()
            assert focused is not None
            if called(focused, name):
                return
            QTest.keyClick(focused, Qt.Key.Key_Left)
        raise AssertionError(f"the arrow keys never reached “{name}”")

    def type(self, name: str, text: str) -> None:
        """Replaces the text of a field by typing."""
        self.see(name)
        self._tab_to(name)
        focused = QApplication.focusWidget()
        assert focused is not None
        self.enter(focused, text)

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
