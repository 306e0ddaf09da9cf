"""Text to header fields on the wire: RFC 2047 encoded words, quoting, folding at 78, RFC 2231 parameters. Pure.

No mapped text can leave its field: control characters are gone before anything else happens, and a value that holds
`=?` is always encoded, because readers would decode it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Address
from mailflow_gui.core.mime.addr_spec import AddressError, check_address
from mailflow_gui.core.mime.headers import clean_line

LINE = 76
WORD = 75
CRLF = b"\r\n"

_PLAIN_WORDS = re.compile(r"[!-~]{1,70}(?: [!-~]{1,70})*+")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,70}(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,70})*+")
_QUOTABLE = re.compile(r"[ -~]{1,70}")
_Q_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")
_FILE_NAME = re.compile(r"[A-Za-z0-9!#$&+^_`{}~. -]{1,60}")
_ATTRIBUTE_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`{}~")


def clean_value(text: str) -> str:
    """What a header can carry of any text: one line, no control characters, no lone surrogates, ends trimmed."""
    return clean_line(text.encode("utf-8", "replace").decode("utf-8")).strip()


def text_field(name: str, value: str) -> bytes:
    """An unstructured field, e.g. Subject, ending in CRLF."""
    value = clean_value(value)
    if not value:
        return f"{name}:".encode("ascii") + CRLF
    if _PLAIN_WORDS.fullmatch(value) and "=?" not in value:
        return folded_field(name, value.split(" "))
    return folded_field(name, encoded_words(value, WORD - len(name) - 2))


def folded_field(name: str, words: Iterable[str]) -> bytes:
    """A field whose words are joined by single spaces, folded before a word that would pass column 76."""
    lines: list[str] = []
    line = f"{name}:"
    bare = True  # never fold right after the name: a first line of nothing confuses readers
    for word in words:
        if bare or len(line) + 1 + len(word) <= LINE:
            line += f" {word}"
        else:
            lines.append(line)
            line = f" {word}"
        bare = False
    return "\r\n".join([*lines, line]).encode("utf-8") + CRLF


def encoded_words(text: str, first: int = WORD) -> list[str]:
    """UTF-8 text as encoded words of at most 75 characters (the first at most `first`), split between characters.

    B or Q encoding, whichever is shorter; the Q form is safe in a display name too (RFC 2047 5, rule 3).
    """
    data = text.encode("utf-8")
    q_cost = sum(1 if byte in _Q_SAFE or byte == 0x20 else 3 for byte in data)
    encode = _q_word if q_cost <= (len(data) + 2) // 3 * 4 else _b_word
    words: list[str] = []
    room = max(first, 30)
    chunk: list[bytes] = []
    size = cost = 0
    for char in text:
        raw = char.encode("utf-8")
        size += len(raw)
        cost += sum(1 if byte in _Q_SAFE or byte == 0x20 else 3 for byte in raw)
        needed = cost if encode is _q_word else (size + 2) // 3 * 4
        if needed > room - 12 and chunk:
            words.append(encode(b"".join(chunk)))
            room, chunk, size = WORD, [], len(raw)
            cost = sum(1 if byte in _Q_SAFE or byte == 0x20 else 3 for byte in raw)
        chunk.append(raw)
    words.append(encode(b"".join(chunk)))
    return words


def _b_word(data: bytes) -> str:
    return f"=?utf-8?b?{base64.b64encode(data).decode('ascii')}?="


def _q_word(data: bytes) -> str:
    return f"=?utf-8?q?{''.join(map(_q_byte, data))}?="


def _q_byte(byte: int) -> str:
    if byte in _Q_SAFE:
        return chr(byte)
    return "_" if byte == 0x20 else f"={byte:02X}"


def address_field(name: str, addresses: Sequence[Address], utf8: bool = False) -> bytes:
    """An address list field. Raises ValueError for an address that is not valid or needs `utf8` (RFC 6532)."""
    words: list[str] = []
    for position, one in enumerate(addresses):
        parts = address_words(one, utf8)
        if position < len(addresses) - 1:
            parts[-1] += ","
        words += parts
    return folded_field(name, words)


def address_words(one: Address, utf8: bool = False) -> list[str]:
    """One mailbox as words to fold between; the display name is quoted or encoded as needed."""
    try:
        address = check_address(one.address)
    except AddressError as error:
        raise ValueError(
            tr("The address “{address}” {error}", address=clean_value(one.address)[:80], error=error)
        ) from None
    if not address.isascii() and not utf8:
        raise ValueError(
            tr("“{address}” needs a server that supports international addresses (SMTPUTF8).", address=address)
        )
    name = clean_value(one.name)
    if not name:
        return [address]
    return [*_name_words(name), f"<{address}>"]


def _name_words(name: str) -> list[str]:
    if "=?" not in name:
        if _ATOMS.fullmatch(name):
            return name.split(" ")
        if _QUOTABLE.fullmatch(name):
            escaped = name.replace("\\", "\\\\").replace('"', '\\"')
            return [f'"{escaped}"']
    return encoded_words(name, 60)


def file_name_parameter(attribute: str, name: str) -> list[str]:
    """`filename="a.pdf"`, or RFC 2231 with continuations for anything longer or beyond plain ASCII."""
    name = clean_value(name)
    if _FILE_NAME.fullmatch(name):
        return [f'{attribute}="{name}"']
    encoded = "".join(
        chr(byte) if byte in _ATTRIBUTE_SAFE else f"%{byte:02X}" for byte in name.encode("utf-8", "replace")
    )
    whole = f"{attribute}*=utf-8''{encoded}"
    if len(whole) <= LINE - 2:
        return [whole]
    sections: list[str] = []
    rest = f"utf-8''{encoded}"
    while rest:
        head = f"{attribute}*{len(sections)}*="
        cut = LINE - 2 - len(head)
        while cut < len(rest) and "%" in rest[cut - 2 : cut]:  # never inside %XX
            cut -= 1
        sections.append(head + rest[:cut])
        rest = rest[cut:]
    return sections
