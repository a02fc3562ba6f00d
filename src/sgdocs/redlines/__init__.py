"""A paper's words, old against new: compare, and say what was taken out and put in."""

from sgdocs.redlines.comparing import redline
from sgdocs.redlines.model import Change, Passage
from sgdocs.redlines.words import lines_of

__all__ = ["Change", "Passage", "lines_of", "redline"]
