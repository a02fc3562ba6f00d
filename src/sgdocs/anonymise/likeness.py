"""Which known word a misspelt, misread or misheard one was meant to be."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.sounds import misread, sound_of

__all__ = ["Likeness"]

_LONG = 7
_LEAST = 4
_HALF = 0.5
_PET_ENDINGS = ("y", "ie", "ey", "z", "zy", "o", "kins")
_TELLING_SOUND = 3


class Likeness:
    """The words of names, found again by those that were meant to be them."""

    def __init__(self, words: Iterable[str], lists: WordLists) -> None:
        self._lists = lists
        self._known = frozenset(words)
        self._misread: defaultdict[str, list[str]] = defaultdict(list)
        self._sounds: defaultdict[str, list[str]] = defaultdict(list)
        self._lengths: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            self._misread[misread(word)].append(word)
            self._lengths[len(word)].append(word)
            if word not in lists.common:
                self._sounds[sound_of(word)].append(word)
        self._seen: dict[str, tuple[str, ...]] = {}

    def meant_by(self, word: str) -> tuple[str, ...]:
        """Give the known words a word was meant to be; none for a word in its own right."""
        if word not in self._seen:
            self._seen[word] = tuple(self._find(word))
        return self._seen[word]

    def _find(self, word: str) -> list[str]:
        figures = any(c.isdigit() for c in word)
        if not self._is_odd(word, figures=figures):
            return []
        if same := self._misread.get(misread(word)) or ([] if figures else self._pet_of(word)):
            return same
        near = [] if figures else self._near(word)
        if word in self._lists.names:  # it may be somebody else's name
            return [n for n in near if n[0] == word[0] and self._is_slip(word, n)]
        return near or ([] if figures else self._parts(word))

    def _is_odd(self, word: str, *, figures: bool) -> bool:
        """Say whether a word is none of the case's and none of the language's."""
        if word in self._known or len(word) < _LEAST or not any(c.isalpha() for c in word):
            return False
        lists = self._lists
        return figures or not (word in lists.common or word in lists.capitals or word in lists.kin)

    def _pet_of(self, word: str) -> list[str]:
        """Give the name to which a pet ending was added: Marky, Freyz."""
        stems = (word.removesuffix(e) for e in ("y", "ie", "ey", "z", "zy", "o", "kins") if e)
        return [
            s for s in stems if s != word and s in self._known and word not in self._lists.names
        ]

    def _near(self, word: str) -> list[str]:
        best: list[tuple[int, str]] = []
        for length in range(len(word) - 2, len(word) + 3):
            for known in self._lengths.get(length, ()):
                distance = OSA.distance(word, known, score_cutoff=2)
                if distance <= self._allowed(word, known):
                    best.append((distance, known))
        if best:
            nearest = min(best)[0]
            return [known for distance, known in best if distance == nearest]
        sound = sound_of(word)
        if len(sound) < _TELLING_SOUND:
            return []
        return [k for k in self._sounds.get(sound, ()) if self._alike(word, k)]

    def _alike(self, word: str, known: str) -> bool:
        """Say whether words that sound the same look alike enough, too."""
        close = OSA.normalized_similarity(word, known) >= _HALF
        return close and (word[0] == known[0] or len(sound_of(word)) > _TELLING_SOUND)

    def _allowed(self, word: str, known: str) -> int:
        """Say how many letters may differ: fewer in short words, and in words that are English."""
        if known in self._lists.common and len(known) < _LONG:
            return 1 if len(known) > _LEAST and word[0] == known[0] else 0
        shorter = min(len(word), len(known))
        if shorter >= _LONG:
            return 2
        if shorter < _LEAST:
            return 0
        same_sound = sound_of(word) == sound_of(known)
        return 2 if same_sound and shorter > _LEAST else 1

    def _is_slip(self, word: str, known: str) -> bool:
        """Say whether one name may be another misspelt."""
        if sound_of(known) == sound_of(word):
            return True
        return len(word) > _LEAST and OSA.distance(word, known, score_cutoff=1) <= 1

    def _parts(self, word: str) -> list[str]:
        """Find the name a pet form was cut from: the end, or the beginning with a pet ending."""
        found = [k for k in self._known if len(k) > _LONG - 2 and k.endswith(word)]
        for ending in ("", "i", "s", "sy", "a", *_PET_ENDINGS):
            stem = word.removesuffix(ending)
            if len(stem) >= _LEAST and word.endswith(ending):
                found += [k for k in self._known if len(k) > len(stem) and k.startswith(stem)]
        return sorted({k for k in found if k not in self._lists.common})
