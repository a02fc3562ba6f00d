"""Letters as wording editors write them, composed into papers."""

from sgdocs.letters.composing import compose
from sgdocs.letters.loading import load_letter
from sgdocs.letters.markdown import Source, read_blocks
from sgdocs.letters.model import Frame, Labels, Letter

__all__ = ["Frame", "Labels", "Letter", "Source", "compose", "load_letter", "read_blocks"]
