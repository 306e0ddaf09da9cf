"""Settings, Network, Proxy: nothing is used while it is typed, what is used is used at once, refusals save nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.limits import Limits, limits, proxy_password, set_limits, set_proxy_password
from mailflow_gui.core.model import Profile
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.core.proxy import PASSWORD, Proxy
from mailflow_gui.desktop import Desktop
from mailflow_gui.ui.settings.network import NetworkSection
from mailflow_gui.ui.settings.page import SettingsPage
from mailflow_gui.ui.settings.passwords import PasswordsSection
from mailflow_gui.ui.settings.proxy import ProxyGroup
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.pill import StatusPill
from tests.qt.stage import ScriptedSupervisor
from tests.ui.desks import RECEIVE, SEND, integration

ON, OFF = integration("On", enabled=True), integration("Off")


@pytest.fixture(autouse=True)
def usual_limits() -> Iterator[None]:
    yield
    set_limits(Limits())
    set_proxy_password(None)


@pytest.fixture
def group(page: SettingsPage, program: Desktop) -> ProxyGroup:
    program.desk.profiles.profile = Profile((RECEIVE, SEND), (ON, OFF))
    page.show_section("network")
    found = page.section("network")
    assert isinstance(found, NetworkSection)
    return found.proxy


@pytest.fixture
def supervisor(program: Desktop) -> ScriptedSupervisor:
    made = program.desk.control._supervisor = ScriptedSupervisor()
    return made


def fill(
    group: ProxyGroup, host: str = "proxy.example.org", port: str = "1080", user: str = "", word: str = ""
) -> None:
    group.kind.set_value("socks5")
    group.fields["proxy_host"].setText(host)
    group.fields["proxy_port"].set_value(port)
    group.fields["proxy_username"].setText(user)
    group.password.setText(word)


def use(group: ProxyGroup, qtbot: QtBot) -> None:
    group.use.click()
    qtbot.waitUntil(lambda: not group._busy)


def test_without_a_proxy_there_is_nothing_to_fill_in(group: ProxyGroup) -> None:
    assert group.kind.value == "none"
    assert not group.form.isVisible()
    assert group._row.text.text() == "Mail servers are reached directly."


def test_it_is_used_when_the_button_is_pressed(
    group: ProxyGroup, program: Desktop, supervisor: ScriptedSupervisor, qtbot: QtBot
) -> None:
    fill(group, user="ann", word="its word")
    group.fields["no_proxy_for"].setText("example.net; 10.0.0.0/8")
    group.use.setFocus()
    assert group.form.isVisible()
    assert (group.state.text(), limits().proxy, supervisor.told) == ("Not in use yet.", None, [])
    use(group, qtbot)
    assert limits().proxy == Proxy("socks5", "proxy.example.org", 1080, "ann", ("example.net", "10.0.0.0/8"))
    assert supervisor.told == [("restart", "On")], "what runs connects anew"
    assert proxy_password() == SecretText("its word")
    assert group.password.text() == ""
    assert group.state.text() == "In use. What was connected has connected anew."
    assert not group.use.isEnabled()
    focused = group.window().focusWidget()
    assert focused is not None and group.kind.isAncestorOf(focused), "no number changes by a turn of the wheel"
    assert program.desk.tasks.wait()
    saved = (program.desk._program.paths.root / "preferences.yaml").read_text()
    assert "proxyHost: proxy.example.org" in saved and "its word" not in saved


def test_no_proxy_acts_at_once_and_keeps_what_was_entered(
    group: ProxyGroup, supervisor: ScriptedSupervisor, qtbot: QtBot
) -> None:
    fill(group, user="ann", word="its word")
    use(group, qtbot)
    group.kind.set_value("none")
    assert (limits().proxy, supervisor.told) == (None, [("restart", "On")] * 2)
    group.kind.set_value("socks5")
    assert (group.fields["proxy_host"].text(), limits().proxy) == ("proxy.example.org", None)
    qtbot.waitUntil(lambda: group.password.placeholderText() == "Stored")
    use(group, qtbot)
    assert limits().proxy is not None and proxy_password() == SecretText("its word")


def test_turning_a_choice_over_that_was_not_used_changes_nothing(
    group: ProxyGroup, supervisor: ScriptedSupervisor
) -> None:
    group.kind.set_value("http")
    assert "CONNECT" in group._row.text.text()
    group.kind.set_value("none")
    assert (limits().proxy, supervisor.told) == (None, [])


def test_what_is_wrong_stands_at_its_field(group: ProxyGroup) -> None:
    fill(group, host="", port="")
    group.use.click()
    assert group.lines["proxy_host"].problem == "Host Name is required."
    assert group.lines["proxy_port"].problem == "Port is required."
    assert group.fields["proxy_host"].hasFocus()
    fill(group, host="a b", port="70000", word="word")
    group.fields["no_proxy_for"].setText("http://x")
    assert group.lines["proxy_host"].problem is None, "typing takes it back"
    group.use.click()
    assert "not a host name" in str(group.lines["proxy_host"].problem)
    assert "between 1 and 65535" in str(group.lines["proxy_port"].problem)
    assert "user name that belongs" in str(group.lines["proxy_username"].problem)
    assert "“http://x”" in str(group.lines["no_proxy_for"].problem)
    group.kind.set_value("http")
    group.fields["proxy_username"].setText("a:b")
    group.use.click()
    assert "no colon" in str(group.lines["proxy_username"].problem)
    group.kind.set_value("socks5")
    group.password.setText("ü" * 128)
    group.use.click()
    assert "too long" in str(group.lines["password"].problem)
    assert limits().proxy is None


def test_a_user_name_needs_a_password(group: ProxyGroup, qtbot: QtBot) -> None:
    fill(group, user="ann")
    use(group, qtbot)
    assert group.lines["password"].problem == "Enter the password that belongs to the user name."
    assert limits().proxy is None


def test_the_stored_password_stays(group: ProxyGroup, program: Desktop, qtbot: QtBot) -> None:
    fill(group, user="ann", word="its word")
    use(group, qtbot)
    qtbot.waitUntil(lambda: group.password.placeholderText() == "Stored")
    group.fields["proxy_port"].set_value("1081")
    use(group, qtbot)
    assert (limits().proxy or Proxy("")).port == 1081
    assert proxy_password() == SecretText("its word")
    group.fields["proxy_username"].setText("")
    use(group, qtbot)
    assert proxy_password() is None, "without a user name none is kept"
    assert group.password.placeholderText() == ""


def test_a_keyring_that_refuses_saves_nothing_and_says_so(
    group: ProxyGroup, program: Desktop, supervisor: ScriptedSupervisor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise trouble("KEYRING_LOCKED")

    monkeypatch.setattr(program.desk.profiles.vault, "set", locked)
    fill(group, user="ann", word="its word")
    with qtbot.waitSignal(program.shell.pages.settings.toast) as told:
        use(group, qtbot)
    assert told.args is not None and str(told.args[0]).startswith("Your keyring is locked")
    assert group.state.text() == "Nothing was saved."
    assert (limits().proxy, supervisor.told, program.desk.preferences.now) == (None, [], Preferences())
    assert not (program.desk._program.paths.root / "preferences.yaml").exists()
    assert group.password.text() == "its word", "nothing typed is lost"


def test_a_disk_that_refuses_keeps_the_password_of_before(
    group: ProxyGroup, program: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(group, user="ann", word="first")
    use(group, qtbot)

    def full(*_: object) -> None:
        raise trouble("UNEXPECTED")

    monkeypatch.setattr(program.desk.preferences._keeper, "edit", full)
    group.fields["proxy_port"].set_value("1081")
    group.password.setText("second")
    use(group, qtbot)
    assert group.state.text() == "Nothing was saved."
    assert (limits().proxy or Proxy("")).port == 1080
    assert program.desk.profiles.vault.get(*PASSWORD) == SecretText("first")


def test_a_proxy_that_can_not_be_read_is_told(group: ProxyGroup, program: Desktop) -> None:
    program.desk.preferences.now = Preferences(proxy="unreadable")
    program.desk.preferences.changed.emit()
    assert group.form.isVisible()
    assert "can't be read, so no server is reached" in group.state.text()
    assert limits().proxy == Proxy("unreadable")


def test_opening_the_section_changes_nothing(group: ProxyGroup, program: Desktop) -> None:
    assert program.desk.tasks.wait()
    assert not (program.desk._program.paths.root / "preferences.yaml").exists()


def test_what_is_changed_elsewhere_is_shown_unless_somebody_types(group: ProxyGroup, program: Desktop) -> None:
    program.desk.preferences.set(proxy="http", proxy_host="first.example.org", proxy_port=3128)
    assert (group.kind.value, group.fields["proxy_host"].text()) == ("http", "first.example.org")
    group.fields["proxy_host"].setText("typed.example.org")
    program.desk.preferences.set(proxy_port=8080)
    assert group.fields["proxy_host"].text() == "typed.example.org"


# ---- its password beside the others ----


def test_its_password_stands_among_the_others(
    group: ProxyGroup, page: SettingsPage, program: Desktop, qtbot: QtBot
) -> None:
    fill(group, user="ann", word="its word")
    use(group, qtbot)
    page.show_section("passwords")
    section = page.section("passwords")
    assert isinstance(section, PasswordsSection)
    qtbot.waitUntil(lambda: any(row.title.text() == "Proxy" for row in section.entries.rows()))
    row = next(one for one in section.entries.rows() if one.title.text() == "Proxy")
    words = [one.text() for one in row.findChildren(StatusPill)] + [one.text() for one in row.findChildren(Button)]
    assert words == ["Stored", "Open Network Settings"]
    row.findChildren(Button)[0].click()
    assert page.stack.currentWidget() is page._scrolls["network"]


def test_it_is_moved_with_the_others(group: ProxyGroup, program: Desktop, qtbot: QtBot) -> None:
    fill(group, user="ann", word="its word")
    use(group, qtbot)
    before = program.desk.profiles.vault
    counts: list[tuple[int, int]] = []
    program.desk.passwords.move(counts.append, SecretText("correct horse"))
    qtbot.waitUntil(lambda: bool(counts), timeout=20_000)
    assert counts == [(1, 0)]
    assert program.desk.profiles.vault.name == "file"
    assert (proxy_password(), before.get(*PASSWORD)) == (SecretText("its word"), None)


# ---- what is in the way is told where it is seen ----


@pytest.mark.parametrize("state", [State.WAITING, State.ATTENTION])
def test_a_proxy_in_the_way_is_told_and_leads_here(
    group: ProxyGroup, page: SettingsPage, program: Desktop, supervisor: ScriptedSupervisor, state: State
) -> None:
    error = trouble("PROXY_UNREACHABLE", proxy="proxy:1080", why="It refuses connections on this port.")
    supervisor.healths[ON.id] = Health(state, trouble=error.title, hint=error.hint, cause=error.cause)
    program.desk.profiles.changed.emit()
    program.shell.window.go("home")
    home = program.shell.pages.home.regular
    assert home.network.accessibleName().startswith("The proxy proxy:1080 can't be reached. It refuses connections")
    assert not home.held_up.isVisible()
    page.show_section("general")
    home.network.buttons()[0].click()
    assert page.isVisible() and page.buttons["network"].isChecked()
    program.shell.watching.open_id(ON.id)
    detail = program.shell.watching.page
    assert detail.network.isVisible()
    page.show_section("general")
    detail.network.buttons()[0].click()
    assert page.isVisible() and page.buttons["network"].isChecked()
    supervisor.healths[ON.id] = Health(State.RUNNING)
    program.shell.watching.open_id(ON.id)
    assert not detail.network.isVisible()
    program.shell.window.go("home")
    assert not home.network.isVisible()
