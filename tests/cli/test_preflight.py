"""Missing libraries and displays are found before Qt would abort."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from mailflow_gui.cli import preflight
from mailflow_gui.cli.preflight import display_trouble, library_trouble

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries and displays of Linux")


def load_all_but(*missing: str) -> object:
    def load(name: str) -> object:
        if name in missing:
            raise OSError(f"{name}: cannot open shared object file")
        return object()

    return load


def found(environment: dict[str, str], *missing: str) -> str:
    trouble = library_trouble(environment, load_all_but(*missing))  # type: ignore[arg-type]
    return str(trouble or "")


def test_missing_libraries_are_named_with_their_packages() -> None:
    words = found({"DISPLAY": ":0"}, "libGL.so.1", "libxcb-cursor.so.0")
    assert "libGL.so.1, libxcb-cursor.so.0" in words
    assert "libgl1 libxcb-cursor0" in words
    assert found({"DISPLAY": ":0"}) == ""


def test_where_no_fonts_are_set_up_they_are_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "FONTS", tmp_path / "fonts.conf")
    assert found({"DISPLAY": ":0"}, "libEGL.so.1").count("fontconfig-config libegl1") == 1
    assert found({"DISPLAY": ":0"}) == ""  # not a reason by itself: it may be elsewhere
    (tmp_path / "fonts.conf").touch()
    assert "fontconfig" not in found({"DISPLAY": ":0"}, "libEGL.so.1")


def test_only_what_the_platform_needs_counts() -> None:
    assert found({"QT_QPA_PLATFORM": "offscreen"}, "libxcb-cursor.so.0") == ""
    assert found({"WAYLAND_DISPLAY": "wayland-0"}, "libxcb-cursor.so.0") == ""
    assert "libwayland-cursor0" in found({"WAYLAND_DISPLAY": "wayland-0"}, "libwayland-cursor.so.0")
    assert "libxcb-cursor0" in found({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, "libxcb-cursor.so.0")
    assert "libegl1" in found({"QT_QPA_PLATFORM": "offscreen"}, "libEGL.so.1")


def test_displays(tmp_path: Path) -> None:
    assert display_trouble({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert "neither DISPLAY nor WAYLAND_DISPLAY" in str(display_trouble({}))
    assert "“:54321” does not answer" in str(display_trouble({"DISPLAY": ":54321"}))
    assert "does not answer" in str(display_trouble({"DISPLAY": "nonsense"}))
    wayland = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert "is not there" in str(display_trouble(wayland))
    (tmp_path / "wayland-0").touch()
    assert display_trouble(wayland) is None


def test_a_display_that_answers() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("\0/tmp/.X11-unix/X54322")
        server.listen()
        assert display_trouble({"DISPLAY": ":54322.0"}) is None
    assert display_trouble({"DISPLAY": ":54322.0"}) is not None
