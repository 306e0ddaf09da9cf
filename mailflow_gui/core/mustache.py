"""Templates: our own Mustache, and the placeholders of Velocity and FreeMarker. Pure, any thread.

Names are looked up and nothing else: no attributes, no code, no partials. What a value contains is never expanded
again. `lint` and `symbols` are for the editor, `parse` and `render` for the template and log steps.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.mustache_syntax import read_mustache
from mailflow_gui.core.symbol_syntax import read_freemarker, read_velocity
from mailflow_gui.core.template_parts import Finding, Findings, Node
from mailflow_gui.core.values import text_of

#: Characters of one rendered text.
MAX_OUTPUT = 1_000_000
#: Pieces (tags and texts) of one rendered text; lists inside lists multiply.
MAX_PIECES = 200_000

Resolve = Callable[[str], FieldValue]

MUSTACHE, VELOCITY, FREEMARKER = "mustache", "velocity", "freemarker"
_READ: Mapping[str, Callable[[str], tuple[tuple[Node, ...], Findings]]] = {
    MUSTACHE: read_mustache,
    VELOCITY: read_velocity,
    FREEMARKER: read_freemarker,
}
#: How a value is written in each language.
WRITTEN = {MUSTACHE: "{{name}}", VELOCITY: "${name}", FREEMARKER: "${name}"}
#: What a template may hold, on a page: what `mailflow steps template` prints.
MANUAL = """Mustache
  {{name}}                  a value; made safe when the text is HTML
  {{{name}}} or {{&name}}   a value as it is
  {{#name}} … {{/name}}     only if there is a value; for a list, once for each item, which is {{.}}
  {{^name}} … {{/name}}     only if there is none
  {{! … }}                  a comment
  {{=<% %>=}}               other delimiters from here on
Partials ({{>name}}) are not read.

Velocity
  $name, ${name}, $!name    a value
  ## …, #* … *#             a comment
  \\$                        a dollar sign before a letter

FreeMarker
  ${name}                   a value
  <#-- … -->                a comment

A name is a field of the message, a name that a data mapper filled, message.<field>, or steps.<step>.<name>. A value
that is not there is left blank. What a value holds is never read as a template. Loops, conditions and calls of Velocity
and FreeMarker are refused: Mustache has sections for that."""


class TemplateError(ValueError):
    """A template that can't be used. `findings` hold line, column and words."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(str(findings[0]))
        self.findings = findings


class OutputTooLarge(ValueError):
    """The filled template would be too large."""

    def __init__(self) -> None:
        super().__init__(tr("The filled template would be longer than {max_output} characters.", max_output=MAX_OUTPUT))


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed template."""

    source: str
    nodes: tuple[Node, ...]

    @property
    def symbols(self) -> tuple[str, ...]:
        """The names it reads, in order of first use; `.` (the item of a list) is not one."""
        found: dict[str, None] = {}
        _collect(self.nodes, found)
        return tuple(found)


def parse(source: str, language: str = MUSTACHE) -> Template:
    """The template of a text. Raises TemplateError with all findings that prevent its use."""
    nodes, findings = _READ[language](source)
    wrong = tuple(one for one in findings if not one.is_warning)
    if wrong:
        raise TemplateError(wrong)
    return Template(source, nodes)


def lint(source: str, language: str = MUSTACHE) -> list[Finding]:
    """All findings in the order of the text; those with `is_warning` do not prevent its use."""
    nodes, findings = _READ[language](source)
    if not source.strip():
        return [Finding(1, 1, tr("The template is empty. Type or paste a text."))]
    if not findings and not Template(source, nodes).symbols:
        words = tr("The template has no placeholder. Write {written} where a value goes.", written=WRITTEN[language])
        return [Finding(1, 1, words, is_warning=True)]
    return sorted(findings)


def symbols(source: str, language: str = MUSTACHE) -> tuple[str, ...]:
    """The names a template reads, as far as it can be read."""
    return Template(source, _READ[language](source)[0]).symbols


def _collect(nodes: tuple[Node, ...], found: dict[str, None]) -> None:
    for node in nodes:
        if node.name and node.name != ".":
            found.setdefault(node.name)
        _collect(node.parts, found)


def render(template: Template, resolve: Resolve, *, escape: bool = False) -> str:
    """The template with values filled in; absent ones are empty. `escape` makes values safe inside HTML.

    Raises OutputTooLarge.
    """
    run = _Rendering(resolve, escape)
    run.write(template.nodes, ())
    return "".join(run.pieces)


@dataclass(slots=True)
class _Rendering:
    """One rendering under way, with what it has used of its limits."""

    resolve: Resolve
    escape: bool
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    work: int = 0

    def write(self, nodes: tuple[Node, ...], items: tuple[FieldValue, ...]) -> None:
        """Writes nodes; `items` are the values of the sections around them."""
        for node in nodes:
            self.work += 1
            if self.work > MAX_PIECES:
                raise OutputTooLarge
            if node.kind == "text":
                self._add(node.text)
            elif node.kind == "value":
                text = text_of(self._value(node.name, items))
                self._add(html.escape(text) if self.escape and not node.raw else text)
            else:
                self._section(node, items)

    def _section(self, node: Node, items: tuple[FieldValue, ...]) -> None:
        value = self._value(node.name, items)
        holds = _is_true(value)
        if node.kind == "inverted":
            if not holds:
                self.write(node.parts, items)
            return
        for item in (value if isinstance(value, tuple) else (value,)) if holds else ():
            self.write(node.parts, (*items, item))

    def _value(self, name: str, items: tuple[FieldValue, ...]) -> FieldValue:
        if name == ".":
            return items[-1] if items else None
        return self.resolve(name)

    def _add(self, text: str) -> None:
        self.length += len(text)
        if self.length > MAX_OUTPUT:
            raise OutputTooLarge
        self.pieces.append(text)


def _is_true(value: FieldValue) -> bool:
    """Whether a section shows: not for absent and blank values, empty lists, false and 0."""
    return bool(value.strip()) if isinstance(value, str) else bool(value)
