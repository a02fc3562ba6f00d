"""Who is meant in a text of a case: what is masked, what a person decides about."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.anonymise.grammar import rewritten
    from sgdocs.anonymise.identities import known_of
    from sgdocs.anonymise.labels import Labels, Style
    from sgdocs.anonymise.lists import WordLists, load_lists
    from sgdocs.anonymise.masking import LONGEST, Masker, masker_of
    from sgdocs.anonymise.model import Flag, Known, Mask, Masked

__all__ = [
    "LONGEST",
    "Flag",
    "Known",
    "Labels",
    "Mask",
    "Masked",
    "Masker",
    "Style",
    "WordLists",
    "known_of",
    "load_lists",
    "masker_of",
    "rewritten",
]

__getattr__ = lazily(
    __name__,
    {
        "LONGEST": "masking",
        "Flag": "model",
        "Known": "model",
        "Labels": "labels",
        "Mask": "model",
        "Masked": "model",
        "Masker": "masking",
        "Style": "labels",
        "WordLists": "lists",
        "known_of": "identities",
        "load_lists": "lists",
        "masker_of": "masking",
        "rewritten": "grammar",
    },
)
