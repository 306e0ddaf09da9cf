"""The alarm for expected email: days and time, as saved and as typed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.integrations.create.expected_edit import ExpectedEdit
from mailflow_gui.ui.theme import Theme


@pytest.mark.parametrize("value", ["", "09:00", "mon-fri 07:30", "wed 23:59", "mon,wed,fri 06:00"])
def test_what_is_saved_comes_back(value: str, qtbot: QtBot, look: Theme) -> None:
    edit = ExpectedEdit(value)
    qtbot.addWidget(edit)
    assert edit.value() == value


def test_no_alarm_asks_for_no_time(qtbot: QtBot, look: Theme) -> None:
    edit = ExpectedEdit("")
    qtbot.addWidget(edit)
    edit.show()
    assert not edit.time.isVisible()
    with qtbot.waitSignal(edit.changed):
        edit.days.setCurrentIndex(1)
    assert edit.time.isVisible()
    assert edit.value() == "09:00"
    edit.time.setText("7:5")
    assert edit.value() == "7:5", "kept as typed, for the message beside it"


def test_a_day_can_be_chosen(qtbot: QtBot, look: Theme) -> None:
    edit = ExpectedEdit("")
    qtbot.addWidget(edit)
    edit.days.setCurrentIndex(edit.days.findText("On Monday"))
    edit.time.setText("8:00")
    assert edit.value() == "mon 08:00"
