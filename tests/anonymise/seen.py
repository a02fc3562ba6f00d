"""What was masked and flagged in a text, as words a person can check by eye."""

from sgdocs.anonymise import Masker

__all__ = ["flagged", "labelled", "masked"]


def masked(masker: Masker, text: str) -> list[str]:
    """Give the stretches that were masked."""
    return [text[m.start : m.end] for m in masker.mask(text).masks]


def labelled(masker: Masker, text: str) -> list[str]:
    """Give the labels of what was masked."""
    return [m.label for m in masker.mask(text).masks]


def flagged(masker: Masker, text: str) -> list[str]:
    """Give the stretches that were flagged."""
    return [text[f.start : f.end] for f in masker.mask(text).flags]
