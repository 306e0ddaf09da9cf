"""Flows that branch, split, file away and answer, against real servers."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailflow_gui.core.activity import Kind
from mailflow_gui.core.model import Flow, Step
from tests.journeys.bench import Bench, receive, send
from tests.journeys.letters import mime, part, raw, read, subjects, text_of
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot


def containing(word: str, *steps: Step) -> Flow:
    return Flow({"rules": [{"path": "subject", "op": "contains", "value": word}]}, steps)


def test_each_message_takes_its_flow(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    mailbox.deliver(*(raw(subject) for subject in ("Order 1", "Question", "Offer")))
    flows = (
        containing("Order", send(to="orders@example.org")),
        containing("Offer", send(to="sales@example.org")),
        Flow({"default": True}, (send(to="info@example.org"),)),
    )
    ready.integrate(receive(), Step("conditional-flows", flows=flows), Step("log", values={"customText": "done"}))
    ready.poll()
    sent = {read(one)["Subject"]: one.recipients for one in smtp_sink.wait_for(3)}
    assert sent == {
        "Order 1": ("orders@example.org",),
        "Question": ("info@example.org",),
        "Offer": ("sales@example.org",),
    }


def test_an_expression_lets_through_drops_or_holds(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    scores = {"Good": "9", "Poor": "2", "Odd": "high"}
    mailbox.deliver(*(raw(subject, headers=[f"X-Score: {score}"]) for subject, score in scores.items()))
    text = "${in.header.X-Score} > 5 && subject not contains 'spam'"
    ready.integrate(receive(), Step("advanced-filter", values={"filter": text}), send())
    ready.poll()
    assert subjects(smtp_sink) == ["Good"]
    (filtered,), (held,) = ready.told(Kind.FILTERED), ready.told(Kind.HELD)
    assert "${in.header.X-Score} 2 > 5 is false" in filtered.text
    assert "has no answer: “high” is not a number." in held.text


def test_flows_can_be_nested(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    mailbox.deliver(raw("Order urgent"), raw("Order"))
    inner = Step("conditional-flows", flows=(containing("urgent", send(to="now@example.org")),))
    outer = Step("conditional-flows", flows=(containing("Order", inner),))
    ready.integrate(receive(), outer, send(to="all@example.org"))
    ready.poll()
    everyone = "all@example.org"
    assert [one.recipients[0] for one in smtp_sink.wait_for(3)] == ["now@example.org", everyone, everyone]


def test_a_disabled_step_is_left_out(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    mailbox.deliver(raw("One"))
    never = Step("basic-filter", values={"rules": [{"path": "subject", "op": "==", "value": "no"}]}, disabled=True)
    ready.integrate(receive(), never, send())
    ready.poll()
    assert subjects(smtp_sink) == ["One"]


def with_files() -> bytes:
    parts = (("a.csv", "1;2"), ("b.txt", "hello"))
    files = [part("text/plain", text, f'Content-Disposition: attachment; filename="{name}"') for name, text in parts]
    return mime("mixed", part("text/plain", "two files"), *files, subject="Files")


def test_each_attachment_is_sent_by_itself_once(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    mailbox.deliver(with_files())
    mapper = Step("data-mapper", values={"mappings": [{"from": ["fileName"], "to": "subject"}]})
    ready.integrate(receive(), Step("split"), mapper, send(text="See the file.", attachments=True))
    ready.poll()
    ready.poll()
    sent = smtp_sink.wait_for(2)
    assert subjects(smtp_sink) == ["a.csv", "b.txt"]
    assert [[part.get_filename() for part in read(one).iter_attachments()] for one in sent] == [["a.csv"], ["b.txt"]]


def test_items_are_joined_into_one_message(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    mailbox.deliver(raw("List", "pear\r\nplum\r\napple\r\n"))
    keep = Step("basic-filter", values={"rules": [{"path": "content", "op": "contains", "value": "p"}]})
    drop = Step("basic-filter", values={"rules": [{"path": "content", "op": "!=", "value": "plum"}]})
    lines = Step("split", values={"by": "lines"})
    ready.integrate(receive(), lines, keep, drop, Step("aggregate", values={"joint": "comma"}), send())
    ready.poll()
    assert text_of(smtp_sink.wait_for(1)[0]).strip() == "pear, apple"


def test_files_are_saved_and_the_message_is_filed(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, tmp_path: Path
) -> None:
    original = with_files()
    mailbox.deliver(original)
    folder = tmp_path / "saved"
    folder.mkdir()
    save = Step("save-attachments", values={"folder": str(folder)})
    file = Step(connection="Inbox", action="deliver-to-folder", values={"folderName": "Archive/Files"})
    ready.integrate(receive(), save, file)
    ready.poll()
    ready.poll()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.csv": b"1;2", "b.txt": b"hello"}
    assert mailbox.messages("Archive/Files") == mailbox.messages("INBOX")
    (activity,) = ready.activities()
    assert activity.steps[-1].output == "Delivered into Archive/Files"


def test_a_delivery_whose_answer_was_lost_is_not_made_twice(ready: Bench, mailbox: Mailbox) -> None:
    """The message is in the folder already, as after a crash between the server's work and our note of it."""
    mailbox.deliver(with_files())
    mailbox.deliver(*mailbox.messages(), folder="Done")
    ready.integrate(receive(), Step(connection="Inbox", action="deliver-to-folder", values={"folderName": "Done"}))
    ready.poll()
    assert len(mailbox.messages("Done")) == 1
    assert "already there" in ready.activities()[0].steps[-1].output


def test_a_missing_folder_that_may_not_be_made_stops_the_integration(ready: Bench, mailbox: Mailbox) -> None:
    mailbox.deliver(with_files())
    values = {"folderName": "Nowhere", "createFolder": False}
    ready.integrate(receive(), Step(connection="Inbox", action="deliver-to-folder", values=values))
    ready.poll()
    assert ready.told(Kind.FAILED, "FOLDER_NOT_FOUND")
    assert mailbox.flags()[1] == frozenset()


def test_the_sender_gets_an_answer_in_the_thread(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    mailbox.deliver(raw("Question", "How much?\r\n", headers=["Reply-To: Jane <jane@example.net>"]))
    ready.integrate(receive(), send(to="", text="Thank you.", relation="answer", quote=True))
    ready.poll()
    (sent,) = smtp_sink.wait_for(1)
    message = read(sent)
    assert (sent.recipients, message["Subject"]) == (("jane@example.net",), "Re: Question")
    assert (message["In-Reply-To"], message["References"]) == ("<1.Question@test.com>", "<1.Question@test.com>")
    assert "> How much?" in text_of(sent)


def test_the_received_message_is_forwarded_as_it_is(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    mailbox.deliver(with_files())
    ready.integrate(receive(), send(text="Look:", relation="forward-attached"))
    ready.poll()
    (sent,) = smtp_sink.wait_for(1)
    (part,) = read(sent).iter_attachments()
    assert part.get_content_type() == "message/rfc822"
    assert mailbox.messages()[0].strip() in sent.content


def test_automatic_mail_gets_no_answer_and_says_so(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    mailbox.deliver(raw("Out of office", headers=["Auto-Submitted: auto-replied"]), raw("Question"))
    ready.integrate(receive(), send(to="", text="Thank you.", relation="answer"))
    ready.poll()
    assert [one.recipients for one in smtp_sink.wait_for(1)] == [("Ben1@test.com",)]
    first = ready.activities()[0]
    assert (first.status, first.steps[-1].output) == ("filtered", "Not answered: a program wrote it")


def test_a_message_that_comes_back_is_stopped_and_shown(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """The integration's own address is among its recipients: what it sends is what it receives."""
    mailbox.deliver(raw("Round"))
    ready.integrate(receive(), send())
    ready.poll()
    mailbox.deliver(smtp_sink.wait_for(1)[0].content)
    ready.poll()
    assert len(smtp_sink.messages) == 1
    assert [one.cause for one in ready.activities(held=True)] == ["LOOP"]
