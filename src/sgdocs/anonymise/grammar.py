"""The words that take a name's place, made to fit where they stand."""

import re
from collections.abc import Sequence

from sgdocs.anonymise.hits import Hit
from sgdocs.anonymise.model import Mask

__all__ = ["fitted", "fitted_words", "rewritten"]

_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
_OWNED = re.compile(
    r"(?:\b(?:the|an?|his|her|their|our|my|your|its|this|that|each|every|another)|'s|s')[\s*_]+$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:^|[.!?:]['\")\]*_]*\s+|\n\s*\n\s*|\n\s*[-*#>]+\s*|^\s*[-*#>]+\s*|[\"(]\s*)['*_]*$"
)
_SAID = re.compile(r"([^\W\d_][\w' -]*?)(,? )$")


def fitted(hit: Hit, before: str) -> str:
    """Fit the words into their place: one article only, a capital where a sentence begins."""
    return fitted_words(hit.words, before)


def fitted_words(words: str, before: str) -> str:
    """Fit a label into its place."""
    if _OWNED.search(before):
        words = _ARTICLE.sub("", words)
    if _BEGINS.search(before):
        words = words[:1].upper() + words[1:]
    return words


def rewritten(text: str, masks: Sequence[Mask]) -> str:
    """Give the text with its masks applied; a role said just before is not said twice."""
    pieces: list[str] = []
    at = 0
    for mask in masks:
        before = text[at : mask.start]
        said = _SAID.search(before)
        role = _ARTICLE.sub("", mask.replacement).casefold()
        at = mask.end
        if said is None or not said[1].casefold().endswith(role) or not _ends_word(said[1], role):
            pieces += (before, mask.replacement)
        elif "," not in said[2]:
            pieces.append(before.rstrip())
        elif text.startswith(",", at):
            pieces.append(before.rstrip(" ,"))
            at += 1
        else:
            pieces += (before, mask.replacement)
    pieces.append(text[at:])
    return "".join(pieces)


def _ends_word(said: str, role: str) -> bool:
    """Say whether the role is whole words of what was said: visitor is no end of supervisor."""
    return len(said) == len(role) or not said[-len(role) - 1].isalnum()
