"""Facts so rare that they tell who is meant without a name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sgdocs.anonymise.hits import Hit, Sort, Spans
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.phrases import Phrases, phrases_of
from sgdocs.anonymise.reader import Reader

__all__ = ["rare_facts"]

_FEW = (
    r"\b(?:the (?:{few})|one of (?:only |just )?(?:two|three|four|a handful of|very few)"
    r"|one of the (?:only|few|first|youngest)|only one of|no other)\s"
    r"(?:(?!(?:who|that|which|to|and|but|of|the|an?|time|times|occasion|thing|reason|way)\b)[\w'/-]+\s){{0,5}}?(?:{somebody})\b"
    r"(?:\s(?:at|in|on|of|to|from|with|who|for|whose|ever)\b(?:\s[\w'-]+){{1,5}})?"
)
# Within one family, there is always an eldest and often an only one.
_IN_FAMILY = re.compile(
    r"\bthe (?:only|oldest|eldest|youngest|first|last) (?:child|sibling|daughter|son|boy|girl"
    r"|parent)s?\b(?! (?:at|in|on|ever|with|from|known|born to|to))"
)
_CALLED = re.compile(
    r"\b(?:nick-?named|known (?:to \w+ )?as|goes by|went by|street name|user ?name|gamertag"
    r"|call(?:s|ing|ed)? (?:him|her|them)self|screen name|by the name(?: of)?|alias|a\.?k\.?a\.?)"
    r"\s{1,2}(?:is |was |the )?[\"']?(?P<name>[^\W\d_][\w'.-]{1,24})"
)


def rare_facts(reader: Reader, taken: Spans) -> Iterator[Hit]:
    """Find rare facts: the only pupil who, an unusual illness, a day everybody remembers."""
    low, lists = reader.folded.low, reader.lists
    in_family = {m.start() for m in _IN_FAMILY.finditer(low)}
    for found in _few(lists.contexts["few"], lists.contexts["somebody"]).finditer(low):
        if found.start() not in in_family:
            yield Hit(*found.span(), Sort.FLAG, reason="a rare fact")
    yield from _listed(reader)
    for found in _CALLED.finditer(low):
        if not _plain(found["name"], lists) and taken.free(*found.span("name")):
            yield Hit(*found.span("name"), Sort.FLAG, reason="a name somebody goes by")


def _plain(name: str, lists: WordLists) -> bool:
    if name in lists.kin or name in lists.contexts["called-generic"]:
        return True
    return name in lists.common and name not in lists.leans


def _listed(reader: Reader) -> Iterator[Hit]:
    """Find what is on the list, word by word."""
    entries = _entries(reader.lists.rare)
    for at, word in enumerate(reader.words):
        if entries.begins(word.low) or (word.tail and entries.begins(word.flat)):
            size = entries.at(reader.words, at)
            if size:
                span = (word.start, reader.words[at + size - 1].end)
                yield Hit(*span, Sort.FLAG, reason="a rare fact")


@lru_cache(maxsize=4)
def _entries(rare: tuple[str, ...]) -> Phrases:
    return phrases_of(tuple(e.replace("'", "").replace("-", " ").split()) for e in rare)


@lru_cache(maxsize=4)
def _few(few: frozenset[str], somebody: frozenset[str]) -> re.Pattern[str]:
    return re.compile(_FEW.format(few=_any(few), somebody=_any(somebody)))


def _any(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))
