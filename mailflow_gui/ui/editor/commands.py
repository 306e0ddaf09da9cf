"""Menu of a step, keys and shortcuts of the editor page. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from mailflow_gui.core import editing
from mailflow_gui.core.editing import Place
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Step
from mailflow_gui.core.offers import usable
from mailflow_gui.ui import icons
from mailflow_gui.ui.widgets.menu import themed_menu

if TYPE_CHECKING:
    from mailflow_gui.ui.editor.page import EditorPage


class Commands(QObject):
    """Leads keys and menu entries to the verbs of the page."""

    def __init__(self, page: EditorPage) -> None:
        super().__init__(page)
        self.page = page
        page.canvas.menu_requested.connect(self.open_menu)
        page.canvas.key_pressed.connect(self._on_key)
        self._add_shortcuts()

    def open_menu(self, id: str, place: QPoint) -> None:
        """What can be done with a step."""
        page = self.page
        step = editing.find(page.work.steps, id)
        if step is None:
            return
        menu = themed_menu(page)
        entries: list[tuple[str, str, Callable[[], object]]] = [(tr("Configure"), "edit", lambda: page.select(id))]
        if not page.verbs.is_start(id):
            entries += [
                (tr("Duplicate"), "copy", lambda: page.verbs.duplicate(id)),
                (tr("Enable Step") if step.disabled else tr("Disable Step"), "pause", lambda: page.verbs.disable(id)),
                (tr("Move Up"), "arrow-down", lambda: page.verbs.reorder(id, -1)),
                (tr("Move Down"), "arrow-down", lambda: page.verbs.reorder(id, 1)),
                (tr("Remove Step"), "trash", lambda: page.remove(id)),
            ]
        for text, icon, act in entries:
            action = menu.addAction(text)
            if not text.startswith("Move"):
                icons.assign(action, icon, "danger" if icon == "trash" else "text2")
            action.triggered.connect(lambda _=False, act=act: act())
        self._add_connections(menu, step)
        menu.popup(place)

    def _add_connections(self, menu: QMenu, step: Step) -> None:
        """The other connections that can do what the step does."""
        profiles, verbs = self.page.services.profiles, self.page.verbs
        others = [one for one in usable(step, profiles.profile, profiles.catalog) if one.name != step.connection]
        if not others:
            return
        choice = menu.addMenu(tr("Use Another Connection"))
        icons.assign(choice.menuAction(), "connections", "text2")
        for one in others:
            action = choice.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=one.name: verbs.reconnect(step.id, name))

    def _on_key(self, id: str, event: QKeyEvent) -> None:
        page = self.page
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and id:
            by = -1 if key == Qt.Key.Key_Up else 1
            if alt:
                page.verbs.reorder(id, by)
            else:
                page.canvas.focus_step(page.canvas.neighbour(id, by))
        elif key == Qt.Key.Key_Insert:
            here = editing.place_of(page.work.steps, id)
            if here is not None:
                page.add_at(Place(here.level, here.index + 1))
        elif key == Qt.Key.Key_Delete and id:
            page.remove(id)
        elif key == Qt.Key.Key_Escape and page.canvas.cancel_drag():
            pass
        else:
            return
        event.accept()

    def _add_shortcuts(self) -> None:
        page = self.page
        for keys, act in (
            ("Ctrl+S", page.save),
            ("Ctrl+Return", page.publish),
            ("Ctrl+Z", page.undo),
            ("Ctrl+Shift+Z", page.redo),
            ("Ctrl+D", lambda: page.verbs.duplicate(self._focused())),
            ("Ctrl+T", page.testing.toggle),
            ("F2", page.rename),
            ("Alt+Left", page.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _focused(self) -> str:
        return next((one.step_id for one in self.page.canvas.cards.values() if one.hasFocus()), self.page.selected)
