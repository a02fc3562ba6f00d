"""The words that take a name's place, made to fit where they stand."""

import re
from collections.abc import Sequence

from sgdocs.anonymise.hits import Hit
from sgdocs.anonymise.model import Mask

__all__ = ["fitted", "rewritten"]

_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
_OWNED = re.compile(
    r"(?:\b(?:the|an?|his|her|their|our|my|your|its|this|that|each|every|another)|'s|s')[\s*_]+$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:^|[.!?:]['\")\]*_]*\s+|\n\s*\n\s*|\n\s*[-*#>]+\s*|^\s*[-*#>]+\s*|[\"(]\s*)['*_]*$"
)
_TWICE = re.compile(r"\b([\w']+(?: [\w']+)?)$")


def fitted(hit: Hit, before: str) -> str:
    """Fit the words into their place: one article only, a capital where a sentence begins."""
    words = hit.words
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
        said = mask.replacement
        tail = re.search(r"([^\W\d_]+(?:[ -][^\W\d_]+)?)[ ]$", before)
        if tail and said.casefold() == tail[1].casefold():
            pieces.append(before.rstrip())
        else:
            pieces += (before, said)
        at = mask.end
    pieces.append(text[at:])
    return "".join(pieces)
