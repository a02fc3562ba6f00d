"""The parts of people's names in a text, exactly or nearly written."""

from collections.abc import Mapping
from dataclasses import dataclass

from sgdocs.anonymise.hits import Spans
from sgdocs.anonymise.index import Entry, NameIndex
from sgdocs.anonymise.likeness import Likeness
from sgdocs.anonymise.reader import Reader
from sgdocs.anonymise.sounds import sound_of
from sgdocs.anonymise.variants import Part

__all__ = ["Piece", "Pieces"]

_LONGEST_JOIN = 12
_FUZZY = 3
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a name found in a text: where, whose it may be, and how plainly it is a name."""

    start: int
    end: int
    whose: Mapping[str, tuple[str, int]]
    wordlike: bool = False
    short: bool = False
    plural: bool = False
    unsure: bool = False
    """Whether it is written as another's name is, and may be a slip of the pen."""

    def is_part(self, part: str) -> bool:
        """Say whether it is this part of anybody's name."""
        return any(p in (part, Part.WHOLE) for p, _ in self.whose.values())

    @property
    def is_family(self) -> bool:
        """Say whether it is a family name and no whole one."""
        return any(p == Part.FAMILY for p, _ in self.whose.values())


class Pieces:
    """Finds the parts of names in one text."""

    def __init__(self, reader: Reader, index: NameIndex, likeness: Likeness, taken: Spans) -> None:
        self._reader = reader
        self._words = reader.words
        self._index = index
        self._likeness = likeness
        self._taken = taken
        self._known: dict[int, Piece | None] = {}

    def at(self, at: int) -> Piece | None:
        """Give the part of a name that begins with a word, exactly or nearly written."""
        if at not in self._known:
            word = self._words[at]
            free = self._taken.free(word.start, word.end)
            self._known[at] = (
                (self._exact(at) or self._joined(at) or self._nearly(at)) if free else None
            )
        return self._known[at]

    def _exact(self, at: int) -> Piece | None:
        word = self._words[at]
        for low in dict.fromkeys((word.low, word.spoken or word.low)):
            for entry in self._index.entries.get(low, ()):
                if (piece := self._fits(entry, at)) is not None:
                    return piece
        return self._plural(at)

    def _fits(self, entry: Entry, at: int) -> Piece | None:
        end = at + len(entry.words)
        if end > len(self._words):
            return None
        for place, wanted in enumerate(entry.words[1:], at + 1):
            word = self._words[place]
            if wanted not in (word.low, word.spoken) or not self._reader.tight(place - 1):
                return None
        first = self._words[at]
        small = entry.wordlike or (entry.short and len(first.low) < _SHORT)
        if small and not first.capital and not self._in_small(at):
            return None
        wordlike = entry.wordlike and not first.alien
        return Piece(at, end, entry.whose, wordlike=wordlike, short=entry.short)

    def _in_small(self, at: int) -> bool:
        """Say whether a family name stands in small letters after a given name in small letters."""
        before = self._known.get(at - 1) if at else None
        if before is None or before.wordlike or not self._reader.tight(at - 1):
            return False
        lists, word = self._reader.lists, self._words[at]
        verb = word.low in lists.verbs or word.low in lists.contexts["modals"]
        return not self._words[at - 1].capital and not verb and len(word.low) > 3

    def _plural(self, at: int) -> Piece | None:
        """Find the Brights, the Joneses, and Freyas where the apostrophe was forgotten."""
        word = self._words[at]
        lists = self._reader.lists
        for ending in ("s", "es"):
            stem = word.low.removesuffix(ending)
            if stem == word.low or len(stem) < 3 or not word.capital:
                continue
            for entry in self._index.entries.get(stem, ()):
                if len(entry.words) == 1 and not (entry.wordlike and word.first):
                    wordlike = entry.wordlike and word.low in lists.common
                    return Piece(at, at + 1, entry.whose, wordlike=wordlike, plural=True)
        return None

    def _joined(self, at: int) -> Piece | None:
        """Find a name parted by a line's end, a hyphen or spaces: Fre-ya, F R E Y A."""
        whole, end = self._words[at].low, at + 1
        letters = len(whole) == 1
        found: Piece | None = None
        while end < len(self._words) and end - at < (_LONGEST_JOIN if letters else 3):
            if not self._may_join(end - 1) or (letters and len(self._words[end].low) > 1):
                break
            whole += self._words[end].low
            end += 1
            for entry in self._index.entries.get(whole, ()):
                if len(entry.words) == 1 and len(whole) > 2 and self._odd(at, end):
                    found = Piece(at, end, entry.whose)
        return found

    def _may_join(self, at: int) -> bool:
        return (
            not self._words[at].tail
            and len(gap := self._reader.gap(at)) < 6
            and not (gap.strip(" -\n."))
        )

    def _odd(self, at: int, end: int) -> bool:
        """Say whether words stand together that would not, were they words."""
        words = self._words[at:end]
        if all(len(w.low) == 1 for w in words):
            return True
        lists = self._reader.lists
        gap = self._reader.gap(at)
        hyphened = gap == "-" or ("-" in gap and "\n" in gap)
        return hyphened or not any(w.low in lists.common or w.low in lists.names for w in words)

    def _nearly(self, at: int) -> Piece | None:
        word = self._words[at]
        lists = self._reader.lists
        if word.low in lists.common or word.low in lists.capitals:
            return None
        for low in dict.fromkeys((word.low, word.low.removesuffix("s"), word.spoken or word.low)):
            meant = self._likeness.meant_by(low)
            if not word.capital and len(low) < 5 and not any(c.isdigit() for c in low):
                continue
            whose: dict[str, tuple[str, int]] = {}
            for known in meant:
                for entry in self._index.entries.get(known, ()):
                    if len(entry.words) == 1:
                        whose |= {k: (p, min(s, _FUZZY)) for k, (p, s) in entry.whose.items()}
            if whose:
                other = low in lists.names
                return Piece(at, at + 1, whose, unsure=other and not self._sounds(low, meant))
        return None

    def _sounds(self, low: str, meant: tuple[str, ...]) -> bool:
        return any(sound_of(low) == sound_of(known) for known in meant)
