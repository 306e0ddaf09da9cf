"""Icons: every drawing renders, in the color of its role, and follows the theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage, QPixmap

from mailflow_gui.ui import icons
from mailflow_gui.ui.resources import folder, resource
from mailflow_gui.ui.theme import Theme

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


def solid_colors(picture: QPixmap | QImage) -> set[str]:
    image = picture if isinstance(picture, QImage) else picture.toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {point.name() for point in points if point.alpha() == 255}


def test_resources_hold_tokens_and_icons() -> None:
    assert (folder() / "tokens.json").is_file()
    assert "mail" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something(look: Theme, name: str) -> None:
    picture = icons.pixmap(name, "text", 24, 2.0)
    assert picture.size() == QSize(48, 48)
    assert solid_colors(picture)


def test_icon_has_the_color_of_its_role(look: Theme) -> None:
    assert solid_colors(icons.pixmap("stop", "dangerText", 20, 2.0)) == {look.color("dangerText").name()}


def test_pixmaps_are_cached_and_retinted(look: Theme) -> None:
    first = icons.pixmap("mail", "text", 18, 1.0)
    assert icons.pixmap("mail", "text", 18, 1.0).cacheKey() == first.cacheKey()
    look.set_mode("dark")
    assert solid_colors(icons.pixmap("stop", "text", 18, 2.0)) == {QColor("#ECEEF2").name()}
    assert icons.pixmap("mail", "text", 18, 1.0).cacheKey() != first.cacheKey()


def test_disabled_icon_has_the_disabled_color(look: Theme) -> None:
    picture = icons.icon("stop", "text", 20).pixmap(QSize(20, 20), 2.0, QIcon.Mode.Disabled)
    assert solid_colors(picture) == {look.color("disabled").name()}


def test_assigned_icon_follows_the_theme(look: Theme) -> None:
    action = QAction("Stop")
    icons.assign(action, "stop", "text", 20)
    icons.assign(action, "stop", "dangerText", 20)  # the later one wins, also after a switch
    look.set_mode("dark")
    assert solid_colors(action.icon().pixmap(QSize(20, 20), 2.0)) == {look.color("dangerText").name()}


def test_unknown_icon_is_an_error(look: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon")
