"""Bytes to text by the charset a message names: an alias table and an allow-list, never an error. Pure, any thread.

Only codecs listed here are ever used: `punycode`, `idna` and other Python codecs are quadratic or raise oddly.
"""

from __future__ import annotations

import re

from mailflow_gui.core.language import tr

_GUESS = ""  # no usable name: UTF-8 if the bytes are that, else Windows-1252

_ALIASES: dict[str, str] = {
    **dict.fromkeys(["", "us-ascii", "ascii", "ansi-x3.4-1968", "iso646-us", "646", "us"], _GUESS),
    **dict.fromkeys(["x-unknown", "unknown-8bit", "unknown", "x-user-defined", "none", "default"], _GUESS),
    **dict.fromkeys(["7bit", "8bit", "binary", "charset", "x-ansi", "ansi"], _GUESS),
    **dict.fromkeys(["utf-8", "utf8", "unicode-1-1-utf-8", "x-utf-8", "utf-8-mac", "cp65001", "utf"], "utf-8"),
    **dict.fromkeys(["utf-16", "utf16", "unicode", "ucs-2", "iso-10646-ucs-2"], "utf-16"),
    **dict.fromkeys(["utf-16le", "utf-16-le", "utf-16be", "utf-16-be"], "utf-16"),
    **dict.fromkeys(["utf-32", "ucs-4", "iso-10646-ucs-4"], "utf-32"),
    **dict.fromkeys(["utf-7", "unicode-1-1-utf-7", "csunicode11utf7"], "utf-7"),
    **dict.fromkeys(["latin1", "latin-1", "l1", "cp819", "windows-latin1", "iso-latin-1"], "cp1252"),
    **dict.fromkeys(["latin2", "latin-2", "l2"], "iso8859_2"),
    **dict.fromkeys(["latin5", "latin-5", "l5"], "cp1254"),
    **dict.fromkeys(["latin9", "latin-9", "l9"], "iso8859_15"),
    **dict.fromkeys(["gbk", "x-gbk", "gb2312", "gb-2312-80", "gb18030", "cp936", "ms936", "euc-cn"], "gb18030"),
    **dict.fromkeys(["x-gb2312", "csgb2312", "chinese", "windows-936", "gb"], "gb18030"),
    **dict.fromkeys(["hz", "hz-gb-2312"], "hz"),
    **dict.fromkeys(["big5", "x-x-big5", "csbig5", "cn-big5", "cp950", "ms950", "windows-950"], "cp950"),
    **dict.fromkeys(["big5-hkscs", "big5hkscs"], "big5hkscs"),
    **dict.fromkeys(["euc-jp", "eucjp", "x-euc-jp", "ujis"], "euc_jp"),
    **dict.fromkeys(["iso-2022-jp", "iso-2022-jp-1", "csiso2022jp", "jis"], "iso2022_jp_ext"),
    **dict.fromkeys(["iso-2022-jp-2"], "iso2022_jp_2"),
    **dict.fromkeys(["iso-2022-jp-3", "iso-2022-jp-2004"], "iso2022_jp_2004"),
    **dict.fromkeys(["shift-jis", "sjis", "x-sjis", "windows-31j", "ms-kanji", "cp932", "shift-jis-ms"], "cp932"),
    **dict.fromkeys(["euc-kr", "euckr", "ks-c-5601-1987", "ks-c-5601", "ksc5601", "ksc-5601"], "cp949"),
    **dict.fromkeys(["ks-c-5601-1989", "cp949", "uhc", "windows-949", "korean"], "cp949"),
    **dict.fromkeys(["iso-2022-kr", "csiso2022kr"], "iso2022_kr"),
    **dict.fromkeys(["johab", "cp1361"], "johab"),
    **dict.fromkeys(["tis-620", "tis620", "windows-874", "cp874"], "cp874"),
    **dict.fromkeys(["koi8-r", "koi8r", "koi8", "cskoi8r"], "koi8_r"),
    **dict.fromkeys(["koi8-u", "koi8u", "koi8-ru"], "koi8_u"),
    **dict.fromkeys(["macintosh", "mac", "mac-roman", "x-mac-roman", "x-macroman"], "mac_roman"),
    **dict.fromkeys(["x-mac-cyrillic", "mac-cyrillic", "x-mac-ukrainian"], "mac_cyrillic"),
    **dict.fromkeys(["x-mac-ce", "x-mac-centraleurroman", "mac-centraleurope"], "mac_latin2"),
    **dict.fromkeys(["x-mac-greek", "mac-greek"], "mac_greek"),
    **dict.fromkeys(["x-mac-turkish", "mac-turkish"], "mac_turkish"),
    **dict.fromkeys(["x-mac-icelandic", "mac-iceland"], "mac_iceland"),
    **dict.fromkeys(["arabic", "asmo-708"], "iso8859_6"),
    **dict.fromkeys(["greek", "elot-928"], "iso8859_7"),
    **dict.fromkeys(["hebrew", "logical", "visual"], "iso8859_8"),
    **dict.fromkeys(["cyrillic"], "iso8859_5"),
}
_ISO = re.compile(r"(?:x-|cs)?iso-?(?:ir-)?8859-?(\d{1,2})(?:-[ie]|-windows.*)?")
_NUMBERED = re.compile(r"(?:x-)?(?:windows|win|cp|ibm|dos|ms)-?(\d{3,4})")
_ISO_AS = {1: "cp1252", 9: "cp1254", 11: "cp874"}
_ISO_PARTS = frozenset(range(1, 17)) - {12}
_CODE_PAGES = frozenset(
    (437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 1125, *range(1250, 1259))
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_ASCII_NOR_REPLACED = re.compile("[^\x00-\x7f\ufffd]")


def codec_of(label: str) -> str | None:
    """The Python codec for a charset name as found in mail; "" means guess, `None` an unknown name."""
    words = label[:100].replace("\x00", "").strip(" \t\"'").lower().replace("_", "-").split(None, 1)
    name = re.split("[,;\"'*]", words[0], maxsplit=1)[0] if words else ""
    if name in _ALIASES:
        return _ALIASES[name]
    iso = _ISO.fullmatch(name)
    if iso and int(iso[1]) in _ISO_PARTS:
        return _ISO_AS.get(int(iso[1]), f"iso8859_{int(iso[1])}")
    page = _NUMBERED.fullmatch(name)
    if page and int(page[1]) in _CODE_PAGES:
        return f"cp{page[1]}"
    if page and page[1] in ("874", "932", "936", "949", "950"):
        return _ALIASES[f"cp{page[1]}"]
    return "mac_roman" if name.startswith("x-mac-") else None


def decode_text(raw: bytes, label: str) -> tuple[str, str]:
    """Text without NUL or lone surrogates, and a warning ("" if all is well). Undecodable bytes become U+FFFD."""
    codec = codec_of(label)
    warning = "" if codec is not None else tr('The character set "{label}" is not known; guessed.', label=_shown(label))
    text = _as_utf8(raw) if not codec or codec == "utf-8" else _by_codec(raw, codec, label)
    if "\x00" in text:
        text = text.replace("\x00", "")
    if codec in ("utf-7", "utf-16", "utf-32"):
        text = _SURROGATES.sub("\ufffd", text)
    return text, warning


def _as_utf8(raw: bytes) -> str:
    """UTF-8, unless no sequence beyond ASCII is: then the name was wrong and it is taken as Windows-1252."""
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace").removeprefix("\ufeff")
    if "\ufffd" in text and not _NOT_ASCII_NOR_REPLACED.search(text):
        return raw.decode("cp1252", "replace")
    return text


def _by_codec(raw: bytes, codec: str, label: str) -> str:
    if codec in ("utf-16", "utf-32") and not raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        little = "le" in label.lower()[-3:] or (b"\x00" in raw[1:2] and raw[:1] != b"\x00")
        codec += "-le" if little else "-be"  # RFC 2781 4.3: big-endian when nothing says otherwise
    return raw.decode(codec, "replace").removeprefix("\ufeff")


def _shown(label: str) -> str:
    return "".join(char for char in label[:40] if char.isprintable() and char != '"')
