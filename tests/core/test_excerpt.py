"""Text of strangers: bounded, its lines broken, nothing in it that hides or turns."""

from __future__ import annotations

import pytest

from mailflow_gui.core.excerpt import LINE, LONGEST, Excerpt, excerpt


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\x00b\x1bc\x9bd", "a\ufffdb\ufffdc\ufffdd"),
        ("invoice\u202efdp.exe", "invoice\ufffdfdp.exe"),
        ("tab\tstays", "tab\tstays"),
        ("\ud800", "\ufffd"),
        ("", ""),
    ],
)
def test_what_hides_is_shown(text: str, shown: str) -> None:
    assert excerpt(text) == Excerpt(shown)


def test_a_long_line_is_broken_and_keeps_its_text() -> None:
    found = excerpt("short\n" + "x" * (2 * LINE + 7) + "\n\nend")
    lines = found.text.split("\n")
    assert [len(line) for line in lines] == [5, LINE, LINE, 7, 0, 3]
    assert not found.cut


def test_a_text_of_a_megabyte_is_cut() -> None:
    found = excerpt("x" * 1_000_000)
    assert found.cut
    assert len(found.text.replace("\n", "")) == LONGEST
    assert max(map(len, found.text.split("\n"))) == LINE
