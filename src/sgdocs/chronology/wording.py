"""What two agencies' words for an event have in common."""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz

__all__ = ["Wording", "alike", "plain"]

_WORDS = re.compile(r"[^\W_]+")
_COMPARED = 400  # letters: what an event is, its first sentences say
_FEWEST_WORDS = 4
_FEWEST_WITHIN = 6
_ALIKE = {"at one time": 60, "on one day": 80, "on two days": 90}


def plain(words: str) -> str:
    """Give words without capitals, accents, punctuation and needless spaces."""
    if words.isascii():
        return " ".join(_WORDS.findall(words.lower())) or words
    bare = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(_WORDS.findall(kept)) or words


@dataclass(frozen=True, slots=True)
class Wording:
    """A text made ready to be compared: its words in order of the alphabet, and as a set."""

    letters: str
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Wording":
        """Make a text ready."""
        every = plain(text)[:_COMPARED].split()
        return cls(" ".join(sorted(every)), frozenset(every))


def alike(one: Wording, other: Wording, when: str) -> bool:
    """Say whether two texts may tell of one event: much the same words, in whatever order.

    Less is asked of them at one minute of one day than on one day, and most on two days. Short
    texts are never alike: “Home visit” is not one event because two agencies made one.
    """
    fewer = len(one.words) <= len(other.words)
    shorter, longer = (one.words, other.words) if fewer else (other.words, one.words)
    if len(shorter) < _FEWEST_WORDS:
        return False
    if fuzz.ratio(one.letters, other.letters, score_cutoff=_ALIKE[when]):
        return True
    return when != "on two days" and len(shorter) >= _FEWEST_WITHIN and shorter <= longer
