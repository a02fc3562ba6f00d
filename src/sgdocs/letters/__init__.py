"""Letters as wording editors write them, composed into papers."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.letters.composing import compose
    from sgdocs.letters.loading import load_letter
    from sgdocs.letters.markdown import Source, read_blocks
    from sgdocs.letters.model import Frame, Labels, Letter

__all__ = ["Frame", "Labels", "Letter", "Source", "compose", "load_letter", "read_blocks"]

__getattr__ = lazily(
    __name__,
    {
        "Frame": "model",
        "Labels": "model",
        "Letter": "model",
        "Source": "markdown",
        "compose": "composing",
        "load_letter": "loading",
        "read_blocks": "markdown",
    },
)
