"""Tooltips never show markup that somebody else wrote."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from mailflow_gui.ui.widgets.tips import plain_tip


@pytest.mark.parametrize("text", ["<img src=file:///etc/hosts>", "<b>bold</b> & more", "plain", "a < b"])
def test_the_text_is_shown_letter_by_letter(text: str) -> None:
    tip = plain_tip(text)
    shown = QTextDocument()
    if tip.startswith("<p"):
        shown.setHtml(tip)
    else:
        shown.setPlainText(tip)
    assert shown.toPlainText() == text


def test_no_text_is_no_tooltip() -> None:
    assert plain_tip("") == ""
