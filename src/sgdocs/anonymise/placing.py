"""The names of places in a text, whole or by the part that tells them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.likeness import Likeness
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.model import Place
from sgdocs.anonymise.reader import Reader
from sgdocs.anonymise.tokens import Token

__all__ = ["SAME", "PlaceIndex", "Placed", "index_places", "place_at"]

_GROUPS = {
    "school": "school",
    "nursery": "school",
    "surgery": "surgery",
    "hospital": "hospital",
    "street": "street",
    "home": "home",
    "childrens_home": "home",
    "custody": "home",
    "religious": "worship",
    "leisure": "leisure",
    "workplace": "work",
    "town": "county",
}
SAME = {"saint": "st", "saints": "sts", "ste": "st", "mount": "mt"}
_HOUSE_NUMBER = re.compile(
    r"(?:\b(?:flat|apartment|apt|unit|room)\s*\d{1,4}[a-z]?,?\s+)?"
    r"(?:\b(?:no\.?|number)\s*)?\b\d{1,4}\s?[a-z]?(?:\s?[-/]\s?\d{1,4}[a-z]?)?,?\s{1,3}$"
)
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Head:
    """The words that tell a place, its kind, and the plain words that may follow them."""

    words: tuple[str, ...]
    place: Place
    tails: frozenset[str]
    wordlike: bool
    whole: bool
    """Whether these words are its whole name."""


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """The places of a case by the first word that tells them."""

    heads: Mapping[str, tuple[Head, ...]]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Placed:
    """A place found: from which word to which, and whether it can be nothing else."""

    start: int
    end: int
    place: Place
    plain: bool
    begin: int
    """Where in the text it begins, with a house number before it."""
    exact: bool
    """Whether these are just the words of its name."""


def index_places(places: Iterable[Place], lists: WordLists) -> PlaceIndex:
    """Put the places in order."""
    found: defaultdict[str, list[Head]] = defaultdict(list)
    words: set[str] = set()
    for place in places:
        for head in _heads(place, lists):
            found[head.words[0]].append(head)
            words |= {w for w in head.words if len(w) > _SHORT and w not in lists.common}
    return PlaceIndex(
        {first: tuple(sorted(some, key=lambda h: -len(h.words))) for first, some in found.items()},
        frozenset(words),
    )


def _flat(text: str) -> list[str]:
    plain = re.sub(r"[^\w']+", " ", fold_word(text)).replace("'", "").replace("_", " ")
    return [SAME.get(w, w) for w in plain.split()]


def _heads(place: Place, lists: WordLists) -> Iterable[Head]:
    words = _flat(place.name.partition(",")[0])
    if words[:1] == ["the"]:
        words = words[1:]
    tails = lists.places.get(_GROUPS.get(place.kind, ""), lists.local)
    end = len(words)
    least = max(1, end - 1) if place.kind == "street" else 1
    while end > least and words[end - 1] in tails:
        end -= 1
    if not words or all(w in tails for w in words):
        yield (
            Head(tuple(words), place, frozenset(), wordlike=True, whole=True) if words else _none()
        )
        return
    for head in dict.fromkeys((tuple(words[:end]), *_without_s(words[:end], place))):
        wordlike = all(w in lists.common or w in lists.capitals or len(w) <= _SHORT for w in head)
        yield Head(head, place, tails, wordlike, whole=end == len(words))


def _none() -> Head:
    raise AssertionError("a place without words was let in")


def _without_s(words: list[str], place: Place) -> Iterable[tuple[str, ...]]:
    if words and words[-1].endswith("s") and len(words) > 1 and "'" in fold_word(place.name):
        yield (*words[:-1], words[-1][:-1])


def place_at(reader: Reader, index: PlaceIndex, likeness: Likeness, start: int) -> Placed | None:
    """Give the longest place whose name begins with a word."""
    best: Placed | None = None
    for first in _meant(reader.words[start], likeness):
        for head in index.heads.get(first, ()):
            found = _fits(reader, head, likeness, start)
            if found and (best is None or _rank(found) > _rank(best)):
                best = found
    return best


def _rank(found: Placed) -> tuple[int, bool]:
    return found.end, found.exact


def _meant(word: Token, likeness: Likeness) -> tuple[str, ...]:
    own = (SAME.get(word.low, word.low), word.flat, *((word.spoken,) if word.spoken else ()))
    return tuple(dict.fromkeys((*own, *likeness.meant_by(word.low))))


def _fits(reader: Reader, head: Head, likeness: Likeness, start: int) -> Placed | None:
    end = start + len(head.words)
    if end > len(reader.words):
        return None
    for at, wanted in enumerate(head.words[1:], start + 1):
        if wanted not in _meant(reader.words[at], likeness) or not _near(reader, at - 1):
            return None
    tails = 0
    while end < len(reader.words) and _near(reader, end - 1) and _is_tail(reader, head, end):
        end += 1
        tails += 1
    while tails and _is_loose(reader, end - 1):
        end -= 1
        tails -= 1
    first = reader.words[start]
    capital = first.capital and (not first.first or len(head.words) > 1)
    if head.wordlike and not first.capital:
        return None
    plain = not head.wordlike or tails > 0 or (capital and len(head.words) > 1 and head.whole)
    said = [SAME.get(w.low, w.flat) for w in reader.words[start:end]]
    exact = said == [w for w in _flat(head.place.name.partition(",")[0]) if w != "the"]
    return Placed(start, end, head.place, plain, _begin(reader, head, start), exact)


def _is_loose(reader: Reader, at: int) -> bool:
    word = reader.words[at]
    return not word.capital and word.low in reader.lists.contexts["loose-ends"]


def _is_tail(reader: Reader, head: Head, at: int) -> bool:
    word = reader.words[at]
    if word.low not in head.tails:
        return False
    return word.capital or word.low in reader.lists.local or reader.words[at - 1].low in head.tails


def _near(reader: Reader, at: int) -> bool:
    gap = reader.gap(at).strip(" -.&'/")
    return gap in ("", "\n") and len(reader.gap(at)) < 12 and "\n\n" not in reader.gap(at)


def _begin(reader: Reader, head: Head, start: int) -> int:
    begin = reader.words[start].start
    if head.place.kind not in ("street", "home"):
        return begin
    before = _HOUSE_NUMBER.search(reader.folded.low[max(0, begin - 40) : begin])
    return begin - len(before[0]) if before else begin
