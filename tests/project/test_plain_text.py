"""Text of strangers is never taken for markup, and a certificate is never waved through: two lints of the sources.

Subjects, names and server replies reach the window. Qt guesses whether a text is HTML unless it is told not to; the
labels of `ui/widgets` tell it.
"""

from __future__ import annotations

import ast

from tests.project.sources import PACKAGE, Source, listed, sources

_WIDGETS = "mailflow_gui/ui/widgets/"
_MARKUP = frozenset(
    (
        "setHtml",
        "insertHtml",
        "appendHtml",
        "setMarkdown",
        "RichText",
        "AutoText",
        "MarkdownText",
        "QTextBrowser",
        "QWebEngineView",
    )
)
_UNVERIFIED = frozenset(("CERT_NONE", "CERT_OPTIONAL", "_create_unverified_context"))


def test_labels_come_from_the_widgets_that_show_plain_text_only() -> None:
    made = [one.at(call.lineno) for one in _ui() for name, call in one.calls() if name.endswith("QLabel")]
    derived = [
        one.at(node.lineno)
        for one in _ui()
        for node in ast.walk(one.tree)
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "QLabel" for base in node.bases)
    ]
    assert made + derived == [], listed(made + derived)


def test_a_question_states_its_text_format() -> None:
    """A message box guesses, too: whoever makes one sets its format."""
    guessing = [
        one.name
        for one in sources(PACKAGE)
        if any(name == "QMessageBox" for name, _ in one.calls())
        and "setTextFormat" not in {word for word, _ in one.words()}
    ]
    assert guessing == [], listed(guessing)


def test_the_window_shows_no_markup() -> None:
    window = sources(PACKAGE / "ui") + sources(PACKAGE / "qt")
    found = [f"{one.at(line)} {word}" for one in window for word, line in one.words() if word in _MARKUP]
    assert found == [], listed(found)


def test_only_the_look_at_a_certificate_does_without_verification() -> None:
    """One place shows a person what certificate a server has; everything else verifies."""
    loose = {one.name: line for one in sources(PACKAGE) for word, line in one.words() if word in _UNVERIFIED}
    assert set(loose) == {"mailflow_gui/connectors/_handshake.py"}


def _ui() -> list[Source]:
    return [one for one in sources(PACKAGE / "ui") if not one.name.startswith(_WIDGETS)]
