"""What one value may be: the alternatives that a type is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

__all__ = [
    "ANY",
    "MISSING",
    "NEVER",
    "Alternative",
    "Anything",
    "Boolean",
    "Function",
    "Later",
    "Listing",
    "Missing",
    "Null",
    "Number",
    "Record",
    "Rule",
    "Text",
    "Type",
    "settled",
]


@dataclass(frozen=True, slots=True)
class Anything:
    """Nothing declares what this is, so nothing is said about it."""


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no such value; the reason is why that can be."""

    reason: str = "optional"


@dataclass(frozen=True, slots=True)
class Null:
    """There, but null."""


@dataclass(frozen=True, slots=True)
class Boolean:
    """True or false; one of them where that is known."""

    value: bool | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number, from a list or a range where the schema gives one."""

    values: frozenset[float] | None = None
    integer: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Words, from a list or in a form where the schema gives one."""

    values: frozenset[str] | None = None
    format: str = ""
    pattern: str = ""
    filled: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """A list: what each entry is, what the first ones are, how many there are."""

    item: Later
    first: tuple[Later, ...] = ()
    least: int = 0
    most: int | None = None
    lazy: bool = False  # gives its entries one by one, and only once


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Part of an object that depends on the rest of it: if, then, else."""

    condition: Later
    then: Later
    otherwise: Later


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """An object: its declared fields, and what an undeclared one holds (`rest`)."""

    fields: Mapping[str, Later]
    rest: Later | None = None
    closed: bool = False
    patterns: tuple[tuple[str, Later], ...] = ()
    rules: tuple[Rule, ...] = ()
    written: bool = False  # in the template itself, as {'a': 1}


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """Something to call: a macro, a method, a function of the world."""

    name: str
    carries: object = None


Alternative = Anything | Missing | Null | Boolean | Number | Text | Listing | Record | Function


@dataclass(frozen=True, slots=True, eq=False)
class Type:
    """What a value may be, as a set of alternatives; with none, there is no such value."""

    alternatives: tuple[Alternative, ...] = field(default=())

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self.alternatives)

    def __len__(self) -> int:
        return len(self.alternatives)

    def has(self, *kinds: type) -> bool:
        """Say whether any alternative is of one of these kinds."""
        return any(isinstance(a, kinds) for a in self.alternatives)

    def without(self, *kinds: type) -> Type:
        """Give the type without the alternatives of these kinds."""
        return Type(tuple(a for a in self.alternatives if not isinstance(a, kinds)))

    def only(self, *kinds: type) -> Type:
        """Give the alternatives of these kinds alone."""
        return Type(tuple(a for a in self.alternatives if isinstance(a, kinds)))


class Later:
    """A type worked out when first asked for, so that schemas may refer to themselves."""

    __slots__ = ("_busy", "_made", "_make")

    def __init__(self, make: Callable[[], Type]) -> None:
        self._make: Callable[[], Type] | None = make
        self._made: Type | None = None
        self._busy = False

    def get(self) -> Type:
        """Give the type; one that is defined by nothing but itself may be anything."""
        if self._made is None:
            if self._busy or self._make is None:
                return ANY
            self._busy = True
            try:
                self._made = self._make()
            finally:
                self._busy = False
            self._make = None
        return self._made


def settled(known: Type) -> Later:
    """Wrap a type that is known already."""
    later = Later(lambda: known)
    later.get()
    return later


ANY = Type((Anything(),))
NEVER = Type()
MISSING = Type((Missing(),))
