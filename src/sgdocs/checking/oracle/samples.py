"""A value of a type, for what a world declares but only its own program can give."""

from typing import Any

from sgdocs.checking.types.alternatives import (
    Alternative,
    Boolean,
    Listing,
    Missing,
    Null,
    Number,
    Record,
    Text,
    Type,
)

__all__ = ["sample_of"]

_DEEPEST = 6


class _Whatever:
    """Stands for what nothing declares: it can be printed, called, gone through, looked into."""

    def __str__(self) -> str:
        return "Aspen wood"

    def __call__(self, *_given: Any, **_named: Any) -> "_Whatever":
        return self

    def __getattr__(self, name: str) -> "_Whatever":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: Any) -> "_Whatever":
        if isinstance(key, int) and key > 0:
            raise IndexError
        return self


def sample_of(known: Type, depth: int = 0) -> Any:
    """Give a value that is of the type."""
    there = known.without(Missing)
    if not there.alternatives or depth > _DEEPEST:
        return _Whatever()
    return _of(there.alternatives[0], depth)


def _of(one: Alternative, depth: int) -> Any:
    if isinstance(one, Record):
        fields = {name: later.get() for name, later in one.fields.items()}
        return {n: sample_of(t, depth + 1) for n, t in fields.items() if not t.has(Missing)}
    if isinstance(one, Listing):
        return [sample_of(one.item.get(), depth + 1) for _ in range(max(one.least, 1))]
    if isinstance(one, Text):
        shaped = {"date": "2026-04-02", "date-time": "2026-04-02T14:30:00Z"}
        return min(one.values) if one.values else shaped.get(one.format, "Aspen wood")
    if isinstance(one, Number):
        return min(one.values) if one.values else one.low or 1
    if isinstance(one, Boolean):
        return one.value is not False
    return None if isinstance(one, Null) else _Whatever()
