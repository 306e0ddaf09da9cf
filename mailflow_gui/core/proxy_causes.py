"""The part of the catalogue of causes (`core/causes.py`) that is about the proxy between us and the mail servers."""

from __future__ import annotations

from collections.abc import Mapping

from mailflow_gui.core.cause import AGAIN, Cause
from mailflow_gui.core.errors import CredentialsError, Remedy, SettingsError, UnreachableError, VaultError

NETWORK = Remedy("open-settings", "Open Network Settings", field="network")

PROXY_CAUSES: Mapping[str, Cause] = {
    "PROXY_UNREACHABLE": Cause(
        UnreachableError,
        "The proxy {proxy} can't be reached",
        "[{why} ]Mailflow reaches mail servers only through it, never past it.",
        "Check that the proxy runs, and its host and port under Settings, Network.",
        (NETWORK, AGAIN),
    ),
    "PROXY_SILENT": Cause(
        UnreachableError,
        "The proxy {proxy} does not answer",
        "It took the connection, then said nothing for {seconds} seconds. "
        "It is too busy, of another kind, or waits for {host} itself.",
        "Try again in a minute; then check kind and port under Settings, Network.",
        (NETWORK, AGAIN),
    ),
    "PROXY_LOST": Cause(
        UnreachableError,
        "The proxy {proxy} closed the connection",
        "It hung up before there was a way to {host}. It may be of another kind, or too busy.",
        "Check its kind and port under Settings, Network.",
        (NETWORK, AGAIN),
    ),
    "PROXY_OTHER_KIND": Cause(
        SettingsError,
        "{proxy} is not a proxy of the kind {kind}",
        "Something else answers there.",
        "Choose the other kind or another port under Settings, Network.",
        (NETWORK, AGAIN),
    ),
    "PROXY_INCOMPLETE": Cause(
        SettingsError,
        "The proxy's settings can't be used",
        "Something is missing or can't be read. Mailflow does not go past a proxy, so no server is reached.",
        "Open Settings, Network, and choose the proxy anew.",
        (NETWORK, AGAIN),
    ),
    "PROXY_SIGN_IN_REFUSED": Cause(
        CredentialsError,
        "The proxy {proxy} refused the user name or password",
        "This is the proxy's own sign-in. Nothing was said to {host}.",
        "Check both under Settings, Network.",
        (NETWORK, AGAIN),
    ),
    "PROXY_SIGN_IN_NEEDED": Cause(
        CredentialsError,
        "The proxy {proxy} asks for a sign-in",
        "It lets nobody through without a user name and password of its own.",
        "Enter them under Settings, Network.",
        (NETWORK, AGAIN),
    ),
    "PROXY_SIGN_IN_UNKNOWN": Cause(
        SettingsError,
        "The proxy {proxy} wants another kind of sign-in",
        "Mailflow signs in to a proxy with user name and password[; this one asks for {ways}].",
        "Ask the proxy's administrator to allow user name and password.",
        (NETWORK, AGAIN),
    ),
    "PROXY_PASSWORD_GONE": Cause(
        VaultError,
        "The proxy's password is missing",
        "It was removed from where Mailflow keeps passwords, or was never entered on this computer.",
        "Enter it again under Settings, Network.",
        (NETWORK, AGAIN),
    ),
    "PROXY_NO_WAY": Cause(
        UnreachableError,
        "The proxy can't reach {host} on port {port}",
        "The proxy {proxy} itself works[. It says: {why}].",
        "Check host name and port. A server of your own network may have to stand under “No proxy for”.",
        (Remedy("edit", "Edit Host Name", field="host"), NETWORK, AGAIN),
        ("host", "port"),
    ),
    "PROXY_FORBIDS": Cause(
        UnreachableError,
        "The proxy does not allow {host} on port {port}",
        "The rules of the proxy {proxy} forbid this connection; many allow web sites only.",
        "Ask its administrator to allow it, or use another proxy.",
        (NETWORK, AGAIN),
    ),
}


def is_about_the_proxy(cause: str) -> bool:
    """Whether it was the proxy that stood in the way."""
    return cause in PROXY_CAUSES
