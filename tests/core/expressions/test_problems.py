"""What is wrong with an expression, where, and what to do: told while it is typed, without a message."""

from __future__ import annotations

import pytest

from mailflow_gui.core.expressions.expression import check, read_expression
from mailflow_gui.core.expressions.problems import ExpressionProblem


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        # the marks « » show the piece that is at fault
        ("«»", "1:1", "Write a condition, for example"),
        ("  «»", "1:3", "Write a condition"),
        ("«subject»", "1:1", "“subject” is a value, not a condition"),
        ("«lower(subject)» and size > 5", "1:1", "“lower(subject)” is a value"),
        ('subject «"x"»', "1:9", "After “subject” comes an operator"),
        ("subject contains «»", "1:18", "After “contains” comes what to compare with"),
        ("subject contains «and» size > 5", "1:18", "“and” can't stand here"),
        ("subject contains «offer»", "1:18", 'Write "offer" for this text, or ${offer} for a value'),
        ("«subjct» contains 'x'", "1:1", "Did you mean “subject”?"),
        ("«company» contains 'x'", "1:1", "There is no field “company”"),
        ("«offer»", "1:1", "There is no field “offer”"),
        ("«message.sbject» contains 'x'", "1:1", "“message.subject”"),
        ("«steps.abc» == 'x'", "1:1", "steps.<step>.<name>"),
        ("subject contains 'x'\nand «sbject» contains 'y'", "2:5", "Did you mean “subject”?"),
        ("subject «=» 'x'", "1:9", "Write == to compare."),
        ("subject «===» 'x'", "1:9", "Write == to compare."),
        ("subject «<>» 'x'", "1:9", "Write != for"),
        ("size > 5 «&» size < 9", "1:10", "Write && or the word and."),
        ("size > 5 «|» size < 9", "1:10", "Write || or the word or."),
        ("size > 5 «size» < 9", "1:10", "Write “and” or “or” between two conditions."),
        ("size > 5 and «»", "1:14", "Something is missing here"),
        ("size > 5 and not «»", "1:18", "Something is missing here"),
        ("«and» size > 5", "1:1", "“and” can't stand here"),
        ("«(»size > 5", "1:1", "never closed"),
        ("«(»(size > 5)", "1:1", "never closed"),
        ("(size > 5 «size» < 9)", "1:11", "between two conditions"),
        ("size > 5«)»", "1:9", "no “(” before it"),
        ("size > 5«,» 6", "1:9", "A comma stands only"),
        ("(«»", "1:2", "Something is missing here"),
        ("(size > 5) «==» true", "1:12", "is a condition already"),
        ("«'x'» == subject", "1:1", "Write the field on the left"),
        ("«5» < size", "1:1", "Write the field on the left"),
        ("«'x'»", "1:1", "This is a value, not a condition"),
        ("subject contains «'x»", "1:18", "This text has no end. Add '"),
        ('subject contains «"x»', "1:18", 'This text has no end. Add "'),
        ("subject contains «“»offer”", "1:18", 'Use straight quotes: "offer".'),
        ("«$»{body.subject contains 'x'", "1:1", "This field has no end. Add }"),
        ("«$»subject contains 'x'", "1:1", "Write a field as ${subject}"),
        ("«{»subject} contains 'x'", "1:1", "Write a field as ${subject}"),
        ("«${}» == 'x'", "1:1", "no name between the braces"),
        ("«${body.size()}» > 5", "1:1", "“body.size()” can't be read here"),
        ("«${body[0].x}» == 'a'", "1:1", "can't be read here"),
        ("«${body?.x}» == 'a'", "1:1", "can't be read here"),
        ("«${exchangeProperty.x}» == 'a'", "1:1", "A message has no “exchangeProperty.x”"),
        ("«${date:now:yyyy}» == 'a'", "1:1", "can't be read here"),
        ("«${sys.user}» == 'a'", "1:1", "A message has no “sys.user”"),
        ("«${first name}» == 'a'", "1:1", "There is no field “first name”"),
        ("«${subjct}» == 'a'", "1:1", "Did you mean “subject”?"),
        ("«${header[X Y]}» == 'a'", "1:1", "can't be read here"),
        ("headers«[»X] == 'a'", "1:8", "no square brackets"),
        ("subject «is» 'java.lang.String'", "1:9", "a kind of Java object"),
        ("subject «not is» 'x'", "1:9", "a kind of Java object"),
        ("subject «is» empty", "1:9", "isEmpty("),
        ("subject «equals» 'x'", "1:9", "Write == for “equals”"),
        ("subject «like» 'x'", "1:9", "matches with a pattern"),
        ("size «not >» 5", "1:6", "Write <= instead."),
        ("subject starts «'x'»", "1:16", "“starts” is not complete. Write starts with."),
        ("subject not «»", "1:13", "“not” is not complete"),
        ("subject contains «''»", "1:18", "Type what “contains” compares with."),
        ("subject contains «' '»", "1:18", "Type what “contains” compares with."),
        ("subject in «' , '»", "1:12", "separated by commas"),
        ("subject in (\"a\" «\"b\"»)", "1:17", "Write a comma between two values"),
        ("subject in («cc»)", "1:13", "In a list stand texts and numbers"),
        ("subject in («)»", "1:13", "In a list stand texts and numbers"),
        ("subject regex «'(a'»", "1:15", "never closed. The pattern must describe the whole value."),
        ("subject matches «'(?=a)'»", "1:17", "look-ahead"),
        ("subject regex «cc»", "1:15", "Write a text in quotes here"),
        ("size range «'5'»", "1:12", "two dots between them"),
        ("size range «'9..5'»", "1:12", "Write the smaller value first."),
        ("size range «5»", "1:12", "two dots between them"),
        ("date > «'soon'»", "1:8", "Write a date such as 2026-11-24"),
        ("date > «5»", "1:8", "Write a date such as 2026-11-24"),
        ("date == «2026-13-45»", "1:9", "no day of the calendar"),
        ("size > «'big'»", "1:8", "Write a number here"),
        ("length(subject) > «'big'»", "1:19", "Write a number here"),
        ("attachments > «'x'»", "1:15", "Write how many items"),
        ("size > «null»", "1:8", "“null” goes with == and != only."),
        ("subject > «true»", "1:11", "neither more nor less"),
        ("size > «10kg»", "1:8", "neither a number nor a date"),
        ("size > «5.»", "1:8", "neither a number nor a date"),
        ("size «+» 5 > 6", "1:6", "There is no calculating here"),
        ("size > «-»", "1:8", "There is no calculating here"),
        ("subject contains «'Hi ${name}'»", "1:18", "A field can't stand inside a text"),
        ("«foo»(subject) == 'x'", "1:1", "There is no function “foo”. Known: isEmpty"),
        ("«SELECT»(FILTER(references, a != 'v'), b) == 'x'", "1:1", "nothing to select"),
        ("«lower()» == 'x'", "1:1", "lower(text) takes 1 value, not 0."),
        ("«lower(subject, cc)» == 'x'", "1:1", "lower(text) takes 1 value, not 2."),
        ("«today(1)» > date", "1:1", "today() takes no values, not 1."),
        ("lower(subject «==» 'x'", "1:15", "Write “)” after the last value of lower(text)"),
        ("if(«subject», 'a', 'b') == 'x'", "1:4", "is a value, not a condition"),
        ("subject contains 'x' «;»", "1:22", "can't stand here"),
        ("subject contains «größe»", "1:18", "There is no field “größe”"),
    ],
)  # fmt: skip
def test_the_piece_the_place_and_the_words(text: str, place: str, words: str) -> None:
    before, _, rest = text.partition("«")
    piece, _, after = rest.partition("»")
    problems = check(before + piece + after)
    assert len(problems) == 1, problems
    found = problems[0]
    assert words in found.message
    assert (found.start, found.length) == (len(before), max(1, len(piece)))
    assert f"{found.line}:{found.column}" == place
    assert str(found) == f"{found.message} (line {found.line}, column {found.column})"
    assert read_expression(before + piece + after) == (None, problems)


def test_problems_of_single_values_are_told_together_in_their_order() -> None:
    found = check("subjct contains 'x' and (${body.a()} == 'y' or date > 'soon') and subject regex '('")
    assert [one.start for one in found] == [0, 25, 54, 80]
    assert found == sorted(found)


def test_columns_count_characters_not_bytes() -> None:
    (found,) = check("subject contains 'é👍🏽ש' and sbject == 'x'")
    assert (found.start, found.column, found.length) == (28, 29, 6)


def test_names_that_no_earlier_step_gives_are_told_when_those_are_known() -> None:
    paths = {"subject", "steps.m1.company", "company"}
    assert (
        check("${company} == 'x' and steps.m1.company == 'y' and ${message.cc} == null and headers.X == 1", paths) == []
    )
    assert [one.message for one in check("${compny} == 'x' or steps.m2.company == 'y'", paths)] == [
        "No earlier step gives “compny”.",
        "No earlier step gives “steps.m2.company”.",
    ]
    assert check("${compny} == 'x' or steps.m2.company == 'y'") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(" * 40 + "size > 5" + ")" * 40, "more than 30 deep"),
        ("not " * 40 + "size > 5", "more than 30 deep"),
        ("lower(" * 40 + "subject" + ")" * 40 + " == 'x'", "more than 30 deep"),
        ("!" * 9_000 + "true", "more than 30 deep"),
        (" and ".join(["size > 5"] * 400), "more than 500 parts"),
        (f"subject in ({', '.join(['1'] * 600)})", "more than 500 parts"),
        ("subject contains '" + "x" * 10_001 + "'", "longer than 10,000 characters"),
    ],
)
def test_size_and_nesting_are_bounded(text: str, words: str) -> None:
    (found,) = check(text)
    assert words in found.message


def test_an_expression_knows_what_it_reads_and_where() -> None:
    text = "${body.subject} == 'x' && lower(${in.header.X-A}) == from"
    expression, _ = read_expression(text)
    assert expression is not None
    assert [(one.path, text[one.start : one.end]) for one in expression.reads] == [
        ("subject", "${body.subject}"),
        ("headers.X-A", "${in.header.X-A}"),
        ("from", "from"),
    ]


def test_problems_stand_in_the_order_of_the_text() -> None:
    assert ExpressionProblem(1, 2, "b") < ExpressionProblem(2, 1, "a")
