"""High contrast: strong edges everywhere, and where a tint was, an edge in its color."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.ui import colors, theme
from mailflow_gui.ui.sidebar import Place, PlaceButton
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.pill import Chip, StatusPill
from mailflow_gui.ui.widgets.tile import Tile


@pytest.fixture
def strong(look: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Theme]:
    """The look while the system asks for high contrast."""
    monkeypatch.setattr(theme, "_wants_contrast", lambda: True)
    look.set_mode(look.mode)
    yield look
    monkeypatch.undo()
    look.set_mode(look.mode)


def colors_at_the_top(widget: QWidget) -> set[str]:
    """Every color of the uppermost line."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, 0).name() for x in range(image.width())}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    ("make", "edge"),
    [
        (lambda: Card(), "control"),
        (lambda: Banner("warning", "3 messages wait"), "warning"),
        (lambda: Banner("error", "Not sent"), "danger"),
        (lambda: StatusPill("running", "Running"), "successText"),
        (lambda: Chip("subject"), "neutralText"),
        (lambda: Chip("mapped", "mapped"), "cMapper"),
        (lambda: Chip("3", "count"), "warningText"),
        (lambda: Tile("mail", "receive"), "cReceive"),
        (lambda: Tile("mail", "danger"), "dangerText"),
    ],
)
def test_an_edge_carries_the_color(
    strong: Theme, qtbot: QtBot, mode: theme.Mode, make: Callable[[], QWidget], edge: str
) -> None:
    strong.set_mode(mode)
    widget = make()
    qtbot.addWidget(widget)
    widget.resize(max(40, widget.sizeHint().width()), max(20, widget.sizeHint().height()))
    assert theme.color(edge).name() in colors_at_the_top(widget)
    assert theme.color("surface") == theme.color("warningBg")


def test_the_number_beside_a_place_has_an_edge(strong: Theme, qtbot: QtBot) -> None:
    button = PlaceButton(Place("attention", "Needs Attention", "attention"), "Ctrl+4")
    qtbot.addWidget(button)
    button.resize(191, 36)
    button.set_badge(120)  # “99+”, whose edge has a straight part
    image = button.grab().toImage()
    top = (36 - 20) // 2
    assert theme.color("warningText").name() in {image.pixelColor(x, top).name() for x in range(100, 191)}


def test_the_strong_edge_is_seen_on_every_ground(strong: Theme) -> None:
    for mode in ("light", "dark"):
        strong.set_mode(mode)  # type: ignore[arg-type]
        for ground in ("window", "surface", "sunken", "sidebar"):
            assert colors.contrast(theme.color("border"), theme.color(ground)) >= 3.0, (mode, ground)
