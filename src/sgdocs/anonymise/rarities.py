"""Facts so rare that they tell who is meant without a name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sgdocs.anonymise.hits import Hit, Sort
from sgdocs.anonymise.lists import WordLists

__all__ = ["rare_facts"]

_FEW = (
    r"\b(?:the (?:{few})|one of (?:only |just )?(?:two|three|four|a handful of|very few)"
    r"|one of the (?:only|few|first|youngest)|only one of|no other)\s"
    r"(?:(?!(?:who|that|which|to|and|but|of)\b)[\w'/-]+\s){{0,5}}?(?:{somebody})\b"
    r"(?:\s(?:at|in|on|of|to|from|with|who|for|whose|ever)\b(?:\s[\w'-]+){{1,5}})?"
)
# Within one family, there is always an eldest and often an only one.
_IN_FAMILY = re.compile(
    r"\bthe (?:only|oldest|eldest|youngest|first|last) (?:child|sibling|daughter|son|boy|girl"
    r"|parent)s?\b(?! (?:at|in|on|ever|with|from|known|born to))"
)
_CALLED = re.compile(
    r"\b(?:nick-?named|known (?:to \w+ )?as|goes by|went by|street name|user ?name|gamertag"
    r"|call(?:s|ing|ed)? (?:him|her|them)self|screen name|by the name(?: of)?|alias|a\.?k\.?a\.?)"
    r"\s{1,2}(?:is |was |the )?[\"']?(?P<name>[^\W\d_][\w'.-]{1,24})"
)


def rare_facts(low: str, lists: WordLists) -> Iterator[Hit]:
    """Find rare facts: the only pupil who, an unusual illness, a day everybody remembers."""
    in_family = {m.start() for m in _IN_FAMILY.finditer(low)}
    few, listed = _patterns(lists)
    for found in few.finditer(low):
        if found.start() not in in_family:
            yield Hit(*found.span(), Sort.FLAG, reason="a rare fact")
    for found in listed.finditer(low):
        yield Hit(*found.span(), Sort.FLAG, reason="a rare fact")
    for found in _CALLED.finditer(low):
        if not _plain(found["name"], lists):
            yield Hit(*found.span("name"), Sort.FLAG, reason="a name somebody goes by")


def _plain(name: str, lists: WordLists) -> bool:
    if name in lists.kin or name in lists.contexts["called-generic"]:
        return True
    return name in lists.common and name not in lists.leans


def _patterns(lists: WordLists) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _compiled(lists.rare, lists.contexts["few"], lists.contexts["somebody"])


@lru_cache(maxsize=4)
def _compiled(
    rare: tuple[str, ...], few: frozenset[str], somebody: frozenset[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    entries = "|".join(map(re.escape, sorted(rare, key=len, reverse=True)))
    pattern = _FEW.format(few=_any(few), somebody=_any(somebody))
    return re.compile(pattern), re.compile(rf"\b(?:{entries or '(?!)'})\b")


def _any(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))
