"""Who is meant in a text of a case: what is masked, what a person decides about."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.anonymise.choosing import choose_name
    from sgdocs.anonymise.decisions import Decision, Open, carried, decided, flag_ids
    from sgdocs.anonymise.grammar import rewritten
    from sgdocs.anonymise.identities import known_of
    from sgdocs.anonymise.keeping import decision_kept, decisions_file, read_decisions
    from sgdocs.anonymise.labels import Labels, Style
    from sgdocs.anonymise.lists import WordLists, load_lists
    from sgdocs.anonymise.masking import LONGEST, Masker, masker_of, safe_label, taken_words
    from sgdocs.anonymise.model import Flag, Known, Mask, Masked

__all__ = [
    "LONGEST",
    "Decision",
    "Flag",
    "Known",
    "Labels",
    "Mask",
    "Masked",
    "Masker",
    "Open",
    "Style",
    "WordLists",
    "carried",
    "choose_name",
    "decided",
    "decision_kept",
    "decisions_file",
    "flag_ids",
    "known_of",
    "load_lists",
    "masker_of",
    "read_decisions",
    "rewritten",
    "safe_label",
    "taken_words",
]

__getattr__ = lazily(
    __name__,
    {
        "LONGEST": "masking",
        "Decision": "decisions",
        "Flag": "model",
        "Known": "model",
        "Labels": "labels",
        "Mask": "model",
        "Masked": "model",
        "Masker": "masking",
        "Open": "decisions",
        "Style": "labels",
        "WordLists": "lists",
        "choose_name": "choosing",
        "carried": "decisions",
        "decided": "decisions",
        "decisions_file": "keeping",
        "flag_ids": "decisions",
        "decision_kept": "keeping",
        "known_of": "identities",
        "load_lists": "lists",
        "masker_of": "masking",
        "read_decisions": "keeping",
        "rewritten": "grammar",
        "safe_label": "masking",
        "taken_words": "masking",
    },
)
