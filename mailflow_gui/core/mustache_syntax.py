"""The syntax of Mustache: a text becomes nodes, and findings with line and column. Pure, any thread."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from mailflow_gui.core.language import later, tr
from mailflow_gui.core.template_parts import MAX_FINDINGS, Findings, Node

_STRAY_CLOSE = later("“}}” closes nothing. Remove it, or add “{{” before the name.")
MAX_DEPTH = 20

_NAME = re.compile(r"[A-Za-z_][\w.-]*|\.", re.ASCII)
_FOREIGN = re.compile(r"(?<!\$)\$!?\{[A-Za-z_][\w.]{0,60}\}|<#[a-z]{1,12}\b|\[=[A-Za-z_][\w.]{0,60}\]", re.ASCII)
_LINE_END = re.compile(r"[ \t]*(?:\r?\n|\Z)")
_KINDS = {"#": "section", "^": "inverted"}


@dataclass(slots=True)
class _Open:
    """A section that is not closed yet."""

    kind: str
    name: str
    start: int
    end: int
    parts: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag in the text: from `start` to `end`, its sign ("" for a value) and what stands after it."""

    start: int
    end: int
    sign: str
    content: str


def read_mustache(source: str) -> tuple[tuple[Node, ...], Findings]:
    """The nodes of a Mustache template, as far as it can be read, and what is to say about it."""
    return _Reader(source).read()


class _Reader:
    """Reads a template from left to right and goes on after a mistake."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.findings = Findings(source)
        self.open_mark, self.close_mark = "{{", "}}"
        self.stack = [_Open("", "", 0, 0)]
        self.at = 0

    def read(self) -> tuple[tuple[Node, ...], Findings]:
        while not self.findings.full and (tag := self._next_tag()) is not None:
            alone = self._line_of_its_own(tag)
            self._text(self.at, alone[0] if alone else tag.start)
            self.at = alone[1] if alone else tag.end
            self._take(tag)
        self._text(self.at, len(self.source))
        while len(self.stack) > 1:
            left = self.stack[-1]
            self.findings.note(
                left.start, left.end, tr("The section “{name}” is never closed. Add {{/{name}}}.", name=left.name)
            )
            self._close()
        return tuple(self.stack[0].parts), self.findings

    def _next_tag(self) -> _Tag | None:
        """The next complete tag. A tag that never closes ends the reading: the rest is text."""
        start = self.source.find(self.open_mark, self.at)
        if start < 0:
            return None
        inside = start + len(self.open_mark)
        sign = self.source[inside : inside + 1]
        closing = self.close_mark
        if sign == "{" and self.open_mark == "{{":
            closing = "}" + closing
        elif sign == "=":
            closing = "=" + closing
        end = self.source.find(closing, inside + 1 if sign in ("{", "=") else inside)
        again = self.source.find(self.open_mark, inside + (sign == "{"), max(end, 0)) if sign != "!" else -1
        if end < 0:
            opened = self.open_mark + ("{" if sign == "{" else "")
            self.findings.note(
                start,
                start + len(opened),
                tr("“{opened}” is never closed. Add “{closing}”.", opened=opened, closing=closing),
            )
            return None
        if again > 0 and sign != "=":
            words = tr(
                "“{open_mark}” is opened again before it is closed. Add “{closing}”.",
                open_mark=self.open_mark,
                closing=closing,
            )
            self.findings.note(start, inside, words)
            return _Tag(start, again, "!", "")
        content = self.source[inside:end]
        known = sign if sign and sign in "#^/!>&{=" else ""
        return _Tag(start, end + len(closing), known, content[len(known) :])

    def _line_of_its_own(self, tag: _Tag) -> tuple[int, int] | None:
        """Start and end of the whole line when only this tag stands on it and it shows nothing itself."""
        if tag.sign in ("", "&", "{"):
            return None
        before = self.source[self.at : tag.start]  # since the last tag, so that all lookups together stay linear
        line_break = before.rfind("\n")
        if line_break < 0 and self.at > 0 and self.source[self.at - 1] != "\n":
            return None
        after = _LINE_END.match(self.source, tag.end)
        if after is None or before[line_break + 1 :].strip():
            return None
        return self.at + line_break + 1, after.end()

    def _take(self, tag: _Tag) -> None:
        if tag.sign == "!":
            return
        if tag.sign == "=":
            self._change_delimiters(tag)
            return
        name = tag.content.strip()
        if tag.sign == ">":
            self.findings.note(
                tag.start,
                tag.end,
                tr("“{{>{name}}}” includes another template, which is not supported.", name=name[:40]),
            )
        elif not _NAME.fullmatch(name):
            self.findings.note(tag.start, tag.end, self._wrong_name(tag, name))
        elif tag.sign in _KINDS:
            self._open(tag, name)
        elif tag.sign == "/":
            self._end(tag, name)
        else:
            self.stack[-1].parts.append(Node("value", name=name, raw=tag.sign in ("&", "{")))

    def _wrong_name(self, tag: _Tag, name: str) -> str:
        if not name:
            return tr("There is no name between the braces. Write {{name}}.")
        written = self.source[tag.start : tag.end]
        written = written if len(written) <= 60 else written[:59] + "…"
        if "{" in name or "}" in name:
            return tr("“{written}” has too many braces. Write {{name}}.", written=written)
        return tr(
            "“{written}” does not conform to the format {{name}}: letters, digits, underscore and dot.", written=written
        )

    def _open(self, tag: _Tag, name: str) -> None:
        if len(self.stack) > MAX_DEPTH:
            self.findings.note(
                tag.start,
                tag.end,
                tr("Sections stand more than {max_depth} deep inside each other.", max_depth=MAX_DEPTH),
            )
            return
        self.stack.append(_Open(_KINDS[tag.sign], name, tag.start, tag.end))

    def _end(self, tag: _Tag, name: str) -> None:
        if len(self.stack) == 1:
            self.findings.note(
                tag.start, tag.end, tr("“{{/{name}}}” closes a section that was never opened.", name=name)
            )
        elif self.stack[-1].name != name:
            wanted = self.stack[-1].name
            self.findings.note(
                tag.start,
                tag.end,
                tr("“{{/{name}}}” stands where {{/{wanted}}} is expected.", name=name, wanted=wanted),
            )
            if any(one.name == name for one in self.stack):
                while self.stack[-1].name != name:
                    self._close()
                self._close()
        else:
            self._close()

    def _close(self) -> None:
        done = self.stack.pop()
        self.stack[-1].parts.append(Node(done.kind, name=done.name, parts=tuple(done.parts)))

    def _change_delimiters(self, tag: _Tag) -> None:
        marks = tag.content.split()
        if len(marks) != 2 or any("=" in mark or len(mark) > 10 for mark in marks):
            self.findings.note(tag.start, tag.end, tr("Write new delimiters as {{=<% %>=}}."))
            return
        self.open_mark, self.close_mark = marks

    def _text(self, start: int, end: int) -> None:
        if start >= end:
            return
        text = self.source[start:end]
        self.stack[-1].parts.append(Node("text", text))
        if self.close_mark == "}}" and "}}" in text:
            stray = start + text.index("}}")
            self.findings.note(stray, stray + 2, tr(_STRAY_CLOSE), is_warning=True)
        for match in islice(_FOREIGN.finditer(text), MAX_FINDINGS):
            name = re.sub(r"[^A-Za-z_0-9.]", "", match[0])
            self.findings.note(
                start + match.start(),
                start + match.end(),
                tr(
                    "“{match}” does not conform to the format {{name}}: it is written for another language. "
                    "Write {{{field}}}.",
                    match=match[0],
                    field=name,
                ),
            )
