"""Step kind Template: fills values into a text of the person's own. Runs on the integration's thread."""

from __future__ import annotations

import re

from mailflow_gui.core import mustache
from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Exchange, Stage
from mailflow_gui.core.fields import Choice, Option, Problem
from mailflow_gui.core.fields import Template as TemplateField
from mailflow_gui.core.language import quoted, tr, trn
from mailflow_gui.core.mime.html_text import is_html
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import EMAIL, Shape, ShapeField
from mailflow_gui.core.step import StepContext, StepKind

_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,12}[\s/>]")


class TemplateSettings(Settings):
    """The text and how it is read."""

    language = Choice(
        "Template Language",
        "mustache",
        (
            Option("mustache", "Mustache", "Placeholders such as {{subject}}, and sections"),
            Option("velocity", "Velocity", "$subject and ${subject} only"),
            Option("freemarker", "Freemarker", "${subject} only"),
        ),
    )
    template = TemplateField(
        "Template", "", required=True, help="Write {{name}} where a value goes.", manual=mustache.MANUAL
    )
    format = Choice(
        "Written As",
        "auto",
        (
            Option("auto", "Automatic", "Values are made safe when the template is HTML"),
            Option("text", "Text", "Values stay as they are"),
            Option("html", "HTML", "A “<” in a value shows as “<”"),
        ),
        was=("escape",),
    )

    def review(self) -> list[Problem]:
        """The findings of the text, with line and column."""
        if not self.template.strip():
            return []  # told as required
        findings = mustache.lint(self.template, self.language)
        return [Problem("template", str(one)) for one in findings if not one.is_warning]


def fill_in(settings: TemplateSettings, template: mustache.Template, resolve: mustache.Resolve) -> str:
    """The text with values filled in, safe for HTML as the settings ask. Raises mustache.OutputTooLarge.

    Automatic: values are made safe when the template is HTML, and also when a template with a loose tag (`<p>` that
    is never closed) would become HTML only through what a message contains.
    """
    automatic = settings.format == "auto"
    escape = settings.format == "html" or (automatic and is_html(settings.template))
    text = mustache.render(template, resolve, escape=escape)
    if automatic and not escape and _TAG.search(settings.template) and is_html(text):
        return mustache.render(template, resolve, escape=True)
    return text


def prepare(settings: TemplateSettings, context: StepContext) -> Stage:
    """The stage. Raises SettingsError for a template that can't be used."""
    if not settings.template.strip():
        raise SettingsError(tr("Template is empty"), tr("Type a text."), cause="STEP_SETTINGS", fields=("template",))
    problems = settings.review()
    if problems:
        raise SettingsError(
            tr("Template can't be used"), problems[0].message, cause="STEP_SETTINGS", fields=(problems[0].field,)
        )
    template = mustache.parse(settings.template, settings.language)

    def fill(exchange: Exchange) -> Exchange:
        try:
            text = fill_in(settings, template, exchange.value)
        except mustache.OutputTooLarge as error:
            raise RefusedError(
                tr("Template could not be filled"), str(error), cause="STEP_VALUE", fields=("template",)
            ) from error
        # “text” is another name of “content”: an older one must not win over this text
        kept = {name: value for name, value in exchange.data.items() if name != "text"}
        noted = exchange.produced(context.step_id, {**kept, "content": text, "message": text})
        return noted.noted(trn("{count} character", "{count} characters", len(text)))

    return fill


def _summary(settings: TemplateSettings) -> str:
    first = next((line.strip() for line in settings.template.splitlines() if line.strip()), "")
    if not first:
        return tr("No text yet")
    return quoted(first if len(first) <= 40 else first[:39] + "…")


def _consumed(settings: TemplateSettings) -> Shape | None:
    """The placeholders that a mapper may fill: not those that always mean the received message or another step."""
    read = mustache.symbols(settings.template, settings.language)
    names = [one for one in read if not one.startswith(("message.", "steps."))]
    fields = tuple(EMAIL.field(name) or ShapeField(name, name) for name in names)
    return Shape(tr("Template"), fields) if fields else None


KIND = StepKind(
    id="template",
    title="Template",
    description="Insert values into a text that you write",
    icon="template",
    tone="template",
    settings=TemplateSettings,
    prepare=prepare,
    summary=_summary,
    consumes=_consumed,
    passes_on=True,
    produces=lambda settings: Shape(tr("Text"), (ShapeField("content", tr("Email text")),)),
)
