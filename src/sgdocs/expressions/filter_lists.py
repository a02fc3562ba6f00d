"""Filters that choose from lists, count them and put them in order."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, time

from sgdocs.dates import Moment
from sgdocs.expressions.comparing import as_written, equal
from sgdocs.expressions.refusals import Fault, Gap
from sgdocs.expressions.values import NOUNS, Missing, is_blank, kind_of

__all__ = ["count", "default", "first", "last", "non_empty", "pluck", "sort_by", "where"]

_Entries = Sequence[object]
_Rank = tuple[str, float, str, str]


def count(entries: _Entries) -> int:
    """Say how many entries a list has."""
    return len(entries)


def first(entries: _Entries) -> object:
    """Take the first entry; of an empty list it is missing."""
    return entries[0] if entries else Missing("")


def last(entries: _Entries) -> object:
    """Take the last entry; of an empty list it is missing."""
    return entries[-1] if entries else Missing("")


def default(value: object, instead: object) -> object:
    """Use something else where a fact is missing or empty."""
    return instead if is_blank(value) else value


def non_empty(entries: _Entries) -> list[object]:
    """Leave out entries that are null or empty."""
    return [entry for entry in entries if not is_blank(entry)]


def pluck(entries: _Entries, field: str) -> list[object]:
    """Take one field of every entry."""
    return [_field(entry, field) for entry in entries]


def where(entries: _Entries, field: str, value: object) -> list[object]:
    """Keep the entries whose field is this value; an entry without the field is left out."""
    groups = [(entry, _group(entry)) for entry in entries]
    return [entry for entry, group in groups if field in group and _is(group, field, value)]


def sort_by(entries: _Entries, field: str) -> list[object]:
    """Put entries in the order of one field, the same way on every computer."""
    ranked = [(_rank(_field(entry, field), field), entry) for entry in entries]
    if len({rank[0] for rank, _ in ranked}) > 1:
        raise Fault(f"The field `{field}` is of different kinds, so it has no order.")
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


def _is(group: Mapping[str, object], field: str, value: object) -> bool:
    return equal(group[field], value, field)


def _group(entry: object) -> Mapping[str, object]:
    if isinstance(entry, Mapping):
        return entry
    raise Fault(f"An entry is {NOUNS[kind_of(entry)]}, and only a group has fields.")


def _field(entry: object, field: str) -> object:
    group = _group(entry)
    if field in group:
        return group[field]
    raise Gap(f"The field `{field}` is missing in an entry.")


def _rank(value: object, field: str) -> _Rank:
    """Give what to sort by: numbers by size, text as a person looks it up, accents last."""
    kind = kind_of(value)
    if kind == "number" and isinstance(value, int | float):
        return kind, value, "", ""
    if kind in ("text", "date", "moment"):
        text = as_written(value) if isinstance(value, date | time | Moment) else str(value)
        return "text", 0, _looked_up(text), text
    raise Fault(f"The field `{field}` is {NOUNS[kind]}, which has no order.")


def _looked_up(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
