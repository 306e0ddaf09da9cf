"""What of Qt is shipped."""

from __future__ import annotations

from pathlib import Path

from installer.parts.selection import (
    Entry,
    choose,
    is_foreign,
    is_of_the_build,
    named_modules,
    unnamed_modules,
    without_dangling,
)

QT = "PySide6/Qt"
CORE: Entry = (f"{QT}/lib/libQt6Core.so.6", "core", "BINARY")
QML: Entry = (f"{QT}/lib/libQt6Qml.so.6", "qml", "BINARY")
XCB: Entry = (f"{QT}/plugins/platforms/libqxcb.so", "xcb", "BINARY")
KEYBOARD: Entry = (f"{QT}/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", "keyboard", "BINARY")
HELPER: Entry = ("libxcb-cursor.so.0", "cursor", "BINARY")
WIDGETS: Entry = ("PySide6/QtWidgets.abi3.so", "widgets", "EXTENSION")
PYTHON: Entry = ("libpython3.11.so.1.0", "python", "BINARY")
LINKS = {"xcb": ["libxcb-cursor.so.0"], "keyboard": ["libQt6Qml.so.6"], "widgets": ["libQt6Core.so.6", "libc.so.6"]}


def needed(path: str) -> list[str]:
    return LINKS.get(path, [])


def test_a_library_stays_only_with_what_needs_it() -> None:
    chosen = choose([CORE, QML, XCB, KEYBOARD, HELPER, WIDGETS, PYTHON], needed)
    assert chosen == [CORE, XCB, HELPER, WIDGETS, PYTHON]


def test_links_to_libraries_that_went_go_too() -> None:
    kept: Entry = ("libQt6Core.so.6", f"{QT}/lib/libQt6Core.so.6", "SYMLINK")
    dangling: Entry = ("libQt6Qml.so.6", f"{QT}/lib/libQt6Qml.so.6", "SYMLINK")
    data: Entry = ("mailflow_gui/resources/tokens.json", "tokens.json", "DATA")
    assert without_dangling([kept, dangling, data], [CORE]) == [kept, data]


def test_modules_that_no_source_names_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "window.py").write_text("from PySide6.QtWidgets import QWidget\nimport PySide6.QtNetwork\n")
    pyside = tmp_path / "PySide6"
    pyside.mkdir()
    for name in ("QtWidgets", "QtNetwork", "QtQml"):
        (pyside / f"{name}.abi3.so").touch()
    (pyside / "QtQml.pyi").touch()
    named = named_modules(tmp_path)
    assert named == {"QtWidgets", "QtNetwork"}
    assert unnamed_modules(pyside, named) == ["PySide6.QtQml"]


def test_qt_s_translations_go_but_for_the_languages_of_the_window() -> None:
    assert is_foreign((f"{QT}/translations/qtbase_fr.qm", "qtbase_fr.qm", "DATA"), {"de"})
    assert is_foreign((f"{QT}/translations/qt_de.qm", "qt_de.qm", "DATA"), {"de"})
    assert not is_foreign((f"{QT}/translations/qtbase_de.qm", "qtbase_de.qm", "DATA"), {"de"})
    assert not is_foreign(("mailflow_gui/resources/translations/de/core.ts", "core.ts", "DATA"), {"de"})


def test_nothing_tells_where_the_package_was_built() -> None:
    def stays(path: str) -> bool:
        return not is_of_the_build((path, "somewhere", "DATA"))

    assert not stays("mailflow-0.1.0.dist-info/direct_url.json")
    assert not stays("attrs-26.1.0.dist-info/RECORD")
    assert stays("mailflow-0.1.0.dist-info/METADATA")
    assert stays("pysasl-1.2.0.dist-info/entry_points.txt")
    assert stays("mailflow_gui/resources/RECORD")


def test_the_program_s_own_modules_are_named() -> None:
    package = Path(__file__).resolve().parents[2] / "mailflow_gui"
    assert named_modules(package) >= {"QtCore", "QtGui", "QtSvg", "QtWidgets"}
