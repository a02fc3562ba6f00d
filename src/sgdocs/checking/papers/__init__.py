"""What each of our own papers may print, from the schemas and the procedures that use it."""

from sgdocs.checking.papers.shapes import PaperTypes, Sight
from sgdocs.checking.papers.uses import Use, uses_of

__all__ = ["PaperTypes", "Sight", "Use", "uses_of"]
