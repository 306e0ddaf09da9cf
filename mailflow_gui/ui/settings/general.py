"""Settings, General: how Mailflow looks, where passwords are; everything into a file or out of one.

GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.fields import Choice
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.qt.passwords import Passwords
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.ui import accessibility
from mailflow_gui.ui.settings.passwords import PLACES
from mailflow_gui.ui.settings.rows import Group, Row, Section, choice
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.segmented import Segmented
from mailflow_gui.ui.widgets.tile import Tile

_TEXTS = {
    "accent": later("Follows your desktop, or uses the Mailflow blue."),
    "language": later("A change is seen when Mailflow starts the next time."),
}
#: What stands before the words of the theme.
_PICTURES = {"system": "settings", "light": "sun", "dark": "moon"}


class GeneralSection(Section):
    """What is chosen acts at once, a language when the program starts anew. `tell` shows an error.

    `first_and_last` are the groups about the background and about backups.
    """

    details_requested = Signal()
    language_chosen = Signal()
    import_requested = Signal()
    export_requested = Signal()

    def __init__(
        self,
        preferences: KeptPreferences,
        passwords: Passwords,
        first_and_last: tuple[Group, Group],
        tell: Callable[[Exception], object],
    ) -> None:
        super().__init__()
        self._preferences, self._passwords, self._tell = preferences, passwords, tell
        self.controls: dict[str, Segmented] = {}
        if preferences.problems:
            self.add(self._damage())
        self.add(first_and_last[0])
        look = (Preferences.theme, Preferences.accent, Preferences.density, Preferences.language)
        self.add(Group(tr("Appearance"), *map(self._row, look)))
        for value, icon in _PICTURES.items():
            self.controls[Preferences.theme.name].set_picture(value, icon)
        self.add(Group(tr("Passwords"), self._place()))
        first_and_last[1].add(self._files())
        self.add(first_and_last[1])
        self.column.addStretch(1)
        preferences.changed.connect(self._show)
        passwords.changed.connect(self._show_place)
        self._show()

    def _row(self, field: Choice) -> QWidget:
        control = self.controls[field.name] = choice(field)
        control.changed.connect(lambda value: self._on_chosen(field.name, value))
        return Row(field.label, control, tr(_TEXTS.get(field.name, "")))

    def _place(self) -> QWidget:
        """Only what is known without asking the keyring: that might put a question to the person."""
        details = Button(tr("Details…"), small=True)
        accessibility.call(details, tr("Passwords"))
        details.clicked.connect(self.details_requested)
        self.place = Row("", details, " ", lead=Tile("lock", "success", 32))
        self._show_place()
        return self.place

    def _show_place(self) -> None:
        title, text = PLACES[self._passwords.place]
        self.place.title.setText(tr(title))
        self.place.set_text(tr(text))

    def _files(self) -> QWidget:
        row = Row(
            tr("Export or import everything"),
            text=tr("Connections and integrations. Passwords are left out unless you protect the file."),
        )
        for text, icon, asked in (
            (tr("Import…"), "import", self.import_requested),
            (tr("Export…"), "export", self.export_requested),
        ):
            button = Button(text, icon=icon, small=True)
            button.clicked.connect(lambda _=False, asked=asked: asked.emit())
            row.add(button)
        return row

    def _damage(self) -> QWidget:
        words = " ".join(str(one) for one in self._preferences.problems)
        title = tr("Some settings could not be read and have their usual value")
        return Banner("warning", title, f"{words} {tr('What was not understood stays in the file.')}")

    def _show(self) -> None:
        for name, control in self.controls.items():
            control.set_value(getattr(self._preferences.now, name))

    def _on_chosen(self, name: str, value: Any) -> None:
        if getattr(self._preferences.now, name) != value:
            task = self._preferences.set(**{name: value}).failed(self._tell)
            if name == Preferences.language.name:
                task.done(lambda _: self.language_chosen.emit())
