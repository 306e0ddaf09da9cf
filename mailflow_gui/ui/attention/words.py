"""Why a message failed, in the words of Needs Attention: causes, what to do, what the server said. GUI thread."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.causes import CAUSES
from mailflow_gui.ui import times

#: The heading of what is tried again by itself.
KEEPS_TRYING = "Mailflow keeps trying"

#: Titles of causes that arise only while running.
TITLES = {
    "IN_DOUBT": "May have arrived",
    "POISON": "A step could not handle it",
    "RENUMBERED": "The server renumbered the folder",
    "RESTORED": "The profile was restored from a backup",
    "RECIPIENT_REFUSED": "Recipient refused",
    "NO_RECIPIENT": "No recipient",
    "RECIPIENT_SYNTAX": "An address can't be used",
    "TOO_LARGE": "Message too large",
    "BLOCKED_AS_SPAM": "Blocked as spam",
    "MAILBOX_FULL": "The recipient's mailbox is full",
    "POLICY_REFUSED": "Refused by the server's rules",
    "CONTENT_REFUSED": "The server refused the content",
    "MESSAGE_REFUSED": "The server refused the message",
    "STEP_VALUE": "A step could not use a value",
    "VANISHED": "No longer on the server",
    "NOT_FETCHED": "The server does not hand it over",
    "EXPIRED": "Tried for five days",
    "LOOP": "Going round in a circle",
    "SENDER_REFUSED": "Sender refused",
    "NO_SENDER": "No sender",
    "FOLDER_REFUSED": "The folder does not take it",
    "FOLDER_NOT_WRITTEN": "Attachments not saved",
    "INTERNAL": "Mailflow could not send it",
    "SERVER_BUSY": "The server is busy",
    "SENDING_PAUSED": "Sending is paused",
    "APPROVAL": "Waiting for your approval",
    "FLOW_CHANGED": "The integration was changed",
}

#: What to do about it.
ADVICE = {
    "IN_DOUBT": "Look into the Sent folder, or ask a recipient, before you send it again.",
    "POISON": "Change the settings of the step, then retry. Retry uses the current settings.",
    "RECIPIENT_REFUSED": "The address is probably misspelled. Correct it in the step or in the message, then retry.",
    "MESSAGE_REFUSED": "See what the server said. Change the step, then retry.",
    "NO_SENDER": "Type Email from in the step, or map a value to it, then retry.",
    "RELAY_DENIED": "Enter the account that may use this server in the connection, then retry.",
    "FOLDER_REFUSED": "Choose another folder in the step, then retry.",
    "FOLDER_NOT_WRITTEN": "Make room, or choose another folder in the step, then retry.",
    "NOT_FETCHED": "Try it again later, or move it to another folder of the mailbox and skip it here.",
    "RENUMBERED": "Process it when it is new to you. Skip it when it was handled before.",
    "RESTORED": "Process it when it was not handled yet. Skip it when it was.",
    "INTERNAL": "Copy the details and report them. The message is kept.",
    "NO_RECIPIENT": "Type Email to in the step, or map a value to it, then retry.",
    "RECIPIENT_SYNTAX": "Correct the address in the step, or what is mapped to it, then retry.",
    "TOO_LARGE": "Send it without attachments, or skip it.",
    "BLOCKED_AS_SPAM": "Ask the administrator of the server, or change the text, then retry.",
    "MAILBOX_FULL": "Retry when the recipient has made room, or skip it.",
    "POLICY_REFUSED": "Ask the administrator of the server, then retry.",
    "CONTENT_REFUSED": "Change the text or the attachments in the step, then retry.",
    "STEP_VALUE": "Correct the value in the step, then retry.",
    "SENDER_REFUSED": "Use an address of the account as Email from, then retry.",
    "EXPIRED": "Retry when the server answers again, or skip it.",
    "LOOP": "Two integrations seem to answer each other. Add a filter to one of them, then skip this message.",
    "APPROVAL": "Look at the email, then send it, or skip it to leave it unsent.",
    "SENDING_PAUSED": "See whether something runs away. If all is well, go on; a higher limit can be set in the step.",
    "VANISHED": "It was deleted or moved by another program. Nothing is left to send; skip it.",
}

_CODES = re.compile(r" \((\d{3}(?: \d\.\d{1,3}\.\d{1,3})?)\)")
_UNKNOWN = re.compile(r"Recipient refused: (\S+)")
_SAID = re.compile(r"The server said: “(.*)”", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Why:
    """A reason taken apart: what happened, what to do, and the server's answer ("" when it gave none)."""

    title: str
    text: str
    answer: str


def title_of(cause: str) -> str:
    """What a cause is called in the list."""
    known = CAUSES.get(cause)
    if cause not in TITLES and known is not None and "{" not in known.title:
        return known.title
    return TITLES.get(cause, "Not delivered")


def group_of(message: Activity) -> str:
    """The heading under which a message stands: its cause, unless Mailflow still works on it."""
    return KEEPS_TRYING if message.trying else title_of(message.cause)


def next_try(message: Activity) -> str:
    """“Mailflow keeps trying, next at 14:02”."""
    return f"{KEEPS_TRYING}, next at {times.clock_time(message.next_try)}"


def why(message: Activity) -> Why:
    """Why a message waits. Only the server's own words come from outside; they stand alone, in the answer."""
    reason = message.reason
    said, codes = _SAID.search(reason), _CODES.search(reason)
    answer = " ".join(part for part in (codes[1] if codes else "", said[1] if said else "") if part)
    rest = _CODES.sub("", _SAID.sub("", reason)).strip(" .")
    title, _, hint = rest.partition(". ")
    advice = ADVICE.get(message.cause, "")
    unknown = _UNKNOWN.fullmatch(title) if codes and codes[1].endswith(" 5.1.1") else None
    if unknown is not None:
        title, hint = "The mail server does not know this recipient", f"“{unknown[1]}” does not exist there. {hint}"
    elif message.cause == "TOO_LARGE" and failed_step(message) is None:
        advice = "It stays in the mailbox. Move it elsewhere, and skip it here."
    text = " ".join(_sentence(part) for part in (hint, advice) if part)
    return Why(title or title_of(message.cause), text, answer)


def failed_step(message: Activity) -> ActivityStep | None:
    """The step at which it stopped; None when it got to none."""
    return next((step for step in reversed(message.steps) if step.status in ("failed", "waiting")), None)


def line(message: Activity) -> str:
    """One line for the list: “Send Email: 550 5.1.1 User unknown”, “Next at 14:02 · Send Email: 451 4.3.0 …”."""
    found, step = why(message), failed_step(message)
    said = found.answer or found.title
    if message.trying:
        return f"Next at {times.clock_time(message.next_try)} · {said}"
    return f"{step.title}: {said}" if step is not None else said


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?", "”")) else f"{text}."
