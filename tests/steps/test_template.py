"""Template: the text with values, when values are made safe, what goes on."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.message import Message
from mailflow_gui.core.step import StepContext
from mailflow_gui.steps.template import KIND, TemplateSettings
from tests.steps.samples import after, exchange, problems_of

EVIL = exchange(Message(raw=b"", subject="<b>a</b> & b {{password}}"), password="hunter2")


def written(template: str, **rest: Any) -> Any:
    return after(KIND, {"template": template, **rest}, EVIL).value("content")


def test_the_text_becomes_content_and_message_and_earlier_values_stay() -> None:
    before = exchange(to="a@b.example", text="older", first_name="Jane")
    result = after(KIND, {"template": "Dear {{first_name}}, about{{subject}}"}, before)
    text = "Dear Jane, about Interested in your product "
    assert dict(result.data) == {"to": "a@b.example", "first_name": "Jane", "content": text, "message": text}
    assert result.mapped("text") == text
    assert result.value("steps.here.message") == text
    assert result.notes == ("44 characters",)


@pytest.mark.parametrize(
    ("template", "format", "text"),
    [
        ("Hi {{subject}}", "auto", "Hi <b>a</b> & b {{password}}"),
        ("<p>{{subject}}</p>", "auto", "<p>&lt;b&gt;a&lt;/b&gt; &amp; b {{password}}</p>"),
        ("<p>{{{subject}}}</p>", "auto", "<p><b>a</b> & b {{password}}</p>"),
        ("<p>Hi {{subject}}", "auto", "<p>Hi &lt;b&gt;a&lt;/b&gt; &amp; b {{password}}"),
        ("Hi {{subject}}", "html", "Hi &lt;b&gt;a&lt;/b&gt; &amp; b {{password}}"),
        ("<p>{{subject}}</p>", "text", "<p><b>a</b> & b {{password}}</p>"),
    ],
)
def test_values_are_made_safe_in_html(template: str, format: str, text: str) -> None:
    assert written(template, format=format) == text
    assert written(template, escape=format) == text, "an earlier name of the setting"


@pytest.mark.parametrize(
    ("language", "template"),
    [
        ("velocity", "Hi $subject ($!{subject}) -$subject-"),
        ("velocity", "## left out\nHi ${ subject } (#* this, too *#$subject) -${subject}-"),
        ("freemarker", "Hi ${subject} (${subject!}) <#-- left out -->-${subject}-"),
    ],
)
def test_placeholders_of_other_languages_are_filled(language: str, template: str) -> None:
    value = "<b>a</b> & b {{password}}"
    assert written(template, language=language) == f"Hi {value} ({value}) -{value}-"
    assert "&lt;b&gt;" in written(template, language=language, format="html")


def test_lists_and_missing_values() -> None:
    template = "{{#attachments}}- {{.}}\n{{/attachments}}{{^cc}}no copy{{/cc}}[{{nothing}}]"
    assert after(KIND, {"template": template}).value("message") == "- a.pdf\n- b.png\nno copy[]"


@pytest.mark.parametrize(
    ("raw", "field", "words"),
    [
        ({}, "template", "required"),
        ({"template": "  "}, "template", "required"),
        ({"template": "a\n{{b c}}"}, "template", "(line 2, column 1)"),
        ({"template": "{{>x}}"}, "template", "not supported"),
        ({"template": "Hi ${name}"}, "template", "{{name}}"),
        ({"template": "Hi\n#if($a)", "language": "velocity"}, "template", "(line 2, column 1)"),
        ({"template": "Hi ${a.b()}", "language": "freemarker"}, "template", "does not conform"),
        ({"template": "x", "language": "jinja"}, "language", "must be one of"),
    ],
)
def test_problems(raw: dict[str, Any], field: str, words: str) -> None:
    problems = problems_of(KIND, raw)
    assert list(problems) == [field]
    assert words in problems[field]


def test_a_text_without_placeholders_may_be_used() -> None:
    assert problems_of(KIND, {"template": "Hello"}) == {}
    assert written("Hello") == "Hello"


@pytest.mark.parametrize(
    "settings",
    [TemplateSettings(), TemplateSettings(template="{{x"), TemplateSettings(language="velocity", template="$a.b")],
)
def test_what_can_not_run_never_starts(settings: TemplateSettings) -> None:
    with pytest.raises(SettingsError):
        KIND.prepare(settings, StepContext("here", "integration"))


def test_too_much_text_parks_the_message() -> None:
    with pytest.raises(RefusedError):
        after(KIND, {"template": "{{content}}{{content}}"}, exchange(Message(raw=b"", content="x" * 600_000)))


@pytest.mark.parametrize(
    ("template", "summary"),
    [("", "No text yet"), ("\n  Dear {{from}},\nx", "“Dear {{from}},”"), ("x" * 50, f"“{'x' * 39}…”")],
)
def test_summary(template: str, summary: str) -> None:
    assert KIND.summary(TemplateSettings(template=template)) == summary
