"""Mustache: rendering, what lint says and where, and that nothing in a message is ever expanded."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.mustache import (
    MAX_OUTPUT,
    OutputTooLarge,
    TemplateError,
    lint,
    parse,
    render,
    symbols,
)

VALUES: dict[str, FieldValue] = {
    "subject": "A & B <c> \"d\" 'e'",
    "from": "Jané Möre <jane@example.org>",
    "attachments": ("a.pdf", "b<.png"),
    "none": None,
    "blank": " ",
    "zero": 0,
    "yes": True,
    "no": False,
    "empty": (),
    "size": 2048,
    "headers.X-Spam": "Yes",
    "rtl": "שלום",
    "evil": "{{password}} {{{password}}} {{#yes}}x{{/yes}}",
    "password": "hunter2",
}


def filled(template: str, *, escape: bool = False) -> str:
    return render(parse(template), VALUES.get, escape=escape)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("Hello", "Hello"),
        ("{{from}}", "Jané Möre <jane@example.org>"),
        ("{{ from }}!", "Jané Möre <jane@example.org>!"),
        ("({{size}}) -{{rtl}}-", "(2048) -שלום-"),
        ("{{headers.X-Spam}}", "Yes"),
        ("[{{none}}{{unknown}}]", "[]"),
        ("{{attachments}}", "a.pdf, b<.png"),
        ("{{#attachments}}<{{.}}>{{/attachments}}", "<a.pdf><b<.png>"),
        ("{{#attachments}}{{.}} in {{size}};{{/attachments}}", "a.pdf in 2048;b<.png in 2048;"),
        ("{{#yes}}on{{/yes}}{{^yes}}off{{/yes}}", "on"),
        ("{{#no}}on{{/no}}{{^no}}off{{/no}}", "off"),
        ("{{#none}}on{{/none}}{{^none}}off{{/none}}", "off"),
        ("{{#blank}}on{{/blank}}{{^blank}}off{{/blank}}", "off"),
        ("{{#zero}}on{{/zero}}{{^zero}}off{{/zero}}", "off"),
        ("{{#empty}}on{{/empty}}{{^empty}}off{{/empty}}", "off"),
        ("{{#size}}{{.}}{{/size}}", "2048"),
        ("{{.}}", ""),
        ("a{{! a comment }}b", "ab"),
        ("a{{!\nof two lines\n}}b", "ab"),
        ("1\n{{#yes}}\n2\n{{/yes}}\n3", "1\n2\n3"),
        ("1\r\n  {{#yes}}  \r\n2\r\n{{/yes}}\r\n3", "1\r\n2\r\n3"),
        ("x {{#yes}}\ny{{/yes}}", "x \ny"),
        ("{{! alone }}\nx", "x"),
        ("{{=<% %>=}}<%size%> {{size}} <%={{ }}=%>{{size}}", "2048 {{size}} 2048"),
        ('{"size": {{size}}}', '{"size": 2048}'),
        ("p { a { color: red }} {{size}}", "p { a { color: red }} 2048"),
        ("$100 %s {0} {size} {{size}}", "$100 %s {0} {size} 2048"),
        ("{{evil}}", "{{password}} {{{password}}} {{#yes}}x{{/yes}}"),
        ("{{size.__class__}}{{__class__}}{{size.real}}", ""),
    ],
)
def test_rendering(template: str, text: str) -> None:
    assert filled(template) == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("[\n{{#yes}}\n  {{size}}\n{{/yes}}\n\n{{= | | =}}\n|#yes|\n  |size|\n|/yes|\n]", "[\n  2048\n\n  2048\n]"),
        ("({{=[ ]=}}[size])", "(2048)"),
        ("| {{=@ @=}} |", "|  |"),
        ("  {{=@ @=}}\n=", "="),
        (" | {{#yes}} {{! kept }}\n {{/yes}} | \n", " |  \n  | \n"),
        (" {{#yes}}A{{/yes}}\n {{#yes}}B{{/yes}}\n", " A\n B\n"),
        ("#{{#yes}}\n/\n  {{/yes}}", "#\n/\n"),
        ("a\n  {{!\n    two lines\n  }}\nb\n", "a\nb\n"),
        ("  {{&size}}\n{{{ size }}}\n", "  2048\n2048\n"),
        ("| A {{#no}}B {{#no}}C{{/no}} D{{/no}} E |", "| A  E |"),
        ("{{#attachments}}{{#.}}{{.}};{{/.}}{{/attachments}}", "a.pdf;b<.png;"),
    ],
)
def test_white_space_and_delimiters_as_mustache_has_them(template: str, text: str) -> None:
    assert filled(template) == text


def test_escaping_only_where_asked() -> None:
    assert filled("{{subject}}") == VALUES["subject"]
    assert filled("{{subject}}", escape=True) == "A &amp; B &lt;c&gt; &quot;d&quot; &#x27;e&#x27;"
    assert filled("{{{subject}}}{{&subject}}", escape=True) == f"{VALUES['subject']}{VALUES['subject']}"
    assert filled("{{#attachments}}{{.}}{{/attachments}}", escape=True) == "a.pdfb&lt;.png"
    assert filled("<p>&nbsp;</p>", escape=True) == "<p>&nbsp;</p>"


@pytest.mark.parametrize(
    ("template", "line", "column", "words"),
    [
        ("", 1, 1, "empty"),
        (" \n ", 1, 1, "empty"),
        ("Hello", 1, 1, "no placeholder"),
        ("a\nb\n0123456789 {{wrong id}}", 3, 12, "“{{wrong id}}” does not conform to the format {{name}}"),
        ("{{é}}", 1, 1, "does not conform"),
        ("{{1}}", 1, 1, "does not conform"),
        ("{{}}", 1, 1, "no name"),
        ("{{ x", 1, 1, "“{{” is never closed. Add “}}”."),
        ("{{{ x }} {{y", 1, 1, "“{{{”"),
        ("{{ a {{b}}", 1, 1, "opened again"),
        ("{{{{x}}}}", 1, 1, "too many braces"),
        ("a }} {{b}}", 1, 3, "closes nothing"),
        ("x\n {{> other }}", 2, 2, "not supported"),
        ("x\n\n{{#a}}", 3, 1, "never closed. Add {{/a}}"),
        ("{{/a}}", 1, 1, "never opened"),
        ("{{#a}}{{#b}}{{/a}}", 1, 13, "{{/b}} is expected"),
        ("{{=x=}}", 1, 1, "delimiters"),
        ("{{a}} ${b}", 1, 7, "“${b}” does not conform to the format {{name}}"),
        ("{{a}} <#if b>", 1, 7, "another language"),
        ("{{#a}}" * 30, 1, 121, "deep"),
    ],
)
def test_findings(template: str, line: int, column: int, words: str) -> None:
    assert any((one.line, one.column) == (line, column) and words in one.message for one in lint(template)), lint(
        template
    )


@pytest.mark.parametrize(
    ("template", "piece"),
    [
        ("a\nb {{wrong id}} c", "{{wrong id}}"),
        ("x {{", "{{"),
        ("x {{ a {{b}}", "{{"),
        ("{{#a}}{{#b}}{{/a}}", "{{/a}}"),
        ("a }} {{b}}", "}}"),
        ("{{a}} ${b} c", "${b}"),
        ("é👍 {{> other }}", "{{> other }}"),
    ],
)
def test_findings_tell_the_piece(template: str, piece: str) -> None:
    first = lint(template)[0]
    assert template[first.start : first.start + first.length] == piece
    assert str(first) == f"{first.message} (line {first.line}, column {first.column})"


def test_warnings_do_not_prevent_use() -> None:
    assert [one.is_warning for one in lint("Hello")] == [True]
    assert [one.is_warning for one in lint("a }} {{b}}")] == [True]
    assert lint("Dear {{from}}") == []
    assert not any(one.is_warning for one in lint("{{a b}}"))
    with pytest.raises(TemplateError, match=r"line 2, column 1"):
        parse("x\n{{a b}}")


def test_symbols_in_order_and_once() -> None:
    assert symbols("{{b}} {{#a}}{{.}}{{b}}{{/a}}{{^c}}{{{d}}}{{/c}} {{broken") == ("b", "a", "c", "d")


def test_lists_inside_lists_stop() -> None:
    template = parse("{{#a}}" * 4 + "{{none}}" + "{{/a}}" * 4)  # writes nothing, but 6 million times
    with pytest.raises(OutputTooLarge):
        render(template, {"a": ("1",) * 50, "none": None}.get)


def test_output_is_bounded() -> None:
    assert len(render(parse("{{a}}"), {"a": "x" * MAX_OUTPUT}.get)) == MAX_OUTPUT
    with pytest.raises(OutputTooLarge):
        render(parse("{{a}}{{a}}"), {"a": "x" * MAX_OUTPUT}.get)


@pytest.mark.parametrize(
    "piece",
    ["{{", "{{{", "}}", "{{#a}}", "{{/a}}", "{{!x}}", "{{a}}", "${a}", "{{=", "\n", "{{a}}\n", " {{#a}} {{/a}}"],
)
def test_large_templates_are_read_in_time(piece: str) -> None:
    source = (piece * (300_000 // len(piece)))[:300_000]
    begun = time.process_time()
    lint(source)
    assert time.process_time() - begun < 3


PIECES = st.lists(
    st.sampled_from(
        ["{{", "}}", "{{{", "}}}", "{", "}", "#", "/", "^", "!", ">", "&", "=", "a", "b", ".", " ", "\n", "${a}"]
    )
    | st.text(max_size=3),
    max_size=25,
).map("".join)
RESOLVED = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.text(), max_size=3).map(tuple)


@given(source=PIECES, value=RESOLVED, escape=st.booleans())
def test_any_text_is_refused_or_rendered(source: str, value: FieldValue, escape: bool) -> None:
    findings = lint(source)
    assert all(one.line >= 1 and one.column >= 1 and one.message for one in findings)
    symbols(source)
    try:
        template = parse(source)
    except TemplateError:
        assert any(not one.is_warning for one in findings) or not source.strip()
        return
    assert len(render(template, lambda name: value, escape=escape)) <= MAX_OUTPUT


@given(text=st.text(max_size=40))
def test_values_come_out_as_they_are(text: str) -> None:
    assert render(parse("<{{x}}>"), {"x": text}.get) == f"<{text}>"


@given(text=st.text("<>&\"'{}/ab", max_size=40))
def test_escaped_values_hold_no_markup(text: str) -> None:
    assert not set(render(parse("{{x}}"), {"x": text}.get, escape=True)) & set("<>\"'")
