"""Who is called what in published papers: sealed, only ever added to, its key kept elsewhere."""

from sgdocs.pseudonyms.keeping import FILE, Called, adding, hash_of_last, hashes, read_sealed
from sgdocs.pseudonyms.keys import make_key, read_key

__all__ = [
    "FILE",
    "Called",
    "adding",
    "hash_of_last",
    "hashes",
    "make_key",
    "read_key",
    "read_sealed",
]
