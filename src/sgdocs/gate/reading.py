"""Decide whether a word that is a name as well stands in a text as a name."""

import re

from sgdocs.gate.ordinary import FUNCTION_WORDS, MONTHS, TITLES, listed

__all__ = ["counts_as_name"]

_PERSONAL = frozenset(
    listed(
        """
    and asked attended became began came could died disclosed did does felt found gave goes got
    grew had has himself herself is knew left lived lives liked loved made met moved needed
    refused reported said saw says seemed spoke stayed talked thought told took tried turned
    wanted was went who whose would wrote
    """
    )
)
_BEFORE = re.compile(r"([^\s]+)([^\S\n]*)$")
_AFTER = re.compile(r"^(['’]s\b)?[^\S\n]*([^\s]*)")
_YEAR = re.compile(r"[,.]?[^\S\n]*(?:19|20)?\d\d\b")
_IN_DATE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|since|until|during|early|late|mid|by|end of|beginning of|"
    r"start of|middle of|and|to|from|between|or))[\s-]*$",
    re.IGNORECASE,
)


def counts_as_name(word: str, plain: str, begin: int, end: int) -> bool:
    """Say whether a word at a place is a name: by its capital, and by what stands around it."""
    written = plain[begin:end]
    if not written[:1].isupper() or _is_month(word, plain, begin, end):
        return False
    before, after = plain[max(0, begin - 40) : begin], plain[end : end + 40]
    follows = _AFTER.match(after)
    possessive, following = (follows[1], follows[2]) if follows else ("", "")
    if possessive:
        return True
    shouted = len(written) > 1 and written.isupper()
    if _begins_a_sentence(before) or shouted:
        return _begins_as_name(word, before, following)
    return True


def _begins_as_name(word: str, before: str, following: str) -> bool:
    """At the start of a sentence every word has a capital: what follows decides."""
    said = _BEFORE.search(before)
    if said and said[1].strip(".,").lower() in TITLES:
        return True
    if word in FUNCTION_WORDS and word not in ("will", "may"):
        return False
    next_word = following.strip(".,;:!?")
    return next_word in _PERSONAL or not next_word or next_word[:1].isupper()


def _begins_a_sentence(before: str) -> bool:
    bare = before.rstrip(" \t\xa0\"'“‘(")
    return not bare or bare[-1] in ".!?:;\n•|/–" or bool(re.search(r"\d$", bare))


def _is_month(word: str, plain: str, begin: int, end: int) -> bool:
    if word not in MONTHS:
        return False
    if _YEAR.match(plain[end : end + 8]):
        return True
    return bool(_IN_DATE.search(plain[max(0, begin - 20) : begin]))
