"""What would take without end or fill the memory, by the numbers that are written in a template."""

import re
from collections.abc import Iterator

from jinja2 import nodes

from sgdocs.checking.language.inside import inside
from sgdocs.expressions.allowed import parts_of
from sgdocs.opening.limits import TEMPLATE_NUMBER, TEMPLATE_TURNS

__all__ = ["costly"]

_WIDTH = re.compile(r"%[-+ #0]*\.?[0-9]{6,}|\{[^{}]{0,40}:[^{}]{0,9}[0-9]{6,}")
_LARGEST_POWER = 64
_TOO_LARGE = TEMPLATE_TURNS + 1


def costly(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Give the line of each such place, with what is wrong with it."""
    for line in _long_loops(tree):
        yield line, f"these loops run more than {TEMPLATE_TURNS:,} times"
    for node in inside(tree, nodes.Call, nodes.Filter, nodes.Mul, nodes.Pow, nodes.Mod):
        if any(map(_large, _given(node))):
            yield node.lineno, f"a number here is larger than {TEMPLATE_NUMBER:,}"
    for node in inside(tree, nodes.Const):
        if isinstance(node.value, str) and _WIDTH.search(node.value):
            yield node.lineno, "this asks for a text wider than any page"


def _given(node: nodes.Node) -> Iterator[nodes.Node]:
    """Give what a call, a filter or a sum is given; a power is looked at as a whole."""
    if isinstance(node, (nodes.Call, nodes.Filter)):
        yield from node.args
        yield from (named.value for named in node.kwargs)
    elif isinstance(node, nodes.Pow):
        yield node
    elif isinstance(node, (nodes.Mul, nodes.Mod)):
        yield from (node.left, node.right)


def _long_loops(tree: nodes.Template) -> Iterator[int]:
    """Give the line of each loop that makes too many turns, with the loops around it."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 1)]
    while waiting:
        node, turns = waiting.pop()
        if isinstance(node, nodes.For):
            turns *= _range(node.iter)
            if turns > TEMPLATE_TURNS:
                yield node.lineno
                continue
        waiting += [(part, turns) for part in parts_of(node)]


def _range(over: nodes.Node) -> int:
    named = isinstance(over, nodes.Call) and isinstance(over.node, nodes.Name)
    if not named or over.node.name != "range":  # type: ignore[attr-defined]
        return 1
    return max((_number(arg) for arg in over.args), default=1) or 1  # type: ignore[attr-defined]


def _number(node: nodes.Node) -> int:
    """Work out a number that is written, or give one too large without working it out."""
    if isinstance(node, nodes.Const) and isinstance(node.value, int):
        return min(abs(node.value), _TOO_LARGE)
    if isinstance(node, nodes.Mul):
        return min(_number(node.left) * _number(node.right), _TOO_LARGE)
    if isinstance(node, nodes.Pow):
        base, power = _number(node.left), _number(node.right)
        return _TOO_LARGE if power > _LARGEST_POWER else min(base**power, _TOO_LARGE)
    return 0


def _large(node: nodes.Node) -> bool:
    return _number(node) > TEMPLATE_NUMBER
