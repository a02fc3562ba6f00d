"""Letters as wording editors write them, composed into papers."""

from sgdocs.letters.composing import compose
from sgdocs.letters.loading import load_letter
from sgdocs.letters.model import Frame, Labels, Letter

__all__ = ["Frame", "Labels", "Letter", "compose", "load_letter"]
