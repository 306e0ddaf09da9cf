"""The proxy on the command line: chosen, shown, used by Validate and by a run; its password in the vault alone."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from mailflow_gui import main
from mailflow_gui.cli.diagnostics import diagnostics
from mailflow_gui.cli.program import Options
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.limits import limits
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.core.proxy import PASSWORD, Proxy
from mailflow_gui.store.preferences import PreferencesFile
from tests.cli.command import Command
from tests.connectors.proxies import KINDS, MAIL, NAMES, every_kind, no_proxy_left
from tests.servers import certificates
from tests.servers.ports import free_port
from tests.servers.smtp_sink import SmtpSink
from tests.servers.tunnel_proxy import ConnectProxy

__all__ = ["no_proxy_left"]

CANARY = "Zx9-proxy-canary"
USERS = {"ann": CANARY}


def saved(mailflow: Command) -> Preferences:
    return PreferencesFile(mailflow.profile / "preferences.yaml").load()[0]


def stored(mailflow: Command) -> SecretText | None:
    assert mailflow.vault is not None
    return mailflow.vault.get(*PASSWORD)


def test_set_show_and_off(mailflow: Command) -> None:
    assert mailflow("proxy", "show").out == mailflow("proxy").out == "none\n"
    ended = mailflow("proxy", "set", "socks5", "proxy.example.org:1080", "--except", "example.net;10.0.0.0/8")
    assert (ended.code, ended.err) == (
        0,
        "Mail servers are reached through the SOCKS5 proxy proxy.example.org:1080, without sign-in, 2 exceptions.\n",
    )
    assert limits().proxy == Proxy("socks5", "proxy.example.org", 1080, "", ("example.net", "10.0.0.0/8"))
    assert mailflow("proxy", "set", "http", "[2001:db8::1]:3128").code == 0
    assert mailflow("proxy", "show", "--json").json() == {
        "proxy": "http",
        "host": "2001:db8::1",
        "port": 3128,
        "user": "",
        "except": ["example.net", "10.0.0.0/8"],
    }
    assert mailflow("proxy", "off").code == 0
    assert (mailflow("proxy", "show").out, limits().proxy) == ("none\n", None)


def test_the_password_is_in_the_vault_alone(mailflow: Command) -> None:
    ended = mailflow("proxy", "set", "http", "proxy:3128", "--user", "ann", "--stdin", typed=CANARY + "\n")
    assert (ended.code, stored(mailflow)) == (0, SecretText(CANARY))
    shown = ended.out + ended.err + mailflow("proxy", "show").out + mailflow("proxy", "show", "--json").out
    assert CANARY not in shown
    written = [path.read_bytes() for path in mailflow.profile.rglob("*") if path.is_file()]
    assert written and not any(CANARY.encode() in one for one in written)
    assert mailflow("proxy", "set", "http", "proxy:3128", "--user", "ann", "--stdin").code == 0
    assert stored(mailflow) == SecretText(CANARY), "blank: the one that is there"
    assert mailflow("proxy", "set", "http", "proxy:3128").code == 0
    assert stored(mailflow) is None, "without a user name none is kept"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["socks5", "proxy.example.org"], 2, "HOST:PORT"),
        (["socks5", "proxy.example.org:99999"], 2, "HOST:PORT"),
        (["socks5", "a_.-b:1080"], 2, "not a host name"),
        (["socks4", "proxy:1080"], 2, "invalid choice"),
        (["http", "proxy:1080", "--except", "http://x"], 2, "no host name, address or network"),
        (["http", "proxy:1080", "--user", "ann"], 2, "--stdin"),
        (["http", "proxy:1080", "--user", "ann", "--stdin"], 4, "The proxy's password is missing"),
        (["http", "proxy:1080", "--user", "a\x01n", "--stdin"], 2, "control characters"),
        (["http", "proxy:1080", "--user", "ann", "--stdin", "--vault", "session"], 2, "session vault"),
    ],
)
def test_refusals_change_nothing(mailflow: Command, arguments: list[str], code: int, words: str) -> None:
    ended = mailflow("proxy", "set", *arguments)
    assert (ended.code, words in ended.err) == (code, True), ended.err
    assert (saved(mailflow), stored(mailflow)) == (Preferences(), None)


def test_a_keyring_that_refuses_saves_nothing(mailflow: Command) -> None:
    def locked(*_: object) -> None:
        raise trouble("KEYRING_LOCKED")

    assert mailflow.vault is not None
    mailflow.vault.set = locked  # type: ignore[method-assign]
    ended = mailflow("proxy", "set", "http", "proxy:3128", "--user", "ann", "--stdin", typed=CANARY)
    assert (ended.code, saved(mailflow)) == (4, Preferences())
    assert "Your keyring is locked" in ended.err


def test_a_setting_that_can_not_be_written_keeps_the_password_of_before(mailflow: Command) -> None:
    assert mailflow("proxy", "set", "http", "proxy:3128", "--user", "ann", "--stdin", typed="first").code == 0
    (mailflow.profile / "preferences.yaml").unlink()
    (mailflow.profile / "preferences.yaml").mkdir()
    assert mailflow("proxy", "set", "http", "proxy:1", "--user", "ann", "--stdin", typed=CANARY).code != 0
    assert stored(mailflow) == SecretText("first")


# ---- in use ----


@pytest.fixture
def ready(mailflow: Command, smtp_sink: SmtpSink, tmp_path: Path) -> Command:
    """A Send Email connection to a server that only the proxy finds."""
    smtp_sink.certificate = certificates.signed_for_mail()
    pem = "".join(f"      {line}\n" for line in certificates.authority_pem().splitlines())
    (tmp_path / "send.yaml").write_text(
        f"mailflow: 1\nconnections:\n  - name: Send\n    connector: email-send\n    host: {MAIL}\n"
        f"    port: {smtp_sink.port}\n    username: info@example.org\n    secureType: StartTLS\n"
        f"    serverCertificate: |\n{pem}"
    )
    assert mailflow("import", str(tmp_path / "send.yaml")).code == 0
    assert mailflow("secret", "set", "Send", "--stdin", typed="secret").code == 0
    return mailflow


@every_kind
def test_validate_goes_through_it(ready: Command, smtp_sink: SmtpSink, kind: str) -> None:
    with KINDS[kind](NAMES, USERS) as server:
        place = f"127.0.0.1:{server.port}"
        assert ready("proxy", "set", kind, place, "--user", "ann", "--stdin", typed=CANARY).code == 0
        ended = ready("validate", "Send")
        assert ended.code == 0, ended.err
        assert ended.out.splitlines()[0].split()[:3] == ["ok", "Proxy", "answers"]
        assert (server.sign_ins[0], server.asked[0]) == (("ann", CANARY), (MAIL, smtp_sink.port))
    ended = ready("validate", "Send")
    assert ended.code == 1
    assert ended.out.splitlines()[0].endswith("PROXY_UNREACHABLE")
    assert "Settings, Network" in ended.err
    assert CANARY not in ended.out + ended.err


def test_a_wrong_password_is_told(ready: Command) -> None:
    with ConnectProxy(NAMES, USERS) as server:
        ready("proxy", "set", "http", f"127.0.0.1:{server.port}", "--user", "ann", "--stdin", typed="wrong")
        ended = ready("validate", "Send", "--json")
    assert [(one["check"], one["cause"]) for one in ended.json()["checks"] if one["cause"]] == [
        ("port", "PROXY_SIGN_IN_REFUSED")
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="services of systemd")
def test_credentials_of_a_service(ready: Command, tmp_path: Path) -> None:
    place = tmp_path / "credentials"
    place.mkdir()
    (place / "Send.password").write_text("secret\n")
    (place / "network.proxy-password").write_text(CANARY + "\n")
    ready.monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(place))
    with ConnectProxy(NAMES, USERS) as server:
        use = ("proxy", "set", "http", f"127.0.0.1:{server.port}", "--user", "ann")
        assert ready("--vault", "credentials", *use).code == 0
        assert ready("--vault", "credentials", "validate", "Send").code == 0
        (place / "network.proxy-password").unlink()
        assert ready("--vault", "credentials", *use).code == 4
        ended = ready("--vault", "credentials", "validate", "Send")
        assert (ended.code, "The proxy's password is missing" in ended.err) == (1, True)


def test_the_doctor_looks_for_it(mailflow: Command) -> None:
    def finding() -> tuple[str, str]:
        rows = {row["id"]: row for row in mailflow("doctor", "--json", "--vault", "session").json()}
        return rows["proxy"]["verdict"], rows["proxy"]["detail"]

    assert finding() == ("ok", "none, mail servers are reached directly")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        mailflow("proxy", "set", "socks5", f"127.0.0.1:{port}", "--user", "ann", "--stdin", typed=CANARY)
        assert finding() == ("ok", f"the SOCKS5 proxy 127.0.0.1:{port}, with sign-in, takes connections")
    port = free_port()
    mailflow("proxy", "set", "socks5", f"127.0.0.1:{port}")
    verdict, detail = finding()
    assert (verdict, "refused" in detail) == ("failed", True)
    (mailflow.profile / "preferences.yaml").write_text("proxy: sock5\n")
    assert finding() == ("failed", "Its settings can't be used; no server is reached.")


def test_diagnostics_tell_of_it_without_secrets(mailflow: Command) -> None:
    mailflow("proxy", "set", "http", f"127.0.0.1:{free_port()}", "--user", "ann-the-user", "--stdin", typed=CANARY)
    text = diagnostics(main.build(Options(mailflow.profile, "session")))
    assert "Proxy: failed – the HTTP proxy 127.0.0.1:" in text and "with sign-in" in text
    assert CANARY not in text and "ann-the-user" not in text
