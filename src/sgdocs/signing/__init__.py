"""A signature in a PDF: made with a person's key, and looked at when the file comes back."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily
from sgdocs.signing.model import Changes, Look, Signature

if TYPE_CHECKING:
    from sgdocs.signing.apart import look_at
    from sgdocs.signing.hanko import available, version
    from sgdocs.signing.keys import Key, read_certificates, read_key, read_password
    from sgdocs.signing.putting import sign

__all__ = [
    "Changes",
    "Key",
    "Look",
    "Signature",
    "available",
    "look_at",
    "read_certificates",
    "read_key",
    "read_password",
    "sign",
    "version",
]

__getattr__ = lazily(
    __name__,
    {
        "Key": "keys",
        "available": "hanko",
        "look_at": "apart",
        "read_certificates": "keys",
        "read_key": "keys",
        "read_password": "keys",
        "sign": "putting",
        "version": "hanko",
    },
)
