"""What each reply means at each stage, in stance and words."""

from __future__ import annotations

import pytest

from mailflow_gui.connectors._smtp_replies import Asked, all_of, classify
from mailflow_gui.core.connector import Reply, Stance
from mailflow_gui.core.errors import CredentialsError, RefusedError, UnreachableError

RECIPIENT, SENDER, ACCOUNT = "a@b.example", "info@ourcompany.com", "info@ourcompany.com"


def asked(stage: str, account: str = ACCOUNT) -> Asked:
    address = RECIPIENT if stage == "rcpt" else ""
    return Asked(stage, address, SENDER, account, "smtp.ourcompany.com")


@pytest.mark.parametrize(
    ("stage", "code"), [("mail", 250), ("rcpt", 250), ("rcpt", 251), ("rcpt", 252), ("data", 354), ("dot", 250)]
)
def test_positive_replies(stage: str, code: int) -> None:
    assert classify(asked(stage), Reply(code)) == (Stance.SENT, None)


@pytest.mark.parametrize(
    ("stage", "code"), [("mail", 354), ("rcpt", 354), ("data", 250), ("dot", 354), ("dot", 334), ("mail", 0)]
)
def test_a_reply_that_means_nothing_here_is_refused(stage: str, code: int) -> None:
    with pytest.raises(ValueError, match="reply"):
        classify(asked(stage), Reply(code, "", "what"))


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "dot"])
@pytest.mark.parametrize(
    "reply",
    [
        Reply(421, "4.3.2", "Shutting down"),
        Reply(450, "4.7.1", "Greylisted"),
        Reply(451, "4.3.0", "Local error"),
        Reply(452, "4.2.2", "Over quota"),
        Reply(454, "4.7.1", "Relay access denied"),
        Reply(499, "", "Odd"),
        Reply(550, "5.4.5", "Daily user sending quota exceeded"),
        Reply(554, "5.7.0", "Sending limit reached for today"),
    ],
)
def test_later(stage: str, reply: Reply) -> None:
    stance, error = classify(asked(stage), reply)
    assert stance is Stance.RETRY
    assert isinstance(error, UnreachableError)
    assert str(reply.code) in error.title
    assert reply.text in error.details


def test_greylisting_names_the_recipient() -> None:
    _, error = classify(asked("rcpt"), Reply(450, "4.7.1", "Try again in 5 minutes"))
    assert error is not None
    assert (error.cause, error.title) == ("RECIPIENT_LATER", f"Recipient not accepted yet: {RECIPIENT} (450 4.7.1)")


def test_a_stated_pause_is_passed_on() -> None:
    text = "Request is throttled. Suggested Backoff Time: 299961 milliseconds"
    _, error = classify(asked("dot"), Reply(451, "4.3.2", text))
    assert error is not None
    assert (error.cause, error.facts["waitSeconds"]) == ("SERVER_BUSY", "299")


@pytest.mark.parametrize("code", [452, 552])
def test_too_many_recipients_are_tried_again(code: int) -> None:
    stance, error = classify(asked("rcpt"), Reply(code, "", "Too many recipients"))
    assert (stance, error and error.cause) == (Stance.RETRY, "RECIPIENT_LATER")


REFUSALS = [
    ("rcpt", Reply(550, "5.1.1", "User unknown"), "RECIPIENT_REFUSED"),
    ("rcpt", Reply(550, "", "No such user here"), "RECIPIENT_REFUSED"),
    ("rcpt", Reply(501, "", "Bad address syntax"), "RECIPIENT_REFUSED"),
    ("rcpt", Reply(553, "5.1.3", "Bad address"), "RECIPIENT_REFUSED"),
    ("rcpt", Reply(550, "5.5.0", "Requested action not taken: mailbox unavailable"), "RECIPIENT_REFUSED"),
    ("dot", Reply(550, "5.1.1", "User unknown"), "RECIPIENT_REFUSED"),
    ("rcpt", Reply(552, "5.2.2", "Over quota"), "MAILBOX_FULL"),
    ("rcpt", Reply(552, "", "Mailbox full"), "MAILBOX_FULL"),
    ("dot", Reply(552, "5.2.2", "Over quota"), "MAILBOX_FULL"),
    ("mail", Reply(552, "5.3.4", "Message size exceeds limit"), "TOO_LARGE"),
    ("mail", Reply(552, "", "Too much mail data"), "TOO_LARGE"),
    ("dot", Reply(552, "5.3.4", "Too big"), "TOO_LARGE"),
    ("dot", Reply(554, "5.6.0", "Lone CR or LF in body"), "CONTENT_REFUSED"),
    ("dot", Reply(550, "5.7.1", "This message looks like spam"), "BLOCKED_AS_SPAM"),
    ("mail", Reply(554, "5.7.1", "Service unavailable; client host [192.0.2.1] blocked"), "BLOCKED_AS_SPAM"),
    ("rcpt", Reply(554, "5.7.1", "blocked using zen.spamhaus.org"), "BLOCKED_AS_SPAM"),
    ("dot", Reply(554, "5.7.0", "Virus found"), "BLOCKED_AS_SPAM"),
    ("dot", Reply(550, "5.7.1", "Message rejected due to local policy"), "POLICY_REFUSED"),
    ("dot", Reply(550, "5.7.26", "Unauthenticated email is not accepted due to the DMARC policy"), "POLICY_REFUSED"),
    ("rcpt", Reply(550, "5.7.1", "You are not permitted to send to this group"), "POLICY_REFUSED"),
    ("rcpt", Reply(554, "5.7.1", "<a@b.example>: Relay access denied"), "RELAY_DENIED"),
    ("rcpt", Reply(550, "", "Relaying denied"), "RELAY_DENIED"),
    ("rcpt", Reply(553, "5.7.1", "Sender address rejected: not owned by user info"), "SENDER_REFUSED"),
    ("mail", Reply(550, "5.7.60", "SMTP; Client does not have permissions to send as this sender"), "SENDER_REFUSED"),
    ("mail", Reply(550, "", "Not you"), "SENDER_REFUSED"),
    ("mail", Reply(501, "5.1.7", "Bad sender"), "SENDER_REFUSED"),
    ("mail", Reply(553, "5.1.8", "Domain not found"), "SENDER_REFUSED"),
    ("mail", Reply(501, "5.5.4", "Syntax"), "INTERNAL"),
    ("data", Reply(503, "5.5.1", "RCPT first"), "INTERNAL"),
    ("mail", Reply(555, "5.5.4", "Unsupported option"), "INTERNAL"),
    ("dot", Reply(554, "", "Transaction failed"), "MESSAGE_REFUSED"),
    ("data", Reply(554, "5.3.0", "No"), "MESSAGE_REFUSED"),
]


@pytest.mark.parametrize(("stage", "reply", "cause"), REFUSALS)
def test_refusals(stage: str, reply: Reply, cause: str) -> None:
    stance, error = classify(asked(stage), reply)
    assert stance is Stance.REFUSED
    assert isinstance(error, RefusedError)
    assert error.cause == cause
    assert "{" not in error.title + error.hint + error.fix
    assert error.fix
    assert error.remedies
    assert reply.text in error.details


def test_the_words_of_a_refused_recipient() -> None:
    _, error = classify(asked("rcpt"), Reply(550, "5.1.1", "User unknown"))
    assert error is not None
    assert error.title == f"Recipient refused: {RECIPIENT} (550 5.1.1)"
    assert error.hint == "The server said: “User unknown”."
    assert error.fields == ("to",)


def test_a_refused_sender_gets_the_account_as_the_way_out() -> None:
    reply = Reply(553, "5.7.1", "Sender address rejected: not owned by user")
    _, error = classify(Asked("rcpt", RECIPIENT, "boss@ourcompany.com", ACCOUNT), reply)
    assert error is not None
    assert error.title == "The server does not let you send as boss@ourcompany.com"
    assert error.remedies[0].values == {"from": ACCOUNT}
    _, error = classify(Asked("rcpt", RECIPIENT, "boss@ourcompany.com", "info"), reply)
    assert error is not None
    assert error.fix == "Use an address of the account as Email from."
    assert [(one.act, one.field) for one in error.remedies] == [("edit", "from")]


@pytest.mark.parametrize("stage", ["mail", "rcpt"])
@pytest.mark.parametrize(
    "reply",
    [
        Reply(530, "5.7.0", "Authentication required"),
        Reply(530, "5.7.57", "Client was not authenticated to send mail"),
        Reply(535, "5.7.8", "Credentials revoked"),
        Reply(550, "5.7.1", "Authentication required"),
        Reply(534, "5.7.9", "Please log in with your web browser"),
    ],
)
@pytest.mark.parametrize(("account", "cause"), [("", "AUTH_NEEDED"), (ACCOUNT, "AUTH_FAILED")])
def test_a_missing_sign_in_concerns_the_account(stage: str, reply: Reply, account: str, cause: str) -> None:
    stance, error = classify(asked(stage, account), reply)
    assert stance is Stance.RETRY
    assert isinstance(error, CredentialsError)
    assert error.cause == cause


def test_what_the_server_says_is_shortened_and_quoted() -> None:
    _, error = classify(asked("dot"), Reply(554, "", "x" * 1500))
    assert error is not None
    assert len(error.hint) < 340
    assert error.hint.startswith("The server said: “xxx")


def test_several_refusals_become_one_error_that_names_each() -> None:
    errors = []
    for address in ("a@b.example", "c@d.example", "e@f.example"):
        _, error = classify(Asked("rcpt", address), Reply(550, "5.1.1", "User unknown"))
        assert error is not None
        errors.append(error)
    whole = all_of(errors)
    assert isinstance(whole, RefusedError)
    assert whole.cause == "RECIPIENT_REFUSED"
    for address in ("a@b.example", "c@d.example", "e@f.example"):
        assert address in str(whole)
    assert all_of(errors[:1]) is errors[0]
