"""A pack: the papers of a day in folders, ready to be looked at and sent, with a list of all."""

from sgdocs.packs.earlier import MANIFEST, Earlier, read_pack
from sgdocs.packs.laying import By, lay_out
from sgdocs.packs.manifest import manifest, written
from sgdocs.packs.model import Contents, Kept, Pack, Piece, Sending

__all__ = [
    "MANIFEST",
    "By",
    "Contents",
    "Earlier",
    "Kept",
    "Pack",
    "Piece",
    "Sending",
    "lay_out",
    "manifest",
    "read_pack",
    "written",
]
