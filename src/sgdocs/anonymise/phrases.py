"""Phrases of several words, found in a text by their first two."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Phrases", "phrases_of"]

_Words = tuple[str, ...]


class _Worded(Protocol):
    low: str

    @property
    def flat(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases under their first two words, and the words that are one by themselves."""

    single: frozenset[str]
    longer: dict[str, dict[str, tuple[_Words, ...]]]

    def begins(self, word: str) -> bool:
        """Say whether any phrase begins with a word."""
        return word in self.single or word in self.longer

    def at(self, words: Sequence[_Worded], start: int) -> int:
        """Give how many words the longest phrase has that begins here; 0 where none does."""
        word = words[start]
        best = 0
        for first in {word.low, word.flat}:
            seconds = self.longer.get(first)
            if seconds and start + 1 < len(words):
                following = words[start + 1]
                for second in {following.low, following.flat}:
                    best = max(best, _longest(seconds.get(second, ()), words, start))
        return best or int(word.low in self.single or word.flat in self.single)


def _longest(phrases: tuple[_Words, ...], words: Sequence[_Worded], start: int) -> int:
    for phrase in phrases:
        size = len(phrase)
        if start + size <= len(words) and all(
            phrase[n] in (words[start + n].low, words[start + n].flat) for n in range(2, size)
        ):
            return size
    return 0


def phrases_of(phrases: Iterable[_Words]) -> Phrases:
    """Put phrases under their first words, the longest first."""
    single: set[str] = set()
    found: defaultdict[str, defaultdict[str, set[_Words]]] = defaultdict(lambda: defaultdict(set))
    for words in phrases:
        if len(words) == 1:
            single.add(words[0])
        elif words:
            found[words[0]][words[1]].add(words)
    longer = {
        first: {
            second: tuple(sorted(some, key=lambda w: (-len(w), w)))
            for second, some in seconds.items()
        }
        for first, seconds in found.items()
    }
    return Phrases(frozenset(single), longer)
