"""Address lists: `parse_addresses` reads received headers, `split_recipients` checks what a person or mapper gave.

Hand-made tokenizer in linear time (RFC 5322 3.4). Pure, any thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Address
from mailflow_gui.core.mime.addr_spec import AddressError, ascii_domain, check_address
from mailflow_gui.core.mime.headers import clean_line, decode_words

__all__ = [
    "AddressError",
    "check_address",
    "domain_of",
    "is_ascii",
    "needs_smtputf8",
    "parse_addresses",
    "split_recipients",
]

MAX_TEXT = 100_000
MAX_NAME = 2048

_TOKEN = re.compile(
    r"""(?P<space>\s++)|(?P<mark>[,;:])|(?P<quoted>"(?:[^"\\]++|\\.)*+")|(?P<angle><[^<>]*+>)"""
    r"""|(?P<comment>\()|(?P<word>(?:@\[[^\[\]\s,;<>"()]*+\]|[^\s,;:"<>()])++)|(?P<other>.)""",
    re.DOTALL,
)
_COMMENT_EDGE = re.compile(r"[()\\]")
_SIMPLE = re.compile(r'(?:"([^"\\]*)"|([^"<>,;:()\\@]*))\s*<([^\s<>,;:"()\\@\[\]]+@[^\s<>,;:"()\\@\[\]]+)>')
_BARE = re.compile(r'[^\s<>,;:"()\\@\[\]]+@[^\s<>,;:"()\\@\[\]]+')
_LOOSE = re.compile(
    r'(?:[^\s<>,;:"()\\@\[\]]+|"(?:[^"\\\x00-\x1f]|\\.)*+")@(?:[^\s<>,;:"()\\@\[\]]+|\[[^\s<>,;"()\\@\[\]]*\])'
)
_ATOM_ONLY = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")
_BACKSLASH = re.compile(r"\\(.)", re.DOTALL)

_Token = tuple[str, str]


def parse_addresses(text: str, limit: int = 1000) -> tuple[Address, ...]:
    """The mailboxes of a received header value, at most `limit`; encoded words decoded, group names dropped.

    Never raises. What holds no usable address is kept as a name with an empty address.
    """
    text = text.replace("\x00", "")  # no header holds it, and nothing shown does: it must not tell addresses apart
    simple = _SIMPLE.fullmatch(text)
    if simple:
        name = simple[1] if simple[1] is not None else simple[2]
        return (Address(decode_words(name)[:MAX_NAME], simple[3]),)
    if _BARE.fullmatch(text):
        return (Address("", text),)
    found: list[Address] = []
    entry: list[_Token] = []
    has_address = False
    for token in _tokens(text):
        kind, value = token
        if kind != "mark" or (value == ":" and has_address):  # after an address a colon starts no group
            entry.append(token)
            has_address = has_address or "@" in value
            continue
        if value != ":":
            found += _mailboxes(entry)
        entry, has_address = [], False
        if len(found) >= limit:
            break
    else:
        found += _mailboxes(entry)
    return tuple(found[:limit])


def _tokens(text: str) -> Iterator[_Token]:
    """Tokens of an address list; an opening without its end is looked for once, then is an ordinary character."""
    position, length = 0, len(text)
    unclosed: set[str] = set()
    while position < length:
        char = text[position]
        if char in unclosed:
            yield "other", char
            position += 1
            continue
        found = _TOKEN.match(text, position)
        kind = (found and found.lastgroup) or "other"
        end = found.end() if found else position + 1
        if kind == "comment":
            end = _comment_end(text, position)
            if end < 0:
                unclosed.add(char)
                kind, end = "other", position + 1
        elif kind == "other" and char == '"':
            unclosed.add(char)
        yield kind, text[position:end]
        position = end


def _comment_end(text: str, position: int) -> int:
    depth = 0
    while True:
        edge = _COMMENT_EDGE.search(text, position)
        if edge is None:
            return -1
        position = edge.end()
        if edge[0] == "\\":
            position += 1
        else:
            depth += 1 if edge[0] == "(" else -1
            if depth == 0:
                return position


def _mailboxes(entry: list[_Token]) -> list[Address]:
    """The address of one comma separated entry (several when commas were forgotten), or its text as a name."""
    found: list[Address] = []
    name: list[_Token] = []
    for token in entry:
        if token[0] == "angle":
            found.append(_with_angle(_phrase(name), token[1][1:-1]))
            name = []
        else:
            name.append(token)
    if len(found) == 1 and not found[0].name:
        found = [Address(_phrase(name), found[0].address)]
    if found:
        return [one for one in found if one.name or one.address]
    return _without_angle(name)


def _with_angle(name: str, inner: str) -> Address:
    inner = inner.strip()
    if inner.startswith("@") and ":" in inner:  # RFC 5322 4.4: an obsolete route
        inner = inner.rpartition(":")[2]
    if _LOOSE.fullmatch(inner) or _ATOM_ONLY.fullmatch(inner):
        return Address(name, inner)
    compact = "".join(inner.split())
    if compact != inner and _LOOSE.fullmatch(compact):
        return Address(name, compact)
    return Address(f"{name} {clean_line(inner)}".strip()[:MAX_NAME], "")


def _without_angle(entry: list[_Token]) -> list[Address]:
    """`a@b`, `a@b (Name)`, `Name a@b`, or only words."""
    words = _words(entry)
    comment = decode_words(next((value[1:-1] for kind, value in entry if kind == "comment"), ""))
    joined = "".join(words)
    for index, word in enumerate(words):
        if _LOOSE.fullmatch(word):
            rest = decode_words(" ".join(words[:index] + words[index + 1 :]).strip('"'))
            return [Address((rest or comment)[:MAX_NAME], word)]
    if _LOOSE.fullmatch(joined):  # spaces around the @ sign or the dots
        return [Address(comment[:MAX_NAME], joined)]
    if len(words) == 1 and _ATOM_ONLY.fullmatch(joined) and "=?" not in joined:
        return [Address("", joined)]
    name = _phrase([token for token in entry if token[0] != "comment"]) or comment
    return [Address(name[:MAX_NAME], "")] if name else []


def _words(entry: list[_Token]) -> list[str]:
    """Runs without a space between them; a quoted string keeps the spaces inside it."""
    words: list[str] = []
    joined = False
    for kind, value in entry:
        if kind in ("space", "comment", "other"):
            joined = False
        elif joined:
            words[-1] += value
        else:
            words.append(value)
            joined = True
    return words


def _phrase(tokens: list[_Token]) -> str:
    """A display name: quoted parts unquoted, comments used only when there is nothing else, encoded words decoded."""
    parts = []
    for kind, value in tokens:
        if kind == "quoted":
            value = value[1:-1]
            parts.append(_BACKSLASH.sub(r"\1", value) if "\\" in value else value)
        elif kind != "comment":
            parts.append(value)
    text = decode_words("".join(parts))
    if not text:
        text = decode_words(" ".join(value[1:-1] for kind, value in tokens if kind == "comment"))
    return " ".join(text.split())[:MAX_NAME]


def split_recipients(text: str, limit: int = 1000) -> tuple[list[Address], list[str]]:
    """Recipients separated by commas or semicolons, each `a@b` or `Name <a@b>`; a problem text for each that is not.

    The addresses are ready for the envelope (IDN domains as A-labels). Encoded words are never decoded and one entry
    never becomes two. Any problem means that the list as a whole must not be used.
    """
    if len(text) > MAX_TEXT:
        return [], [tr("The list of recipients is longer than {max_text} characters.", max_text=MAX_TEXT)]
    addresses: list[Address] = []
    problems: list[str] = []
    entries = [entry for entry in _entries(text) if entry]
    if len(entries) > limit:
        return [], [
            tr("There are {entries} recipients; at most {limit} are possible.", entries=len(entries), limit=limit)
        ]
    for number, entry in enumerate(entries, start=1):
        shown = "".join(value for _, value in entry).strip(" ")
        try:
            addresses.append(_recipient(entry, shown))
        except AddressError as error:
            problems.append(
                tr("Recipient {number}, “{shown}”, {error}", number=number, shown=_shown(shown), error=error)
            )
    return addresses, problems


def _entries(text: str) -> Iterator[list[_Token]]:
    """Tokens between top level commas and semicolons, without spaces at the ends."""
    entry: list[_Token] = []
    for token in _tokens(text):
        if token[0] == "mark" and token[1] in ",;":
            yield _trimmed(entry)
            entry = []
        else:
            entry.append(token)
    yield _trimmed(entry)


def _trimmed(entry: list[_Token]) -> list[_Token]:
    while entry and entry[0][0] == "space" and not entry[0][1].strip(" "):
        entry = entry[1:]
    while entry and entry[-1][0] == "space" and not entry[-1][1].strip(" "):
        entry = entry[:-1]
    return entry


def _recipient(entry: list[_Token], shown: str) -> Address:
    if any(char < " " or "\x7f" <= char <= "\x9f" or char in "\u2028\u2029" for char in shown):
        raise AddressError(tr("contains a line break, tab or other control character."))
    kinds = [kind for kind, _ in entry]
    if ("mark", ":") in entry:
        raise AddressError(tr("has a colon. Groups are not supported; list the addresses themselves."))
    if "comment" in kinds:
        raise AddressError(tr("has parentheses. Write the name before the address: Name <name@example.com>."))
    if "angle" not in kinds:
        if any(kind == "other" and value in '<>"' for kind, value in entry):
            raise AddressError(tr("has a bracket or quotation mark without its partner."))
        if sum(value.count("@") for kind, value in entry if kind == "word") > 1 and " " in shown:
            raise AddressError(tr("holds more than one address. Put a comma between them."))
        return Address("", check_address(shown))
    if kinds.count("angle") > 1:
        raise AddressError(tr("holds more than one address. Put a comma between them."))
    if kinds[-1] != "angle":
        raise AddressError(tr("has text after the closing bracket >."))
    return Address(_typed_name(entry[:-1]), check_address(entry[-1][1][1:-1].strip(" ")))


def _typed_name(tokens: list[_Token]) -> str:
    for kind, value in tokens:
        if kind == "other" or (kind == "word" and "@" in value):
            raise AddressError(tr('has a name that needs quotation marks: "Name" <name@example.com>.'))
    parts = [_BACKSLASH.sub(r"\1", v[1:-1]) if kind == "quoted" else v for kind, v in tokens]
    return " ".join("".join(parts).split())


def _shown(text: str) -> str:
    cleaned = "".join(char if char.isprintable() else "\ufffd" for char in clean_line(text))
    return cleaned if len(cleaned) <= 80 else cleaned[:79] + "…"


def is_ascii(text: str) -> bool:
    """Whether text can go on the wire without SMTPUTF8 or encoding."""
    return text.isascii()


def needs_smtputf8(address: str) -> bool:
    """Whether an address that passed `check_address` needs SMTPUTF8 (RFC 6531): its local part is not ASCII."""
    return not address.isascii()


def domain_of(address: str) -> str:
    """The domain of an address in lower case A-labels, "" if there is none."""
    try:
        return ascii_domain(address.rpartition("@")[2]).lower() if "@" in address else ""
    except AddressError:
        return ""
