"""Whether a word that is a name and an English word is meant as the one or the other here."""

from collections.abc import Callable
from enum import Enum

from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.neighbours import Here
from sgdocs.anonymise.tokens import Token

__all__ = ["Reading", "reads_as"]

_SEASONS = frozenset({"summer", "autumn", "winter", "spring"})
_BEING = frozenset({"was", "is", "had", "has"})
_KINDS = frozenset({"the", "a", "an", "when", "not", "to"})
_MODALS = frozenset({"will", "may", "might"})


class Reading(Enum):
    """How a word is meant."""

    NAME = "name"
    WORD = "word"
    DOUBT = "doubt"


def reads_as(words: list[Token], at: int, end: int, lists: WordLists) -> Reading:
    """Say how the words from one place to another are meant, by what stands round them."""
    token = words[at]
    if not token.capital:
        return Reading.WORD
    before = words[at - 1] if at and not token.first else None
    after = words[end] if end < len(words) and not words[end].first else None
    beyond = words[end + 1].low if after and end + 1 < len(words) else ""
    here = Here(token, words[end - 1], before, after, beyond, lists)
    rules = _OF_TIME if token.low in lists.contexts["calendar"] else _OF_WORDS
    return next(reading for rule in rules if (reading := rule(here)) is not None)


def _half_of_compound(here: Here) -> Reading | None:
    """Leave rose-tinted and hope-filled alone."""
    joined = here.after is not None and here.after.joined and not here.after.capital
    return Reading.WORD if joined else None


def _with_title(here: Here) -> Reading | None:
    return Reading.NAME if here.titled else None


def _month_before_surname(here: Here) -> Reading | None:
    after = here.after
    if after is None or not after.capital or after.upper or len(after.low) < 2:
        return None
    known = after.low in here.lists.contexts["calendar"] or after.low in here.lists.capitals
    return None if known else Reading.NAME


def _month_by_what_follows(here: Here) -> Reading | None:
    timely = here.followed("calendar") or here.followed("before-time")
    if here.after is None or not (timely or here.after.low[:1].isdigit()):
        return None
    return Reading.DOUBT if here.preceded("before-person") else Reading.WORD


def _month_by_what_stands_before(here: Here) -> Reading | None:
    if here.before is None:
        return None
    timely = here.preceded("calendar") or here.preceded("before-time")
    return Reading.WORD if timely or here.before.low[:1].isdigit() else None


def _may_as_verb(here: Here) -> Reading | None:
    asks = here.last.low == "may" and here.before is None and here.followed("after-word")
    return Reading.WORD if asks else None


def _month_as_person(here: Here) -> Reading | None:
    if here.before is None and here.after and here.after.low in _BEING and here.beyond in _KINDS:
        return Reading.DOUBT  # May was the month
    acts = here.acts and not here.followed("after-word")
    person = here.last.tail == "'s" or acts or here.preceded("before-person")
    return Reading.NAME if person else None


def _in_heading(here: Here) -> Reading | None:
    """Decide where capitals say nothing: in a heading, or a word all in capitals."""
    loud = here.token.upper and len(here.token.low) > 1
    if not (here.token.headed or loud):
        return None
    if here.followed("after-word"):
        return Reading.WORD
    return Reading.NAME if here.leans_to_name else Reading.DOUBT


def _colour(here: Here) -> Reading | None:
    """Leave what is rated Amber alone."""
    return Reading.WORD if here.preceded("rated") else None


def _season(here: Here) -> Reading | None:
    if here.token.low not in _SEASONS or here.after is None:
        return None
    timely = here.followed("season-of") or here.after.low.isdecimal()
    return Reading.WORD if timely else None


def _owner(here: Here) -> Reading | None:
    owns = here.last.tail == "'s" and not here.preceded("determiners")
    return Reading.NAME if owns else None


def _inside_sentence(here: Here) -> Reading | None:
    if here.token.first:
        return None
    return Reading.DOUBT if here.preceded("determiners") else Reading.NAME


def _modal_first(here: Here) -> Reading | None:
    """Decide about Will and May at the head of a sentence: a question, or a person."""
    if here.token.low not in _MODALS or here.after is None:
        return None
    if here.after.low in here.lists.verbs and not here.followed("after-word"):
        return Reading.NAME
    if here.apart or here.after.low in _MODALS:
        return Reading.NAME  # Will, who was there; Will will come
    unsure = here.after.low in {"and", "be", "have"} or here.after.low in here.lists.kin
    return Reading.DOUBT if unsure else Reading.WORD


def _abstract_first(here: Here) -> Reading | None:
    """Decide about Hope, Grace, Faith at the head of a sentence: hope remains, Hope said."""
    if here.token.low not in here.lists.contexts["abstract"] or here.after is None:
        return None
    if not here.followed("weak-verbs"):
        return None
    return Reading.WORD if here.goes_on else None


def _first_in_sentence(here: Here) -> Reading | None:
    if here.after is None:
        return Reading.DOUBT
    if here.apart and not here.acts:
        return Reading.NAME if here.leans_to_name else Reading.DOUBT
    if here.followed("after-word") and not here.acts:
        return Reading.WORD
    if here.acts or here.surnamed:
        return Reading.NAME
    if here.leans_to_name:
        abstract = here.token.low in here.lists.contexts["abstract"]
        return Reading.WORD if abstract and here.after.low in here.lists.common else Reading.NAME
    return Reading.DOUBT if here.after.low in {"and", "who"} else Reading.WORD


_Rule = Callable[[Here], Reading | None]
_OF_TIME: tuple[_Rule, ...] = (
    _with_title,
    _month_before_surname,
    _month_by_what_follows,
    _month_by_what_stands_before,
    _may_as_verb,
    _month_as_person,
    lambda _: Reading.DOUBT,
)
_OF_WORDS: tuple[_Rule, ...] = (
    _half_of_compound,
    _with_title,
    _in_heading,
    _season,
    _colour,
    _owner,
    _inside_sentence,
    _modal_first,
    _abstract_first,
    _first_in_sentence,
)
