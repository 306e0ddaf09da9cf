"""The program at work for a long time: its memory, open files and records, sampled from outside (Linux)."""

from __future__ import annotations

import signal
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.journeys.bench import MAP, NAME, UNLIMITED, Bench, receive, send
from tests.journeys.letters import numbered, some, subjects
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

#: Seconds between two messages (twenty a minute), and messages between two samples.
GAP, SAMPLE = 3.0, 20
#: Megabytes that memory may grow in an hour (2.16, 10), and by which two samples of one state differ.
GROWTH, NOISE = 1.0, 3.0


@dataclass(frozen=True)
class Sample:
    """A moment: megabytes of memory and open files of the program with its children, bytes of its records."""

    memory: float
    files: int
    records: int


@dataclass(frozen=True)
class Result:
    """What became of mail, and how the second quarter of the samples compares with the last one."""

    messages: int
    missing: int
    doubled: int
    hours: float
    memory: tuple[float, float]
    files: tuple[int, int]
    per_message: float

    @property
    def clean(self) -> bool:
        """Whether each message went once, no file stays open, and memory stays."""
        grown = self.memory[1] - self.memory[0]
        stays = grown <= NOISE + GROWTH * self.hours and self.files[1] <= self.files[0]
        return stays and not (self.missing or self.doubled)

    def __str__(self) -> str:
        return (
            f"{self.messages} messages in {self.hours:.2f} h: {self.missing} lost, {self.doubled} doubled;"
            f" memory {self.memory[0]:.1f} and {self.memory[1]:.1f} MB, open files {self.files[0]} and {self.files[1]},"
            f" records grew by {self.per_message:,.0f} bytes a message"
        )


def soak(home: Path, mailbox: Mailbox, sink: SmtpSink, count: int, gap: float = GAP) -> Result:
    """So many messages, one each `gap` seconds, through one process."""
    bench = Bench(home)
    bench.inbox(mailbox)
    bench.outbox(sink)
    bench.integrate(receive(delay="1s", push=True), MAP, send(**UNLIMITED))
    process = bench.spawn("run", NAME, "--quiet")
    samples: list[Sample] = []
    began = time.monotonic()
    with ThreadPoolExecutor() as pool:
        said = pool.submit(process.communicate)  # read all the time: a full pipe would hold the program up
        try:
            for number in range(1, count + 1):
                mailbox.deliver(*some(1, first=number))
                threading.Event().wait(max(0.0, began + number * gap - time.monotonic()))
                if number % SAMPLE == 0:
                    sink.wait_for(number, 60)
                    samples.append(_sample(process.pid, home))
            sink.wait_for(count, 60)
        finally:
            process.send_signal(signal.SIGTERM)
        _, complaint = said.result(40)
    assert process.returncode == 0, complaint
    hours = (time.monotonic() - began) / 3600
    return _judge(samples, Counter(subjects(sink)), count, hours)


def _judge(samples: list[Sample], arrived: Counter[str], count: int, hours: float) -> Result:
    quarter = len(samples) // 4
    early, late = samples[quarter : 2 * quarter], samples[-quarter:]
    return Result(
        count,
        len(set(numbered(range(1, count + 1))) - set(arrived)),
        sum(times - 1 for times in arrived.values()),
        hours,
        (median(one.memory for one in early), median(one.memory for one in late)),
        # A file that is never closed stays in all samples after; one in use at the moment of a sample does not.
        (min(one.files for one in early), min(one.files for one in late)),
        (late[-1].records - early[0].records) / SAMPLE / (len(samples) - quarter - 1),
    )


def _sample(pid: int, home: Path) -> Sample:
    family = [pid, *_children(pid)]
    pages = sum(_status(one, "VmRSS") for one in family)
    files = sum(len(list(Path(f"/proc/{one}/fd").iterdir())) for one in family)
    return Sample(pages / 1024, files, sum(path.stat().st_size for path in home.rglob("*.sqlite")))


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    direct = [int(one) for path in tasks for one in path.read_text("ascii").split()]
    return direct + [one for child in direct for one in _children(child)]


def _status(pid: int, name: str) -> int:
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), 0)
