"""The outer shell of a Fuse Online export: a zip archive with `model-info.json` and `model.json`. Pure; any thread.

Archives come from strangers: names, sizes and encryption are checked before anything is unpacked, and only to memory.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass

from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import later, tr
from mailflow_gui.store.fuse.plain import NotJson, line_of, parse_json, text_in

#: Bytes of an archive; exports with extensions hold jar files.
MAX_ARCHIVE = 64 * 1024 * 1024
MAX_MODEL = 24 * 1024 * 1024
MAX_UNPACKED = 512 * 1024 * 1024
MAX_ENTRIES = 2_000
#: The newest schema (Fuse Online 7.x, Syndesis 1.15).
NEWEST_SCHEMA = 43

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_AGAIN = later("Export the integration again in Fuse Online and import that file.")
_DAMAGE = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
)


@dataclass(frozen=True, slots=True)
class Opened:
    """The schema number and the content of `model.json`, not looked at yet."""

    schema: int
    model: Plain


def is_archive(data: bytes, name: str = "") -> bool:
    """Whether these bytes (their start is enough) are a zip archive, or the name says so."""
    return data.startswith(_SIGNATURES) or name.lower().endswith(".zip")


def open_export(data: bytes, name: str) -> Opened:
    """The model of an export. Raises ConfigurationError naming the file, what is wrong and what to do."""
    if len(data) > MAX_ARCHIVE:
        raise refused(
            name,
            tr("It is larger than {most} MB.", most=MAX_ARCHIVE // 2**20),
            tr("Export fewer integrations at once."),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, name)
            model_entry = _find(entries, "model.json", name)
            info_entry = _find(entries, "model-info.json", name)
            if model_entry is None:
                raise refused(name, tr("It is no export of Fuse Online: it holds no model.json."), _AGAIN)
            model = _json(archive, model_entry, name)
            info = _json(archive, info_entry, name) if info_entry is not None else model
    except _DAMAGE as error:
        raise refused(
            name, tr("It is no zip archive, or it is damaged: {words}.", words=_words(error)), _AGAIN
        ) from error
    return Opened(_schema(info, model, name), model)


def refused(name: str, why: str, fix: str) -> ConfigurationError:
    """The error for a file that is refused as a whole."""
    return ConfigurationError(
        tr("“{name}” can't be imported", name=line_of(name)),
        tr("{why} Nothing was changed.", why=why),
        cause="FILE_REFUSED",
        fix=tr(fix),
    )


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MAX_ENTRIES:
        raise refused(name, tr("It holds more than {most} files.", most=MAX_ENTRIES), _AGAIN)
    if sum(one.file_size for one in entries) > MAX_UNPACKED:
        raise refused(name, tr("Unpacked it would be far larger than any export."), _AGAIN)
    for one in entries:
        parts = re.split(r"[\\/]", one.orig_filename)
        if parts[0] == "" or ".." in parts or ":" in parts[0] or "\0" in one.orig_filename:
            raise refused(
                name, tr("It names a file outside of itself: “{name}”.", name=line_of(one.orig_filename, 60)), _AGAIN
            )
        if one.flag_bits & 0x41:
            raise refused(
                name, tr("It is encrypted."), tr("Unpack it with its password, zip the files again without one.")
            )


def _find(entries: list[zipfile.ZipInfo], wanted: str, name: str) -> zipfile.ZipInfo | None:
    """The entry at the top, or in the one folder that somebody zipped around it."""
    found = [one for one in entries if one.filename == wanted]
    if not found:
        found = [one for one in entries if one.filename.count("/") == 1 and one.filename.endswith(f"/{wanted}")]
    if len(found) > 1:
        raise refused(name, tr("It holds {wanted} more than once.", wanted=wanted), _AGAIN)
    return found[0] if found else None


def _json(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Plain:
    if entry.file_size > MAX_MODEL:
        raise refused(
            name,
            tr("Its {filename} is larger than {most} MB.", filename=entry.filename, most=MAX_MODEL // 2**20),
            _AGAIN,
        )
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refused(
            name, tr("It is packed in a way that Fuse Online does not use."), tr("Zip the files again as usual.")
        )
    with archive.open(entry) as stream:
        data = stream.read(MAX_MODEL + 1)
    if len(data) > MAX_MODEL:
        raise refused(name, tr("Its {filename} is larger than it says.", filename=entry.filename), _AGAIN)
    try:
        return parse_json(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, NotJson) as error:
        raise refused(name, tr("Its {filename} can't be read as JSON.", filename=entry.filename), _AGAIN) from error


def _schema(info: Plain, model: Plain, name: str) -> int:
    text = text_in(info, "schemaVersion") or text_in(model, "schemaVersion")
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise refused(name, tr("It is no export of Fuse Online: it does not tell its schema version."), _AGAIN)
    if int(text) > NEWEST_SCHEMA:
        raise refused(
            name,
            tr(
                "The export is of schema version {version}; Mailflow reads versions up to {newest}.",
                version=text,
                newest=NEWEST_SCHEMA,
            ),
            tr("Export it from Fuse Online 7.x, or update Mailflow."),
        )
    return int(text)


def _words(error: BaseException) -> str:
    return line_of(str(error), 80).rstrip(".") or type(error).__name__
