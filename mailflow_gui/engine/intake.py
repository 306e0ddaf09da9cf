"""Which messages of a folder are taken at a poll: baseline, known ones, renumbered and restored folders, the limit.

Read state on the server and Message-ID decide nothing; the ledger does. Thread of the integration.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from mailflow_gui.core import identity
from mailflow_gui.core.connector import Fetched, Listing, Locator, Source
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.ledger import RESTORED, Intake, Ledger, Place
from mailflow_gui.core.ports import Clock

#: So many first-seen messages at once, older than the newest one handled, look like a restored mailbox.
BURST = 50


@dataclass(frozen=True, slots=True)
class Rules:
    """How a poll chooses. `limit` -1: no limit. `start_from`: all, now, or a number of newest messages.

    `shared`: other computers take from the same folder.
    """

    limit: int = 5
    start_from: str = "all"
    every_poll: bool = False
    unseen_only: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """What a poll takes: `locators` oldest first, `later` for the next polls, `doubtful` for Needs Attention.

    `warnings` is what the person is told. `intake` is to be stored with the messages taken. `void`: the server has
    lost count, and the known locators stand for other messages now. `elsewhere`: so many another computer has taken.
    """

    listing: Listing
    locators: tuple[Locator, ...]
    later: tuple[Locator, ...]
    intake: Intake
    doubtful: tuple[Fetched, ...] = ()
    known: tuple[Locator, ...] = ()
    warnings: tuple[str, ...] = ()
    void: bool = False
    elsewhere: int = 0


def choose(source: Source, ledger: Ledger, place: Place, rules: Rules, clock: Clock) -> Selection:
    """Asks the folder and decides. Changes nothing on the server and nothing in the ledger."""
    intake = ledger.intake(place)
    listing = source.listing(intake.floor if intake and not rules.every_poll else 0)
    if intake is None:
        return _first_look(listing, rules, clock)
    if intake.generation != listing.generation or _went_back(listing, intake):
        listing = source.listing(0)
        return _reconcile(source, ledger, place, rules, (listing, listing.locators, intake))
    if rules.every_poll:
        busy = ledger.open_uids(place)
        fresh = [one for one in listing.locators if one.uid not in busy]
        return _limited(listing, fresh, rules, replace(intake, next_uid=listing.next_uid))
    above = [one for one in listing.locators if not _below(one, intake.floor)]
    fresh = ledger.unknown(place, above)
    if _all_new(listing, fresh, ledger.has_known(place)) or _burst(fresh, intake):
        return _reconcile(source, ledger, place, rules, (listing, fresh, intake))
    return _limited(listing, fresh, rules, _raised(intake, listing, rules, fresh))


def _first_look(listing: Listing, rules: Rules, clock: Clock) -> Selection:
    """The first contact with a folder: what was there before counts as known, as far as the person said so."""
    if rules.start_from == "all":
        return _limited(listing, listing.locators, rules, Intake(listing.generation, next_uid=listing.next_uid))
    keep = 0 if rules.start_from == "now" else int(rules.start_from)
    split = max(len(listing.locators) - keep, 0)
    old, fresh = listing.locators[:split], listing.locators[split:]
    floor = 0
    if listing.generation:
        floor = int(fresh[0].uid) - 1 if fresh else max([listing.next_uid - 1, *(int(one.uid) for one in old)])
    moment = clock.now().isoformat()
    intake = Intake(listing.generation, floor, watermark=moment, next_uid=listing.next_uid, baseline=moment)
    known = () if listing.generation else old
    return replace(_limited(listing, fresh, rules, intake), known=known)


def _reconcile(
    source: Source,
    ledger: Ledger,
    place: Place,
    rules: Rules,
    found: tuple[Listing, Sequence[Locator], Intake],
) -> Selection:
    """A folder whose locators mean nothing any more, or too many new ones at once: headers tell what is known.

    Recognised messages are known again; unknown ones older than what was handled wait for the person, after a restored
    backup also those that do not tell when they arrived.
    """
    listing, candidates, intake = found
    known, doubtful, fresh = [], [], []
    for chunk in _chunks(candidates):
        fetched = [one for one in source.headers(chunk) if not one.gone]
        prints = {one.locator.uid: identity.header_print(one.raw) for one in fetched}
        recognised = ledger.prints_known(place, list(prints.values()))
        for one in fetched:
            arrived = one.received or arrival(one.raw)
            if prints[one.locator.uid] in recognised or _before(arrived, intake.baseline):
                known.append(one.locator)
            elif _before(arrived, intake.watermark) or (intake.generation == RESTORED and not arrived):
                doubtful.append(one)
            else:
                fresh.append(one.locator)
    moved = replace(intake, generation=listing.generation, floor=0, next_uid=listing.next_uid)
    selection = _limited(listing, fresh, rules, moved)
    return replace(
        selection,
        known=tuple(known),
        doubtful=tuple(doubtful),
        warnings=_told(listing, intake, len(known), len(doubtful)),
        void=_went_back(listing, intake),
    )


def _told(listing: Listing, intake: Intake, known: int, doubtful: int) -> tuple[str, ...]:
    if intake.generation == RESTORED:
        what = tr("The profile was restored from a backup.")
    elif intake.generation != listing.generation or _went_back(listing, intake):
        what = tr("The server renumbered the folder.")
    elif known + doubtful:
        what = tr("The folder seems to have been restored or its message identifiers were changed.")
    else:
        return ()
    again = trn(
        "{count} message was recognised and is not processed again.",
        "{count} messages were recognised and are not processed again.",
        known,
    )
    waiting = trn(
        "{count} older one waits under Needs Attention.", "{count} older ones wait under Needs Attention.", doubtful
    )
    return (f"{what} {again} {waiting if doubtful else ''}".strip(),)


def _limited(listing: Listing, fresh: Sequence[Locator], rules: Rules, intake: Intake) -> Selection:
    count = len(fresh) if rules.limit < 0 else rules.limit
    return Selection(listing, tuple(fresh[:count]), tuple(fresh[count:]), intake)


def _raised(intake: Intake, listing: Listing, rules: Rules, fresh: Sequence[Locator]) -> Intake:
    """The floor rises to just below the first message that is not known: the next question is smaller."""
    intake = replace(intake, next_uid=listing.next_uid or intake.next_uid)
    if not listing.generation or rules.unseen_only or not listing.locators:
        return intake
    top = int(fresh[0].uid) - 1 if fresh else int(listing.locators[-1].uid)
    return replace(intake, floor=max(intake.floor, top))


def _below(locator: Locator, floor: int) -> bool:
    return bool(locator.generation) and int(locator.uid) <= floor


def _all_new(listing: Listing, fresh: Sequence[Locator], has_known: bool) -> bool:
    """A POP3 mailbox in which every identifier changed at once."""
    return not listing.generation and has_known and len(fresh) > 1 and len(fresh) == len(listing.locators)


def _went_back(listing: Listing, intake: Intake) -> bool:
    """UIDNEXT never falls under one UIDVALIDITY (RFC 9051 2.3.1.1): the server has lost count, as if renumbered."""
    return 0 < listing.next_uid < intake.next_uid


def _burst(fresh: Sequence[Locator], intake: Intake) -> bool:
    """Many messages with new UIDs at once: a restored mailbox looks like this, so their headers are compared."""
    if not intake.watermark or not intake.next_uid:
        return False
    return sum(1 for one in fresh if one.generation and int(one.uid) >= intake.next_uid) > BURST


def _before(received: str, moment: str) -> bool:
    """Whether an arrival lies more than a minute before a moment; unknown times never do."""
    if not received or not moment:
        return False
    return datetime.fromisoformat(received) < datetime.fromisoformat(moment) - timedelta(minutes=1)


def arrival(header: bytes) -> str:
    """When a message arrived (ISO 8601) by its topmost Received field, which the receiving server wrote; "" unknown.

    For POP3, which does not tell. The Date field is the sender's word and counts for nothing.
    """
    lines: list[bytes] = []
    for line in header.replace(b"\r\n", b"\n").split(b"\n"):
        if lines and not line.startswith((b" ", b"\t")):
            break
        if lines or line[:9].lower() == b"received:":
            lines.append(line)
    _, semicolon, date = b"".join(lines).rpartition(b";")
    try:
        moment = parsedate_to_datetime(date[:100].decode("ascii", "replace").strip()) if semicolon else None
    except ValueError:
        return ""
    return moment.isoformat() if moment is not None and moment.tzinfo is not None else ""


def _chunks(locators: Sequence[Locator], size: int = 200) -> Iterable[Sequence[Locator]]:
    for start in range(0, len(locators), size):
        yield locators[start : start + size]
