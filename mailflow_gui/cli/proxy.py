"""`mailflow proxy [show|set|off]`: the proxy that every connection to a mail server goes through."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from mailflow_gui.cli.console import Console
from mailflow_gui.cli.verb import Exit, Host, UsageProblem, Verb
from mailflow_gui.core.fields import Plain, SecretText

if TYPE_CHECKING:
    from mailflow_gui.core.preferences import Preferences
    from mailflow_gui.store.preferences import PreferencesFile


def declare(parser: ArgumentParser) -> None:
    """The arguments."""
    does = parser.add_subparsers(dest="does", metavar="show|set|off")
    show = does.add_parser("show", help="the proxy in use")
    show.add_argument("--json", action="store_true", help="print one JSON document instead of text")
    one = does.add_parser("set", help="use a proxy from now on")
    one.add_argument("kind", choices=("socks5", "http"), help="http means CONNECT")
    one.add_argument("place", metavar="HOST:PORT", help="where the proxy is")
    one.add_argument("--user", metavar="NAME", default="", help="sign in to it; the password goes into the vault")
    one.add_argument("--stdin", action="store_true", help="read the password from standard input")
    one.add_argument("--except", metavar="LIST", dest="exceptions", help="hosts, domains and networks without it")
    does.add_parser("off", help="connect directly again")


def run(arguments: Namespace, host: Host) -> int:
    """Shows or changes the setting. A run that is under way follows within seconds; a window does when it is opened."""
    from mailflow_gui.core.limits import set_limits
    from mailflow_gui.store.preferences import PreferencesFile

    program, console = host.program, host.console
    file = PreferencesFile(program.paths.preferences)
    if arguments.does in (None, "show"):
        return _show(file.load()[0], console, as_json=getattr(arguments, "json", False))
    if arguments.does == "off":
        now = file.edit(lambda old: old.replace(proxy="none"))
        console.say("Mail servers are reached directly.")
    else:
        now = _set(arguments, host, file)
        console.say(f"Mail servers are reached through {_words(now)}.")
    set_limits(now.limits)
    return Exit.DONE


def _set(arguments: Namespace, host: Host, file: PreferencesFile) -> Preferences:
    from mailflow_gui.cli.secrets_at_hand import open_vault
    from mailflow_gui.core.proxy import sign_in_problem
    from mailflow_gui.store.proxy import save

    if arguments.user and host.program.vault.name == "session":
        raise UsageProblem("the session vault forgets everything when this command ends; use another --vault")
    before = file.load()[0]
    values = _checked(arguments, before)
    if not (arguments.user or before.proxy_username):
        return file.edit(lambda old: old.replace(**values))  # no vault is needed
    password = _password(arguments, host) if arguments.user else SecretText()
    if wrong := sign_in_problem(arguments.kind, arguments.user, password):
        raise UsageProblem(wrong[1])
    found: list[Preferences] = []
    vault = open_vault(host.program, host.console)
    save(vault, arguments.user, password, lambda: found.append(file.edit(lambda old: old.replace(**values))))
    return found[0]


def _checked(arguments: Namespace, now: Preferences) -> dict[str, Plain]:
    """The values by attribute. Raises UsageProblem for what its field does not take."""
    from mailflow_gui.core.fields import FieldError
    from mailflow_gui.core.hosts import clean_host
    from mailflow_gui.core.preferences import Preferences

    place, port = clean_host(arguments.place)
    exceptions = now.no_proxy_for if arguments.exceptions is None else arguments.exceptions
    if not place or port is None:
        raise UsageProblem("the place is written as HOST:PORT, such as proxy.example.org:1080")
    try:
        return {
            "proxy": arguments.kind,
            "proxy_host": Preferences.proxy_host.convert(place),
            "proxy_port": port,
            "proxy_username": Preferences.proxy_username.convert(arguments.user),
            "no_proxy_for": Preferences.no_proxy_for.convert(exceptions),
        }
    except FieldError as error:
        raise UsageProblem(str(error)) from error


def _password(arguments: Namespace, host: Host) -> SecretText:
    """Blank: the one that is stored. The credentials directory is read only, so there it has to be."""
    console = host.console
    if host.program.vault.name == "credentials":
        return SecretText()
    if arguments.stdin:
        return console.read_secret()
    if not console.can_ask:
        raise UsageProblem("nobody is at the keyboard; use --stdin")
    return console.ask_secret(f"password of “{arguments.user}” at the proxy: ")


def _show(now: Preferences, console: Console, *, as_json: bool) -> int:
    proxy = now.proxy_in_use
    if as_json:
        data: dict[str, Plain] = {"proxy": now.proxy}
        if proxy is not None:
            data |= {"host": proxy.host, "port": proxy.port, "user": proxy.username}
            data["except"] = list(proxy.exceptions)
        console.print_json(data)
    else:
        console.print("none" if proxy is None else _words(now))
    return Exit.DONE


def _words(now: Preferences) -> str:
    """A proxy in words, without its user name."""
    from mailflow_gui.core.proxy import described

    proxy = now.proxy_in_use
    return "no proxy" if proxy is None else described(proxy)


VERB = Verb("proxy", "show or choose the proxy to the mail servers", declare, run, order=42)
