"""Tooltips of text that comes from elsewhere: names, subjects, server words. GUI thread only."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """The text as a tooltip that shows it letter by letter, never as markup; "" for no tooltip.

    Qt takes any tooltip that looks like HTML for HTML, pictures included; such a text is said to be HTML, and escaped.
    """
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if set(text) & set("<&") else text
