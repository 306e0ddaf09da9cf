"""Data under a passphrase: scrypt (RFC 7914) makes keys of it, AES-256-GCM (NIST SP 800-38D) seals. Any thread but the
window's: making a key takes about half a second and 128 MB."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from dataclasses import dataclass

from mailflow_gui.core.fields import SecretText

COST, BLOCK, LANES = 2**17, 8, 1
SALT, NONCE, KEY = 16, 12, 32
#: What a damaged file may ask for at most.
COSTS = range(2**14, 2**20 + 1)


class WrongPassphrase(Exception):
    """The passphrase does not open this."""


class DamagedSeal(Exception):
    """What was sealed is not whole, or was changed."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How keys are made of a passphrase; it stands in clear in the file, and is authenticated with its content."""

    salt: bytes
    cost: int

    def keys(self, passphrase: SecretText, length: int = KEY) -> bytes:
        """So many bytes of key."""
        from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

        kdf = Scrypt(salt=self.salt, length=length, n=self.cost, r=BLOCK, p=LANES)
        return kdf.derive(passphrase.reveal().encode())


def recipe_of(salt: object, numbers: object) -> Recipe:
    """A recipe from a file, within bounds, so that a damaged one can't ask for all the memory. Raises DamagedSeal."""
    if not isinstance(numbers, list) or len(numbers) != 3 or numbers[1:] != [BLOCK, LANES]:
        raise DamagedSeal
    cost = numbers[0]
    if not isinstance(cost, int) or cost not in COSTS or cost & (cost - 1):
        raise DamagedSeal
    try:
        found = Recipe(from_text(str(salt)), cost)
    except ValueError:
        raise DamagedSeal from None
    if len(found.salt) != SALT:
        raise DamagedSeal
    return found


def encrypt(key: bytes, data: bytes, header: bytes) -> tuple[bytes, bytes]:
    """Nonce and sealed bytes; the header is authenticated with them."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE)
    return nonce, AESGCM(key).encrypt(nonce, data, header)


def decrypt(key: bytes, nonce: bytes, sealed: bytes, header: bytes) -> bytes:
    """The data. Raises WrongPassphrase when the key or anything else is not what it was, DamagedSeal for nonsense."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(nonce, sealed, header)
    except InvalidTag:
        raise WrongPassphrase from None
    except ValueError:
        raise DamagedSeal from None


def seal(kind: str, passphrase: SecretText, data: bytes, cost: int = COST) -> bytes:
    """A file of this kind: JSON with a header in clear and the data sealed."""
    recipe = Recipe(os.urandom(SALT), cost)
    keys = recipe.keys(passphrase, 2 * KEY)
    header = {
        kind: 1,
        "scrypt": [cost, BLOCK, LANES],
        "salt": to_text(recipe.salt),
        # Tells a wrong passphrase from a changed file; it is as hard to guess from as the sealed data.
        "check": _check(keys),
    }
    clear = json.dumps(header)
    nonce, sealed = encrypt(keys[:KEY], data, clear.encode())
    return json.dumps({"header": clear, "nonce": to_text(nonce), "data": to_text(sealed)}, indent=1).encode()


def unseal(kind: str, passphrase: SecretText, file: bytes) -> bytes:
    """The data of a file that `seal` made. Raises WrongPassphrase, DamagedSeal."""
    try:
        outer = json.loads(file)
        clear = str(outer["header"])
        header = json.loads(clear)
        nonce, sealed = from_text(outer["nonce"]), from_text(outer["data"])
        if header[kind] != 1:
            raise DamagedSeal
        recipe, check = recipe_of(header["salt"], header["scrypt"]), str(header["check"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise DamagedSeal from None
    keys = recipe.keys(passphrase, 2 * KEY)
    if not hmac.compare_digest(_check(keys), check):
        raise WrongPassphrase
    try:
        return decrypt(keys[:KEY], nonce, sealed, clear.encode())
    except WrongPassphrase:
        raise DamagedSeal from None


def is_sealed(kind: str, start: bytes) -> bool:
    """Whether a file that begins so is of this kind."""
    return start.lstrip()[:1] == b"{" and kind.encode() in start


def to_text(data: bytes) -> str:
    """Bytes as text for JSON."""
    return base64.b64encode(data).decode()


def from_text(text: str) -> bytes:
    """Bytes from their text. Raises ValueError."""
    return base64.b64decode(text, validate=True)


def _check(keys: bytes) -> str:
    return hashlib.sha256(keys[KEY:]).hexdigest()
