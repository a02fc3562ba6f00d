"""Word files read back as the blocks of a paper; what has no place in one is refused."""

from sgdocs.wordreading.reading import read_word

__all__ = ["read_word"]
