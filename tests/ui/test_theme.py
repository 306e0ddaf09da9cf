"""The theme: readable colors, live switching, fonts in step with the system font."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.ui import colors, style, theme
from mailflow_gui.ui.theme import Theme

TEXT_ON = [
    ("text", "window"),
    ("text", "surface"),
    ("text2", "sidebar"),
    ("text3", "sunken"),
    ("text3", "surface"),
    ("accentText", "selected"),
    ("onAccent", "accent"),
    ("successText", "successBg"),
    ("warningText", "warningBg"),
    ("dangerText", "dangerBg"),
    ("infoText", "infoBg"),
    ("neutralText", "neutralBg"),
    ("cMapper", "cMapperBg"),
]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_is_readable(dark: bool, ink: str, ground: str) -> None:
    roles = colors.roles(dark)
    assert colors.contrast(roles[ink], roles[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("edge", ["control", "focus", "success", "warning", "danger", "info"])
def test_edges_are_visible(dark: bool, edge: str) -> None:
    roles = colors.roles(dark)
    for ground in ("window", "sidebar", "surface", "sunken", "raised"):
        assert colors.contrast(roles[edge], roles[ground]) >= 3.0, ground


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("accent", ["#ffee00", "#00ff66", "#000040", "#808080", "#ff0000"])
def test_any_system_accent_becomes_readable(dark: bool, accent: str) -> None:
    roles = colors.with_accent(colors.roles(dark), QColor(accent), dark)
    assert colors.contrast(roles["onAccent"], roles["accent"]) >= 4.5
    assert colors.contrast(roles["accentText"], roles["selected"]) >= 4.5
    assert roles["danger"] == colors.roles(dark)["danger"]


def test_high_contrast_has_strong_edges_and_no_tints() -> None:
    plain = colors.roles(False)
    strong = colors.with_high_contrast(plain)
    assert strong["border"] == plain["control"]
    assert strong["warningBg"] == plain["surface"] == strong["cSendBg"]


@pytest.mark.parametrize("dark", [False, True])
def test_style_sheet_names_only_known_roles(dark: bool) -> None:
    assert "$" not in style.sheet(colors.roles(dark), 32)


def test_a_question_is_as_wide_as_its_buttons(look: Theme, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setText("Quit?")
    button = box.addButton("Keep Running in Background", QMessageBox.ButtonRole.RejectRole)
    box.addButton("Quit", QMessageBox.ButtonRole.DestructiveRole)
    box.show()
    assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 24


def test_switching_changes_colors_palette_and_sheet_and_tells_it(look: Theme, qapp: QApplication) -> None:
    told: list[bool] = []
    look.changed.connect(lambda: told.append(look.is_dark))
    light, sheet = look.color("surface"), qapp.styleSheet()
    look.set_mode("dark")
    assert look.is_dark
    assert look.mode == "dark"
    assert look.color("surface") == QColor("#1F2229") != light
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.color("window")
    assert qapp.styleSheet() != sheet
    assert True in told


def test_inverse_is_the_other_theme(look: Theme) -> None:
    before = look.inverse("accentText")
    look.set_mode("dark")
    assert look.color("accentText") == before


def test_unknown_names_are_refused(look: Theme) -> None:
    with pytest.raises(KeyError):
        look.color("pink")
    with pytest.raises(ValueError, match="night"):
        look.set_mode("night")  # type: ignore[arg-type]


def test_current_is_the_applied_theme(look: Theme, qapp: QApplication) -> None:
    assert theme.current() is look
    assert theme.apply(qapp, "dark") is look


def test_fonts_follow_the_system_font_and_do_not_compound(look: Theme, qapp: QApplication) -> None:
    sizes = [look.font("body").pixelSize()]
    for mode in ("dark", "light", "dark"):
        look.set_mode(mode)  # type: ignore[arg-type]
        sizes.append(look.font("body").pixelSize())
    assert len(set(sizes)) == 1
    assert QFontInfo(qapp.font()).pixelSize() == sizes[0]
    ratio = look.font("display").pixelSize() / look.font("body").pixelSize()
    assert ratio == pytest.approx(28 / 13, rel=0.05)
    assert look.font("heading").weight() == QFont.Weight.DemiBold


def test_larger_system_font_enlarges_every_style(qapp: QApplication) -> None:
    before = QFont(qapp.font())
    larger = QFont(before)
    larger.setPixelSize(26)
    qapp.setFont(larger)
    try:
        fresh = Theme()
    finally:
        qapp.setFont(before)
    assert fresh.scale == pytest.approx(2.0)
    assert fresh.font("caption").pixelSize() == 24
    assert fresh.line_height("body") == 40


def test_mono_falls_back_to_known_families(look: Theme) -> None:
    assert "monospace" in look.font("mono").families()
