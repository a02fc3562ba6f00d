"""Whether all that a value may be satisfies a condition, for certain."""

from sgdocs.checking.types.alternatives import (
    MISSING,
    Alternative,
    Anything,
    Boolean,
    Listing,
    Number,
    Record,
    Text,
    Type,
)
from sgdocs.checking.types.sets import fits

__all__ = ["entails"]


def entails(known: Type, condition: Type) -> bool:
    """Say whether every alternative satisfies the condition for certain."""
    return bool(known.alternatives) and all(
        any(_covers(wanted, alternative) for wanted in condition.alternatives)
        for alternative in known.alternatives
    )


def _covers(wanted: Alternative, known: Alternative) -> bool:
    if isinstance(wanted, Anything):
        return type(known).__name__ != "Missing"
    if type(wanted) is not type(known):
        return False
    if isinstance(wanted, Record) and isinstance(known, Record):
        return all(_field_covers(known, wanted, name) for name in wanted.fields)
    return _covers_plain(wanted, known)


def _covers_plain(wanted: Alternative, known: Alternative) -> bool:
    if isinstance(wanted, Text) and isinstance(known, Text):
        if known.values is not None:
            return all(fits(value, wanted) for value in known.values)
        return wanted == Text() or wanted == known
    if isinstance(wanted, Number) and isinstance(known, Number):
        return wanted in (Number(), known) or _within(wanted, known)
    if isinstance(wanted, Boolean) and isinstance(known, Boolean):
        return wanted.value is None or wanted.value == known.value
    if isinstance(wanted, Listing) and isinstance(known, Listing):
        return wanted.most is None and wanted.least <= known.least and not wanted.first
    return True


def _within(wanted: Number, known: Number) -> bool:
    if wanted.values is not None:
        return known.values is not None and known.values <= wanted.values
    if known.values is not None:
        low, high = min(known.values), max(known.values)
    else:
        low, high = known.low, known.high  # type: ignore[assignment]
    above = wanted.low is None or (low is not None and low >= wanted.low)
    return above and (wanted.high is None or (high is not None and high <= wanted.high))


def _field_covers(known: Record, wanted: Record, name: str) -> bool:
    mine = known.fields.get(name)
    return entails(mine.get() if mine is not None else _unsaid(), wanted.fields[name].get())


def _unsaid() -> Type:
    return Type((Anything(), *MISSING.alternatives))
