"""Types joined and met: what either may be, and what both allow."""

import re
from collections.abc import Iterable
from functools import reduce

from sgdocs.checking.types.alternatives import (
    ANY,
    Alternative,
    Anything,
    Boolean,
    Later,
    Listing,
    Missing,
    Number,
    Record,
    Text,
    Type,
)
from sgdocs.checking.types.patterns import matches

__all__ = ["fits", "meet", "meet_alternatives", "union"]

_MOST = 96  # beyond so many alternatives nothing useful can be said


def union(types: Iterable[Type]) -> Type:
    """Give what any of the types may be."""
    kept: dict[object, Alternative] = {}
    for each in types:
        for alternative in each.alternatives:
            _add(kept, alternative)
    if len(kept) > _MOST:
        return ANY
    return Type(tuple(kept.values()))


def _add(kept: dict[object, Alternative], alternative: Alternative) -> None:
    """Keep an alternative once; listed words of one kind become one list."""
    key: object = alternative
    if isinstance(alternative, Text) and alternative.values is not None:
        key = ("text", alternative.format)
        old = kept.get(key)
        if isinstance(old, Text) and old.values is not None:
            alternative = Text(
                old.values | alternative.values,
                format=alternative.format,
                filled=old.filled and alternative.filled,
            )
    kept[key] = alternative


def meet(one: Type, other: Type) -> Type:
    """Give what both types allow."""
    if one is other:
        return one
    pairs = (meet_alternatives(a, b) for a in one.alternatives for b in other.alternatives)
    return union(Type((both,)) for both in pairs if both is not None)


def meet_alternatives(one: Alternative, other: Alternative) -> Alternative | None:
    """Give what two alternatives both allow, if anything."""
    if one is other:
        return one
    if isinstance(other, Anything):
        one, other = other, one
    if isinstance(one, Anything):
        return None if isinstance(other, Missing) else other
    if type(one) is not type(other):
        return None
    return _meet_alike(one, other)


def _meet_alike(one: Alternative, other: Alternative) -> Alternative | None:
    if isinstance(one, Text) and isinstance(other, Text):
        return _meet_text(one, other)
    if isinstance(one, Number) and isinstance(other, Number):
        return _meet_number(one, other)
    if isinstance(one, Boolean) and isinstance(other, Boolean):
        return _meet_boolean(one, other)
    if isinstance(one, Listing) and isinstance(other, Listing):
        return _meet_listing(one, other)
    if isinstance(one, Record) and isinstance(other, Record):
        from sgdocs.checking.types.records import meet_records  # noqa: PLC0415 - they meet by turns

        return meet_records(one, other)
    return one


def _meet_boolean(one: Boolean, other: Boolean) -> Boolean | None:
    if one.value is not None and other.value is not None and one.value != other.value:
        return None
    return one if one.value is not None else other


def _meet_text(one: Text, other: Text) -> Text | None:
    format_, pattern = one.format or other.format, one.pattern or other.pattern
    filled = one.filled or other.filled
    if one.values is None and other.values is None:
        return Text(None, format_, pattern, filled)
    if one.values is not None and other.values is not None:
        values = one.values & other.values
    else:
        listed = one.values if one.values is not None else other.values
        values = frozenset(v for v in listed or () if fits(v, one) and fits(v, other))
    if filled:
        values = values - {""}
    return Text(values, format_, "", filled) if values else None


def fits(word: str, text: Text) -> bool:
    """Say whether a word could stand where such a text is wanted."""
    if text.values is not None:
        return word in text.values
    if text.filled and not word:
        return False
    shape = _SHAPES.get(text.format)
    if shape and not re.match(shape, word):
        return False
    return not text.pattern or matches(text.pattern, word)


# Loose on purpose: only a word that could be no date at all is ruled out.
_SHAPES = {
    "date": r"\d{4}-\d\d-\d\d$",
    "known-day": r"(\d{4}(-\d\d){0,2}|unknown)$",
    "date-time": r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d",
    "moment": r"\d{4}-\d\d-\d\d",
    "time": r"\d\d:\d\d",
    "email": r".+@.+",
}


def _meet_number(one: Number, other: Number) -> Number | None:
    low = max((n for n in (one.low, other.low) if n is not None), default=None)
    high = min((n for n in (one.high, other.high) if n is not None), default=None)
    if low is not None and high is not None and low > high:
        return None
    integer = one.integer or other.integer
    if one.values is None and other.values is None:
        return Number(None, integer, low, high)
    listed = [n.values for n in (one, other) if n.values is not None]
    values = reduce(frozenset.intersection, listed)
    values = frozenset(
        v for v in values if (low is None or v >= low) and (high is None or v <= high)
    )
    return Number(values, integer, low, high) if values else None


def _meet_listing(one: Listing, other: Listing) -> Listing | None:
    least = max(one.least, other.least)
    most = min((n for n in (one.most, other.most) if n is not None), default=None)
    if most is not None and least > most:
        return None
    length = max(len(one.first), len(other.first))
    first = tuple(_both(_at(one, n), _at(other, n)) for n in range(length))
    return Listing(_both(one.item, other.item), first, least, most)


def _at(listing: Listing, index: int) -> Later:
    return listing.first[index] if index < len(listing.first) else listing.item


def _both(one: Later, other: Later) -> Later:
    return one if one is other else Later(lambda: meet(one.get(), other.get()))
