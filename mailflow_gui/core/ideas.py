"""Ideas to start from: ready-made flows whose connections the person still chooses. Pure data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailflow_gui.core.language import shown
from mailflow_gui.core.model import Step, new_id

RECEIVE, SEND = "receive-email", "send-email"

_ANSWER = (
    "Hello,\n\n"
    "thank you for your message “{{message.subject}}”. We have received it and answer within one working day.\n\n"
    "Your team\n"
)


@shown("title", "text")
@dataclass(frozen=True)
class Idea:
    """A flow to begin with: its steps name an action but no connection yet."""

    id: str
    title: str
    text: str
    steps: tuple[Step, ...]

    def fresh_steps(self) -> tuple[Step, ...]:
        """The steps with ids of their own, for a new integration."""
        return tuple(replace(step, id=new_id()) for step in self.steps)


IDEAS: tuple[Idea, ...] = (
    Idea(
        "answer-requests",
        "Answer every new request",
        "Reply at once to messages in one folder.",
        (
            Step(action=RECEIVE, values={"unseenOnly": True}),
            Step(
                kind="basic-filter",
                values={
                    "rules": [
                        {"path": "from", "op": "not contains", "value": "no-reply"},
                        {"path": "from", "op": "not contains", "value": "mailer-daemon"},
                    ]
                },
            ),
            Step(
                kind="data-mapper",
                values={
                    "mappings": [
                        {"from": ["from"], "to": "to"},
                        {
                            "from": ["subject"],
                            "to": "subject",
                            "transformations": [{"Trim": {}}, {"Prepend": {"string": "Re: "}}],
                        },
                    ]
                },
            ),
            Step(kind="template", values={"template": _ANSWER}),
            Step(action=SEND, values={"autoSubmitted": "auto-replied"}),
        ),
    ),
    Idea(
        "forward-invoices",
        "Forward invoices",
        "Send messages with “invoice” in the subject on to your accountant.",
        (
            Step(action=RECEIVE, values={"unseenOnly": True}),
            Step(
                kind="basic-filter",
                values={"rules": [{"path": "subject", "op": "~~", "value": "invoice"}]},
            ),
            Step(action=SEND, values={"attachments": True}),
        ),
    ),
    Idea(
        "keep-record",
        "Keep a record",
        "Write sender, subject and time of each message to the log.",
        (
            Step(action=RECEIVE),
            Step(
                kind="basic-filter",
                values={"rules": [{"path": "from", "op": "not contains", "value": "mailer-daemon"}]},
            ),
            Step(
                kind="log",
                values={"contextLoggingEnabled": True, "customText": "{{from}}: {{subject}} ({{date}})"},
            ),
        ),
    ),
)


def idea(id: str) -> Idea:
    """The idea of this id. Raises KeyError."""
    for one in IDEAS:
        if one.id == id:
            return one
    raise KeyError(id)
