"""Say which facts an expression speaks of, in the words it was written with."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from jinja2 import nodes

from sgdocs.expressions.values import Literal

__all__ = ["literals_in", "names_in", "path_of", "paths_in"]


def path_of(node: nodes.Node | None) -> str:
    """Write the way to a value: `agency.returned`, `actions[0].owner`, `children|first`."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{path_of(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{path_of(node.node)}{_step(node.arg)}"
    if isinstance(node, nodes.Filter):
        return f"{path_of(node.node)}|{node.name}"
    return "(…)"


def names_in(paths: Iterable[str]) -> frozenset[str]:
    """Gather the top-level names that paths begin with."""
    return frozenset(re.split(r"[.\[]", path, maxsplit=1)[0] for path in paths)


def paths_in(tree: nodes.Node) -> frozenset[str]:
    """Gather the dotted paths, each as far as it goes by name or number."""
    return frozenset(path_of(node) for node in _whole_paths(tree))


def literals_in(tree: nodes.Node) -> list[tuple[str, Literal]]:
    """Pair each path with each value it is compared with."""
    return [
        (path, literal)
        for node in _every(tree)
        for path, values in (*_compared(node), *_matched(node))
        for literal in _literals(values)
    ]


def _step(key: nodes.Expr) -> str:
    if isinstance(key, nodes.Neg) and isinstance(key.node, nodes.Const):
        return f"[-{key.node.value}]"
    if not isinstance(key, nodes.Const):
        return f"[{path_of(key)}]"
    return f".{key.value}" if isinstance(key.value, str) else f"[{key.value}]"


def _every(tree: nodes.Node) -> Iterator[nodes.Node]:
    yield tree
    for part in tree.iter_child_nodes():
        yield from _every(part)


def _whole_paths(tree: nodes.Node) -> Iterator[nodes.Node]:
    if _is_path(tree):
        yield tree
        return
    for part in tree.iter_child_nodes():
        yield from _whole_paths(part)


def _is_path(node: nodes.Node) -> bool:
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const | nodes.Neg):
            return False
        node = node.node
    return isinstance(node, nodes.Name)


def _compared(node: nodes.Node) -> Iterator[tuple[str, nodes.Expr]]:
    """Give what `==`, `in` and the like compare a path with, either way round."""
    if isinstance(node, nodes.Compare):
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        for left, right in pairwise(sides):
            yield from _with_path(left, right)
            yield from _with_path(right, left)


def _matched(node: nodes.Node) -> Iterator[tuple[str, nodes.Expr]]:
    """Give what the test `one_of` and the filter `where` compare a path with."""
    if isinstance(node, nodes.Test) and node.name == "one_of":
        yield from _with_path(node.node, node.args[0])
    if isinstance(node, nodes.Filter) and node.name == "where" and node.node:
        field, value = node.args
        for path, _ in _with_path(node.node, value):
            yield f"{path}[]{_step(field)}", value


def _with_path(side: nodes.Expr, other: nodes.Expr) -> Iterator[tuple[str, nodes.Expr]]:
    if _is_path(side):
        yield path_of(side), other


def _literals(values: nodes.Expr) -> list[Literal]:
    if isinstance(values, nodes.Const):
        return [values.value]
    if isinstance(values, nodes.List | nodes.Tuple):
        return [entry.value for entry in values.items if isinstance(entry, nodes.Const)]
    return []
