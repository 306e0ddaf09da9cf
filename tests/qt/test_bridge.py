"""From workers to the window: every event once, in order, with one signal for each batch."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Event
from mailflow_gui.qt.bridge import BATCH, Bridge
from tests.qt.stage import event

EACH = 2500
WORKERS = 4


def test_ten_thousand_events_of_four_threads_arrive_once_and_in_order(qtbot: QtBot) -> None:
    bridge, batches = Bridge(), []
    bridge.arrived.connect(batches.append)

    def work(name: str) -> None:
        for number in range(EACH):
            bridge.publish(event(str(number), integration=name))

    workers = [threading.Thread(target=work, args=(f"worker {n}",)) for n in range(WORKERS)]
    for worker in workers:
        worker.start()
    qtbot.waitUntil(lambda: sum(map(len, batches)) >= EACH * WORKERS, timeout=20_000)
    for worker in workers:
        worker.join(10)
    arrived: list[Event] = [one for batch in batches for one in batch]
    assert len(arrived) == EACH * WORKERS
    for n in range(WORKERS):
        assert [int(one.text) for one in arrived if one.integration == f"worker {n}"] == list(range(EACH))


def test_one_signal_wakes_the_window_however_many_events_wait(qtbot: QtBot) -> None:
    bridge, woken, batches = Bridge(), [], []
    bridge._woken.connect(lambda: woken.append(1))
    bridge.arrived.connect(batches.append)
    for number in range(10_000):
        bridge.publish(event(str(number)))
    qtbot.waitUntil(lambda: sum(map(len, batches)) == 10_000)
    assert len(woken) == 1
    assert [len(one) for one in batches] == [BATCH] * 10


def test_an_event_after_the_last_batch_wakes_it_again(qtbot: QtBot) -> None:
    bridge, arrived = Bridge(), []
    bridge.arrived.connect(arrived.extend)
    for number in range(3):
        bridge.publish(event(str(number)))
        qtbot.waitUntil(lambda number=number: len(arrived) == number + 1)
    assert [one.text for one in arrived] == ["0", "1", "2"]


def test_each_receiver_gets_the_very_list(qtbot: QtBot) -> None:
    """A list that Qt converts for each receiver takes 6 ms for a thousand events."""
    bridge, first, second = Bridge(), [], []
    bridge.arrived.connect(first.append)
    bridge.arrived.connect(second.append)
    bridge.publish(event("one"))
    qtbot.waitUntil(lambda: bool(second))
    assert first[0] is second[0]
