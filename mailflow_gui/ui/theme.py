"""The look in one object: color roles, fonts, palette and style sheet, switched live. GUI thread only."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from mailflow_gui.ui import colors, style

Mode = Literal["system", "light", "dark"]
Accent = Literal["mailflow", "system"]
FontStyle = Literal["display", "title", "heading", "subheading", "body", "label", "strong", "caption", "tag", "mono"]

DESIGN_FONT_PX = 13
MONO_FALLBACK = ["JetBrains Mono", "Cascadia Mono", "SF Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace"]

_WEIGHT = QFont.Weight
_STYLES: dict[str, tuple[int, int, QFont.Weight]] = {
    # name: size, line height (px at a 13 px system font), weight
    "display": (28, 36, _WEIGHT.DemiBold),
    "title": (22, 28, _WEIGHT.DemiBold),
    "heading": (16, 24, _WEIGHT.DemiBold),
    "subheading": (14, 20, _WEIGHT.DemiBold),
    "body": (13, 20, _WEIGHT.Normal),
    "label": (13, 20, _WEIGHT.Medium),
    "strong": (13, 20, _WEIGHT.DemiBold),
    "caption": (12, 16, _WEIGHT.Normal),
    "tag": (12, 16, _WEIGHT.Medium),
    "mono": (12, 18, _WEIGHT.Normal),
}


class Theme(QObject):
    """Colors and fonts of the running program; `changed` tells painting widgets to repaint."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "system"
        self._accent: Accent = "mailflow"
        self._compact = False
        self._app: QApplication | None = None
        self._base_font = QGuiApplication.font() if QGuiApplication.instance() else QFont()
        self._system_accent = QColor()
        self._colors = colors.roles(False)
        self._inverse = colors.roles(True)
        self._sheet = ""
        self._choose_colors()

    @property
    def mode(self) -> Mode:
        """What the user chose: follow the system, light or dark."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Whether the dark roles are in use now."""
        if self._mode != "system":
            return self._mode == "dark"
        if QGuiApplication.instance() is None:
            return False
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    @property
    def scale(self) -> float:
        """Size of the system font relative to the 13 px of the design."""
        pixels = QFontInfo(self._base_font).pixelSize()
        return (pixels if pixels > 0 else DESIGN_FONT_PX) / DESIGN_FONT_PX

    def control_height(self, *, small: bool = False) -> int:
        """Least height of a button or field: 32, small 28; in the compact density 28, small 24."""
        return (28 if small else 32) - (4 if self._compact else 0)

    def row_height(self, comfortable: int) -> int:
        """Least height of a row of a list or table, given in the comfortable density; compact ones are a sixth less."""
        return comfortable - round(comfortable / 6) if self._compact else comfortable

    def color(self, role: str) -> QColor:
        """The color of a role of the design tokens. Raises KeyError for an unknown role."""
        return QColor(self._colors[role])

    def inverse(self, role: str) -> QColor:
        """The same role in the other theme, for inverted surfaces such as a toast."""
        return QColor(self._inverse[role])

    def font(self, style_name: FontStyle, *, tabular: bool = False) -> QFont:
        """A font of the type scale in the system's family, scaled by the system's font size."""
        size, _, weight = _STYLES[style_name]
        made = QFont(self._base_font)
        if style_name == "mono":
            fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
            made.setFamilies([*fixed, *MONO_FALLBACK])
            made.setStyleHint(QFont.StyleHint.Monospace)
        made.setPixelSize(max(1, round(size * self.scale)))
        made.setWeight(weight)
        if tabular:
            made.setFeature(QFont.Tag("tnum"), 1)
        return made

    def line_height(self, style_name: FontStyle) -> int:
        """Height of one line of a font style, in device-independent pixels."""
        return round(_STYLES[style_name][1] * self.scale)

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark; every window changes at once."""
        if mode not in ("system", "light", "dark"):
            raise ValueError(f"unknown theme mode {mode!r}")
        self._mode = mode
        if self._app is not None:
            scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
            # Title bars and native dialogs follow this hint where the platform can.
            QGuiApplication.styleHints().setColorScheme(scheme.get(mode, Qt.ColorScheme.Unknown))
        self._refresh()

    def set_accent(self, accent: Accent) -> None:
        """Use the accent of the design, or the system's accent made readable."""
        self._accent = accent
        self._refresh()

    def set_look(self, mode: Mode, accent: Accent, *, compact: bool) -> None:
        """All that a person may choose, in one change."""
        if (mode, accent, compact) != (self._mode, self._accent, self._compact):
            self._accent, self._compact = accent, compact
            self.set_mode(mode)

    def attach(self, app: QApplication) -> None:
        """Bind to the application once: Fusion, system font, system colors."""
        if self._app is app:
            return
        self._app = app
        self._base_font = QFont(app.font())
        self._system_accent = app.palette().color(QPalette.ColorRole.Accent)
        app.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        accessibility = getattr(hints, "accessibility", None)  # since Qt 6.10
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self._refresh)

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self._mode == "system":
            self._refresh()

    def _choose_colors(self) -> None:
        dark = self.is_dark
        chosen, other = colors.roles(dark), colors.roles(not dark)
        if self._accent == "system" and self._system_accent.isValid():
            chosen = colors.with_accent(chosen, self._system_accent, dark)
        if _wants_contrast():
            chosen = colors.with_high_contrast(chosen)
        self._colors, self._inverse = chosen, other

    def _refresh(self) -> None:
        self._choose_colors()
        if self._app is not None:
            self._app.setPalette(colors.palette(self._colors))
            self._app.setFont(self.font("body"))
            sheet = style.sheet(self._colors, self.control_height())
            if sheet != self._sheet or self._app.styleSheet() != sheet:
                self._sheet = sheet
                self._app.setStyleSheet(sheet)
        self.changed.emit()


def _wants_contrast() -> bool:
    if QGuiApplication.instance() is None:
        return False
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # since Qt 6.10
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


_current: Theme | None = None


def current() -> Theme:
    """The theme of this program; a light one is made when none was applied yet."""
    global _current
    if _current is None:
        _current = Theme()
    return _current


def apply(app: QApplication, mode: Mode = "system") -> Theme:
    """Give the application the Mailflow look and return the theme that can switch it live."""
    chosen = current()
    chosen.attach(app)
    chosen.set_mode(mode)
    return chosen


def px(pixels: float) -> int:
    """A width that text needs, in pixels at the design's 13 px font: as much more as the system's font is larger."""
    return round(pixels * current().scale)


def color(role: str) -> QColor:
    """Short for `current().color(role)`."""
    return current().color(role)


def font(style_name: FontStyle, *, tabular: bool = False) -> QFont:
    """Short for `current().font(style_name)`."""
    return current().font(style_name, tabular=tabular)
