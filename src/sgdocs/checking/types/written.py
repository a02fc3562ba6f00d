"""Values written out in a schema, as types."""

from collections.abc import Iterator
from typing import Any

from sgdocs.checking.types.alternatives import (
    ANY,
    MISSING,
    Alternative,
    Boolean,
    Listing,
    Null,
    Number,
    Record,
    Text,
    Type,
    settled,
)
from sgdocs.checking.types.sets import meet, union

__all__ = ["less", "listed"]


def listed(values: list[Any]) -> Type:
    """Give the type of values written out."""
    words = frozenset(value for value in values if isinstance(value, str))
    # Words are joined here, at once: one after another takes minutes for a hundred thousand.
    kinds = (Text(words) if isinstance(v, str) else _constant(v) for v in _first_word(values))
    return union(Type((kind,)) for kind in kinds)


def _first_word(values: list[Any]) -> Iterator[Any]:
    """Give the values, but of the words only the first."""
    worded = False
    for value in values:
        if not (worded and isinstance(value, str)):
            yield value
        worded = worded or isinstance(value, str)


def _constant(value: Any) -> Alternative:
    if isinstance(value, bool):
        return Boolean(value)
    if isinstance(value, str):
        return Text(frozenset({value}))
    if isinstance(value, (int, float)):
        return Number(frozenset({float(value)}), isinstance(value, int))
    if isinstance(value, list):
        first = tuple(settled(Type((_constant(part),))) for part in value)
        return Listing(settled(ANY), first, len(value), len(value))
    if isinstance(value, dict):
        fields = {name: settled(Type((_constant(part),))) for name, part in value.items()}
        return Record(fields, closed=True)
    return Null()


def less(whole: Type, barred: Any) -> Type:
    """Take out listed values and fields that must not be there."""
    if not isinstance(barred, dict):
        return whole
    listed = barred.get("enum", [barred["const"]] if "const" in barred else [])
    # Lists and objects are never taken out: only words and null are.
    values = frozenset(v for v in listed if v is None or isinstance(v, str))
    names = barred.get("required", []) if set(barred) == {"required"} else []
    if len(names) == 1:
        return meet(whole, Type((Record({names[0]: settled(MISSING)}),)))
    return Type(tuple(_without(a, values) for a in whole if _without(a, values) is not None))  # type: ignore[misc]


def _without(alternative: Alternative, values: frozenset[Any]) -> Alternative | None:
    if isinstance(alternative, Text) and alternative.values is not None:
        left = alternative.values - values
        return Text(left, alternative.format) if left else None
    return None if isinstance(alternative, Null) and None in values else alternative
