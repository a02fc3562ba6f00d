"""Whether anything vouches for a word; where nothing does, the reason to ask about it."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass

from sgdocs.anonymise.context import Reading, reads_as
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.reader import Reader
from sgdocs.anonymise.tokens import Token

__all__ = ["Word", "reason_to_ask"]

_ROMAN = re.compile(r"[ivx]{1,5}")
_MAY_BE = "a word that may be a name"
_INITIAL = "a letter that may be an initial"
_SHORTEST_SMALL = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word that nothing has spoken for yet, and where it stands."""

    reader: Reader
    at: int
    defined: frozenset[str]
    own: Container[str]
    """The first words of the case's names."""

    @property
    def token(self) -> Token:
        return self.reader.words[self.at]

    @property
    def low(self) -> str:
        return self.token.low

    @property
    def lists(self) -> WordLists:
        return self.reader.lists

    @property
    def before(self) -> Token | None:
        return self.reader.words[self.at - 1] if self.at else None

    @property
    def after(self) -> Token | None:
        following = self.reader.words[self.at + 1 : self.at + 2]
        return following[0] if following and not following[0].first else None

    @property
    def loud(self) -> bool:
        """Say whether a capital means nothing here."""
        return self.token.first or self.token.headed or self.token.upper


def reason_to_ask(word: Word) -> str:
    """Say why somebody has to decide about a word; nothing where it may stand."""
    if word.token.alien or not word.low.isascii():
        return "a word in other letters"
    if not word.token.capital:
        return "a name in small letters" if _is_small_name(word) else ""
    if len(word.low) == 1:
        return _INITIAL if _is_initial(word) else ""
    return "a name with a title" if _after_title(word) else _of_capital(word)


def _of_capital(word: Word) -> str:
    if any(vouches(word) for vouches in _VOUCHERS):
        return ""
    if word.low in word.lists.leans or word.low in word.lists.contexts["calendar"]:
        return _MAY_BE if _is_meant_as_name(word) else ""
    if word.low in word.lists.capitals or word.token.flat in word.lists.capitals:
        return ""
    if _is_common(word):
        if word.token.first and _opens_name(word):
            return "a capital nobody vouches for"
        return "" if word.loud or _after_hyphen(word) else "a capital nobody vouches for"
    return "a name or word nobody knows"


def _is_small_name(word: Word) -> bool:
    low, lists = word.low, word.lists
    known = low in lists.kin or low in lists.capitals or low in lists.acronyms
    own = low in word.own and low not in lists.common
    return own or (len(low) >= _SHORTEST_SMALL and low in lists.names and not known)


def _is_initial(word: Word) -> bool:
    """Decide about a letter by itself: Child A may stay; “F said” and “Mr F” may not."""
    before = word.before.low if word.before else ""
    if word.before and word.before.capital and before in word.lists.contexts["strict-titles"]:
        return word.reader.tight(word.at - 1)
    if word.low in {"a", "i"} or word.token.headed:
        return False
    if before in word.lists.contexts["lettered"] or before == "and":
        return False
    acts = word.after is not None and word.after.low in word.lists.verbs
    return acts or word.token.tail == "'s"


def _after_title(word: Word) -> bool:
    before, lists = word.before, word.lists
    if before is None or before.low not in lists.titles or not before.capital:
        return False
    if word.low in lists.titles or not word.reader.tight(word.at - 1):
        return False
    known = word.low in lists.kin or word.low in lists.acronyms or word.low in lists.capitals
    return not known or before.low in lists.contexts["strict-titles"]


def _by_figures(word: Word) -> bool:
    return any(c.isdigit() for c in word.low)


def _by_use(word: Word) -> bool:
    low, lists = word.low, word.lists
    return low in lists.kin or low in lists.titles or low in lists.contexts["function"]


def _by_definition(word: Word) -> bool:
    return word.low in word.defined


def _by_short_form(word: Word) -> bool:
    low, acronyms = word.low, word.lists.acronyms
    if low in acronyms or low.removesuffix("s") in acronyms:
        capitals = word.token.upper or word.token.written.rstrip("s").isupper()
        return capitals or low in word.lists.common
    return _ROMAN.fullmatch(low) is not None and word.token.upper


_VOUCHERS: tuple[Callable[[Word], bool], ...] = (
    _by_figures,
    _by_use,
    _by_definition,
    _by_short_form,
)


def _is_common(word: Word) -> bool:
    low, common = word.low, word.lists.common
    return low in common or (not word.token.tail and low.removesuffix("s") in common)


def _opens_name(word: Word) -> bool:
    """Say whether a sentence begins with what may be a name of several words: Riverside Project."""
    after, lists = word.after, word.lists
    if after is None or not after.capital or after.upper or word.token.headed or word.token.upper:
        return False
    if not word.reader.tight(word.at) or word.low.endswith(("ing", "ed", "ly")):
        return False
    return after.low in lists.local or after.low in lists.capitals or after.low in lists.common


def _after_hyphen(word: Word) -> bool:
    """Say whether a word is the second half of one with a hyphen: Multi-Agency."""
    before = word.before
    return (
        before is not None
        and word.reader.gap(word.at - 1) == "-"
        and before.low in (word.lists.common)
    )


def _is_meant_as_name(word: Word) -> bool:
    """Decide about an English word or a month that is a name too."""
    reading = reads_as(word.reader.words, word.at, word.at + 1, word.lists)
    if word.low in word.lists.contexts["calendar"] or word.low in word.lists.capitals:
        acts = word.after is not None and word.after.low in word.lists.verbs
        month = word.low in word.lists.contexts["calendar"] and word.low in word.lists.leans
        owns = word.token.tail == "'s"
        return (
            month
            and reading is Reading.NAME
            and not word.token.upper
            and (acts or owns or _named(word))
        )
    if word.loud:
        return reading is Reading.NAME and not word.token.headed
    return reading is not Reading.WORD


def _named(word: Word) -> bool:
    after = word.after
    return after is not None and after.capital and not after.upper
