"""Files under encryption: keys, and one file in the age format that holds many."""

from sgdocs.vault.age import decrypted, encrypted, require
from sgdocs.vault.keys import make_key, public_of, read_key
from sgdocs.vault.parcel import Parcel, packed, unpacked

__all__ = [
    "Parcel",
    "decrypted",
    "encrypted",
    "make_key",
    "packed",
    "public_of",
    "read_key",
    "require",
    "unpacked",
]
