"""Forms made from declared fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.connectors.email_receive import ReceiveAction, ReceiveSettings
from mailflow_gui.connectors.email_send import SendAction
from mailflow_gui.core.fields import Problem, Rows, SecretText
from mailflow_gui.core.settings import Settings
from mailflow_gui.ui.forms.editors import PemEditor, editor_for
from mailflow_gui.ui.forms.layout import sections_of
from mailflow_gui.ui.forms.settings_form import SettingsForm
from mailflow_gui.ui.forms.side_by_side import SideBySide
from mailflow_gui.ui.theme import Theme


@pytest.fixture
def form(qtbot: QtBot, look: Theme) -> SettingsForm:
    made = SettingsForm(ReceiveSettings)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("settings", [ReceiveSettings, ReceiveAction, SendAction])
def test_a_form_gives_back_what_it_was_shown(qtbot: QtBot, look: Theme, settings: type[Settings]) -> None:
    made = SettingsForm(settings)
    qtbot.addWidget(made)
    defaults = settings().dump(defaults=True)
    made.set_values(defaults)
    again, problems = made.check()
    assert {problem.field for problem in problems} <= {key for key, one in settings.FIELDS.items() if one.required}
    assert again == settings()


def test_options_with_a_word_are_taken_apart(qtbot: QtBot, look: Theme) -> None:
    made = SettingsForm(ReceiveAction)
    qtbot.addWidget(made)
    made.set_values({"afterSuccess": "move:Done", "startFrom": "last 20", "delay": "2m", "maxResults": -1})
    values = made.raw_values()
    assert (values["afterSuccess"], values["startFrom"], values["delay"]) == ("move:Done", "last 20", "2m")
    assert values["maxResults"] == -1


def test_only_the_person_makes_it_changed(form: SettingsForm, qtbot: QtBot) -> None:
    keys: list[str] = []
    form.changed.connect(keys.append)
    form.set_values({"host": "imap.example.org"})
    assert keys == []
    qtbot.keyClicks(form.editor("host").widget, "x")
    assert keys == ["host"]


def test_a_field_whose_condition_fails_is_disabled_and_keeps_its_text(form: SettingsForm) -> None:
    form.set_values({"serverCertificate": "some text", "secureType": "None"})
    row = form.row("serverCertificate")
    assert not row.isEnabled()
    assert form.editor("serverCertificate").widget.toolTip() == "Choose StartTLS or SSL/TLS first"
    assert "serverCertificate" not in form.raw_values()
    form.set_values({"secureType": "StartTLS"})
    assert row.isEnabled()
    assert form.raw_values()["serverCertificate"] == "some text"


def test_problems_mark_their_rows_until_the_person_types(form: SettingsForm, qtbot: QtBot) -> None:
    form.show_problems([Problem("host", "Email Host Name is required."), Problem("port", "Enter a port.")])
    assert form.row("host").problem == "Email Host Name is required."
    qtbot.keyClicks(form.editor("host").widget, "x")
    assert form.row("host").problem is None
    assert form.row("port").problem == "Enter a port."


def test_a_kept_secret_shows_dots_and_is_no_value(form: SettingsForm, qtbot: QtBot) -> None:
    form.keep_secrets(["password"])
    assert form.kept_secrets() == ("password",)
    assert not form.raw_values()["password"]
    assert "•" in form.editor("password").line.placeholderText()
    qtbot.keyClicks(form.editor("password").widget, "new")
    assert form.kept_secrets() == ()
    assert form.raw_values()["password"] == SecretText("new")


def test_every_control_is_named_after_its_label(form: SettingsForm) -> None:
    for key in form.shown:
        assert form.editor(key).widget.accessibleName() == ReceiveSettings.FIELDS[key].label


def test_a_dropped_file_is_handed_on(form: SettingsForm, qtbot: QtBot, tmp_path) -> None:
    path = tmp_path / "server.pem"
    path.write_text("text")
    editor = form.editor("serverCertificate")
    assert isinstance(editor, PemEditor)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    with qtbot.waitSignal(editor.area.file_dropped) as dropped:
        editor.area.insertFromMimeData(data)
    assert dropped.args == [str(path)]
    assert editor.raw() == ""


def test_rows_have_no_editor(qapp: object) -> None:
    field = Rows("Rules")
    with pytest.raises(ValueError, match="no editor"):
        editor_for(field)


def test_hidden_fields_get_no_line(qapp: object) -> None:
    keys = [line.places[0].key for line in sections_of(ReceiveSettings, ("port",))[0].lines]
    assert "port" not in keys
    assert keys[0] == "protocol"


def test_fields_break_into_rows_when_there_is_no_room(qtbot: QtBot) -> None:
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        part.setMinimumHeight(20)
    line = SideBySide([(part, 150, 1) for part in parts])
    qtbot.addWidget(line)
    line.resize(600, 40)
    line.show()
    qtbot.waitUntil(lambda: len({part.y() for part in parts}) == 1)
    line.resize(400, 100)
    qtbot.waitUntil(lambda: parts[0].y() == parts[1].y() < parts[2].y())
    line.resize(170, 200)
    qtbot.waitUntil(lambda: len({part.y() for part in parts}) == 3)
    assert line.minimumSizeHint().width() == 150
