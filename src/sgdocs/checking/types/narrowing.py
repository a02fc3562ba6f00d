"""What is left of a type once a guard has been passed, pushed up into what holds it."""

from collections.abc import Callable
from dataclasses import replace

from sgdocs.checking.types.alternatives import (
    ANY,
    MISSING,
    Alternative,
    Anything,
    Boolean,
    Function,
    Listing,
    Missing,
    Null,
    Number,
    Record,
    Text,
    Type,
    settled,
)
from sgdocs.checking.types.records import field_of, with_field
from sgdocs.checking.types.sets import union

__all__ = ["Step", "entry_of", "falsy", "narrowed", "step_into", "truthy"]

Step = str | int
_Change = Callable[[Type], Type]


def truthy(known: Type) -> Type:
    """Give what a value may be where it counts as true."""
    return Type(tuple(t for a in known if (t := _true(a)) is not None))


def falsy(known: Type) -> Type:
    """Give what a value may be where it counts as false."""
    return Type(tuple(t for a in known if (t := _false(a)) is not None))


def _true(one: Alternative) -> Alternative | None:
    if isinstance(one, (Missing, Null)):
        return None
    if isinstance(one, Boolean):
        return None if one.value is False else Boolean(value=True)
    if isinstance(one, Text):
        values = None if one.values is None else one.values - {""}
        return None if values == frozenset() else replace(one, values=values, filled=True)
    if isinstance(one, Number):
        values = None if one.values is None else one.values - {0.0}  # type: ignore[assignment]
        return None if values == frozenset() else replace(one, values=values)  # type: ignore[arg-type]
    if isinstance(one, Listing):
        return None if one.most == 0 else replace(one, least=max(one.least, 1))
    return one


def _false(one: Alternative) -> Alternative | None:
    if isinstance(one, Boolean):
        return None if one.value is True else Boolean(value=False)
    if isinstance(one, Text):
        can = not one.filled and (one.values is None or "" in one.values)
        return replace(one, values=frozenset({""})) if can else None
    if isinstance(one, Number):
        return _zero(one)
    if isinstance(one, Listing):
        return None if one.least or one.lazy else replace(one, most=0)
    if isinstance(one, Record):
        return None if _never_empty(one) else one
    return None if isinstance(one, Function) else one


def _zero(one: Number) -> Number | None:
    listed = one.values is None or 0.0 in one.values
    ranged = (one.low is None or one.low <= 0) and (one.high is None or one.high >= 0)
    return replace(one, values=frozenset({0.0})) if listed and ranged else None


def _never_empty(record: Record) -> bool:
    return any(not later.get().has(Missing) for later in record.fields.values())


def step_into(known: Type, step: Step) -> Type:
    """Give what stands under a name or number; missing where nothing can."""
    return union(_stepped(a, step) for a in known)


def _stepped(one: Alternative, step: Step) -> Type:
    if isinstance(one, Anything):
        return ANY
    if isinstance(one, Record) and isinstance(step, str):
        found = field_of(one, step)
        return MISSING if found is None else found
    if isinstance(one, Listing) and isinstance(step, int):
        return entry_of(one, step)
    return MISSING


def entry_of(listing: Listing, index: int) -> Type:
    """Give the entry at a place of a list; missing where the list may be too short."""
    if index < 0:
        known = union((listing.item.get(), *(f.get() for f in listing.first)))
        there = listing.least >= -index
    else:
        known = (listing.first[index] if index < len(listing.first) else listing.item).get()
        there = listing.least > index
    if listing.most is not None and listing.most <= index:
        return Type((Missing("short"),))
    return known if there else union((known, Type((Missing("short"),))))


def narrowed(known: Type, steps: tuple[Step, ...], change: _Change) -> Type:
    """Change what is known of a part, and so what its whole may be."""
    if not steps:
        return change(known)
    kept = (_narrowed_in(a, steps, change) for a in known)
    return Type(tuple(a for a in kept if a is not None))


def _narrowed_in(one: Alternative, steps: tuple[Step, ...], change: _Change) -> Alternative | None:
    if isinstance(one, (Anything, Function)):
        return one
    step, rest = steps[0], steps[1:]
    before = _stepped(one, step)
    after = narrowed(before, rest, change)
    if not after.alternatives:
        return None
    if _same(before, after):
        return one
    if isinstance(one, Record) and isinstance(step, str):
        return with_field(one, step, after)
    if isinstance(one, Listing) and isinstance(step, int) and step >= 0:
        return _with_entry(one, step, after)
    return one


def _same(before: Type, after: Type) -> bool:
    return len(before) == len(after) and all(
        a is b or (a == b) for a, b in zip(before, after, strict=True)
    )


def _with_entry(listing: Listing, index: int, known: Type) -> Listing:
    first = [
        listing.first[n] if n < len(listing.first) else listing.item
        for n in range(max(index + 1, len(listing.first)))
    ]
    first[index] = settled(known)
    least = listing.least if known.has(Missing) else max(listing.least, index + 1)
    return replace(listing, first=tuple(first), least=least)
