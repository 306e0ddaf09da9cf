"""What the tests of proxies share: both kinds, and what the program is told about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.limits import Limits, set_limits, set_proxy_password
from mailflow_gui.core.proxy import Proxy
from tests.servers.tunnel_proxy import ConnectProxy, SocksProxy, TunnelProxy

#: The name that only the proxies know.
MAIL = "mail.example.org"
NAMES = {MAIL: "127.0.0.1"}
KINDS: dict[str, type[TunnelProxy]] = {"socks5": SocksProxy, "http": ConnectProxy}
every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(autouse=True)
def no_proxy_left() -> Iterator[None]:
    """Whatever a test set is taken back."""
    yield
    set_limits(Limits())
    set_proxy_password(None)


@pytest.fixture(params=KINDS)
def proxy(request: pytest.FixtureRequest) -> Iterator[TunnelProxy]:
    """A proxy of each kind, in use."""
    with KINDS[request.param](NAMES) as made:
        use(made)
        yield made


def use(proxy: TunnelProxy, password: str = "", *, username: str = "", **limits: Any) -> None:
    """From now on connections go through this proxy."""
    use_place(proxy.kind, proxy.port, password, username=username, **limits)


def use_place(kind: str, port: int, password: str = "", *, username: str = "", **limits: Any) -> None:
    """The same, whatever is there."""
    set_limits(Limits(**limits, proxy=Proxy(kind, "127.0.0.1", port, username)))
    set_proxy_password(lambda: SecretText(password) if password else None)
