"""What becomes of a message's parcels when the person asks for another try: composed anew, or the same to the rest."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from mailflow_gui.core.exchange import Redirect
from mailflow_gui.store._search import note, owe


def renew_parcels(connection: sqlite3.Connection, trip: str, instead: Sequence[Redirect]) -> None:
    """Parcels that nobody has go, so that they are composed with current settings; one that somebody has keeps its
    bytes. What was sent, or may have been, is left alone."""
    rows = connection.execute(
        "SELECT id, step_id, recipients FROM parcel WHERE trip = ? AND state NOT IN ('sent', 'in-doubt', 'dot-sent')",
        (trip,),
    ).fetchall()
    note(connection, [trip])  # it is found by what goes now, too
    owe(connection, trip)
    for row in rows:
        sent = [
            one["address"]
            for one in connection.execute(
                "SELECT address FROM recipient WHERE parcel = ? AND stance = 'sent'", (row["id"],)
            )
        ]
        if not sent:
            _drop(connection, row["id"])
            continue
        mine = [one for one in instead if one.place == row["step_id"]]
        recipients = _redirected(json.loads(row["recipients"]), sent, mine)
        # With nobody left it counts as sent: a ready parcel without anybody to send to would go to all once more.
        state = "ready" if set(recipients) - set(sent) else "sent"
        connection.execute("DELETE FROM recipient WHERE parcel = ? AND stance != 'sent'", (row["id"],))
        connection.execute(
            "UPDATE parcel SET state = ?, first_at = '', recipients = ? WHERE id = ?",
            (state, json.dumps(recipients), row["id"]),
        )


def _redirected(recipients: Sequence[str], sent: Sequence[str], instead: Sequence[Redirect]) -> list[str]:
    """Who gets it now, each once; those who have it stay."""
    found = list(recipients)
    for one in instead:
        found = [one.new if address not in sent and one.old in ("", address) else address for address in found]
    return list(dict.fromkeys(found))


def _drop(connection: sqlite3.Connection, parcel: str) -> None:
    for table, column in (("wire", "parcel"), ("recipient", "parcel"), ("parcel", "id")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (parcel,))  # noqa: S608
