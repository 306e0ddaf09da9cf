"""What the tests of the data mapper share: a flow around a mapper, real previews, and a page over them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Integration, Step
from mailflow_gui.core.shapes import provided, taken
from mailflow_gui.ui.editor.panels.base import Surroundings
from mailflow_gui.ui.editor.samples import Samples
from mailflow_gui.ui.integrations.create.stage import Services
from mailflow_gui.ui.mapper.page import MapperPage
from tests.ui.integrations.workbench import CATALOG, Workbench, sending, until, workbench

RECEIVE = Step(action="receive-email", values={"unseenOnly": True}, id="receive")
SEND = Step(connection="Send Emails to Leads", action="send-email", values={"from": "info@ourcompany.com"}, id="send")
LETTER = (
    b"From: Jane Moore <jane.moore@example.org>\r\nTo: info@ourcompany.com\r\nSubject: %s\r\n"
    b"Date: Tue, 24 Nov 2026 14:30:00 +0000\r\nMessage-ID: <%d@example.org>\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\nHello, could you send me a catalog?\r\n"
)
ROWS: list[Any] = [
    {"from": ["from"], "to": "to"},
    {
        "from": ["subject"],
        "to": "subject",
        "transformations": [{"Trim": {}}, {"Prepend": {"string": "Re: "}}],
    },
    {"from": ["from", "content"], "to": "text", "combine": {"delimiter": "\n"}},
    {"constant": "sales@ourcompany.com", "to": "cc"},
]
CONSTANTS: list[Any] = [{"name": "Sales team", "value": "sales@ourcompany.com"}]


def bench_on(folder: Path) -> Workbench:
    """Real services; nothing is received, as the start has no connection."""
    return workbench(folder, sending())


def surroundings(
    bench: Workbench, step: Step, *, before: Sequence[Step] = (), after: Sequence[Step] = (SEND,), name: str = "Leads"
) -> Surroundings:
    """A flow from Receive Email over `before` to the step, and on."""
    services = Services(bench.profiles, bench.previews, bench.servers)
    samples = Samples(services, "one")
    path = (RECEIVE, *before)
    found = taken(after, CATALOG)
    target = (after[found[0]], found[1]) if found is not None else None
    whole = Integration(name, (*path, step, *after), id="one")
    return Surroundings(services, whole, path, provided(path, CATALOG), target, samples)


def letters(bench: Workbench, *subjects: str) -> tuple[Message, ...]:
    """Sample messages of these subjects."""
    return tuple(bench.reader.read(LETTER % (one.encode(), number)) for number, one in enumerate(subjects))


def give_samples(around: Surroundings, *messages: Message) -> None:
    """Puts messages among the samples, as if they had been read."""
    around.samples.messages, around.samples.index = tuple(messages), 0
    around.samples.changed.emit()


def mapper(values: dict[str, Any] | None = None) -> Step:
    """A data mapper with the mappings of the design's picture, unless others are given."""
    return Step(
        kind="data-mapper", id="mapper", values={"mappings": ROWS, "constants": CONSTANTS} if values is None else values
    )


def settled(page: MapperPage) -> MapperPage:
    """Waits until every mapping has its result."""
    until(lambda: page.trial.settled, "results")
    return page
