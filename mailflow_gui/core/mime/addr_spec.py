"""One address (`local@domain`) checked strictly by RFC 5321 4.1.2 and RFC 5322 3.4.1, IDN domains as A-labels. Pure."""

from __future__ import annotations

import ipaddress
import re
import unicodedata

from mailflow_gui.core.language import tr

MAX_LOCAL = 64
MAX_DOMAIN = 255
MAX_LABEL = 63

# RFC 5322 atext and everything beyond Latin-1's controls, said by what it has not: compiled in no time.
_ATOM = re.compile(r'[^\x00-\x20"(),.:;<>@\[\\\]\x7f-\xa0]++')
_QUOTED = re.compile(r'"(?:[^"\\\x00-\x1f\x7f-\x9f]|\\[\x20-\x7e])*+"')
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_DOTS = re.compile("[.\u3002\uff0e\uff61]")
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")
_LABEL_CATEGORIES = ("Ll", "Lo", "Lm", "Mn", "Mc", "Nd")


class AddressError(ValueError):
    """Text that is no email address; the message says why, to be read after the quoted address."""


def check_address(text: str) -> str:
    """The address as it goes on the wire: an IDN domain turned into A-labels (RFC 5890), the rest unchanged.

    A local part beyond ASCII is allowed; it needs SMTPUTF8 (RFC 6531). Raises AddressError.
    """
    if any(char != " " and unicodedata.category(char) in _UNSEEN for char in text):
        raise AddressError(tr("contains a control or invisible character."))
    local, at, domain = text.rpartition("@")
    if not at:
        raise AddressError(tr("has no @ sign."))
    return f"{_checked_local(local)}@{ascii_domain(domain)}"


def _checked_local(local: str) -> str:
    if not local:
        raise AddressError(tr("has nothing before the @ sign."))
    if len(local.encode("utf-8")) > MAX_LOCAL:
        raise AddressError(tr("has more than {max_local} characters before the @ sign.", max_local=MAX_LOCAL))
    if local.startswith('"'):
        if not _QUOTED.fullmatch(local):
            raise AddressError(tr("has quotes that do not match before the @ sign."))
        return local
    if "@" in local:
        raise AddressError(tr("has more than one @ sign."))
    for atom in local.split("."):
        if not atom:
            raise AddressError(tr("has a dot at the start, at the end or twice in a row before the @ sign."))
        if not _ATOM.fullmatch(atom):
            raise AddressError(
                tr("has a character that is not allowed before the @ sign: {atom}", atom=_first_odd(atom))
            )
    return local


def _first_odd(atom: str) -> str:
    odd = next(char for char in atom if not _ATOM.fullmatch(char))
    return "a space." if odd.isspace() else f"{odd}"


def ascii_domain(domain: str) -> str:
    """The domain in ASCII: letters, digits and hyphens in labels, or an address literal. Raises AddressError."""
    if not domain:
        raise AddressError(tr("has nothing after the @ sign."))
    if domain.startswith("["):
        return _checked_literal(domain)
    if len(domain) > MAX_DOMAIN:
        raise AddressError(tr("has more than {max_domain} characters after the @ sign.", max_domain=MAX_DOMAIN))
    labels = [label if label.isascii() else _a_label(label) for label in _DOTS.split(domain)]
    for label in labels:
        if not label:
            raise AddressError(tr("has a dot at the start, at the end or twice in a row after the @ sign."))
        if len(label) > MAX_LABEL:
            raise AddressError(
                tr("has a part of more than {max_label} characters after the @ sign.", max_label=MAX_LABEL)
            )
        if not _LABEL.fullmatch(label.lower()):
            raise AddressError(
                tr("has a character that is not allowed after the @ sign, in {label}.", label=repr(label))
            )
    if labels[-1].isdigit():
        raise AddressError(tr("ends with a number; write an IP address in brackets: name@[192.0.2.1]."))
    ascii_form = ".".join(labels)
    if len(ascii_form) > MAX_DOMAIN:
        raise AddressError(tr("has more than {max_domain} characters after the @ sign.", max_domain=MAX_DOMAIN))
    return ascii_form


def _a_label(label: str) -> str:
    """`bücher` as `xn--bcher-kva`. Mapped like browsers do (NFKC, lower case); ß stays ß as in IDNA 2008."""
    mapped = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", label).lower())
    if mapped.isascii():
        return mapped
    if any(unicodedata.category(char) not in _LABEL_CATEGORIES and char != "-" for char in mapped):
        raise AddressError(tr("has a character that is not allowed after the @ sign."))
    return "xn--" + mapped.encode("punycode").decode("ascii")


def _checked_literal(domain: str) -> str:
    """RFC 5321 4.1.3: [192.0.2.1] or [IPv6:2001:db8::1]."""
    inner = domain[1:-1]
    try:
        if not domain.endswith("]") or "%" in inner:
            raise ValueError(domain)
        if inner.lower().startswith("ipv6:"):
            ipaddress.IPv6Address(inner[5:])
        else:
            ipaddress.IPv4Address(inner)
    except ValueError:
        raise AddressError(tr("has brackets after the @ sign that do not hold an IP address.")) from None
    return domain
