"""Who may sign in to the practice server, and which mailbox an address belongs to. Pure, any thread."""

import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

DOMAIN = "sandbox.local"


@dataclass(frozen=True)
class Account:
    """One user. `name` is as given, `address` is the full one; `aliases` are all names that sign in."""

    name: str
    password: str
    aliases: tuple[str, ...]

    @property
    def address(self) -> str:
        """The user's email address."""
        return self.name if "@" in self.name else f"{self.name}@{DOMAIN}"


class Accounts:
    """The fixed set of users. A user may leave out the domain when signing in."""

    def __init__(self, users: Mapping[str, str]) -> None:
        if not users:
            raise ValueError("the practice server needs at least one user")
        self._by_alias: dict[str, Account] = {}
        self._all: list[Account] = []
        for name, password in users.items():
            full = name if "@" in name else f"{name}@{DOMAIN}"
            wanted = dict.fromkeys((name, full, full.partition("@")[0]))
            account = Account(name, password, tuple(a for a in wanted if a.casefold() not in self._by_alias))
            self._all.append(account)
            for alias in account.aliases:
                self._by_alias[alias.casefold()] = account

    def __iter__(self) -> Iterator[Account]:
        return iter(self._all)

    @property
    def first(self) -> Account:
        """The account whose Outbox keeps mail for strangers."""
        return self._all[0]

    def named(self, name: str) -> Account | None:
        """The account with this name, full or short, in any case."""
        return self._by_alias.get(name.casefold())

    def authenticated(self, name: str, password: str) -> Account | None:
        """The account if the password is right."""
        account = self.named(name)
        if account and hmac.compare_digest(account.password.encode(), password.encode()):
            return account
        return None
