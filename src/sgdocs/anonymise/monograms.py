"""Letters that stand alone for a whole name: FB, F.B., F B."""

from dataclasses import dataclass

from sgdocs.anonymise.index import NameIndex
from sgdocs.anonymise.model import Group
from sgdocs.anonymise.reader import Reader

__all__ = ["Monogram", "Monograms"]


@dataclass(frozen=True, slots=True)
class Monogram:
    """Initials found in a text: where they end, whose they are, and what to do about them."""

    end: int
    keys: tuple[str, ...] = ()
    other: bool = False
    """Whether the letters are better known for something else."""
    person: bool = False
    """Whether they stand where a person would."""


class Monograms:
    """Finds initials in one text."""

    def __init__(self, reader: Reader, index: NameIndex) -> None:
        self._reader = reader
        self._words = reader.words
        self._index = index

    def at(self, at: int) -> Monogram:
        """Find letters that stand for a name: FB, F.B., F B."""
        end, letters = at + 1, self._words[at].low
        if len(letters) == 1:
            end, letters = self._letters(at)
        keys = self._index.initials.get(letters, ())
        word = self._words[at]
        if not keys or len(letters) < 2 or not (word.upper or len(word.low) == 1):
            return Monogram(at + 1)
        if not word.capital or (
            word.headed and len(word.low) > 1 and letters in self._reader.lists.common
        ):
            return Monogram(at + 1)
        other = len(word.low) > 1 and self._is_other(letters)
        return Monogram(end, keys, other, other and self._stands_as_person(at, keys))

    def _is_other(self, letters: str) -> bool:
        lists = self._reader.lists
        return letters in lists.acronyms or letters in lists.contexts["function"]

    def _letters(self, at: int) -> tuple[int, str]:
        """Run together single capital letters: F.B., F. B., F B."""
        end, letters = at, ""
        while end < len(self._words) and end - at < 4:
            word = self._words[end]
            if len(word.low) != 1 or not word.capital:
                break
            letters += word.low
            end += 1
            if word.tail or self._reader.gap(end - 1) not in {".", ". ", " ", "-", ".-"}:
                break
        if end < len(self._words) and self._words[end].capital and self._reader.tight(end - 1):
            joined = letters + self._words[end].low
            if letters and len(joined) > len(letters) + 1 and joined in (self._index.initials):
                return end + 1, joined
        while len(letters) > 1 and letters not in self._index.initials:
            letters, end = letters[:-1], end - 1
        return max(end, at + 1), letters

    def _stands_as_person(self, at: int, keys: tuple[str, ...]) -> bool:
        people = self._index.people
        if all(people[k].group is Group.PROFESSIONAL for k in keys):
            return False
        before = self._words[at - 1].low if at and not self._words[at].first else ""
        after = self._words[at + 1] if at + 1 < len(self._words) else None
        speaks = after is not None and not after.first and after.low in self._reader.lists.verbs
        return before in self._reader.lists.contexts["before-initials"] or (not before and speaks)
