"""HTML to text, and the rule for what counts as HTML."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.mime.html_text import html_to_text, is_html


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<html><body>Hi, <i>how are you?</i></body></html>", "Hi, how are you?"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("<div>a</div><div>b</div>", "a\n\nb"),
        ("<ul><li>a</li>\n  <li>b</li></ul>", "a\n\nb"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
        ("  many \n\t spaces&nbsp;&nbsp;here ", "many spaces here"),
        ("&lt;b&gt; &amp; &uuml; &#8364; &#x20AC;", "<b> & ü € €"),
        ("a<script>alert('<p>')</script>b<style>p{}</style>c", "abc"),
        ("<head><title>T</title></head>body", "body"),
        ("a<!-- <b>hidden</b> -->b", "ab"),
        ("a<!doctype html>b<?php x ?>c", "abc"),
        ('<a href="https://example.org/?a>b">link</a>', "link"),
        ("<p don't>text</p> isn't", "text\n\nisn't"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("a <", "a <"),
        ("a <b", "a <b"),
        ("text <!-- never closed", "text <!-- never closed"),
        ("<script>never closed", "never closed"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("&#99999999999999999999;&#000000000065;", "\ufffdA"),
        ("", ""),
    ],
)
def test_text_of_html(source: str, text: str) -> None:
    assert html_to_text(source) == text


@settings(deadline=None)
@given(st.text(alphabet="<>!-/ab='\"&#;x1 \n", max_size=80))
def test_any_text_gives_trimmed_text(source: str) -> None:
    text = html_to_text(source)
    assert text == text.strip()
    assert "\n\n\n" not in text


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "<script>", "<a b='>", '<a b=">', "&#9", "&", "<!", "</", "<a b= "]
)
def test_time_grows_with_size_only(piece: str) -> None:
    start = time.perf_counter()
    html_to_text(piece * 40_000)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    "text",
    [
        "<p><b>Hello</b></p>\r\n",
        "line<br>line",
        "a <br/> b",
        '<img src="x">',
        "<HR>",
        "<!DOCTYPE html>x",
        "<a href='x'>y</a>",
    ],
)
def test_is_html(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize(
    "text",
    [
        *("plain", "a&nbsp;b", "1 < 2 and 3 > 2", "Joe <a@b.c>", "<p>", "</p>", "<b and> c", "<unknown>x</unknown>"),
        *("", "a <b", "<https://example.org>", "</p><p>", "<br", "x<y>z</y>"),
    ],
)
def test_is_not_html(text: str) -> None:
    assert not is_html(text)
