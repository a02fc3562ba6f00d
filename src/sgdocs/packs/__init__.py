"""A pack: the papers of a day in folders, ready to be looked at and sent, with a list of all."""

from sgdocs.packs.laying import By, lay_out
from sgdocs.packs.manifest import manifest
from sgdocs.packs.model import Pack, Piece, Sending

__all__ = ["By", "Pack", "Piece", "Sending", "lay_out", "manifest"]
