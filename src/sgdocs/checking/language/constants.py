"""Written values as types: met with what a value may be, or taken away from it."""

from collections.abc import Iterable
from dataclasses import replace

from sgdocs.checking.types.alternatives import (
    ANY,
    Alternative,
    Boolean,
    Null,
    Number,
    Text,
    Type,
)
from sgdocs.checking.types.sets import meet, union

__all__ = ["only_these", "type_of", "without_these"]


def type_of(value: object) -> Type:
    """Give the type of one written value."""
    if isinstance(value, bool):
        return Type((Boolean(value),))
    if isinstance(value, str):
        return Type((Text(frozenset({value})),))
    if isinstance(value, (int, float)):
        return Type((Number(frozenset({float(value)}), isinstance(value, int)),))
    return Type((Null(),)) if value is None else ANY


def only_these(known: Type, values: Iterable[object]) -> Type:
    """Give what a value may be where it equals one of these."""
    return meet(known, union(type_of(value) for value in values))


def without_these(known: Type, values: Iterable[object]) -> Type:
    """Give what a value may be where it equals none of these."""
    barred = list(values)
    return Type(tuple(r for a in known if (r := _less(a, barred)) is not None))


def _less(one: Alternative, barred: list[object]) -> Alternative | None:
    if isinstance(one, Null):
        return None if None in barred else one
    if isinstance(one, Boolean):
        return _less_boolean(one, [value for value in barred if isinstance(value, bool)])
    if isinstance(one, Text):
        words = frozenset(value for value in barred if isinstance(value, str))
        if one.values is None:
            return replace(one, filled=True) if "" in words else one
        left = one.values - words
        return replace(one, values=left) if left else None
    if isinstance(one, Number) and one.values is not None:
        numbers = frozenset(float(v) for v in barred if isinstance(v, (int, float)))
        rest = one.values - numbers
        return replace(one, values=rest) if rest else None
    return one


def _less_boolean(one: Boolean, barred: list[bool]) -> Boolean | None:
    left = {True, False} if one.value is None else {one.value}
    left -= set(barred)
    if not left:
        return None
    return Boolean(left.pop()) if len(left) == 1 else one
