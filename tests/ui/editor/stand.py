"""What the editor's tests share: the integration of the design's picture, and a control that stands still."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.activity import Health
from mailflow_gui.core.model import Integration, Step
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task

RECEIVE = Step(connection="Obtain Info Emails", action="receive-email", values={"unseenOnly": True}, id="receive")
FILTER = Step(
    "basic-filter",
    id="filter",
    values={
        "predicate": "AND",
        "rules": [
            {"path": "subject", "op": "contains", "value": "product"},
            {"path": "from", "op": "not contains", "value": "no-reply@"},
        ],
    },
)
LOG = Step("log", id="log", values={"contextLoggingEnabled": True, "customText": "New lead from {{from}}"})
MAPPER = Step(
    "data-mapper",
    id="mapper",
    values={
        "mappings": [
            {"from": ["from"], "to": "to"},
            {"from": ["subject"], "to": "subject", "transformations": [{"Trim": {}}, {"Prepend": {"string": "Re: "}}]},
            {"from": ["from", "content"], "to": "text", "combine": {"delimiter": " "}},
            {"constant": "sales@ourcompany.com", "to": "cc"},
        ]
    },
)
SEND = Step(connection="Send Emails to Leads", action="send-email", values={"from": "info@ourcompany.com"}, id="send")
FLOW = Integration("Welcome new leads", (RECEIVE, FILTER, LOG, MAPPER, SEND), id="flow")


class StillControl(QObject):
    """Stands for qt.control.Control: one health for every integration."""

    health_changed = Signal(str)
    restart_failed = Signal(str)

    def __init__(self, health: Health) -> None:
        super().__init__()
        self._health = health
        self.profiles: Profiles | None = None

    def health(self, id: str) -> Health:
        return self._health

    def publish(self, integration: Integration) -> Task:
        assert self.profiles is not None
        return self.profiles.publish_integration(replace(integration, enabled=True))
