"""Sealed files: only the passphrase opens them, and any change of any byte is noticed."""

from __future__ import annotations

import json

import pytest

from mailflow_gui.core.fields import SecretText
from mailflow_gui.store import sealing
from mailflow_gui.store.sealing import DamagedSeal, WrongPassphrase, is_sealed, seal, unseal

KIND, WORDS, DATA = "mailflow-test", SecretText("correct horse"), b"secret data" * 20
COST = 2**14


@pytest.fixture(scope="module")
def file() -> bytes:
    return seal(KIND, WORDS, DATA, COST)


def test_the_passphrase_opens_it(file: bytes) -> None:
    assert unseal(KIND, WORDS, file) == DATA
    assert is_sealed(KIND, file[:100])
    assert not is_sealed("mailflow-other", file[:100])
    assert b"secret" not in file


def test_two_files_of_the_same_have_nothing_in_common(file: bytes) -> None:
    one, two = json.loads(file), json.loads(seal(KIND, WORDS, DATA, COST))
    assert one["nonce"] != two["nonce"]
    assert one["data"] != two["data"]
    assert json.loads(one["header"])["salt"] != json.loads(two["header"])["salt"]


def test_a_usual_file_costs_what_owasp_asks_for_and_more() -> None:
    assert sealing.COST * sealing.BLOCK * 128 == 128 * 1024 * 1024


@pytest.mark.parametrize("words", ["correct hors", "Correct horse", "", "correct horse "])
def test_another_passphrase_is_wrong(file: bytes, words: str) -> None:
    with pytest.raises(WrongPassphrase):
        unseal(KIND, SecretText(words), file)


@pytest.mark.parametrize("part", [0, 1, 10, 50, 90, 99])
def test_a_part_of_it_is_damaged(file: bytes, part: int) -> None:
    with pytest.raises(DamagedSeal):
        unseal(KIND, WORDS, file[: len(file) * part // 100])


def changed(file: bytes, key: str, place: int) -> bytes:
    """The file with one bit of a part turned over."""
    outer = json.loads(file)
    data = bytearray(sealing.from_text(outer[key]))
    data[place % len(data)] ^= 1
    return json.dumps({**outer, key: sealing.to_text(bytes(data))}).encode()


@pytest.mark.parametrize("place", [0, 100, -1, -16])
@pytest.mark.parametrize("key", ["nonce", "data"])
def test_a_changed_bit_is_noticed(file: bytes, key: str, place: int) -> None:
    with pytest.raises(DamagedSeal):
        unseal(KIND, WORDS, changed(file, key, place))


def test_a_changed_header_is_noticed(file: bytes) -> None:
    outer = json.loads(file)
    outer["header"] = outer["header"].replace('"mailflow-test": 1', '"mailflow-test": 1, "more": 1')
    with pytest.raises(DamagedSeal):
        unseal(KIND, WORDS, json.dumps(outer).encode())


@pytest.mark.parametrize(
    "numbers",
    [[2**30, 8, 1], [2**13, 8, 1], [2**14 + 1, 8, 1], [2**14, 64, 1], [2**14, 8, 9], ["16384", 8, 1], [], None],
)
def test_a_file_can_not_ask_for_all_the_memory(file: bytes, numbers: object) -> None:
    outer = json.loads(file)
    outer["header"] = json.dumps({**json.loads(outer["header"]), "scrypt": numbers})
    with pytest.raises(DamagedSeal):
        unseal(KIND, WORDS, json.dumps(outer).encode())


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{}", b'{"header": "[]"}', b"\xff\xfe", b"[" * 100_000])
def test_nonsense_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedSeal):
        unseal(KIND, WORDS, data)
