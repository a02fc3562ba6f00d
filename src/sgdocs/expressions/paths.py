"""Say which facts an expression speaks of, in the words it was written with."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sgdocs.expressions.tree import Node
from sgdocs.expressions.values import Literal

__all__ = ["literals_in", "names_in", "path_of", "paths_in"]


def path_of(node: Node) -> str:
    """Write the way to a value: `agency.returned`, `actions[0].owner`, `children|first`."""
    if node.kind == "name":
        return str(node.detail)
    if node.kind == "field":
        return f"{path_of(node.parts[0])}.{node.detail}"
    if node.kind == "item":
        return f"{path_of(node.parts[0])}[{_key(node.parts[1])}]"
    if node.kind == "filter":
        return f"{path_of(node.parts[0])}|{node.detail}"
    return "(…)"


def names_in(paths: Iterable[str]) -> frozenset[str]:
    """Gather the top-level names that paths begin with."""
    return frozenset(re.split(r"[.\[]", path, maxsplit=1)[0] for path in paths)


def paths_in(tree: Node) -> frozenset[str]:
    """Gather the dotted paths, each as far as it goes by name or number."""
    return frozenset(path_of(node) for node in _whole_paths(tree))


def literals_in(tree: Node) -> list[tuple[str, Literal]]:
    """Pair each path with each value it is compared with."""
    return [
        (path, literal)
        for node in _every(tree)
        for path, values in (*_compared(node), *_matched(node))
        for literal in _literals(values)
    ]


def _key(key: Node) -> str:
    return str(key.detail) if key.kind == "const" else path_of(key)


def _every(tree: Node) -> Iterator[Node]:
    yield tree
    for part in tree.parts:
        yield from _every(part)


def _whole_paths(tree: Node) -> Iterator[Node]:
    if _is_path(tree):
        yield tree
        return
    for part in tree.parts:
        yield from _whole_paths(part)


def _is_path(node: Node) -> bool:
    while node.kind == "field" or (node.kind == "item" and node.parts[1].kind == "const"):
        node = node.parts[0]
    return node.kind == "name"


def _compared(node: Node) -> Iterator[tuple[str, Node]]:
    """Give what `==`, `in` and the like compare a path with, either way round."""
    if node.kind == "compare":
        for left, right in pairwise(node.parts):
            yield from _with_path(left, right)
            yield from _with_path(right, left)


def _matched(node: Node) -> Iterator[tuple[str, Node]]:
    """Give what the test `one_of` and the filter `where` compare a path with."""
    if (node.kind, node.detail) == ("test", "one_of"):
        yield from _with_path(*node.parts)
    if (node.kind, node.detail) == ("filter", "where"):
        entries, field, value = node.parts
        for path, _ in _with_path(entries, value):
            yield f"{path}[].{field.detail}", value


def _with_path(side: Node, other: Node) -> Iterator[tuple[str, Node]]:
    if _is_path(side):
        yield path_of(side), other


def _literals(values: Node) -> list[Literal]:
    entries = values.parts if values.kind == "list" else (values,)
    return [entry.detail for entry in entries if entry.kind == "const"]
