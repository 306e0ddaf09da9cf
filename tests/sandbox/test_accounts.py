"""Who may sign in to the practice server."""

import pytest

from mailflow_gui.sandbox.accounts import Accounts


def test_full_and_short_names_in_any_case_mean_the_same_account() -> None:
    accounts = Accounts({"Practice@sandbox.local": "a", "leads": "b"})
    assert accounts.named("practice") is accounts.named("PRACTICE@SANDBOX.LOCAL") is accounts.first
    leads = accounts.named("leads@sandbox.local")
    assert leads is not None
    assert leads.address == "leads@sandbox.local"
    assert accounts.named("practice@example.org") is None


def test_the_first_of_two_users_keeps_a_shared_short_name() -> None:
    accounts = Accounts({"info@example.org": "a", "info@example.net": "b"})
    assert accounts.named("info") is accounts.named("info@example.org")
    assert accounts.authenticated("info@example.net", "b") is not None


def test_passwords_are_compared_exactly() -> None:
    accounts = Accounts({"zoë": "Größe"})
    assert accounts.authenticated("zoë", "Größe") is accounts.first
    assert accounts.authenticated("zoë", "größe") is None
    assert accounts.authenticated("nobody", "Größe") is None


def test_needs_a_user() -> None:
    with pytest.raises(ValueError, match="at least one user"):
        Accounts({})
