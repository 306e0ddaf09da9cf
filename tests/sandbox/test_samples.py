"""The practice messages are well-formed mail, and each shows what it is there for."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

import pytest

from mailflow_gui.sandbox.samples import samples
from mailflow_gui.sandbox.server import PracticeServer


def parsed(name: str) -> EmailMessage:
    raw = {sample.name: sample.raw for sample in samples()}
    message = message_from_bytes(raw[name], policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize("name", [sample.name for sample in samples()])
def test_every_sample_is_mail_without_defects(name: str) -> None:
    raw = next(sample.raw for sample in samples() if sample.name == name)
    assert raw.isascii() or b"Content-Transfer-Encoding: 8bit" in raw
    assert raw.partition(b"\r\n\r\n")[0].isascii()
    assert not re.search(rb"(?<!\r)\n", raw)
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    message = message_from_bytes(raw, policy=default)
    assert not [defect for part in message.walk() for defect in part.defects]
    assert re.search(r"@example\.(org|com|net)>?$", message["From"])


def test_samples_are_in_order_and_have_their_own_ids() -> None:
    messages = [message_from_bytes(sample.raw) for sample in samples()]
    dates = [parsedate_to_datetime(message["Date"]) for message in messages]
    assert dates == sorted(dates)
    assert len({message["Message-ID"] for message in messages}) == len(messages) >= 12


def test_samples_show_what_they_are_for() -> None:
    names = [part.get_filename() for part in parsed("invoice").iter_attachments()]
    assert names == ["Invoice 2026-0417.pdf", "Positionen für März.csv"]
    assert parsed("newsletter").get_content_type() == "text/html"
    assert parsed("alternative").get_content_type() == "multipart/alternative"
    assert parsed("emoji")["Subject"] == "🎉 Order received – thank you 🙏"
    body = parsed("japanese").get_body()
    assert body is not None
    assert body.get_content_charset() == "iso-2022-jp"
    assert "在庫" in body.get_content()
    assert parsed("out_of_office")["Auto-Submitted"] == "auto-replied"
    assert parsed("right_to_left")["Subject"].startswith("שאלה")
    assert parsed("thread")["References"].count("<") == 9
    assert [part.get_filename() for part in parsed("complaint").iter_attachments()] == ["box.png"] * 2


def test_the_practice_server_keeps_every_sample_octet_for_octet() -> None:
    with PracticeServer() as server:
        made = [sample.raw for sample in samples()]
        for raw in made:
            server.deliver("practice", raw)
        assert server.messages("practice") == made
