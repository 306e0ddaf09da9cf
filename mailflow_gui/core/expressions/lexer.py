"""Words, texts, numbers and signs of an expression, with their places. Never raises: what it can't read is a token
of the kind BAD that carries the words for the person. Pure, any thread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailflow_gui.core.language import later, tr
from mailflow_gui.core.values import date_of

#: Characters of one expression.
MAX_LENGTH = 10_000

NAME, FIELD, TEXT, NUMBER, DATE, SIGN, BAD, END = "name", "field", "text", "number", "date", "sign", "bad", "end"

_TOKEN = re.compile(
    r"""(?P<space>\s++)
    |(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}
        (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
    |(?P<number>[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[ ]?(?:kB|KB|MB|GB))?(?![\w.]))
    |(?P<field>\$\{[^{}]*+\})
    |(?P<text>'(?:[^'\\]++|\\.)*+'|"(?:[^"\\]++|\\.)*+")
    |(?P<name>[^\W\d]\w*+(?:\.[\w-]++)*+)
    |(?P<sign>===|!~~|!=~|==|=~|!=|>=|<=|<>|&&|\|\||~~|[><!(),])
    |(?P<bad>[+-]?[0-9][\w.:-]*+|[\w.]++|.)""",
    re.VERBOSE | re.DOTALL,
)
_SIGNS = {"===": later("Write == to compare."), "<>": later("Write != for “not equals”.")}
_OTHERS = {
    "=": later("Write == to compare."),
    "&": later("Write && or the word and."),
    "|": later("Write || or the word or."),
    "~": later("Write ~~ for “contains (ignore case)”, or =~ for “equals (ignores case)”."),
    "$": later("Write a field as ${subject}, or just subject."),
    "{": later("Write a field as ${subject}, or just subject."),
    "}": later("This “}” closes nothing. Write a field as ${subject}."),
    "[": later("There are no square brackets here. Use parentheses, or a name such as headers.X-Spam-Flag."),
    "]": later("There are no square brackets here. Use parentheses, or a name such as headers.X-Spam-Flag."),
}
_CURLY = "“”„‟«»‘’‚‹›`´"
_UNITS = {"kB": 1_000, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_INSIDE = re.compile(r"(?<!\\)(?:\\\\)*\$\{")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an expression. `value` is the text without its quotes, the path within ${…}, or what is wrong."""

    kind: str
    start: int
    end: int
    source: str
    value: str

    def is_sign(self, *signs: str) -> bool:
        """Whether it is one of these signs."""
        return self.kind == SIGN and self.source in signs

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these words, in capitals or not."""
        return self.kind == NAME and self.source.lower() in words


def tokens_of(text: str) -> list[Token]:
    """The tokens; the last one is always END. Reading stops at the first BAD one."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        assert match is not None  # the last choice takes any character
        kind = match.lastgroup or BAD
        at = match.end()
        if kind == "space":
            continue
        found.append(_token(kind, match))
        if found[-1].kind == BAD:
            break
    found.append(Token(END, at, at, "", ""))
    return found


def _token(kind: str, match: re.Match[str]) -> Token:
    source, start, end = match[0], match.start(), match.end()
    if kind == SIGN and source in _SIGNS:
        return Token(BAD, start, end, source, tr(_SIGNS[source]))
    if kind == TEXT:
        if _INSIDE.search(source):
            words = tr("A field can't stand inside a text. Write it without quotes, or \\${ for these very characters.")
            return Token(BAD, start, end, source, words)
        return Token(kind, start, end, source, _ESCAPED.sub(_unescaped, source[1:-1]))
    if kind == FIELD:
        return Token(kind, start, end, source, source[2:-1].strip())
    if kind == DATE and date_of(source) is None:
        return Token(
            BAD,
            start,
            end,
            source,
            tr("“{source}” is no day of the calendar. Write a date such as 2026-11-24.", source=source),
        )
    if kind == NUMBER:
        return Token(kind, start, end, source, _plain_number(source))
    if kind == BAD:
        return Token(kind, start, end if source not in "'\"" else len(match.string), source, _wrong(match))
    return Token(kind, start, end, source, source)


def _unescaped(match: re.Match[str]) -> str:
    """`\\n` and the like; before any other letter the backslash stays."""
    char = match[1]
    if char in _ESCAPES:
        return _ESCAPES[char]
    return match[0] if char.isalnum() else char


def pattern_of(token: Token) -> str:
    """A text as a pattern: its backslashes belong to the pattern, except before the quote itself."""
    quote = token.source[0]
    return re.sub(r"\\(.)", lambda match: quote if match[1] == quote else match[0], token.source[1:-1], flags=re.DOTALL)


def _plain_number(source: str) -> str:
    """The number without its unit: 2 MB is 2000000."""
    unit = source[-2:]
    if unit not in _UNITS:
        return source
    whole, _, fraction = source[:-2].strip().partition(".")
    factor = len(str(_UNITS[unit])) - 1
    digits = fraction.ljust(factor, "0")
    rest = digits[factor:].rstrip("0")
    return f"{whole}{digits[:factor]}{'.' + rest if rest else ''}"


def _wrong(match: re.Match[str]) -> str:
    source = match[0]
    if source in "'\"":
        return tr("This text has no end. Add {source} after it.", source=source)
    if source == "$" and match.string.startswith("${", match.start()):
        return tr("This field has no end. Add } after its name.")
    if source in _CURLY:
        return tr('Use straight quotes: "offer".')
    if source in _OTHERS:
        return tr(_OTHERS[source])
    if source in "+-*/%":
        return tr("There is no calculating here. Do it in a data mapper, and compare its result.")
    shown = source if len(source) <= 40 else source[:39] + "…"
    if source[0].isdigit() or source[0] in "+-":
        return tr(
            "“{shown}” is neither a number nor a date. Write 10000, 2.5 MB or 2026-11-24, or put a text in quotes.",
            shown=shown,
        )
    return tr("“{shown}” can't stand here. Put a text in quotes.", shown=shown)
