"""The names of places in a text, whole or by the part that tells them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sgdocs.anonymise.likeness import Likeness
from sgdocs.anonymise.model import Place
from sgdocs.anonymise.placeindex import SAME, Head, PlaceIndex, flat_words
from sgdocs.anonymise.reader import Reader
from sgdocs.anonymise.tokens import Token

__all__ = ["Placed", "place_at"]

_HOUSE_NUMBER = re.compile(
    r"(?:\b(?:flat|apartment|apt|unit|room)\s*\d{1,4}[a-z]?,?\s+)?"
    r"(?:\b(?:no\.?|number)\s*)?\b\d{1,4}\s?[a-z]?(?:\s?[-/]\s?\d{1,4}[a-z]?)?,?\s{1,3}$"
)
_NUMBER_REACH = 40
_LONGEST_GAP = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """A place found: from which word to which, and whether it can be nothing else."""

    start: int
    end: int
    place: Place
    plain: bool
    begin: int
    """Where in the text it begins, with a house number before it."""
    finish: int
    exact: bool
    """Whether these are just the words of its name."""


def place_at(reader: Reader, index: PlaceIndex, likeness: Likeness, start: int) -> Placed | None:
    """Give the longest place whose name begins with a word."""
    best: Placed | None = None
    for first in _firsts(reader, likeness, start):
        for head in index.heads.get(first, ()):
            found = _fits(reader, head, likeness, start)
            if found and (best is None or _rank(found) > _rank(best)):
                best = found
    return best


def _rank(found: Placed) -> tuple[int, bool]:
    return found.end, found.exact


def _firsts(reader: Reader, likeness: Likeness, start: int) -> Iterator[str]:
    yield from _meant(reader.words[start], likeness)
    if _parted(reader, start):
        yield reader.words[start].low + reader.words[start + 1].low


def _parted(reader: Reader, at: int) -> bool:
    """Say whether a word is parted at the end of a line."""
    gap = reader.gap(at)
    return gap == "-" or (gap.startswith("-") and "\n" in gap and "\n\n" not in gap)


def _meant(word: Token, likeness: Likeness) -> tuple[str, ...]:
    own = (SAME.get(word.low, word.low), word.flat, *((word.spoken,) if word.spoken else ()))
    return tuple(dict.fromkeys((*own, *likeness.meant_by(word.low))))


def _fits(reader: Reader, head: Head, likeness: Likeness, start: int) -> Placed | None:
    end = _matched(reader, head, likeness, start)
    first = reader.words[start]
    if not end or (head.wordlike and not first.capital):
        return None
    bare = end
    while end < len(reader.words) and _near(reader, end - 1) and _is_tail(reader, head, end):
        end += 1
    while end > bare and _is_loose(reader, end - 1):
        end -= 1
    if head.partial and end == bare:
        return None
    capital = len(head.words) > 1 and all(w.capital for w in reader.words[start:bare])
    return Placed(
        start,
        end,
        head.place,
        not head.wordlike or end > bare or capital,
        _begin(reader, head, start),
        _finish(reader, head, bare, end),
        [SAME.get(w.low, w.flat) for w in reader.words[start:end]] == flat_words(head.place.name),
    )


def _matched(reader: Reader, head: Head, likeness: Likeness, start: int) -> int:
    """Give after which word the words that tell a place end; 0 where they do not stand here."""
    at = start
    for number, wanted in enumerate(head.words):
        if at >= len(reader.words) or (number and not _near(reader, at - 1)):
            return 0
        if wanted in _meant(reader.words[at], likeness):
            at += 1
        elif _parted(reader, at) and wanted == reader.words[at].low + reader.words[at + 1].low:
            at += 2
        else:
            return 0
    return at


def _is_loose(reader: Reader, at: int) -> bool:
    word = reader.words[at]
    return not word.capital and word.low in reader.lists.contexts["loose-ends"]


def _is_tail(reader: Reader, head: Head, at: int) -> bool:
    word = reader.words[at]
    if SAME.get(word.low, word.low) not in head.tails and word.low not in head.tails:
        return False
    return word.capital or word.low in reader.lists.local or reader.words[at - 1].low in head.tails


def _near(reader: Reader, at: int) -> bool:
    gap = reader.gap(at)
    return len(gap) < _LONGEST_GAP and gap.strip(" -.&'/") in ("", "\n") and "\n\n" not in gap


def _begin(reader: Reader, head: Head, start: int) -> int:
    begin = reader.words[start].start
    if head.place.kind not in ("street", "home"):
        return begin
    before = _HOUSE_NUMBER.search(reader.folded.low[max(0, begin - _NUMBER_REACH) : begin])
    return begin - len(before[0]) if before else begin


def _finish(reader: Reader, head: Head, bare: int, end: int) -> int:
    """Give where a place ends: St Mary's with its ending, Sunnyside's without."""
    last = reader.words[end - 1]
    own = end == bare and head.words[-1] == last.flat != last.low
    return last.end + len(last.tail) * own
