"""The filters that take lists: what is in the list they give."""

from collections.abc import Callable
from dataclasses import replace

from sgdocs.checking.language.choosing import non_empty, selected, selected_by, where
from sgdocs.checking.language.given import Given, along, misused
from sgdocs.checking.language.needing import need
from sgdocs.checking.language.pairing import grouped, paired
from sgdocs.checking.language.printing import mind_print
from sgdocs.checking.language.state import Value
from sgdocs.checking.language.suiting import given, mind_kinds
from sgdocs.checking.language.words import meant
from sgdocs.checking.types.alternatives import (
    ANY,
    Anything,
    Listing,
    Missing,
    Number,
    Record,
    Text,
    Type,
)
from sgdocs.checking.types.narrowing import entry_of
from sgdocs.checking.types.sets import union

__all__ = ["LISTS"]


def _first(at: Given) -> Value:
    if at.base.type.has(Anything) or at.entry.type is ANY:
        return Value(ANY)
    lists = [a for a in at.base.type if isinstance(a, Listing)]
    if not lists:
        return Value(Type((Text(),)))
    ref = at.base.ref.then(0) if at.base.ref and len(lists) == len(at.base.type) else None
    return Value(union(entry_of(a, 0) for a in lists), ref, at.entry.where, at.base.soft)


def _last(at: Given) -> Value:
    return replace(_first(at), ref=None)


def _extreme(at: Given) -> Value:
    _mind_order(at, at.word(1, "attribute"))
    return replace(_first(at), ref=None)


def _same(at: Given) -> Value:
    return at.listed(at.entry.type, at.least)


def _unique(at: Given) -> Value:
    if path := at.word(1, "attribute"):
        along(at, path)
    elif at.entry.type.has(Record, Listing) and not at.entry.type.has(Anything):
        misused(at, "entries that are objects or lists")
    return _same(at)


def _sorted(at: Given) -> Value:
    _mind_order(at, at.word(2, "attribute"))
    return _same(at)


def _sorted_by(at: Given) -> Value:
    _mind_order(at, at.word(0))
    return _same(at)


def _mind_order(at: Given, path: str) -> None:
    """Say so where entries cannot be put in order."""
    for each in path.split(",") if path else [""]:
        value = along(at, each) if each else at.entry
        known = need(at.run, value, at.line, "operand")
        if known.has(Record, Listing) and not known.has(Anything):
            misused(at, "objects or lists, which have no order; name an attribute")


def _mapped(at: Given) -> Value:
    path = at.word(99, "attribute")
    if path:
        value = along(at, path)
        instead = at.argument(99, "default")
        known = value.type if instead is None else union((value.type.without(Missing), ANY))
        return _with_where(at.listed(known, at.least), value.where)
    name = at.word(0)
    known_filter = at.run.world.filters.get(name)
    if name and known_filter is None:
        suggestion = meant(name, at.run.world.filters)
        at.run.say("unknown-filter", at.line, f"there is no filter `{name}`", name, suggestion)
    if known_filter is None:
        return at.listed(ANY, at.least)
    need(at.run, at.entry, at.line, "filter")
    mind_kinds(at.run, name, at.entry, known_filter.takes, at.line)
    return at.listed(known_filter.result or given(known_filter.gives), at.least)


def _with_where(value: Value, where: str) -> Value:
    return replace(value, where=where, each=True)


def _plucked(at: Given) -> Value:
    value = along(at, at.word(0)) if at.word(0) else Value(ANY)
    return _with_where(at.listed(value.type, at.least), value.where)


def mind_items(at: Given) -> None:
    """Say so where the entries to be put in a row are not words."""
    path = at.word(1, "attribute") if at.node.name == "join" else ""
    entry = along(at, path) if path else at.entry
    if entry.type.has(Record, Listing) and not entry.type.has(Anything):
        misused(at, "objects or lists, which would be printed in brackets")
    elif not at.base.type.has(Text):
        mind_print(at.run, entry, at.line)


def _joined(at: Given) -> Value:
    if at.base.type.has(Listing):
        mind_items(at)
    return Value(Type((Text(),)), None, at.base.where, at.base.soft)


def _summed(at: Given) -> Value:
    path = at.word(0, "attribute")
    value = along(at, path) if path else at.entry
    known = need(at.run, value, at.line, "operand")
    if not known.has(Anything, Number) and known.alternatives and not at.node.args[1:]:
        misused(at, "entries that are no numbers")
    return Value(Type((Number(),)), None, at.base.where)


def _batched(at: Given) -> Value:
    return at.listed(at.listed(at.entry.type, 1).type, at.least)


def _attr(at: Given) -> Value:
    return along(at, at.word(0), at.base) if at.word(0) else Value(ANY)


LISTS: dict[str, Callable[[Given], Value]] = {
    **dict.fromkeys(("first",), _first),
    **dict.fromkeys(("last", "random"), _last),
    **dict.fromkeys(("min", "max"), _extreme),
    **dict.fromkeys(("list", "reverse"), _same),
    **dict.fromkeys(("select", "reject"), selected),
    **dict.fromkeys(("selectattr", "rejectattr"), selected_by),
    **dict.fromkeys(("batch", "slice"), _batched),
    **dict.fromkeys(("dictsort", "items"), paired),
    "unique": _unique,
    "sort": _sorted,
    "sort_by": _sorted_by,
    "groupby": grouped,
    "map": _mapped,
    "pluck": _plucked,
    "where": where,
    "non_empty": non_empty,
    "join": _joined,
    "and_list": _joined,
    "sum": _summed,
    "attr": _attr,
}
