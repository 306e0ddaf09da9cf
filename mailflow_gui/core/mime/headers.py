"""Header values to text: unfolding, encoded words (RFC 2047), parameters (RFC 2231). Linear time, no errors. Pure.

Every expression here is possessive or bounded, so that no header can make it slow.
"""

from __future__ import annotations

import binascii
import re
from urllib.parse import unquote_to_bytes

from mailflow_gui.core.mime.charset import decode_text

MAX_PARAMETERS = 200

_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,40})?\?([BbQq])\?([^?]*+)\?=")
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]+")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
_PARAMETER = re.compile(r';\s*+([^\s=;"]++)\s*+=\s*+("(?:[^"\\]++|\\.)*+"|[^;]*+)', re.DOTALL)
_ESCAPED = re.compile(r'\\(["\\])')  # only these: many mailers write a Windows path unescaped
_SECTION = re.compile(r"([^*]++)\*(?:(\d{1,4})(\*?))?")
_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))


def clean_line(text: str) -> str:
    """One line of text: line breaks and tabs become a space, other control characters vanish, ends are trimmed."""
    if not text.isprintable():
        text = _CONTROLS.sub("", _BREAKS.sub(" ", text))
    return text.strip()


def unfold(value: bytes) -> str:
    """A raw header value as text: folds removed, bytes beyond ASCII guessed; encoded words are left alone."""
    text = value.decode("ascii") if value.isascii() else decode_text(value, "")[0]
    return text.replace("\r", "").replace("\n", "").strip()


def decode_header(value: bytes, limit: int = 0) -> str:
    """A raw header value as one clean line, cut to `limit` characters (0: not cut)."""
    text = decode_words(unfold(value))
    return text[:limit] if limit else text


def decode_words(text: str) -> str:
    """Text with its encoded words decoded (also inside quotes, as many mailers write them), as a clean line."""
    if "=?" not in text:
        return clean_line(text)
    pieces: list[str] = []
    pending: list[bytes] = []
    charset = ""
    end = 0
    for word in _WORD.finditer(text):
        between = text[end : word.start()]
        adjacent = bool(pending) and not between.strip()
        if not adjacent or word[1].lower() != charset:
            _flush(pieces, pending, charset)
            charset = word[1].lower()
        if not adjacent:
            pieces.append(between)
        pending.append(_word_bytes(word[2], word[3]))
        end = word.end()
    _flush(pieces, pending, charset)
    pieces.append(text[end:])
    return clean_line("".join(pieces))


def _flush(pieces: list[str], pending: list[bytes], charset: str) -> None:
    if pending:
        pieces.append(decode_text(b"".join(pending), charset)[0])
        pending.clear()


def _word_bytes(encoding: str, payload: str) -> bytes:
    if encoding in "Bb":
        return decode_base64(payload.encode("ascii", "ignore"))
    data = payload.replace("_", " ").encode("utf-8", "replace")
    return _HEX.sub(lambda found: bytes((int(found[1], 16),)), data)


def decode_base64(data: bytes) -> bytes:
    """Base64 with anything foreign ignored and missing padding supplied; an incomplete last group is dropped."""
    try:
        return binascii.a2b_base64(data)
    except binascii.Error:
        data = data.translate(None, _NOT_BASE64)
        usable = len(data) - (1 if len(data) % 4 == 1 else 0)
        return binascii.a2b_base64(data[:usable] + b"=" * (-usable % 4))


def parse_parameters(value: str) -> tuple[str, dict[str, str]]:
    """`text/plain; charset=x` as ("text/plain", {"charset": "x"}): names in lower case, RFC 2231 decoded.

    Of a repeated parameter the first counts; `name*` (RFC 2231) wins over `name`.
    """
    main, semicolon, _ = value.partition(";")
    if not semicolon:
        return clean_line(main).lower(), {}
    plain: dict[str, str] = {}
    sections: dict[str, dict[int, tuple[bool, str]]] = {}
    for count, found in enumerate(_PARAMETER.finditer(value, len(main))):
        if count >= MAX_PARAMETERS:
            break
        name, text = found[1].lower(), _unquoted(found[2])
        section = _SECTION.fullmatch(name)
        if section is None:
            plain.setdefault(name, text)
        else:
            number = int(section[2] or 0)
            extended = section[2] is None or bool(section[3])
            sections.setdefault(section[1], {}).setdefault(number, (extended, text))
    for name, numbered in sections.items():
        plain[name] = _joined([numbered[number] for number in sorted(numbered)])
    return clean_line(main).lower(), plain


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) >= 2 and text[0] == text[-1] == '"':
        text = text[1:-1]
        return _ESCAPED.sub(r"\1", text) if "\\" in text else text
    return text.removeprefix('"')


def _joined(sections: list[tuple[bool, str]]) -> str:
    """RFC 2231 3 and 4: the first extended section may begin with charset'language'."""
    charset = "utf-8"
    extended, first = sections[0]
    if extended and first.count("'") >= 2:
        charset, _, first = first.split("'", 2)
        sections = [(True, first), *sections[1:]]
    data = b"".join(
        unquote_to_bytes(text) if extended else text.encode("utf-8", "replace") for extended, text in sections
    )
    return clean_line(decode_text(data, charset)[0])
