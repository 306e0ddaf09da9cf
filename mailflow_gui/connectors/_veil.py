"""Takes a connection's password out of what its server says, before anything is shown, logged or recorded. Pure.

A server knows the password and may repeat it in any answer, by malice or by helpfulness.
"""

from __future__ import annotations

import base64
from dataclasses import replace

from mailflow_gui.core.connector import Attempt, Reply
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import SecretText

_DOTS = "•••"
#: Texts are cut at so many characters or more; then a part of the password may stand at the end. Shorter parts than
#: this are no clue.
_CUT, _PART = 2000, 4


class Veil:
    """The forms in which one password may be repeated: raw, quoted, as Python prints it, and coded for a sign-in."""

    def __init__(self, username: str, password: SecretText) -> None:
        self._forms = _forms(username, password.reveal())

    def text(self, said: str) -> str:
        """A text without the password, and without the part of it where the text was cut."""
        whole = len(said)
        for form in self._forms:
            said = said.replace(form, _DOTS)
        for form in self._forms if whole >= _CUT else ():
            for length in range(min(len(form), len(said)), _PART - 1, -1):
                if said.endswith(form[:length]):
                    return said[:-length] + _DOTS
        return said

    def attempt(self, attempt: Attempt) -> Attempt:
        """The outcome of an attempt without the password. What it decided came from the server's own words."""
        error = attempt.error
        return replace(
            attempt,
            reply=self._reply(attempt.reply),
            recipients=tuple((one, stance, self._reply(reply)) for one, stance, reply in attempt.recipients),
            error=self.error(error) if isinstance(error, MailflowError) else error,
        )

    def error(self, error: MailflowError) -> MailflowError:
        """The same error with its words veiled."""
        error.title, error.hint = self.text(error.title), self.text(error.hint)
        error.details = self.text(error.details)
        error.args = (error.title,)
        return error

    def _reply(self, reply: Reply) -> Reply:
        return replace(reply, text=self.text(reply.text))


def _forms(user: str, password: str) -> tuple[str, ...]:
    """Longest first."""
    if not password:
        return ()
    octets = password.encode("utf-8", "surrogatepass")
    quoted = password.replace("\\", "\\\\").replace('"', '\\"')
    forms = {password, quoted, repr(password)[1:-1], repr(octets)[2:-1]}
    forms |= {one.encode("ascii", "ignore").decode() for one in (password, quoted)} - {""}  # as IMAPClient reads it
    for text in (password, f"\0{user}\0{password}", f"{user}\0{user}\0{password}"):
        coded = base64.b64encode(text.encode("utf-8", "surrogatepass")).decode("ascii")
        forms |= {coded, coded.rstrip("=")}
    return tuple(sorted(forms, key=len, reverse=True))
