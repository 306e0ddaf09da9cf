"""Velocity and FreeMarker: their placeholders are filled, everything else is refused with words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.mustache import MAX_OUTPUT, OutputTooLarge, TemplateError, lint, parse, render, symbols

VALUES: dict[str, FieldValue] = {
    "firstName": "Joe",
    "lastName": "Jackson",
    "a.b": "dotted",
    "x": "<i>$firstName ${firstName} #set($y = 1)</i>",
    "list": ("p", "q"),
    "rtl": "שלום",
}


def filled(template: str, language: str, *, escape: bool = False) -> str:
    return render(parse(template, language), VALUES.get, escape=escape)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("Hello", "Hello"),
        ("($firstName) -$lastName-", "(Joe) -Jackson-"),
        ("(${firstName}) -${lastName}-", "(Joe) -Jackson-"),
        ("$!firstName,$!{lastName}.", "Joe,Jackson."),
        ("$firstName. $lastName.", "Joe. Jackson."),
        ("${firstName}.txt", "Joe.txt"),
        ("$firstName$lastName", "JoeJackson"),
        ("[$nobody${nobody}]", "[]"),
        ("${a.b}", "dotted"),
        ("$list $rtl", "p, q שלום"),
        ("$5 $ 5 $$ 100% # 1 #fff #1 {x} }", "$5 $ 5 $$ 100% # 1 #fff #1 {x} }"),
        (r"\$firstName \${x}", "$firstName ${x}"),
        ("a## left out\nb", "ab"),
        ("a#* left\nout *#b", "ab"),
        ("$x", VALUES["x"]),
    ],
)
def test_velocity(template: str, text: str) -> None:
    assert filled(template, "velocity") == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("(${firstName}) -${ lastName }-", "(Joe) -Jackson-"),
        ("[${nobody}${nobody!}]", "[]"),
        ("${a.b} ${list}", "dotted p, q"),
        ("$firstName costs $5, #1, <b>x</b>", "$firstName costs $5, #1, <b>x</b>"),
        ("a<#-- left\nout -->b", "ab"),
        ("${x}", VALUES["x"]),
    ],
)
def test_freemarker(template: str, text: str) -> None:
    assert filled(template, "freemarker") == text


@pytest.mark.parametrize("language", ["velocity", "freemarker"])
def test_values_are_made_safe_where_asked(language: str) -> None:
    safe = "&lt;i&gt;$firstName ${firstName} #set($y = 1)&lt;/i&gt;"
    assert filled("<p>${x}</p>", language, escape=True) == f"<p>{safe}</p>"


@pytest.mark.parametrize(
    ("language", "template", "piece", "words"),
    [
        ("velocity", "Hi $name.class", "$name.", "ask for a part of a value, which is not supported. Write ${name}"),
        ("velocity", "Hi $x.__class__.__mro__", "$x.", "ask for a part of a value"),
        ("velocity", "Hi $x[0]", "$x[", "ask for a part of a value"),
        ("velocity", "Hi ${x.y()}", "${x.y()}", "does not conform to the format ${name}"),
        ("velocity", "Hi ${x", "${x", "does not conform"),
        ("velocity", "Hi ${}", "${}", "does not conform"),
        ("velocity", "\n#if($a)b#end", "#if(", "of Velocity only $name and ${name} are"),
        ("velocity", "#set ($a = 1)", "#set (", "Choose Mustache"),
        ("velocity", "a #end", "#end", "is not read"),
        ("velocity", "a #{else} b", "#{else}", "is not read"),
        ("velocity", "#include('/etc/passwd')", "#include(", "is not read"),
        ("velocity", "#evaluate('x')", "#evaluate(", "is not read"),
        ("velocity", "Hi {{name}}", "{{name}}", "it is written for Mustache. Write ${name}."),
        ("velocity", "a #* b", "#*", "never closed. Add “*#”"),
        ("freemarker", "Hi ${x?html}", "${x?html}", "does not conform"),
        ("freemarker", "Hi ${x.y()}", "${x.y()}", "does not conform"),
        ("freemarker", "Hi #{x}", "#{x}", "does not conform"),
        ("freemarker", "Hi [=x]", "[=x]", "does not conform"),
        ("freemarker", "<#if a>b</#if>", "<#if a>", "of FreeMarker only ${name} are"),
        ("freemarker", "<@macro x=1/>", "<@macro x=1/>", "is not read"),
        ("freemarker", "<#include '/etc/passwd'>", "<#include '/etc/passwd'>", "is not read"),
        ("freemarker", "Hi {{name}}", "{{name}}", "it is written for Mustache"),
        ("freemarker", "a <#-- b", "<#--", "never closed. Add “-->”"),
    ],
)
def test_more_than_placeholders_is_refused_at_its_place(language: str, template: str, piece: str, words: str) -> None:
    first = lint(template, language)[0]
    assert words in first.message
    assert template[first.start : first.start + first.length] == piece
    assert first.line == template.count("\n", 0, first.start) + 1
    with pytest.raises(TemplateError):
        parse(template, language)


def test_a_text_without_placeholders_is_only_a_warning() -> None:
    for language in ("velocity", "freemarker"):
        assert [(one.is_warning, "Write ${name}" in one.message) for one in lint("Hello", language)] == [(True, True)]
        assert lint("Hello ${x}", language) == []
        assert not lint(" ", language)[0].is_warning


def test_symbols_in_order_and_once() -> None:
    assert symbols("${b} $a $b $!{c} #if($d)", "velocity") == ("b", "a", "c", "d")
    assert symbols("${b} $a ${b} ${c!}", "freemarker") == ("b", "c")


@pytest.mark.parametrize("language", ["velocity", "freemarker"])
@pytest.mark.parametrize(
    "piece",
    ["$", "${", "$a", "${a}", "#*", "##", "<#--", "<#", "{{", "{{a}}", "\\$", "[=", "#{", "$a-", "$!{ ", "#if ("],
)
def test_large_templates_are_read_in_time(language: str, piece: str) -> None:
    source = (piece * 300_000)[:300_000]
    begun = time.process_time()
    lint(source, language)
    assert time.process_time() - begun < 3


PIECES = st.lists(
    st.sampled_from(
        [
            "$",
            "{",
            "}",
            "!",
            "a",
            "b",
            ".",
            "-",
            "#",
            "if",
            "(",
            ")",
            "*",
            "set",
            "<",
            ">",
            "@",
            "--",
            "[",
            "=",
            "\\",
            "\n",
            " ",
        ]
    )
    | st.text(max_size=3),
    max_size=25,
).map("".join)


@settings(max_examples=300)
@given(source=PIECES, value=st.none() | st.text(max_size=9), language=st.sampled_from(["velocity", "freemarker"]))
def test_any_text_is_refused_or_filled(source: str, value: FieldValue, language: str) -> None:
    findings = lint(source, language)
    assert all(one.message and 0 <= one.start <= len(source) and one.length > 0 for one in findings)
    try:
        template = parse(source, language)
    except TemplateError:
        assert any(not one.is_warning for one in findings) or not source.strip()
        return
    asked: list[str] = []

    def resolve(name: str) -> FieldValue:
        asked.append(name)
        return value

    try:
        assert len(render(template, resolve)) <= MAX_OUTPUT
    except OutputTooLarge:
        return
    assert set(asked) == set(symbols(source, language))
