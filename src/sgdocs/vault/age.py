"""pyrage, which writes and reads the age format: the one place that knows it."""

from collections.abc import Sequence
from importlib.util import find_spec

from sgdocs.errors import InputRefused, SafetyRefused, UsageRefused

__all__ = ["decrypted", "encrypted", "new_secret", "public_part", "require"]


def require() -> None:
    """Refuse where pyrage is not installed."""
    if find_spec("pyrage") is None:
        raise UsageRefused(
            "what encrypts is not installed here.",
            remedy="Install it: pip install 'sgdocs[encrypt]'.",
        )


def new_secret() -> str:
    """Make a secret key."""
    from pyrage.x25519 import Identity  # noqa: PLC0415 - an extra

    return str(Identity.generate())


def public_part(secret: str) -> str:
    """Give the public key of a secret one; refuse what is none."""
    from pyrage import IdentityError  # noqa: PLC0415 - an extra
    from pyrage.x25519 import Identity  # noqa: PLC0415 - an extra

    try:
        return str(Identity.from_str(secret).to_public())
    except IdentityError:
        raise InputRefused("this is no key.") from None


def encrypted(data: bytes, publics: Sequence[str]) -> bytes:
    """Encrypt for the holders of these keys, any one of whom can decrypt it."""
    from pyrage import RecipientError, encrypt  # noqa: PLC0415 - an extra
    from pyrage.x25519 import Recipient  # noqa: PLC0415 - an extra

    try:
        return bytes(encrypt(data, [Recipient.from_str(public) for public in publics]))
    except RecipientError:
        raise InputRefused(
            "a public key is not one: a letter of it is wrong or missing.",
            remedy="Copy it once more; it begins with age1.",
        ) from None


def decrypted(data: bytes, secret: str, where: str) -> bytes:
    """Decrypt with a secret key; refuse where one bit is another or the key is."""
    from pyrage import DecryptError, decrypt  # noqa: PLC0415 - an extra
    from pyrage.x25519 import Identity  # noqa: PLC0415 - an extra

    try:
        return bytes(decrypt(data, [Identity.from_str(secret)]))
    except DecryptError:
        raise SafetyRefused(
            "this could not be decrypted: the key is another one, or the file was altered.",
            where=where,
            remedy="Give the key it was encrypted for, or the recovery key; or restore the file.",
        ) from None
