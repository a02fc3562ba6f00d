"""What tests such as `is defined` tell of a value."""

from collections.abc import Callable
from dataclasses import replace

from jinja2 import nodes

from sgdocs.checking.types.alternatives import (
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
)
from sgdocs.checking.types.narrowing import falsy, truthy

__all__ = ["asked"]

_Change = Callable[[Type], Type]
_KINDS: dict[str, tuple[type, ...]] = {
    "none": (Null,),
    "string": (Text,),
    "number": (Number, Boolean),
    "integer": (Number,),
    "float": (Number,),
    "boolean": (Boolean,),
    "mapping": (Record,),
    "sequence": (Listing, Text, Record),
    "iterable": (Listing, Text, Record),
    "callable": (Function,),
}


def asked(node: nodes.Test, *, holds: bool) -> _Change | None:
    """Give how a test changes what is known of the value it is asked of."""
    name = node.name
    if name in ("defined", "undefined"):
        return _there if holds is (name == "defined") else _not_there
    if name in ("true", "false"):
        return lambda known: _boolean(known, value=name == "true", holds=holds)
    if name == "empty":
        return _unknown if holds else truthy_or_zero
    kinds = _KINDS.get(name)
    if kinds is None:
        return None
    if holds:
        return lambda known: known.only(*kinds, Anything)
    partial = name in ("integer", "float", "sequence", "iterable")
    return None if partial else lambda known: known.without(*kinds)


def _there(known: Type) -> Type:
    return known.without(Missing)


def _not_there(known: Type) -> Type:
    return known.only(Missing, Anything)


def _unknown(known: Type) -> Type:
    return known


def truthy_or_zero(known: Type) -> Type:
    """Give what is not blank: like what counts as true, but numbers and False are something."""
    plain = known.only(Number, Boolean)
    return Type((*truthy(known.without(Number, Boolean)), *plain))


def _boolean(known: Type, *, value: bool, holds: bool) -> Type:
    kept = []
    for one in known:
        if isinstance(one, Boolean):
            wanted = value if holds else not value
            met = truthy(Type((one,))) if wanted else falsy(Type((one,)))
            kept += [replace(one, value=wanted)] if met.alternatives else []
        elif not holds or isinstance(one, Anything):
            kept.append(one)
    return Type(tuple(kept))
