"""What the tests in namespaces share. They need Linux, root, and the packages iproute2 and iptables."""

from __future__ import annotations

import functools
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.bench import Bench
from tests.network.far_mail import FarMail
from tests.network.lan import EVERY_ADDRESS, Lan
from tests.network.namespaces import Unavailable
from tests.network.traveller import Traveller
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_configuration import DovecotOptions
from tests.servers.fixtures import Mailbox, require_dovecot
from tests.servers.smtp_sink import SmtpSink

TOOLS = {"unshare": "util-linux", "ip": "iproute2", "tc": "iproute2", "iptables": "iptables"}


@functools.cache
def hindrance() -> str:
    """Why no namespaces can be made here, "" when they can."""
    if sys.platform != "linux":
        return "network namespaces exist on Linux only"
    if os.geteuid():
        return "network namespaces need root"
    missing = sorted({package for tool, package in TOOLS.items() if not shutil.which(tool)})
    if missing:
        # The packages are in installer/system-packages.txt: where servers are required, so are they.
        assert os.environ.get("MAILFLOW_REQUIRE_SERVERS") != "1", (
            f"MAILFLOW_REQUIRE_SERVERS=1, but {missing} are missing"
        )
        return f"these packages are missing: {' '.join(missing)}"
    try:
        with Lan() as lan:
            lan.connect()
            lan.cut()
            lan.near.call("unshare", "--mount", "mount", "--bind", "/proc/version", "/etc/resolv.conf")
    except (Unavailable, RuntimeError, OSError) as error:
        return f"this system does not allow namespaces, or filtering in them: {error}"
    return ""


@pytest.fixture
def lan() -> Iterator[Lan]:
    """Two computers, not connected yet."""
    if reason := hindrance():
        pytest.skip(reason)
    with Lan() as one:
        yield one


@pytest.fixture
def line(lan: Lan) -> Lan:
    """The same, connected; the near one is set to notice a dead line within seconds.

    (Mailflow keeps a system's own settings where they are more watchful than the minutes that it asks for.)
    """
    lan.connect().near.set(tcp_keepalive_time=2, tcp_keepalive_intvl=1, tcp_keepalive_probes=3)
    return lan


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A profile without anything in it."""
    return Bench(tmp_path / "profile")


@pytest.fixture
def traveller(bench: Bench, lan: Lan) -> Traveller:
    """Mailflow on the near computer."""
    return Traveller(bench, lan.near)


@pytest.fixture
def mail(lan: Lan) -> Iterator[FarMail]:
    """An account and a recording SMTP server on the far computer."""
    require_dovecot()
    sink = SmtpSink()
    sink.address = EVERY_ADDRESS
    with (
        lan.serving(Dovecot(options=DovecotOptions(settings=f"listen = {EVERY_ADDRESS}"))) as dovecot,
        lan.serving(sink),
    ):
        yield FarMail(lan, Mailbox(dovecot, "alice", dovecot.users["alice"]), sink)
