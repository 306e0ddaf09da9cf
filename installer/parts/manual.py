"""The man page: hand-written text (linux/mailflow.1) around what the program's own parser says."""

from __future__ import annotations

import time

from installer.parts.grammar import Command, Option, Word
from installer.parts.place import INSTALLER

MARK = '.\\" @OPTIONS AND VERBS@\n'


def page(command: Command, version: str, seconds: int) -> str:
    """The whole page in troff. `seconds` is the date it shows."""
    text = (INSTALLER / "linux" / "mailflow.1").read_text(encoding="utf-8")
    date = time.strftime("%Y-%m-%d", time.gmtime(seconds))
    return text.replace("@VERSION@", version).replace("@DATE@", date).replace(MARK, _reference(command))


def _reference(command: Command) -> str:
    everywhere = {option.names for option in command.options}
    lines = [".SH OPTIONS", "They may stand before or after the verb."]
    for option in command.options:
        lines += _option(option)
    lines.append(".SH VERBS")
    for verb in command.every():
        lines += [".SS " + _escape(" ".join(["mailflow", verb.name, *(_word(one) for one in verb.words)]))]
        lines += [_escape(_sentence(verb.help))]
        for word in verb.words:
            if word.help:
                lines += [".TP", f"\\fI{_escape(word.name)}\\fR", _escape(_sentence(word.help))]
        for option in verb.options:
            if option.names not in everywhere:
                lines += _option(option)
    return "\n".join(lines) + "\n"


def _option(option: Option) -> list[str]:
    value = "{" + "|".join(option.choices) + "}" if option.choices else option.value
    shown = ", ".join(f"\\fB{_escape(name)}\\fR" for name in option.names)
    return [".TP", shown + (f" \\fI{_escape(value)}\\fR" if value else ""), _escape(_sentence(option.help))]


def _word(word: Word) -> str:
    name = "|".join(word.choices) if word.choices else word.name
    name += "..." if word.many else ""
    return f"[{name}]" if word.optional else name


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?")) else ".")


def _escape(text: str) -> str:
    """Text that troff prints as it stands: a dash is a dash to copy, a leading dot is no request."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    plain = plain.replace("“", "\\(lq").replace("”", "\\(rq").replace("’", "'").replace("–", "\\(en")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
