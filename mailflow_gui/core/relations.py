"""How an outgoing email relates to the received message: an answer to it, or it forwarded. Pure, any thread."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Address, Attachment, Message
from mailflow_gui.core.mime.filenames import safe_file_name

NEW, ANSWER, FORWARD, FORWARD_ATTACHED = "new", "answer", "forward", "forward-attached"
RELATIONS = (NEW, ANSWER, FORWARD, FORWARD_ATTACHED)

#: An answer goes to so many addresses at most: Reply-To is the sender's word.
MOST_ADDRESSES = 10
#: So much of the received text is quoted or forwarded in the text.
MOST_TEXT = 500_000
#: "Re:" as mail programs of other languages write it; "Re[2]:" counts, too.
_ANSWERED = re.compile(r"(?i)\s*(re|aw|antw|sv|vs|odp|rif|ref|res)(\[\d+\])?\s*:")
_FORWARDED = re.compile(r"(?i)\s*(fwd|fw|wg|tr|rv|enc|i)(\[\d+\])?\s*:")


def answer_to(message: Message) -> tuple[Address, ...]:
    """Who gets an answer: Reply-To where the sender gave it, otherwise From (RFC 5322 3.6.2)."""
    return (message.reply_to or message.sender)[:MOST_ADDRESSES]


def subject_for(relation: str, subject: str) -> str:
    """The subject of an answer or a forwarded message; one that has its mark already stays."""
    mark, known = ("Re: ", _ANSWERED) if relation == ANSWER else ("Fwd: ", _FORWARDED)
    return subject if known.match(subject) else f"{mark}{subject}".rstrip()


def quoted(message: Message) -> str:
    """The received text as quoted below an answer, with who wrote it and when."""
    lines = message.content[:MOST_TEXT].rstrip().split("\n")
    return "\n".join([_attribution(message), *(f">{line}" if line.startswith(">") else f"> {line}" for line in lines)])


def forwarded(message: Message) -> str:
    """The received message as forwarded in the text: its main header fields and its text."""
    head = ((tr("From"), message.sender), (tr("To"), message.to), (tr("Cc"), message.cc))
    lines = [f"---------- {tr('Forwarded message')} ----------"]
    lines += [f"{name}: {_listed(addresses)}" for name, addresses in head[:1] if addresses]
    lines += [f"{tr('Date')}: {message.header('Date') or message.date}"] if message.date else []
    lines += [f"{tr('Subject')}: {message.subject}"]
    lines += [f"{name}: {_listed(addresses)}" for name, addresses in head[1:] if addresses]
    return "\n".join([*lines, "", message.content[:MOST_TEXT].rstrip()])


def original(message: Message) -> Attachment:
    """The received message, byte for byte, as an attachment."""
    name = safe_file_name(message.subject[:80].replace("/", "_"), "message")
    return Attachment(f"{name}.eml", "message/rfc822", message.raw)


def below(text: str, added: str) -> str:
    """Plain text with an original below it."""
    return f"{text.rstrip()}\n\n{added}\n" if text.strip() else f"{added}\n"


def below_html(body: str, added: str) -> str:
    """An HTML body with an original, which is plain text, below it: before the end of the body if that is marked."""
    block = f'<blockquote style="white-space: pre-wrap">{html.escape(added)}</blockquote>'
    end = re.search(r"(?i)</body\s*>", body)
    return f"{body[: end.start()]}{block}{body[end.start() :]}" if end else f"{body}{block}"


def _attribution(message: Message) -> str:
    who = _listed(message.sender) or tr("The sender")
    when = message.header("Date") or message.date
    return tr("On {when}, {who} wrote:", when=when, who=who) if when else tr("{who} wrote:", who=who)


def _listed(addresses: Sequence[Address]) -> str:
    return ", ".join(map(str, addresses))
