"""Velocity and FreeMarker as far as placeholders go: `$name` and `${name}`, or `${name}`. Pure, any thread.

Both languages can call methods and run loops. The one Python library that reads Velocity looks names up as attributes
and calls what it finds, so that a template could reach the program's own objects; none reads FreeMarker. What is more
than a placeholder is therefore refused, with words, and nothing is ever called.
"""

from __future__ import annotations

import re

from mailflow_gui.core.language import tr
from mailflow_gui.core.template_parts import Findings, Node

_NAME = r"[A-Za-z_][\w-]*+(?:\.[A-Za-z_][\w-]*+)*+"
_FOREIGN = r"(?P<foreign>\{\{[#^/&!>{]?\s*+[A-Za-z_.][^{}\n]{0,60}+\}\})"
_VELOCITY = re.compile(
    rf"""(?P<comment>\#\#[^\n]*+\n?)
    |(?P<block>\#\*)
    |(?P<escaped>\\\$)
    |\$!?\{{\s*+(?P<braced>{_NAME})\s*+\}}
    |(?P<call>\$!?[A-Za-z_][\w-]*+(?:\.(?=[A-Za-z_])|\[(?=[0-9$"'])))
    |\$!?(?P<bare>[A-Za-z_](?:[\w-]*\w)?)
    |(?P<odd>\$!?\{{[^{{}}\n]*+\}}?)
    |(?P<directive>\#(?:if|elseif|foreach|set|include|parse|macro|define|evaluate)\s*+\(
        |\#(?:\{{(?:else|end|stop|break)\}}|(?:else|end|stop|break)\b))
    |{_FOREIGN}""",
    re.VERBOSE | re.ASCII,
)
_FREEMARKER = re.compile(
    rf"""(?P<block><\#--)
    |\$\{{\s*+(?P<braced>{_NAME})!?\s*+\}}
    |(?P<odd>[$\#]\{{[^{{}}\n]*+\}}?|\[=[^\]\n]{{0,60}}+\]?)
    |(?P<directive></?[\#@][A-Za-z][^>\n]*+>?)
    |{_FOREIGN}""",
    re.VERBOSE | re.ASCII,
)
_BLOCK_ENDS = {"#*": "*#", "<#--": "-->"}


def read_velocity(source: str) -> tuple[tuple[Node, ...], Findings]:
    """The nodes of a Velocity template, as far as it can be read, and what is to say about it."""
    return _read(source, _VELOCITY, "Velocity", "$name and ${name}")


def read_freemarker(source: str) -> tuple[tuple[Node, ...], Findings]:
    """The nodes of a FreeMarker template, as far as it can be read, and what is to say about it."""
    return _read(source, _FREEMARKER, "FreeMarker", "${name}")


def _read(source: str, pattern: re.Pattern[str], language: str, known: str) -> tuple[tuple[Node, ...], Findings]:
    nodes: list[Node] = []
    findings = Findings(source)
    at = 0
    while not findings.full and (match := pattern.search(source, at)) is not None:
        if match.start() > at:
            nodes.append(Node("text", source[at : match.start()]))
        at = match.end()
        found = match.groupdict()
        if name := found["braced"] or found.get("bare"):
            nodes.append(Node("value", name=name))
        elif found["block"]:
            end = source.find(_BLOCK_ENDS[match[0]], at)
            if end < 0:
                ending = _BLOCK_ENDS[match[0]]
                findings.note(
                    match.start(),
                    at,
                    tr("The comment “{match}” is never closed. Add “{ending}”.", match=match[0], ending=ending),
                )
                break
            at = end + len(_BLOCK_ENDS[match[0]])
        elif found.get("escaped"):
            nodes.append(Node("text", "$"))
        elif not found.get("comment"):
            findings.note(match.start(), match.end(), _wrong(match, language, known))
    if at < len(source):
        nodes.append(Node("text", source[at:]))
    return tuple(nodes), findings


def _wrong(match: re.Match[str], language: str, known: str) -> str:
    written = match[0] if len(match[0]) <= 40 else match[0][:39] + "…"
    found = match.groupdict()
    if found["foreign"]:
        name = re.sub(r"[^A-Za-z_0-9.]", "", match[0])
        return tr(
            "“{written}” does not conform to the format ${name}: it is written for Mustache. Write ${{field}}.",
            written=written,
            field=name,
        )
    if found["directive"]:
        return tr(
            "“{written}” is not read: of {language} only {known} are. Choose Mustache for lists and conditions.",
            written=written,
            language=language,
            known=known,
        )
    if found.get("call"):
        name = match[0].lstrip("$!").rstrip(".([")
        return tr(
            "“{written}” would ask for a part of a value, which is not supported. Write ${{name}} before a dot.",
            written=written,
            name=name,
        )
    return tr(
        "“{written}” does not conform to the format ${name}: letters, digits, underscore, dash and dot.",
        written=written,
    )
