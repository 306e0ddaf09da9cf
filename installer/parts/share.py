"""The files beside the program on Linux: desktop entry, metadata, icons, man page, completions, units, licence.

Run in build/venv: `python -m installer.parts.share FOLDER ICONS EPOCH` writes a tree as it goes below /usr.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import time
from pathlib import Path

from installer.parts import completions, manual
from installer.parts.grammar import program
from installer.parts.place import INSTALLER, ROOT, version

LINUX = INSTALLER / "linux"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def write(folder: Path, icons: Path, seconds: int) -> None:
    """Writes the tree. `icons` holds what installer.parts.icons drew; `seconds` is the date of the release."""
    share = folder / "share"
    _copy(LINUX / "mailflow.desktop", share / "applications/mailflow.desktop")
    _copy(LINUX / "mailflow-mime.xml", share / "mime/packages/mailflow.xml")
    date = time.strftime("%Y-%m-%d", time.gmtime(seconds))
    name = "io.mailflow.Mailflow.metainfo.xml"
    metadata = (LINUX / name).read_text(encoding="utf-8")
    _write(share / "metainfo" / name, metadata.replace("@VERSION@", version()).replace("@DATE@", date))
    _write_icons(share / "icons/hicolor", icons)
    _write_reference(share, seconds)
    _copy(LINUX / "systemd/user.service", folder / "lib/systemd/user/mailflow.service")
    _copy(LINUX / "systemd/system.service", folder / "lib/systemd/system/mailflow.service")
    documents = share / "doc/mailflow"
    _copy(LINUX / "systemd/credentials.conf", documents / "examples/credentials.conf")
    _copy(ROOT / "LICENSE", documents / "LICENSE")


def compress(path: Path) -> None:
    """Replaces a file with its .gz; the same bytes each time."""
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    path.unlink()


def _write_icons(theme: Path, icons: Path) -> None:
    for size in ICON_SIZES:
        _copy(icons / f"{size}.png", theme / f"{size}x{size}/apps/mailflow.png")
    _copy(ROOT / "resources/icons/app-256.svg", theme / "scalable/apps/mailflow.svg")


def _write_reference(share: Path, seconds: int) -> None:
    command = program()
    page = share / "man/man1/mailflow.1"
    _write(page, manual.page(command, version(), seconds))
    compress(page)
    _write(share / "bash-completion/completions/mailflow", completions.bash(command))
    _write(share / "zsh/vendor-completions/_mailflow", completions.zsh(command))
    _write(share / "fish/vendor_completions.d/mailflow.fish", completions.fish(command))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
