"""What of Qt goes into the frozen folder: the plugins in use, and the libraries that what stays is linked with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path, PurePath

#: One entry of PyInstaller's lists: the path in the folder, the file that goes there, and what it is.
Entry = tuple[str, str, str]

#: Plugins that stay, as `kind/file` without `lib` and ending. Everything else of Qt/plugins goes.
PLUGINS = (
    "platforms/qxcb",
    "platforms/qwayland*",
    "platforms/qoffscreen",
    "platforms/qwindows",
    "platforms/qcocoa",
    "platforminputcontexts/composeplatforminputcontextplugin",
    "platforminputcontexts/ibusplatforminputcontextplugin",
    "platformthemes/qxdgdesktopportal",
    "wayland-shell-integration/xdg-shell",
    "wayland-decoration-client/adwaita",
    "wayland-decoration-client/bradient",
    "iconengines/qsvgicon",
    "imageformats/qsvg",
    "imageformats/qico",
    "styles/*",
)

#: Files of an installed library's metadata that pip writes for itself, with paths of the computer it ran on.
BUILD_NOTES = ("RECORD", "direct_url.json", "INSTALLER", "REQUESTED")


def choose(entries: Iterable[Entry], needed_by: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The entries to ship. `needed_by` gives the file names of the libraries that a file is linked with.

    A plain library stays only when something that stays needs it; extension modules and plugins are the roots.
    """
    kept = [entry for entry in entries if not _is_unused(entry[0])]
    libraries = {PurePath(entry[0]).name: entry for entry in kept if _is_library(entry) and entry[2] != "SYMLINK"}
    waiting = [entry for entry in kept if not _is_library(entry)]
    reached: set[str] = set()
    while waiting:
        entry = waiting.pop()
        for name in needed_by(entry[1]):
            if name in libraries and name not in reached:
                reached.add(name)
                waiting.append(libraries[name])
    return [entry for entry in kept if not _is_library(entry) or PurePath(entry[0]).name in reached]


def without_dangling(entries: Iterable[Entry], libraries: Iterable[Entry]) -> list[Entry]:
    """The entries less the links to libraries that are not shipped."""
    names = {PurePath(entry[0]).name for entry in libraries}
    return [entry for entry in entries if entry[2] != "SYMLINK" or PurePath(entry[1]).name in names]


def named_modules(package: Path) -> set[str]:
    """Qt's modules that the sources of a package name, such as `QtWidgets`."""
    texts = [path.read_text(encoding="utf-8") for path in package.rglob("*.py")]
    return {name for text in texts for name in re.findall(r"\bPySide6\.(Qt\w+)", text)}


def unnamed_modules(pyside: Path, named: set[str]) -> list[str]:
    """The full names of PySide6's other modules."""
    there = {path.name.partition(".")[0] for path in pyside.glob("Qt*") if path.suffix in (".so", ".pyd")}
    return sorted(f"PySide6.{name}" for name in there - named)


def is_foreign(entry: Entry, languages: set[str]) -> bool:
    """Whether this is one of Qt's own translations that the program does not load: it speaks `languages`."""
    path = PurePath(entry[0])
    loaded = {f"qtbase_{code}.qm" for code in languages}
    return "PySide6" in path.parts and "translations" in path.parts and path.name not in loaded


def is_of_the_build(entry: Entry) -> bool:
    """Whether this tells how and where a library was installed for the build, and nothing that is needed later."""
    path = PurePath(entry[0])
    return path.parent.name.endswith(".dist-info") and path.name in BUILD_NOTES


def _plugin(path: str) -> str | None:
    """`kind/file` of a Qt plugin, None for anything else."""
    parts = PurePath(path.replace("\\", "/")).parts
    if len(parts) < 3 or parts[-3] != "plugins" or "PySide6" not in parts:
        return None
    return f"{parts[-2]}/{parts[-1].partition('.')[0].removeprefix('lib')}"


def _is_unused(path: str) -> bool:
    plugin = _plugin(path)
    return plugin is not None and not any(fnmatch(plugin, pattern) for pattern in PLUGINS)


def _is_library(entry: Entry) -> bool:
    """A library that others link with. Python's own is loaded by the starter, so it counts as a root."""
    path, _, kind = entry
    return kind in ("BINARY", "SYMLINK") and _plugin(path) is None and not PurePath(path).name.startswith("libpython")
