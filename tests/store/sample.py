"""A small catalog with the real keys, and the documented example of the configuration file."""

from __future__ import annotations

from typing import Any

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Action, Certificate, Connector, Pattern
from mailflow_gui.core.fields import (
    Choice,
    Duration,
    Flag,
    LongText,
    Number,
    Option,
    Pem,
    Port,
    Problem,
    Rows,
    Secret,
    Template,
    Text,
    When,
)
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import StepKind

PEM = "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ2Zv\nc2VjcmV0bHkgbm90aGluZw==\n-----END CERTIFICATE-----\n"

EXAMPLE = """\
mailflow: 1
connections:
  - name: Obtain Info Emails
    description: Messages sent to info@ourcompany.com
    connector: email-receive
    protocol: imap
    host: mail.ourcompany.com
    port: 993
    username: info@ourcompany.com
    secureType: SSL/TLS
    serverCertificate: |
      -----BEGIN CERTIFICATE-----
      MIIBszCCAVmgAwIBAgIUQ2Zv
      c2VjcmV0bHkgbm90aGluZw==
      -----END CERTIFICATE-----
  - name: Send Emails to Leads
    connector: email-send
    host: smtp.ourcompany.com
    port: 465
    username: info@ourcompany.com
    secureType: SSL/TLS
integrations:
  - name: Welcome new leads
    description: Answers people who ask about a product
    enabled: false
    steps:
      - connection: Obtain Info Emails
        action: receive-email
        folderName: ""
        unseenOnly: true
        delay: 5s
        maxResults: 5
        startFrom: all
        repeat: once
        push: false
        afterSuccess: mark-seen
      - step: basic-filter
        predicate: AND
        rules:
          - {path: subject, op: contains, value: product}
      - step: data-mapper
        mappings:
          - {from: [from], to: to}
          - {from: [subject], to: subject, transformations: [{Trim: {}}, {Prepend: {string: "Re: "}}]}
          - {from: [subject, from], to: text, combine: {delimiter: " — "}}
          - {constant: sales@ourcompany.com, to: cc}
      - step: template
        language: mustache
        template: "Dear {{from}}, thank you for asking about {{subject}}."
      - step: log
        bodyLoggingEnabled: false
        contextLoggingEnabled: false
        customText: "Lead: {{subject}}"
      - connection: Send Emails to Leads
        action: send-email
        from: info@ourcompany.com
        to: ""
        subject: ""
        text: ""
        cc: ""
        bcc: ""
        priority: consumedData
"""


def _choice(label: str, *values: str, **rest: Any) -> Choice:
    return Choice(label, values[0], [Option(value, value) for value in values], **rest)


class Server(Settings):
    """The fields of a mail server."""

    protocol = _choice("Protocol", "imap", "pop3")
    host = Text("Email Host Name", "", required=True)
    port = Port("Email Server Port Number", required=True)
    username = Text("User Name", "")
    password = Secret("Password")
    secure_type = _choice("Security Method", "SSL/TLS", "StartTLS", "None", key="secureType")
    server_certificate = Pem("Server Certificate", "", when=When("secureType", ("StartTLS", "SSL/TLS")))
    allow_unencrypted = Flag("Send the password unencrypted", False, key="allowUnencryptedSignIn")

    def review(self) -> list[Problem]:
        """A user name wants its password."""
        if self.username and not self.password:
            return [Problem("password", "Password is required.")]
        return []


class SmtpServer(Server):
    """The same without a protocol."""


SmtpServer.FIELDS = {key: field for key, field in Server.FIELDS.items() if key != "protocol"}


class Receive(Settings):
    """The fields of the receive action."""

    folder_name = Text("Folder", "")
    unseen_only = Flag("Unseen Only", False)
    delay = Duration("Delay", 5_000, was=("pollDelay",))
    max_results = Number("Maximum Emails", 5, low=-1, high=1000)
    start_from = Text("Start From", "all")
    repeat = _choice("Repeat", "once", "every-poll")
    push = Flag("Push", False)
    after_success = Text("After Success", "mark-seen")


class Send(Settings):
    """The fields of the send action."""

    sender = Text("From", "", key="from")
    to = Text("To", "")
    subject = Text("Subject", "")
    text = LongText("Text", "")
    cc = Text("Cc", "")
    bcc = Text("Bcc", "")
    priority = _choice("Priority", "inputValues", "consumedData")


class Filter(Settings):
    """The fields of the basic filter."""

    predicate = _choice("Predicate", "AND", "OR")
    rules = Rows("Rules", required=True)

    def review(self) -> list[Problem]:
        """Rows without a path."""
        return [
            Problem(f"rules[{number}].path", "Choose a field.")
            for number, row in enumerate(self.rules)
            if not row.get("path")
        ]


class Mapper(Settings):
    """The fields of the data mapper."""

    mappings = Rows("Mappings", required=True)


class Words(Settings):
    """The fields of the template."""

    language = _choice("Language", "mustache", "velocity")
    template = Template("Template", "", required=True)


class Note(Settings):
    """The fields of the log step."""

    body_logging_enabled = Flag("Message Body", False)
    context_logging_enabled = Flag("Message Context", False)
    custom_text = Text("Custom Text", "")


def _nothing(*arguments: Any) -> Any:
    raise AssertionError("not used here")


def _connector(id: str, title: str, settings: type[Settings], action: Action) -> Connector:
    return Connector(
        id=id,
        title=title,
        description=title,
        icon="",
        tone="",
        settings=settings,
        actions=(action,),
        verify=_nothing,
        checks=lambda settings: (("server", "Server found"),),
        certificate=_nothing,
        read_certificate=lambda pem: Certificate(pem, "", "", False, False, (), "", "", ""),
        folders=_nothing,
        usual_port=lambda values: "",
    )


def _action(id: str, pattern: Pattern, settings: type[Settings]) -> Action:
    return Action(id, id, id, pattern, settings, _nothing, lambda settings: "")


def _kind(id: str, settings: type[Settings]) -> StepKind:
    return StepKind(id, id.replace("-", " ").title(), id, "", "", settings, _nothing, lambda settings: "")


CATALOG = Catalog(
    (
        _connector("email-receive", "Receive Email", Server, _action("receive-email", Pattern.FROM, Receive)),
        _connector("email-send", "Send Email", SmtpServer, _action("send-email", Pattern.TO, Send)),
    ),
    (
        _kind("basic-filter", Filter),
        _kind("data-mapper", Mapper),
        _kind("template", Words),
        _kind("log", Note),
    ),
)
