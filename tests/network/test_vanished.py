"""A server that vanishes without a word: the system tells, long before the program's own limit of a minute.

The real limits are three minutes (`_network.VANISHED`); here they are seconds.
"""

from __future__ import annotations

import pytest

from mailflow_gui.connectors import _network
from mailflow_gui.core.activity import Kind
from tests.journeys.bench import Bench
from tests.journeys.letters import numbered, some, subjects
from tests.network.far_mail import FarMail
from tests.network.lan import Lan

pytestmark = [pytest.mark.netns, pytest.mark.dovecot]


@pytest.mark.parametrize(
    ("watchful", "delay"),
    [
        pytest.param({"TCP_KEEPIDLE": 1, "TCP_KEEPINTVL": 1, "TCP_KEEPCNT": 2}, "1m", id="idle"),
        pytest.param({"TCP_KEEPIDLE": 1, "TCP_KEEPINTVL": 1, "TCP_KEEPCNT": 2}, "3s", id="after something was said"),
    ],
)
def test_a_lost_server_is_noticed_and_found_again(
    bench: Bench, lan: Lan, mail: FarMail, monkeypatch: pytest.MonkeyPatch, watchful: dict[str, int], delay: str
) -> None:
    for name, value in watchful.items():
        monkeypatch.setitem(_network._PROBES, name, value)
    lan.connect()
    mail.join(bench, push=True, delay=delay)

    def run() -> None:
        with bench.running():
            bench.wait_for_event(Kind.POLL)
            lan.cut()
            bench.wait_for_event(Kind.WAITING, seconds=25)
            lan.mend()
            mail.deliver(*some(1))
            mail.sink.wait_for(1, 60)

    lan.near.run(run)
    assert subjects(mail.sink) == numbered([1])
