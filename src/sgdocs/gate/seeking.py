"""What must not stand in a published file, straight from the case file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sgdocs.gate.facts import Fact, facts_of
from sgdocs.gate.folding import folded, squashed, tokens
from sgdocs.gate.ordinary import FUNCTION_WORDS, ORDINARY
from sgdocs.gate.public import Public
from sgdocs.gate.variants import variants

__all__ = ["Needles", "needles"]

_RAW = 7  # as few letters and digits as are found within other text without ends of words
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Needles:
    """Everything to look for, each with the path of the fact it comes from."""

    words: Mapping[str, str]
    """Single words, such as a given name."""
    ordinary: Mapping[str, str]
    """Names that are words as well, and count only with a capital."""
    strings: Mapping[str, str]
    """Letters and digits of what is longer than a word, without gaps."""
    numbers: Mapping[str, str]
    """Letters and digits that are found wherever they stand, even within others."""
    days: Mapping[date, str]
    birthdays: Mapping[tuple[int, int], str]
    allowed: tuple[tuple[str, ...], ...]
    """Words that may stand there, each phrase as its tokens; the longest first."""


def needles(case: Mapping[str, Any], public: Public) -> Needles:
    """Take from a case what identifies anybody in it, save what may be published."""
    found = _Found({}, {}, {}, {}, {}, {})
    for fact in facts_of(case, public):
        found.take(fact)
    phrases = {tuple(_pieces(p)) for p in public.phrases}
    return Needles(
        found.words,
        found.ordinary,
        found.strings,
        found.numbers,
        found.days,
        found.birthdays,
        tuple(sorted((p for p in phrases if p), key=_longest_first)),
    )


def _pieces(phrase: str) -> Iterator[str]:
    low = folded(phrase).lower()
    start = 0
    for here, letter in enumerate([*low, " "]):
        if not letter.isalnum():
            if here > start:
                yield low[start:here]
            start = here + 1


def _longest_first(phrase: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -sum(map(len, phrase)), phrase


@dataclass(frozen=True, slots=True)
class _Found:
    words: dict[str, str]
    ordinary: dict[str, str]
    strings: dict[str, str]
    numbers: dict[str, str]
    days: dict[date, str]
    birthdays: dict[tuple[int, int], str]

    def take(self, fact: Fact) -> None:
        """Put a fact where it is looked for."""
        if isinstance(fact.value, date):
            self.days.setdefault(fact.value, fact.path)
            if fact.kind == "birthday":
                self.birthdays.setdefault((fact.value.month, fact.value.day), fact.path)
            return
        for text in variants(fact):
            self._text(fact, text)

    def _text(self, fact: Fact, text: str) -> None:
        low = folded(text).lower()
        whole = squashed(low)
        if len(whole) < 2:
            return
        if fact.kind in ("number", "phone", "email", "own_email"):
            loose = len(whole) >= _RAW or (len(whole) > _SHORT and any(c.isdigit() for c in whole))
            (self.numbers if loose else self.strings).setdefault(whole, fact.path)
        elif len(tokens(low)) == 1 and whole.isalpha():
            plain = whole in ORDINARY or whole in FUNCTION_WORDS or len(whole) < 3
            (self.ordinary if plain else self.words).setdefault(whole, fact.path)
        else:
            self.strings.setdefault(whole, fact.path)
