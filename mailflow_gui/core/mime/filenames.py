"""Attachment names made safe to show and to offer as a file name: no path, no control or direction characters. Pure."""

from __future__ import annotations

import unicodedata

MAX_BYTES = 120

_EXTENSIONS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/vcard": ".vcf",
    "text/x-vcard": ".vcf",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/zip": ".zip",
    "application/pgp-signature": ".asc",
    "application/pkcs7-signature": ".p7s",
    "application/x-pkcs7-signature": ".p7s",
    "application/pkcs7-mime": ".p7m",
    "application/x-pkcs7-mime": ".p7m",
    "message/rfc822": ".eml",
    "message/delivery-status": ".txt",
    "message/disposition-notification": ".txt",
    "text/rfc822-headers": ".txt",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/svg+xml": ".svg",
    "image/webp": ".webp",
    "audio/mpeg": ".mp3",
    "video/mp4": ".mp4",
}


def default_file_name(media_type: str, number: int) -> str:
    """A name for a part that has none: `attachment-2.pdf`."""
    if media_type in ("application/ms-tnef", "application/vnd.ms-tnef"):
        return "winmail.dat"
    return f"attachment-{number}{_EXTENSIONS.get(media_type, '.bin')}"


def safe_file_name(name: str, fallback: str) -> str:
    """The last path part of `name`, cleaned and at most 120 UTF-8 bytes; `fallback` when nothing is left."""
    name = name[:4096].replace("\\", "/").rstrip("/ ").rpartition("/")[2].replace(":", "_")
    if not (name.isascii() and name.isprintable()):
        name = "".join(char for char in name if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))
    name = " ".join(name.split()).rstrip(". ")
    return _shortened(name) if name.strip(". ") else fallback


def _shortened(name: str) -> str:
    if len(name.encode("utf-8")) <= MAX_BYTES:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension.encode("utf-8")) > 20:
        stem, extension = name, ""
    tail = dot + extension if extension else ""
    kept = stem.encode("utf-8")[: MAX_BYTES - len(tail.encode("utf-8"))].decode("utf-8", "ignore")
    return kept.rstrip(". ") + tail
