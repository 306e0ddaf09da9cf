"""The style sheet for the native Qt widgets, built from the color roles. Custom widgets paint themselves."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from PySide6.QtGui import QColor

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $text; border: 1px solid $control; border-radius: 6px;
    padding: 0 8px; min-height: $inside;
    selection-background-color: $accent; selection-color: $onAccent; placeholder-text-color: $text3;
}
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: 0 7px; min-height: $focused;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 3px 5px; min-height: $focused; }
QLineEdit[problem="true"], QComboBox[problem="true"], QAbstractSpinBox[problem="true"] {
    border: 2px solid $danger; padding: 0 7px; min-height: $focused;
}
QPlainTextEdit[problem="true"], QTextEdit[problem="true"] {
    border: 2px solid $danger; padding: 3px 5px; min-height: $focused;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $sunken; color: $disabled; border: 1px solid $border; placeholder-text-color: $disabled;
}
QLineEdit { lineedit-password-character: 8226; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
    background: transparent; border: none; border-radius: 0; padding: 0; min-height: 0;
}
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $sunken; }
QLineEdit[flash="true"], QPlainTextEdit[flash="true"], QTextEdit[flash="true"], QComboBox[flash="true"],
QAbstractSpinBox[flash="true"] { background: $selected; }
QComboBox { padding-left: 10px; padding-right: 30px; combobox-popup: 0; }
QComboBox:focus, QComboBox[problem="true"] { padding-left: 9px; padding-right: 29px; }
QComboBox:editable { padding-left: 8px; }
QComboBox:editable:focus, QComboBox:editable[problem="true"] { padding-left: 7px; }
QComboBox::drop-down { border: none; background: transparent; width: 28px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {
    border: none; background: transparent; padding: 0; min-height: 0; border-radius: 0;
}
QComboBox QAbstractItemView {
    background: $raised; color: $text; border: 1px solid $control; outline: none; padding: 4px;
    selection-background-color: $selected; selection-color: $accentText;
}
QComboBox QAbstractItemView::item { min-height: $focused; padding: 0 6px; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {
    background: $selected; color: $accentText;
}
QAbstractSpinBox { padding-right: 26px; }
QAbstractSpinBox:focus, QAbstractSpinBox[problem="true"] { padding-right: 25px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; border: none; background: transparent; width: 26px; height: 14px;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0; height: 0; }
"""

# The leading dot means this class only: the custom buttons paint and measure themselves.
_BUTTONS = """
.QPushButton {
    background: $surface; color: $text; border: 1px solid $control; border-radius: 6px;
    padding: 0 12px; min-height: $inside; /* no min-width: a question would be too narrow for its words */
}
.QPushButton:hover { background: $hover; }
.QPushButton:pressed { background: $pressed; }
.QPushButton:default { background: $accent; color: $onAccent; border-color: $accent; }
.QPushButton:default:hover { background: $accentHover; border-color: $accentHover; }
.QPushButton:default:pressed { background: $accentPress; border-color: $accentPress; }
.QPushButton:focus { border: 2px solid $focus; padding: 0 11px; min-height: $focused; }
.QPushButton:disabled { background: $sunken; color: $disabled; border: 1px solid $border; }
.QToolButton { background: transparent; color: $text; border: none; border-radius: 6px; padding: 4px; }
.QToolButton:hover { background: $hover; }
.QToolButton:pressed { background: $pressed; }
.QToolButton::menu-indicator { image: none; }
"""

_VIEWS = """
QScrollArea { background: transparent; border: none; }
QTableView, QTreeView, QListView {
    background: $surface; alternate-background-color: $surface; color: $text; border: none; outline: none;
    gridline-color: $border; selection-background-color: $selected; selection-color: $text;
}
QTableView::item, QTreeView::item, QListView::item { padding: 0 8px; border: none; }
QTreeView::item, QListView::item { min-height: $focused; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: $rowHover; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
    background: $selected; color: $text;
}
QHeaderView { background: $sunken; border: none; }
QHeaderView::section {
    background: $sunken; color: $text3; border: none; border-bottom: 1px solid $border;
    padding: 0 8px; min-height: $inside; font-weight: 500;
}
QTableCornerButton::section { background: $sunken; border: none; }
QTabBar { background: transparent; }
QTabBar::tab { color: $text2; padding: 8px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accentText; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { background: $hover; }
QTabWidget::pane { border: none; }
QProgressBar { background: $pressed; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $control; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $control; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""

_POPUPS = """
QMenu { background: $raised; color: $text; border: 1px solid $control; padding: 5px; }
QMenu[rounded="true"] { border-radius: 10px; }
QMenu::item { background: transparent; padding: 6px 16px 6px 10px; border-radius: 6px; min-height: 18px; }
QMenu::item:selected { background: $selected; color: $accentText; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenuBar { background: $window; color: $text; }
QMenuBar::item:selected { background: $hover; }
QToolTip { background: $raised; color: $text; border: 1px solid $control; padding: 4px 6px; }
QDialog, QMessageBox { background: $raised; }
QMessageBox #qt_msgbox_label { font-weight: 600; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
"""

_SHEET = Template(_INPUTS + _BUTTONS + _VIEWS + _POPUPS)


def sheet(colors: Mapping[str, QColor], height: int) -> str:
    """The application style sheet in the given color roles; `height` is that of a control, edges included."""
    names = {role: color.name() for role, color in colors.items()}
    return _SHEET.substitute(names, inside=f"{height - 2}px", focused=f"{height - 4}px")
