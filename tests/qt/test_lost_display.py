"""What is done between Qt's last words about its display and the end of the process."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import qWarning

from mailflow_gui.qt.lost_display import finished_first

GONE = (
    "The X11 connection broke (error 1). Did the X11 server die?",
    "The Wayland connection broke. Did the Wayland compositor die?",
)


@pytest.mark.parametrize("words", GONE)
def test_it_is_finished_before_the_process_ends(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(os, "_exit", done.append)
    with finished_first(lambda: done.append("finished")):
        qWarning(words)
    assert done == ["finished", 1]


def test_it_ends_though_finishing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(os, "_exit", done.append)

    def fail() -> None:
        raise ValueError

    with pytest.raises(ValueError), finished_first(fail):  # the message handler's error comes out of qWarning
        qWarning(GONE[0])
    assert done == [1]


def test_other_messages_are_printed_as_ever(capsys: pytest.CaptureFixture[str]) -> None:
    with finished_first(lambda: None):
        qWarning("Something else")
    assert capsys.readouterr().err == "Something else\n"
