"""Color roles of both themes, and what is derived from them: system accent, high contrast, QPalette.

GUI thread, but without state: every function returns new values.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from PySide6.QtGui import QColor, QPalette

from mailflow_gui.ui.resources import resource

TINTS = ("success", "warning", "danger", "info", "neutral")


@cache
def _tokens() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = json.loads(resource("tokens.json").read_text("utf-8"))
    return loaded


def roles(dark: bool) -> dict[str, QColor]:
    """Every color role of one theme."""
    return {role: QColor(value) for role, value in _tokens()["dark" if dark else "light"].items()}


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two opaque colors, 1 to 21 (WCAG 2.1)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def _until_readable(color: QColor, ground: QColor, *, lighten: bool) -> QColor:
    found = QColor(color)
    for _ in range(40):
        if contrast(found, ground) >= 4.5:
            break
        hue, saturation = max(found.hslHueF(), 0.0), found.hslSaturationF()
        lightness = found.lightnessF() + (0.02 if lighten else -0.02)
        found = QColor.fromHslF(hue, saturation, min(max(lightness, 0.0), 1.0))
    return found


def with_accent(base: Mapping[str, QColor], accent: QColor, dark: bool) -> dict[str, QColor]:
    """The roles with the accent replaced, moved until white on it and the links keep 4.5:1."""
    changed = dict(base)
    filled = _until_readable(accent, base["onAccent"], lighten=False)
    changed["accent"] = filled
    changed["accentHover"] = filled.darker(112)
    changed["accentPress"] = filled.darker(128)
    changed["accentText"] = _until_readable(accent, base["selected"], lighten=dark)
    return changed


def with_high_contrast(base: Mapping[str, QColor]) -> dict[str, QColor]:
    """The roles for a system that asks for contrast: strong edges, no tinted backgrounds."""
    changed = dict(base)
    changed["border"] = base["control"]
    for tint in TINTS:
        changed[f"{tint}Bg"] = base["surface"]
    for tile in ("cReceive", "cSend", "cFilter", "cMapper", "cTemplate", "cLog"):
        changed[f"{tile}Bg"] = base["surface"]
    return changed


def palette(colors: Mapping[str, QColor]) -> QPalette:
    """The palette behind the plain Qt widgets (Fusion draws with it)."""
    role = QPalette.ColorRole
    made = QPalette()
    pairs = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "text",
        role.PlaceholderText: "text3",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "danger",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.Highlight: "accent",
        role.HighlightedText: "onAccent",
        role.Link: "accentText",
        role.LinkVisited: "accentText",
        role.Accent: "accent",
        role.Light: "surface",
        role.Midlight: "hover",
        role.Mid: "border",
        role.Dark: "control",
        role.Shadow: "control",
    }
    for target, name in pairs.items():
        made.setColor(target, colors[name])
    disabled = QPalette.ColorGroup.Disabled
    for target in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        made.setColor(disabled, target, colors["disabled"])
    made.setColor(disabled, role.Base, colors["sunken"])
    made.setColor(disabled, role.Button, colors["sunken"])
    made.setColor(disabled, role.Highlight, colors["disabled"])
    return made
