"""The connection form against real local servers: following, validating, repairing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mailflow_gui.core.errors import Remedy
from mailflow_gui.core.limits import Limits, set_limits
from mailflow_gui.core.proxy import Proxy
from mailflow_gui.ui.connections.sections import Stage
from mailflow_gui.ui.connections.wizard import CONFIGURE, ConnectionWizard
from tests.connectors.fakes import Talker
from tests.servers.certificates import expired, self_signed, wrong_host
from tests.servers.fixtures import Mailbox
from tests.servers.ports import free_port
from tests.servers.smtp_sink import SmtpSink
from tests.ui.connections.desk import Desk
from tests.ui.connections.driving import answer, good_values, opened, typed, validated, value

# What the form does by itself.


def test_the_port_follows_until_another_number_is_typed(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    assert value(form, "port") == "993"
    typed(qtbot, form, protocol="pop3")
    assert value(form, "port") == "995"
    typed(qtbot, form, secureType="StartTLS")
    assert value(form, "port") == "110"
    typed(qtbot, form, port="143", protocol="imap", secureType="SSL/TLS")
    assert value(form, "port") == "993"  # any usual value counts as untouched
    typed(qtbot, form, port="1993", secureType="None")
    assert value(form, "port") == "1993"


def test_a_sending_form_starts_with_465(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard, "email-send")
    assert "protocol" not in form.form.shown
    assert value(form, "port") == "465"
    typed(qtbot, form, secureType="StartTLS")
    assert value(form, "port") == "587"
    typed(qtbot, form, secureType="None")
    assert value(form, "port") == "25"


@pytest.mark.parametrize(
    ("vault", "words"),
    [
        ("keyring", "The password is kept in your system keyring."),
        ("file", "The password is kept in your encrypted password file."),
        ("session", "The password is kept in memory until Mailflow ends."),
    ],
)
def test_it_says_where_the_password_goes(wizard: ConnectionWizard, desk: Desk, vault: str, words: str) -> None:
    desk.vault.name = vault
    form = opened(wizard)
    assert form.form.caption(1).text().endswith(f"does not ask for a sign-in. {words}")


def test_a_pasted_address_is_taken_apart(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    typed(qtbot, form, host=" imap://mail.example.org:1143/ ")
    assert value(form, "host") == "mail.example.org"
    assert value(form, "port") == "1143"


def test_a_known_provider_offers_its_settings(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    typed(qtbot, form, username="me@gmx.de")
    assert form.hint.isVisibleTo(form)
    form.hint.banner.buttons()[0].click()
    assert value(form, "host") == "imap.gmx.net"
    assert form.hint.isHidden()


def test_the_certificate_is_disabled_without_encryption(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    typed(qtbot, form, secureType="None")
    assert not form.area.fetch_button.isEnabled()
    assert not form.form.row("serverCertificate").isEnabled()


def test_missing_fields_are_named_and_nothing_is_tried(wizard: ConnectionWizard) -> None:
    form = opened(wizard)
    form.validate()
    assert form.stage is Stage.IDLE
    assert form.form.row("host").problem == "Email Host Name is required."


# Validate.


def test_validate_succeeds_and_an_edit_takes_it_back(wizard: ConnectionWizard, qtbot: QtBot, mailbox: Mailbox) -> None:
    form = opened(wizard)
    form.change(good_values(mailbox))
    assert validated(qtbot, form) is Stage.SUCCESS
    assert form.panel.banner.accessibleName().startswith("Receive Email has been successfully validated")
    assert wizard.footer.next.isVisible()
    typed(qtbot, form, username="somebody")
    assert form.stage is Stage.IDLE
    assert not wizard.footer.next.isVisible()
    assert form.panel.banner.isHidden()
    assert form.validated_at == ""


def test_a_wrong_password_marks_both_fields_and_focuses_the_way_out(
    wizard: ConnectionWizard, qtbot: QtBot, mailbox: Mailbox
) -> None:
    form = opened(wizard)
    form.change({**good_values(mailbox), "password": "wrong"})
    assert validated(qtbot, form) is Stage.FAILED
    assert form.panel.error is not None
    assert form.panel.error.cause == "AUTH_FAILED"
    assert form.form.row("username").problem == form.form.row("password").problem == "Refused by the server."
    assert wizard.focusWidget() is form.panel.first_action()
    form.remedies.carry_out(Remedy("edit", "Edit Password", field="password"))
    assert wizard.focusWidget() is form.form.editor("password").widget


def test_trust_puts_the_certificate_into_the_form_and_validates_again(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard, "email-send")
    with SmtpSink(users={"info": "secret"}, certificate=self_signed()) as sink:
        form.change({"host": "localhost", "port": str(sink.tls_port), "username": "info", "password": "secret"})
        assert validated(qtbot, form) is Stage.FAILED
        action = form.panel.first_action()
        assert action is not None
        assert action.text() == "Trust This Certificate"
        assert sink.sign_ins == []
        action.click()
        qtbot.waitUntil(lambda: form.stage is Stage.SUCCESS, timeout=15_000)
    assert value(form, "serverCertificate").strip() == self_signed().pem.strip()
    assert "trustWithoutName" not in form.form.raw_values()


def test_what_to_do_stands_in_sight_of_a_small_window(wizard: ConnectionWizard, qtbot: QtBot, mailbox: Mailbox) -> None:
    wizard.resize(844, 600)
    form = opened(wizard)
    form.change({**good_values(mailbox), "serverCertificate": ""})
    assert validated(qtbot, form) is Stage.FAILED
    button = form.panel.first_action()
    assert button is not None
    view = wizard.scrolls[CONFIGURE].viewport()

    def in_sight() -> bool:
        return view.rect().contains(QRect(button.mapTo(view, QPoint(0, 0)), button.size()))

    qtbot.waitUntil(lambda: button.text() == "Trust This Certificate" and in_sight())


def test_trust_anyway_needs_the_comparison(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard, "email-send")
    with SmtpSink(certificate=wrong_host()) as sink:
        form.change({"host": "localhost", "port": str(sink.tls_port), "serverCertificate": wrong_host().pem})
        assert validated(qtbot, form) is Stage.FAILED
        assert form.panel.error is not None
        assert form.panel.error.cause == "CERT_HOST_MISMATCH"
        form.remedies.carry_out(Remedy("trust-anyway", "Trust Anyway…"))
        sheet = form.remedies.sheet
        assert sheet is not None
        assert not sheet.trust_button.isEnabled()
        sheet.compared.setChecked(True)
        sheet.trust_button.click()
        qtbot.waitUntil(lambda: form.stage is Stage.SUCCESS, timeout=15_000)
    assert value(form, "trustWithoutName") is True
    typed(qtbot, form, host="mail.example.org")
    assert value(form, "trustWithoutName") is None


def test_fetch_shows_the_certificate_and_its_summary(wizard: ConnectionWizard, qtbot: QtBot, mailbox: Mailbox) -> None:
    form = opened(wizard)
    values = good_values(mailbox)
    del values["serverCertificate"]
    form.change(values)
    form.area.fetch()
    qtbot.waitUntil(lambda: form.area.sheet is not None, timeout=15_000)
    assert form.area.sheet is not None
    form.area.sheet.trust_button.click()
    qtbot.waitUntil(lambda: form.stage in (Stage.SUCCESS, Stage.FAILED), timeout=15_000)
    assert "BEGIN CERTIFICATE" in value(form, "serverCertificate")
    described = form.form.editor("serverCertificate").widget
    qtbot.waitUntil(lambda: "SHA-256" in described.accessibleDescription(), timeout=5_000)


def test_a_text_that_is_no_certificate_is_told(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    form.form.editor("serverCertificate").widget.setPlainText("nonsense")
    qtbot.waitUntil(lambda: form.form.row("serverCertificate").problem is not None, timeout=5_000)
    assert "BEGIN CERTIFICATE" in str(form.form.row("serverCertificate").problem)


def test_a_set_remedy_changes_the_field_and_not_the_port(
    wizard: ConnectionWizard, qtbot: QtBot, mailbox: Mailbox
) -> None:
    form = opened(wizard)
    form.change({**good_values(mailbox), "port": str(mailbox.server.ports["imap"])})
    assert validated(qtbot, form) is Stage.FAILED
    assert form.panel.error is not None
    assert form.panel.error.cause == "TLS_ON_PLAIN_PORT"
    form.remedies.carry_out(form.panel.error.remedies[0])
    qtbot.waitUntil(lambda: form.stage is Stage.SUCCESS, timeout=15_000)
    assert value(form, "secureType") == "StartTLS"
    assert value(form, "port") == str(mailbox.server.ports["imap"])


def test_usual_ports_are_tried_and_taken_back(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    closed = str(free_port())
    form.change({"host": "127.0.0.1", "port": closed, "username": "u", "password": "p"})
    assert validated(qtbot, form) is Stage.FAILED
    stages: list[str] = []
    form.stage_changed.connect(lambda: stages.append(form.stage))
    form.remedies.carry_out(Remedy("try-usual-ports", "Try All Usual Ports"))
    qtbot.waitUntil(lambda: form.stage is Stage.FAILED, timeout=15_000)
    assert stages.count(Stage.RUNNING) == 2
    assert value(form, "port") == closed
    assert form.panel.error is not None
    assert form.panel.error.title == "No mail server answers on the usual ports"
    assert form.panel.error.hint == "Tried: 993 with SSL/TLS, 143 with StartTLS."


def test_an_expired_certificate_is_shown_without_a_trust_that_would_not_help(
    wizard: ConnectionWizard, qtbot: QtBot
) -> None:
    form = opened(wizard)
    with Talker("imap", certificate=expired(), implicit=True) as server:
        form.change({"host": "127.0.0.1", "port": str(server.port), "username": "u", "password": "p"})
        assert validated(qtbot, form) is Stage.FAILED
        assert form.panel.error is not None
        assert form.panel.error.cause == "CERT_EXPIRED"
        form.remedies.carry_out(Remedy("details", "Show Details"))
    assert form.area.sheet is not None
    assert not form.area.sheet.trust_button.isVisible()
    form.area.sheet.reject()


def test_a_pasted_password_replaces_the_field(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    form.change({"host": "127.0.0.1", "port": str(free_port())})
    assert validated(qtbot, form) is Stage.FAILED
    QApplication.clipboard().setText(" abcd efgh \n")
    form.remedies.carry_out(Remedy("paste", "Paste Password", field="password"))
    assert value(form, "password").reveal() == "abcd efgh"


def test_only_pages_of_the_table_are_opened(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    form.change({"host": "127.0.0.1", "port": str(free_port())})
    assert validated(qtbot, form) is Stage.FAILED
    assert form.panel.error is not None
    opened_pages: list[str] = []
    form.remedies._open_url = lambda url: opened_pages.append(url.toString())
    for address in ("https://example.org/", "file:///etc/passwd", "https://posteo.de"):
        form.panel.error.facts["account_page"] = address
        form.remedies.carry_out(Remedy("account-page", "Open Account Page"))
    assert opened_pages == ["https://posteo.de"]


def test_cancel_ends_the_run(wizard: ConnectionWizard, qtbot: QtBot, smtp_sink: SmtpSink) -> None:
    smtp_sink.script("greeting", "hang")
    form = opened(wizard, "email-send")
    form.change({"host": "127.0.0.1", "port": str(smtp_sink.port), "secureType": "StartTLS"})
    form.validate()
    qtbot.waitUntil(lambda: form.panel.cancel.isVisible())
    form.panel.cancel.click()
    qtbot.waitUntil(lambda: form.stage is Stage.IDLE, timeout=3_000)
    assert form.panel.pill.text() == "Cancelled"


def test_a_password_in_clear_is_asked_about_first(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    values = {"host": "mail.invalid", "port": "143", "username": "u", "password": "p", "secureType": "None"}
    form.change(values)
    form.validate()
    assert form.stage is Stage.IDLE
    assert form.question is not None
    assert form.question.text() == "Your password would travel unencrypted"
    answer(form.question, "Send Anyway")
    qtbot.waitUntil(lambda: form.stage is Stage.FAILED, timeout=15_000)
    assert value(form, "allowUnencryptedSignIn") is True
    typed(qtbot, form, host="other.invalid")
    assert value(form, "allowUnencryptedSignIn") is None
    form.validate()
    answer(form.question, "Use StartTLS")
    assert value(form, "secureType") == "StartTLS"
    form.reset()


def test_a_proxy_in_the_way_is_named_and_leads_to_its_settings(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    places: list[str] = []
    form.remedies._open_settings = places.append
    set_limits(Limits(proxy=Proxy("socks5", "127.0.0.1", free_port())))
    try:
        form.change({"host": "mail.example.org", "port": "993", "username": "info", "password": "secret"})
        assert validated(qtbot, form) is Stage.FAILED
    finally:
        set_limits(Limits())
    assert form.panel.error is not None and form.panel.error.cause == "PROXY_UNREACHABLE"
    row = form.panel.failed_row()
    assert row is not None and row.failure is not None
    assert [one.text() for one in row.failure.buttons] == ["Open Network Settings", "Validate Again"]
    row.failure.buttons[0].click()
    assert places == ["network"]
