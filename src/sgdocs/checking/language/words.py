"""How the checker speaks of types and names."""

from collections.abc import Iterable

from sgdocs.checking.types.alternatives import (
    Boolean,
    Function,
    Listing,
    Missing,
    Null,
    Number,
    Record,
    Text,
    Type,
)
from sgdocs.spelling import nearest

__all__ = ["kind_words", "kinds_of", "listed", "meant"]

_NAMES = {
    Boolean: "true or false",
    Function: "a function",
    Listing: "a list",
    Null: "null",
    Number: "a number",
    Record: "an object",
    Text: "text",
}
_FEW = 8


def kinds_of(known: Type) -> list[str]:
    """Name the kinds of value a type holds."""
    return list(dict.fromkeys(_NAMES[type(a)] for a in known if type(a) in _NAMES))


def kind_words(known: Type) -> str:
    """Name what a value may be, in a phrase."""
    return " or ".join(kinds_of(known.without(Missing))) or "nothing"


def listed(words: Iterable[str]) -> str:
    """Put words in a row, a few of them."""
    ordered = sorted(words)
    shown = ", ".join(f"“{word}”" for word in ordered[:_FEW])
    return f"{shown} and {len(ordered) - _FEW} more" if len(ordered) > _FEW else shown


def meant(word: str, choices: Iterable[str]) -> str:
    """Give the word that was probably meant."""
    known = [c for c in choices if c != word]
    same = [c for c in known if _flat(c) == _flat(word)]
    return same[0] if same else nearest(word, known)


def _flat(word: str) -> str:
    return word.lower().replace("-", "").replace("_", "").replace(" ", "")
