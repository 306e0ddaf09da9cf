"""Bitmaps of the program's icon for the systems that take no SVG. Run in build/venv: it draws with Qt.

`python -m installer.parts.icons FOLDER` writes PNG files by size, mailflow.ico and mailflow.icns there.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

#: Sizes of the hicolor theme; the small drawing is used up to the first number that is not below SMALL.
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
SMALL = 48
ICO_SIZES = (16, 24, 32, 48, 64, 256)
#: Names of the PNG entries of an .icns file and their sizes in pixels.
ICNS_ENTRIES = {
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}


def ico(images: dict[int, bytes]) -> bytes:
    """An .ico file that holds these PNG images, by size in pixels (256 at most)."""
    offset = 6 + 16 * len(images)
    head, body = [struct.pack("<HHH", 0, 1, len(images))], []
    for size, png in sorted(images.items()):
        head.append(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset))
        body.append(png)
        offset += len(png)
    return b"".join(head + body)


def icns(entries: dict[bytes, bytes]) -> bytes:
    """An .icns file that holds these PNG images, by entry name."""
    body = b"".join(struct.pack(">4sI", name, 8 + len(png)) + png for name, png in entries.items())
    return struct.pack(">4sI", b"icns", 8 + len(body)) + body


def draw(drawing: Path, size: int) -> bytes:
    """One SVG drawing as a PNG image of this size."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError(f"{drawing.name} could not be drawn")
    return bytes(data.data())


def main(folder: Path) -> None:
    """Writes all of them."""
    from PySide6.QtGui import QGuiApplication

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    drawings = Path(__file__).resolve().parents[2] / "resources" / "icons"
    images = {size: draw(drawings / ("app-32.svg" if size < SMALL else "app-256.svg"), size) for size in SIZES}
    folder.mkdir(parents=True, exist_ok=True)
    for size, png in images.items():
        (folder / f"{size}.png").write_bytes(png)
    (folder / "mailflow.ico").write_bytes(ico({size: images[size] for size in ICO_SIZES}))
    (folder / "mailflow.icns").write_bytes(icns({name: images[size] for name, size in ICNS_ENTRIES.items()}))
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]))
