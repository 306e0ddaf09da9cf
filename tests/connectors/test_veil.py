"""A server that repeats the password: in no form of it does it come through."""

from __future__ import annotations

import pytest

from mailflow_gui.connectors._veil import Veil
from mailflow_gui.core.connector import Attempt, Reply, Stance
from mailflow_gui.core.errors import RefusedError
from mailflow_gui.core.fields import SecretText
from tests.fakes.canary import forms, hits

USER = "info@example.org"
PASSWORD = 'Zx9-canary "quoted" \\ ü 77e1d0c2'
VEIL = Veil(USER, SecretText(PASSWORD))
SAID = ("raw", "SASL PLAIN", "SASL PLAIN for oneself", "SASL LOGIN")


@pytest.mark.parametrize("name", SAID)
def test_in_every_form_in_which_it_was_sent(name: str) -> None:
    form = forms(PASSWORD, USER)[name].decode()
    assert VEIL.text(f"wrong: {form}, really") in ("wrong: •••, really", "wrong: •••=, really", "wrong: •••==, really")


@pytest.mark.parametrize("printed", [repr, lambda text: repr(text.encode()), lambda text: repr([text.encode()])])
def test_as_python_prints_it(printed: object) -> None:
    text = VEIL.text(printed(PASSWORD))  # type: ignore[operator]
    assert not hits(text.encode(), PASSWORD, USER)
    assert "•••" in text


@pytest.mark.parametrize("cut", range(5, len(PASSWORD), 7))
def test_a_part_of_it_where_the_text_was_cut(cut: int) -> None:
    text = VEIL.text("x" * 2000 + PASSWORD[:cut])
    assert text == "x" * 2000 + "•••"


def test_a_short_text_is_not_taken_for_a_cut_one() -> None:
    assert Veil(USER, SecretText("password")).text("wrong pass") == "wrong pass"


def test_without_a_password_nothing_is_changed() -> None:
    assert Veil(USER, SecretText("")).text("as it is") == "as it is"


def test_the_outcome_of_an_attempt() -> None:
    reply = Reply(550, "5.1.1", f"no {PASSWORD}")
    error = RefusedError(f"Refused {PASSWORD}", f"said {PASSWORD}", details=str(reply))
    before = Attempt(Stance.REFUSED, reply, (("a@example.net", Stance.REFUSED, reply),), error)
    after = VEIL.attempt(before)
    assert after.stance is Stance.REFUSED
    assert after.reply == after.recipients[0][2] == Reply(550, "5.1.1", "no •••")
    assert isinstance(after.error, RefusedError)
    assert (after.error.title, after.error.hint, after.error.details) == ("Refused •••", "said •••", "550 5.1.1 no •••")
    assert str(after.error) == "Refused •••. said •••"
