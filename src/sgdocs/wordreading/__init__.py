"""Word files read back as the blocks of a paper; what has no place in one is refused."""

from sgdocs.wordreading.edges import read_edges
from sgdocs.wordreading.names import W, attribute, child
from sgdocs.wordreading.reading import read_word

__all__ = ["W", "attribute", "child", "read_edges", "read_word"]
