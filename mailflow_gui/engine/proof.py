"""“Send This as a Test”: one composed message to one address, to look at it in a real mail program. Pool thread.

It is no run: nothing is written into the ledger, and no other recipient is in the envelope.
"""

from __future__ import annotations

import secrets
from dataclasses import replace

from mailflow_gui.core.connector import Sender, Stance
from mailflow_gui.core.errors import MailflowError, RefusedError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection, Step
from mailflow_gui.core.ports import StopRequest
from mailflow_gui.engine.assemble import Workshop
from mailflow_gui.engine.connections import settings_of


def send_proof(
    step: Step, connection: Connection, exchange: Exchange, address: str, shop: Workshop, stop: StopRequest
) -> None:
    """Sends what the step makes of a message to `address` alone; the message itself names its real recipients.

    Returns once the server has taken it. Raises MailflowError with the cause when it was not sent, and says so when
    that is not known.
    """
    action = shop.catalog.action(step.action)[1]
    sender: Sender = action.open(settings_of(connection, shop.catalog, shop.vault), shop.catalog.read(step)[0])
    composed = sender.compose(exchange, f"test-{secrets.token_hex(8)}")
    outgoing = replace(composed, recipients=(address,))
    sender.transport.attend(stop)
    try:
        attempt = sender.transport.transmit(outgoing, (address,), lambda _: None)
    finally:
        sender.transport.close()
    if attempt.stance is Stance.SENT:
        return
    if attempt.stance is Stance.IN_DOUBT:
        hint = tr(
            "The connection broke in the instant of delivery. Look into the mailbox of {address}.", address=address
        )
        raise RefusedError(tr("The test may have arrived"), hint, cause="IN_DOUBT")
    if isinstance(attempt.error, MailflowError):
        raise attempt.error
    raise RefusedError(tr("The test was not sent"), attempt.reply.text, cause="REJECTED")
