"""Lists of pairs: an object’s names with their values, groups with their members."""

from sgdocs.checking.language.given import Given, along
from sgdocs.checking.language.needing import need
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Value
from sgdocs.checking.types.alternatives import (
    ANY,
    Listing,
    Missing,
    Record,
    Text,
    Type,
    settled,
)
from sgdocs.checking.types.sets import union

__all__ = ["as_it_stands", "grouped", "paired", "pairs_of"]


def grouped(at: Given) -> Value:
    path = at.word(0, "attribute")
    group = along(at, path) if path else Value(ANY)
    if at.argument(1, "default") is None:
        known = need(at.run, group, at.line, "operand")
    else:
        known = union((group.type.without(Missing), ANY))
    inner = Type((Listing(settled(at.entry.type), least=1),))
    fields = {"grouper": known, "list": inner, "0": known, "1": inner}
    whole = Record({name: settled(t) for name, t in fields.items()}, written=True)
    return at.listed(Type((whole,)), at.least)


def pair(one: Type, other: Type) -> Type:
    """Give the type of two values that can be taken apart."""
    fields = {"0": settled(one), "1": settled(other)}
    return Type((Record(fields, written=True),))


def pairs_of(known: Type) -> Type:
    """Give the type of an object’s names with their values."""
    records = [a for a in known if isinstance(a, Record)]
    if not records:
        return Type((Listing(settled(pair(ANY, ANY))),))
    values = [later.get().without(Missing) for r in records for later in r.fields.values()]
    values += [r.rest.get() for r in records if r.rest is not None and not _blank(r)]
    values += [later.get() for r in records for _, later in r.patterns]
    value = union(values) if values else ANY
    return Type((Listing(settled(pair(Type((Text(filled=True),)), value))),))


def as_it_stands(run: Run, known: Type) -> Type:
    """Give `{}` as having nothing in it: where it stands in for what is missing, none fills it.

    Our own papers may ask it for what only some of their readers are given.
    """
    if run.world.own:
        return known
    empty = Record({}, closed=True, written=True)
    return Type(tuple(empty if isinstance(a, Record) and _blank(a) else a for a in known))


def _blank(record: Record) -> bool:
    """Say whether it is `{}`, written in place of what may not be there."""
    return record.written and not record.fields


def paired(at: Given) -> Value:
    return Value(pairs_of(at.base.type), None, at.base.where)
