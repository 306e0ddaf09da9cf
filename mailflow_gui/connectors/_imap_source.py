"""The receiving end over IMAP (RFC 3501, RFC 9051): one kept connection that lists, fetches, settles and waits.

Runs on the integration's thread. Nothing marks a message, except `settle`, and `claim` in a shared folder.
"""

from __future__ import annotations

import contextlib
import imaplib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from imapclient import IMAPClient

from mailflow_gui.connectors import _imap_fetch as box
from mailflow_gui.connectors._halt import in_passing, shortly
from mailflow_gui.connectors._imap_claim import claim, no_claims
from mailflow_gui.connectors._imap_folders import find_folder
from mailflow_gui.connectors._imap_idle import IdleRefused, wait_for_news
from mailflow_gui.connectors._imap_settlement import Settlement
from mailflow_gui.connectors._receive_failures import Explain
from mailflow_gui.connectors._refusals import busy_code
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import Claim, Fetched, Listing, Locator, Trace
from mailflow_gui.core.errors import Cancelled, MailflowError, SettingsError, UnreachableError
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.ports import StopRequest

if TYPE_CHECKING:
    from mailflow_gui.connectors.email_receive import ReceiveAction

T = TypeVar("T")

WINDOW_COUNT: Final = 50
HEADERS_AT_ONCE: Final = 100
WINDOW_BYTES: Final = 8 * 1024 * 1024
#: A folder is opened anew this often (seconds), so that a UIDVALIDITY that changed behind our back is seen.
SELECT_AGAIN: Final = 900.0
_HEADERS = f"(UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER]<0.{box.HEADER_LIMIT}>)"
_WHOLE = "(UID FLAGS INTERNALDATE BODY.PEEK[])"


@dataclass
class _Open:
    """What is known of the folder that is open now; `shared`: it keeps keywords and counts changes of flags."""

    generation: str
    next_uid: int
    total: int
    since: float
    shared: bool = False
    fresh: bool = True


class ImapSource:
    """A Source (core.connector) over IMAP.

    `connect` gives a signed-in client or raises MailflowError; `explain` words what fails later.
    """

    def __init__(self, action: ReceiveAction, connect: Callable[[Trace], IMAPClient], explain: Explain) -> None:
        self._action = action
        self._connect = connect
        self._trace = SilentTrace()
        self._explain = explain
        self._client: IMAPClient | None = None
        self._cap: box.LiteralCap | None = None
        self._open: _Open | None = None
        self._settlement: Settlement | None = None
        self._push = action.push

    # ---- the Source protocol ----

    def attend(self, stop: StopRequest) -> None:
        """All waits end with Cancelled soon after `stop` is set; settling gets a second."""
        self._trace = SilentTrace(stop)

    def listing(self, after: int) -> Listing:
        """What the folder holds now, by UID. Unread only: all unread messages, whatever `after` says."""
        return self._run(partial(self._list, after))

    def headers(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        """Header blocks in the order asked for, with `locator.size` filled in."""
        for chunk in _split(locators, HEADERS_AT_ONCE):
            yield from self._run(partial(self._read_headers, chunk))

    def fetch(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        """Whole messages in the order asked for, with `locator.size` filled in; too large ones with headers only.

        A message that the server refuses to hand over does not hold up the others: it is left out, and once they are
        through UnreachableError is raised, so that it is asked for again.
        """
        refused: list[Exception] = []
        for chunk in _split(locators, box.COMMAND):
            sizes = self._run(partial(self._measure, chunk))
            for window in _windows(chunk, sizes, self._action.max_bytes):
                yield from self._run(partial(self._read_window, window, sizes, refused))
        if refused:
            title = trn(
                "The server did not hand over 1 message", "The server did not hand over {count} messages", len(refused)
            )
            hint = tr("The other messages were taken. Mailflow asks for it again at the next poll.")
            raise UnreachableError(title, hint, details=self._explain.said(refused[0]))

    def claim(self, locators: Sequence[Locator], owner: str) -> Claim:
        """Marks these messages for `owner`, but those that another computer has marked."""
        return self._run(partial(self._claim, locators, owner))

    def settle(self, locators: Sequence[Locator]) -> None:
        """Mark, move, copy or delete, as the action says. Locators of another UIDVALIDITY are void and passed over."""
        if self._action.verb != "keep" and locators:
            with self._trace.halt.allowing(shortly):
                self._run(partial(self._settle, locators))

    def wait(self, seconds: float, stop: threading.Event) -> bool:
        """Wait for the next poll: in IDLE on this connection when Push is on and the server offers it."""
        began = time.monotonic()
        client = self._client
        if self._push and client is not None and self._open is not None:
            try:
                with self._trace.halt.allowing(shortly):
                    return wait_for_news(client, seconds, stop)
            except IdleRefused:
                self._push = False  # poll from now on: asking again at each poll would be refused again
            except Cancelled:
                self._drop()
                return False
            except (imaplib.IMAP4.error, OSError, ValueError) as error:
                self._drop()
                if stop.is_set():
                    return False
                raise self._explain(error, time.monotonic() - began) from error
        stop.wait(max(0.0, began + seconds - time.monotonic()))
        return False

    def close(self) -> None:
        """Sign out. The folder is not closed first: CLOSE would expunge what other programs have flagged."""
        client = self._client
        if client is not None:
            with contextlib.suppress(Exception), self._trace.halt.allowing(in_passing):
                client.socket().settimeout(2)
                client.logout()
        self._drop()

    # ---- the connection ----

    def _run(self, work: Callable[[IMAPClient], T]) -> T:
        """Do some work in the open folder. A kept connection that turns out to be dead is replaced once."""
        kept = self._client is not None
        began = time.monotonic()
        while True:
            try:
                return work(self._session())
            except Cancelled:
                self._drop()  # an answer may be half read
                raise
            except MailflowError:
                raise
            except imaplib.IMAP4.readonly as error:
                raise _read_only(self._action.mailbox) from error
            except (imaplib.IMAP4.error, OSError, ValueError) as error:
                self._drop()
                if not kept or not isinstance(error, imaplib.IMAP4.abort | ConnectionError):
                    raise self._explain(error, time.monotonic() - began) from error
                kept = False

    def _session(self) -> IMAPClient:
        """The connection with the folder open."""
        client = self._client
        if client is None:
            client = self._connect(self._trace)
            self._client = client
            self._cap = box.LiteralCap(client)
            self._push = self._action.push
        if self._open is None or time.monotonic() - self._open.since > SELECT_AGAIN:
            self._open = None
            self._open, name = self._select(client)
            self._settlement = Settlement(client, self._action, name)
        return client

    def _select(self, client: IMAPClient) -> tuple[_Open, str]:
        """Open the folder: what it holds, and its name on the server."""
        name, only_read = self._action.mailbox, self._action.only_reads
        try:
            answer = client.select_folder(name, readonly=only_read)
        except (imaplib.IMAP4.readonly, imaplib.IMAP4.abort):
            raise
        except imaplib.IMAP4.error as error:
            found = "" if busy_code(str(error)) else find_folder(client, name)
            if busy_code(str(error)) or found == name:
                raise
            if not found:
                raise trouble("FOLDER_NOT_FOUND", folder=name, details=self._explain.said(error)) from error
            name = found
            answer = client.select_folder(name, readonly=only_read)
        client._imap.response("EXISTS")
        facts = [int(answer.get(key, 0)) for key in (b"UIDVALIDITY", b"UIDNEXT", b"EXISTS")]
        shared = b"\\*" in answer.get(b"PERMANENTFLAGS", ()) and b"NOMODSEQ" not in answer
        return _Open(str(facts[0]), facts[1], facts[2], time.monotonic(), shared), name

    def _drop(self) -> None:
        client, self._client = self._client, None
        self._open = self._settlement = self._cap = None
        if client is not None:
            with contextlib.suppress(Exception):
                client.shutdown()

    def _current(self) -> _Open:
        if self._open is None:
            raise imaplib.IMAP4.abort("no folder is open")
        return self._open

    # ---- listing ----

    def _list(self, after: int, client: IMAPClient) -> Listing:
        if not self._current().fresh:
            self._refresh(client)
        found = box.search(client, *self._question(after))
        self._count(client)
        here = self._current()
        here.fresh = False
        if found and here.next_uid:  # a server that does not tell it is not guessed at: a guess could go back
            here.next_uid = max(here.next_uid, found[-1] + 1)
        # `n:*` means the last message even when its UID is below n (RFC 3501 6.4.8).
        uids = found if self._action.unseen_only else [uid for uid in found if uid > after]
        locators = tuple(Locator(here.generation, str(uid)) for uid in uids)
        return Listing(self._action.mailbox, here.generation, locators, max(here.total, len(found)), here.next_uid)

    def _question(self, after: int) -> tuple[str, ...]:
        if self._action.unseen_only:
            return ("UNSEEN", "UNDELETED")
        return ("UID", f"{after + 1}:*", "UNDELETED") if after > 0 else ("UNDELETED",)

    def _refresh(self, client: IMAPClient) -> None:
        """Hear what has changed. A server that says NO to that has lost the folder: it is opened anew."""
        words = client.noop()[1]
        lost = any(word and word[0] in (b"NO", b"BYE") for word in words)
        if not lost and self._count(client):
            try:
                status = client.folder_status(self._action.mailbox, ["UIDNEXT", "UIDVALIDITY"])
            except imaplib.IMAP4.abort:
                raise
            except (imaplib.IMAP4.error, ValueError):  # not every server likes this question about an open folder
                return
            lost = str(status.get(b"UIDVALIDITY", "")) not in ("", self._current().generation)
            if self._current().next_uid:
                self._current().next_uid = max(self._current().next_uid, int(status.get(b"UIDNEXT", 0)))
        if lost:
            self._open = None
            self._session()

    def _count(self, client: IMAPClient) -> bool:
        """Take over what the server told of the number of messages; True when it spoke of new ones."""
        imap: Any = client._imap
        here = self._current()
        gone = [word for word in imap.response("EXPUNGE")[1] if word is not None]
        told = [int(word) for word in imap.response("EXISTS")[1] if word is not None]
        here.total = told[-1] if told else max(0, here.total - len(gone))
        return bool(told)

    # ---- reading ----

    def _measure(self, locators: Sequence[Locator], client: IMAPClient) -> dict[int, int]:
        return box.sizes(client, self._valid(locators))

    def _read_headers(self, locators: Sequence[Locator], client: IMAPClient) -> list[Fetched]:
        uids = self._valid(locators)
        self._expect(len(uids) * box.HEADER_LIMIT)
        found = {piece.uid: piece for piece in box.fetch(client, uids, _HEADERS)}
        return [_fetched(locator, found.get(int(locator.uid))) for locator in locators]

    def _read_window(
        self,
        locators: Sequence[Locator],
        sizes: dict[int, int],
        refused: list[Exception],
        client: IMAPClient,
    ) -> list[Fetched]:
        """One window of whole messages; when the server refuses it, one message after the other."""
        try:
            return self._read_whole(locators, sizes, client)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            if len(locators) == 1:
                refused.append(error)
                return []
        return [one for locator in locators for one in self._read_window([locator], sizes, refused, client)]

    def _read_whole(self, locators: Sequence[Locator], sizes: dict[int, int], client: IMAPClient) -> list[Fetched]:
        limit = self._action.max_bytes
        asked = [uid for uid in self._valid(locators) if uid in sizes and sizes[uid] <= limit]
        self._expect(sum(sizes[uid] if sizes[uid] >= 0 else limit for uid in asked))
        found = {piece.uid: piece for piece in box.fetch(client, asked, _WHOLE)}
        result = []
        for locator in locators:
            piece = found.get(int(locator.uid))
            if sizes.get(int(locator.uid), -1) > limit or (piece and len(piece.raw or b"") > limit):
                header = self._read_headers([locator], client)[0]
                result.append(replace(header, too_large=not header.gone))
            else:
                result.append(_fetched(locator, piece))
        return result

    def _expect(self, octets: int) -> None:
        if self._cap is not None:
            self._cap.expect(octets)

    # ---- claiming and settling ----

    def _claim(self, locators: Sequence[Locator], owner: str, client: IMAPClient) -> Claim:
        if not (client.has_capability("CONDSTORE") and self._current().shared):
            raise no_claims(self._action.mailbox)
        ours, theirs = claim(client, self._valid(locators), self._action.shared_as, owner)
        valid = [one for one in locators if one.generation == self._current().generation]
        return Claim(
            tuple(one for one in valid if int(one.uid) in ours), tuple(one for one in valid if int(one.uid) in theirs)
        )

    def _settle(self, locators: Sequence[Locator], client: IMAPClient) -> None:
        uids = self._valid(locators)
        if self._settlement is not None:
            self._settlement.settle(uids)

    def _valid(self, locators: Sequence[Locator]) -> list[int]:
        """UIDs of the locators that mean something in the folder as it is open now."""
        generation = self._current().generation
        return [int(locator.uid) for locator in locators if locator.generation == generation]


def _fetched(locator: Locator, piece: box.Piece | None) -> Fetched:
    if piece is None or piece.raw is None:
        return Fetched(locator, b"", gone=True)
    size = piece.size if piece.size >= 0 else len(piece.raw)
    return Fetched(replace(locator, size=size), piece.raw, piece.received, piece.seen)


def _split(locators: Sequence[Locator], size: int) -> Iterator[Sequence[Locator]]:
    for start in range(0, len(locators), size):
        yield locators[start : start + size]


def _windows(locators: Sequence[Locator], sizes: dict[int, int], limit: int) -> Iterator[list[Locator]]:
    """The locators in order, in windows bounded by count and bytes; a large message stands alone."""
    window: list[Locator] = []
    filled = 0
    for locator in locators:
        size = sizes.get(int(locator.uid), 0)
        size = box.HEADER_LIMIT if size > limit else size
        if window and (len(window) >= WINDOW_COUNT or filled + size > WINDOW_BYTES):
            yield window
            window, filled = [], 0
        window.append(locator)
        filled += size
    if window:
        yield window


def _read_only(folder: str) -> SettingsError:
    return SettingsError(
        tr("The account may only read the folder “{folder}”", folder=folder),
        tr("The server does not let Mailflow mark, move or delete messages there."),
        cause="FOLDER_READ_ONLY",
        fix=tr("Choose “Leave as it is” after success, or another folder."),
        fields=("afterSuccess", "folderName"),
    )
