"""Seals bytes with a key, and opens them: the one place that knows the package `cryptography`."""

import os

from sgdocs.errors import SafetyRefused

__all__ = ["KEY_BYTES", "new_key", "opened", "sealed"]

KEY_BYTES = 32
_NONCE = 12


def new_key() -> bytes:
    """Make a key that nobody can guess."""
    return os.urandom(KEY_BYTES)


def sealed(data: bytes, key: bytes, about: bytes) -> bytes:
    """Seal bytes: unreadable and unalterable without the key; `about` must be the same to open."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - slow to load

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, about)


def opened(data: bytes, key: bytes, about: bytes, where: str) -> bytes:
    """Open what was sealed; refuse where one bit is another or the key is."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - slow to load
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - slow to load

    try:
        return AESGCM(key).decrypt(data[:_NONCE], data[_NONCE:], about)
    except (InvalidTag, ValueError):
        raise SafetyRefused(
            "the pseudonyms could not be opened: the key is another one, or the file was altered.",
            where=where,
            remedy="Give the key file that was made for this case, or restore the file.",
        ) from None
