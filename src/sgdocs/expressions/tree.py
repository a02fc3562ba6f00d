"""The plain form of a checked expression: it can be kept as JSON, and read back or refused."""

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

from sgdocs.expressions.limits import LIMITS
from sgdocs.expressions.operations import SIGNS
from sgdocs.expressions.refusals import Fault
from sgdocs.expressions.registry import FILTERS, TESTS, Filter, Test
from sgdocs.expressions.values import Literal

__all__ = ["LONGEST_NAME", "Node", "is_name", "is_whole", "node_from"]

LONGEST_NAME = 100


class Node(NamedTuple):
    """One part of an expression and the parts in it; JSON keeps it as a list of these four."""

    kind: str
    line: int
    detail: Literal
    """The value, the name of a fact, field, filter or test, or the signs of a comparison."""
    parts: tuple["Node", ...]


def is_name(word: str) -> bool:
    """Say whether a fact or a field may be called so."""
    return not word.startswith("_") and word.isascii() and len(word) <= LONGEST_NAME


def is_whole(text: str) -> bool:
    """Say whether every character of a text is one, and not half of one."""
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


def node_from(plain: object) -> Node:
    """Read a plain form that was kept; refuse what no accepted expression has."""
    return _node(plain, LIMITS.depth)


def _node(plain: object, depth: int) -> Node:
    if not isinstance(plain, list | tuple) or len(plain) != 4 or not depth:
        raise _spoilt()
    kind, line, detail, parts = plain
    if not isinstance(kind, str) or type(line) is not int or not isinstance(parts, list | tuple):
        raise _spoilt()
    node = Node(kind, line, detail, tuple(_node(part, depth - 1) for part in parts))
    if kind not in _SHAPES or not _SHAPES[kind](node):
        raise _spoilt()
    return node


def _spoilt() -> Fault:
    return Fault(
        "What was remembered of it is not as it was kept.",
        remedy="Delete the cache folder; it will be made again.",
    )


def _is_const(node: Node) -> bool:
    value: object = node.detail
    if node.parts:
        return False
    if isinstance(value, str):
        return is_whole(value)
    return value is None or isinstance(value, int) or _is_finite(value)


def _is_finite(value: object) -> bool:
    return isinstance(value, float) and math.isfinite(value)


def _is_fact(node: Node) -> bool:
    return _is_named(node) and not node.parts and node.detail != "loop"


def _is_field(node: Node) -> bool:
    return _is_named(node) and len(node.parts) == 1


def _is_named(node: Node) -> bool:
    return isinstance(node.detail, str) and is_name(node.detail)


def _is_item(node: Node) -> bool:
    """Accept a key that is a number or is worked out: one that is text makes a field."""
    return _has(2)(node) and not _is_text(node.parts[1])


def _is_group(node: Node) -> bool:
    """Accept keys and values in turn."""
    in_pairs = node.detail is None and len(node.parts) % 2 == 0
    return in_pairs and all(map(_is_text, node.parts[::2]))


def _is_comparison(node: Node) -> bool:
    signs = node.detail.split(" ") if isinstance(node.detail, str) else []
    return len(node.parts) == len(signs) + 1 > 1 and SIGNS.keys() >= {*signs}


def _is_text(node: Node) -> bool:
    return node.kind == "const" and isinstance(node.detail, str)


def _is_bare(node: Node) -> bool:
    return node.detail is None


def _has(count: int) -> Callable[[Node], bool]:
    return lambda node: node.detail is None and len(node.parts) == count


def _is_one_of(known: Mapping[str, Filter | Test]) -> Callable[[Node], bool]:
    def is_use(node: Node) -> bool:
        found = known.get(node.detail) if isinstance(node.detail, str) else None
        if found is None or len(node.parts) != 1 + len(found.arguments):
            return False
        given = zip(node.parts[1:], found.arguments, strict=True)
        return all(_is_text(part) for part, argument in given if argument.literal)

    return is_use


_SHAPES: Mapping[str, Callable[[Node], bool]] = {
    "const": _is_const,
    "name": _is_fact,
    "field": _is_field,
    "item": _is_item,
    "list": _is_bare,
    "join": _is_bare,
    "group": _is_group,
    "and": _has(2),
    "or": _has(2),
    "not": _has(1),
    "if": _has(3),
    "compare": _is_comparison,
    "filter": _is_one_of(FILTERS),
    "test": _is_one_of(TESTS),
}
