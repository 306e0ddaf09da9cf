"""From an exchange to the message that is sent: envelope, headers from scratch, body. Pure and deterministic.

Called by the send action on the integration's thread; the result is frozen before the first attempt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mailflow_gui.core import identity
from mailflow_gui.core.connector import Outgoing
from mailflow_gui.core.errors import RefusedError, Remedy
from mailflow_gui.core.exchange import Exchange, Redirect
from mailflow_gui.core.language import tr
from mailflow_gui.core.loops import LOOP_HEADER, automatic, loop_value
from mailflow_gui.core.message import Address, Attachment
from mailflow_gui.core.mime.addresses import domain_of, needs_smtputf8, split_recipients
from mailflow_gui.core.mime.compose import Draft, compose
from mailflow_gui.core.relations import ANSWER, FORWARD, FORWARD_ATTACHED, answer_to, original
from mailflow_gui.core.sending import ResolvedFields, resolve_fields

if TYPE_CHECKING:
    from mailflow_gui.connectors.email_send import SendAction

_LABELS = {"from": "Email from", "to": "Email to", "cc": "Email cc", "bcc": "Email bcc", "replyTo": "Reply to"}


def compose_outgoing(action: SendAction, exchange: Exchange, key: str) -> Outgoing:
    """The message and its envelope.

    The envelope is To, Cc and Bcc as typed or as produced by a step, never the received message's headers: a mapped
    display name can't add a recipient. Bcc is not in the message. Of the received message only these values and, when
    the action says so, the attachments go along. The same exchange and idempotency key
    give the same bytes, Message-ID included.

    Raises RefusedError: NO_RECIPIENT, NO_SENDER, RECIPIENT_SYNTAX, or INTERNAL when the result does not pass the last
    check before the wire.
    """
    resolved = resolve_fields(
        action.typed(), exchange, action.priority, action.content_type, action.relation, quote=action.quote
    )
    to, cc, bcc = _recipients(resolved, exchange.instead)
    sender, reply_to = _one_address(resolved, "from"), _addresses(resolved, "replyTo")
    if sender is None:
        raise _blank("from", "NO_SENDER", tr("The message has no sender"))
    if not (to or cc or bcc):
        raise _blank("to", "NO_RECIPIENT", tr("The message does not have any recipients set"))
    message_id = identity.message_id(key, domain_of(sender.address))
    named = (sender, *to, *cc, *bcc, *reply_to)
    is_reply = action.relation == ANSWER or action.auto_submitted == "auto-replied"
    draft = Draft(
        sender=sender,
        to=to,
        cc=cc,
        reply_to=reply_to,
        subject=resolved["subject"].value,
        text=resolved.plain,
        html=resolved.html or None,
        message_id=message_id,
        date=exchange.now,
        attachments=_attachments(action, exchange),
        in_reply_to=exchange.message.message_id if is_reply else "",
        references=_thread(exchange) if is_reply else (),
        extra_headers=_marks(action, exchange),
        utf8_headers=any(needs_smtputf8(one.address) for one in named),
    )
    return Outgoing(
        sender=sender.address,
        recipients=_envelope(*to, *cc, *bcc),
        wire=_written(draft),
        message_id=message_id,
        subject=draft.subject,
        needs_utf8=draft.utf8_headers,
    )


def _recipients(resolved: ResolvedFields, instead: Sequence[Redirect]) -> tuple[tuple[Address, ...], ...]:
    """To, Cc and Bcc, with the addresses that the person put in the place of others."""
    alone = [one.new for one in instead if not one.old]
    if alone:
        return (Address("", alone[-1]),), (), ()
    found = tuple(_addresses(resolved, name) for name in ("to", "cc", "bcc"))
    for one in instead:
        found = tuple(tuple(Address("", one.new) if a.address == one.old else a for a in named) for named in found)
    return found


def _attachments(action: SendAction, exchange: Exchange) -> tuple[Attachment, ...]:
    """What goes along: the received attachments where the action says so, or the received message itself."""
    if action.relation == FORWARD_ATTACHED:
        return (original(exchange.message),)
    passed_on = action.attachments or action.relation == FORWARD
    return exchange.message.attachments if passed_on else ()


def why_not_answered(action: SendAction, exchange: Exchange, outgoing: Outgoing) -> str:
    """Why an answer is not sent (RFC 3834), "" when it may be.

    An answer is what says so, and whatever goes to the address that the message came from.
    """
    back = {one.address.casefold() for one in answer_to(exchange.message)}
    to_sender = any(one.casefold() in back for one in outgoing.recipients)
    answers = action.relation == ANSWER or action.auto_submitted == "auto-replied" or to_sender
    reason = automatic(exchange.message) if answers and action.loop_guard else ""
    return tr("Not answered: {reason}", reason=reason) if reason else ""


def _marks(action: SendAction, exchange: Exchange) -> tuple[tuple[str, str], ...]:
    """What tells other programs not to answer (RFC 3834), and Mailflow how often this has been sent on."""
    loop = (LOOP_HEADER, loop_value(exchange.message, exchange.origin))
    if action.auto_submitted == "no":
        return (loop,)
    mark = "auto-replied" if action.relation == ANSWER else action.auto_submitted
    return (("Auto-Submitted", mark), ("X-Auto-Response-Suppress", "All"), loop)


def _thread(exchange: Exchange) -> tuple[str, ...]:
    """References of an answer (RFC 5322 3.6.4): those of the received message, then its own id."""
    message = exchange.message
    return (*message.references, message.message_id) if message.message_id else message.references


def _envelope(*addresses: Address) -> tuple[str, ...]:
    """Each address once. Domains are compared without case, local parts are not (RFC 5321 2.4)."""
    found: dict[tuple[str, str], str] = {}
    for one in addresses:
        local, _, domain = one.address.rpartition("@")
        found.setdefault((local, domain.lower()), one.address)
    return tuple(found.values())


def _addresses(resolved: ResolvedFields, name: str) -> tuple[Address, ...]:
    addresses, problems = split_recipients(resolved[name].value)
    label = tr(_LABELS[name])
    if problems:
        raise RefusedError(
            tr("{label} has text that is not an email address", label=label),
            " ".join(problems[:5]),
            cause="RECIPIENT_SYNTAX",
            fix=tr("Correct {label}, or what is mapped to it.", label=label),
            fields=(name,),
            remedies=(Remedy("edit", tr("Edit {label}", label=label), field=name),),
            facts={"field": name, "origin": resolved[name].origin},
        )
    return tuple(addresses)


def _one_address(resolved: ResolvedFields, name: str) -> Address | None:
    addresses = _addresses(resolved, name)
    label = tr(_LABELS[name])
    if len(addresses) > 1:
        raise RefusedError(
            tr("{label} has {count} addresses", label=label, count=len(addresses)),
            tr("“{value}” is a list; an email comes from one address.", value=resolved[name].value[:200]),
            cause="RECIPIENT_SYNTAX",
            fix=tr("Leave one address in {label}, or map one value to it.", label=label),
            fields=(name,),
            remedies=(Remedy("edit", tr("Edit {label}", label=label), field=name),),
        )
    return addresses[0] if addresses else None


def _blank(name: str, cause: str, title: str) -> RefusedError:
    label = tr(_LABELS[name])
    return RefusedError(
        title,
        tr("{label} is blank, and no earlier step gives it a value.", label=label),
        cause=cause,
        fix=tr("Type {label}, or map a value to it in a data mapper before this step.", label=label),
        fields=(name,),
        remedies=(Remedy("edit", tr("Edit {label}", label=label), field=name),),
    )


def _written(draft: Draft) -> bytes:
    try:
        return compose(draft, boundary_seed=draft.message_id)
    except ValueError as error:
        raise RefusedError(
            tr("Mailflow could not write this message correctly"),
            tr("It was not sent. The original is kept."),
            cause="INTERNAL",
            details=str(error),
        ) from error
