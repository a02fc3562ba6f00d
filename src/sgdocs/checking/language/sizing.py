"""What a comparison of a length tells of a list."""

from collections.abc import Callable
from dataclasses import replace

from jinja2 import nodes

from sgdocs.checking.types.alternatives import Alternative, Listing, Missing, Null, Text, Type

__all__ = ["sized", "sizes"]

_OPPOSITE = {"eq": "ne", "ne": "eq", "lt": "gteq", "gteq": "lt", "gt": "lteq", "lteq": "gt"}


def sized(node: nodes.Node) -> nodes.Node | None:
    """Give what a length is taken of."""
    if isinstance(node, nodes.Filter) and node.name in ("length", "count"):
        return node.node
    return None


def sizes(op: str, number: int, *, holds: bool) -> Callable[[Type], Type] | None:
    """Give how knowing about a length changes a type."""
    op = op if holds else _OPPOSITE[op]
    least, most = _bounds(op, number)
    if op == "ne" and number != 0:
        return None
    return lambda known: Type(tuple(k for a in known if (k := _within(a, least, most)) is not None))


def _bounds(op: str, number: int) -> tuple[int, int | None]:
    least = {"gt": number + 1, "gteq": number, "eq": number, "ne": 1}.get(op, 0)
    most = {"lt": number - 1, "lteq": number, "eq": number}.get(op)
    return least, most


def _within(one: Alternative, least: int, most: int | None) -> Alternative | None:
    if isinstance(one, (Missing, Null)):
        return None
    if isinstance(one, Text) and least and one.values is None:
        return replace(one, filled=True)
    if not isinstance(one, Listing):
        return one
    least = max(one.least, least)
    mosts = [m for m in (one.most, most) if m is not None]
    upper = min(mosts) if mosts else None
    return None if upper is not None and upper < least else replace(one, least=least, most=upper)
