"""Whether two saved connections belong to one mail account: told from their user names and hosts. Pure, any thread."""

from __future__ import annotations

from collections.abc import Mapping

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.hosts import is_address, mail_domain


def same_account(first: Mapping[str, Plain], second: Mapping[str, Plain]) -> bool:
    """Whether two connections (their raw values) sign in to one account.

    Their servers have to be of one organisation and their user names the same; one of them may leave out the domain.
    Without a user name nothing can be said.
    """
    organisation = _organisation(first)
    if not organisation or organisation != _organisation(second):
        return False
    one, other = _user(first), _user(second)
    if not one or not other:
        return False
    return one == other or (("@" in one) != ("@" in other) and one.partition("@")[0] == other.partition("@")[0])


def _user(values: Mapping[str, Plain]) -> str:
    return str(values.get("username") or "").strip().casefold()


def _organisation(values: Mapping[str, Plain]) -> str:
    """What the hosts of one provider have in common: its domain, or the host itself."""
    host = str(values.get("host") or "").strip().casefold().rstrip(".")
    return host if is_address(host) else mail_domain(host) or host
