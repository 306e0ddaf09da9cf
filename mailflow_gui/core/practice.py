"""The practice profile: connections to the practice server and a first integration, for demo and first run. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from mailflow_gui.core.fields import Plain, SecretText
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection, Integration, Profile, Step, new_id

MAILBOX = "Sandbox Mailbox"
OUTGOING = "Sandbox Outgoing"
ACCOUNT = "practice@sandbox.local"
#: How the ids of its connections begin, whatever they are called later.
MARK = "practice-"
PASSWORD = "practice"  # noqa: S105 - the practice server's, no secret


def is_practice(connection: Connection) -> bool:
    """Whether a connection is one that was made for the practice server of this program, and still leads to it.

    Others on this computer, such as one to `mailflow sandbox`, have a server of their own, and a port that stays.
    """
    made = connection.id.startswith(MARK) or connection.name in (MAILBOX, OUTGOING)
    return made and connection.values.get("host") == "127.0.0.1" and connection.values.get("username") == ACCOUNT


def practice_id() -> str:
    """A fresh id for a connection to the practice server."""
    return MARK + new_id()


def practice_user(profile: Profile) -> Integration | None:
    """The first integration that works with the practice server."""
    names = [one.name for one in profile.connections if is_practice(one)]
    return next((one for one in profile.integrations if any(one.uses(name) for name in names)), None)


def practice_connections(ports: Mapping[str, int], certificate: str) -> tuple[Connection, Connection]:
    """A Receive Email and a Send Email connection to the practice server as it listens now."""
    common: dict[str, Plain] = {
        "host": "127.0.0.1",
        "username": ACCOUNT,
        "secureType": "SSL/TLS",
        "serverCertificate": certificate,
    }
    receive = Connection(
        name=MAILBOX,
        connector="email-receive",
        id=practice_id(),
        values={"protocol": "imap", "port": ports["imaps"], **common},
        description=tr("Pretend mail server on this computer, with sample messages."),
    )
    send = Connection(
        name=OUTGOING,
        connector="email-send",
        id=practice_id(),
        values={"port": ports["smtps"], **common},
        description=tr("Accepts every message and keeps it on this computer."),
    )
    return receive, send


def practice_integration(receive: str, send: str) -> Integration:
    """Answers people who ask: receive, filter, map, template, log, send."""
    start: dict[str, Plain] = {"delay": "2s", "maxResults": 5}
    rules: dict[str, Plain] = {
        "predicate": "AND",
        "rules": [
            {"path": "headers.Auto-Submitted", "op": "not contains", "value": "auto"},
            {"path": "headers.Precedence", "op": "not in", "value": "bulk,list,junk"},
        ],
    }
    mapped: dict[str, Plain] = {
        "mappings": [
            {"from": ["from"], "to": "to"},
            {"from": ["subject"], "to": "subject", "transformations": [{"Trim": {}}, {"Prepend": {"string": "Re: "}}]},
        ]
    }
    template = tr(
        "Dear {{message.from}},\n\nthank you for your message “{{message.subject}}”. We answer within one working"
        " day.\n"
    )
    return Integration(
        name=tr("My first integration"),
        description=tr("Answers every message in the practice mailbox."),
        steps=(
            Step(connection=receive, action="receive-email", values=start),
            Step(kind="basic-filter", values=rules),
            Step(kind="data-mapper", values=mapped),
            Step(kind="template", values={"template": template}),
            Step(kind="log", values={"customText": tr("Answering {{message.from}}")}),
            Step(connection=send, action="send-email", values={"from": ACCOUNT}),
        ),
    )


def practice_profile(ports: Mapping[str, int], certificate: str) -> Profile:
    """Both connections and the integration, switched on."""
    receive, send = practice_connections(ports, certificate)
    return Profile((receive, send), (practice_integration(receive.name, send.name),))


def secrets(password: str) -> dict[str, SecretText]:
    """The practice account's secret, by field key."""
    return {"password": SecretText(password)}
