"""The places of a case by the words that tell them, and the plain words that may follow."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.model import Place

__all__ = ["SAME", "Head", "PlaceIndex", "flat_words", "index_places"]

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
SAME = {
    "saint": "st",
    "saints": "sts",
    "ste": "st",
    "rd": "road",
    "ln": "lane",
    "ave": "avenue",
    "av": "avenue",
    "cres": "crescent",
    "gdns": "gardens",
    "ct": "court",
    "sq": "square",
    "terr": "terrace",
    "blvd": "boulevard",
}
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
    partial: bool = False
    """Whether these words tell it only with a plain word after them: Dovecote Surgery."""


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """The places of a case by the first word that tells them."""

    heads: Mapping[str, tuple[Head, ...]]
    words: frozenset[str]


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


def flat_words(name: str) -> list[str]:
    """Give the words of a place's name, folded, without the and what follows a comma."""
    own = fold_word(name.partition(",")[0])
    plain = re.sub(r"[^\w']+", " ", own).replace("'", "").replace("_", " ")
    words = [SAME.get(w, w) for w in plain.split()]
    return words[1:] if words[:1] == ["the"] else words


def _heads(place: Place, lists: WordLists) -> Iterator[Head]:
    words = flat_words(place.name)
    tails = lists.places.get(_GROUPS.get(place.kind, ""), lists.local)
    if not words:
        return
    if words[-1] in lists.places["street"]:
        tails |= lists.places["street"]
    if all(w in tails for w in words):
        yield Head(tuple(words), place, frozenset(), wordlike=True, whole=True)
        return
    end = len(words)
    least = max(1, end - 1) if place.kind == "street" else 1
    while end > least and words[end - 1] in tails:
        end -= 1
    for head in dict.fromkeys(_telling(words[:end], place, lists)):
        wordlike = all(w in lists.common or w in lists.capitals or len(w) <= _SHORT for w in head)
        yield Head(head, place, tails, wordlike, whole=end == len(words))
    if end > 1 and place.kind != "street":
        telling = (w for w in words[:end] if len(w) > _SHORT and w not in tails)
        yield from (
            Head((w,), place, tails, wordlike=True, whole=False, partial=True) for w in telling
        )


def _telling(words: list[str], place: Place, lists: WordLists) -> Iterator[tuple[str, ...]]:
    """Give the words that tell a place: as they are, run together, without Ysgol or Masjid."""
    yield tuple(words)
    yield from _without_s(words, place)
    rest = words[1:] if len(words) > 1 and words[0] in lists.places["leading"] else []
    if rest:
        yield tuple(rest)
    for some in (words, rest):
        if len(some) > 1 and "-" in fold_word(place.name):
            yield ("".join(some),)


def _without_s(words: list[str], place: Place) -> Iterator[tuple[str, ...]]:
    """Give St Mary for St Mary's."""
    if len(words) > 1 and words[-1].endswith("s") and "'" in fold_word(place.name):
        yield (*words[:-1], words[-1][:-1])
