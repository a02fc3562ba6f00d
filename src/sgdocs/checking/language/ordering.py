"""Names in the order they are written: set later, or set in a loop and read after it."""

from functools import lru_cache

from jinja2 import nodes

from sgdocs.checking.language.inside import in_order_of, inside
from sgdocs.checking.language.targets import set_by

__all__ = ["lost_in_loops", "set_later", "taken"]

_SETTERS = (nodes.Assign, nodes.AssignBlock, nodes.Macro)


@lru_cache(maxsize=64)
def set_later(tree: nodes.Template) -> dict[str, int]:
    """Give the last line at which each name is set."""
    lines: dict[str, int] = {}
    for node in inside(tree, *_SETTERS):
        names = [node.name] if isinstance(node, nodes.Macro) else set_by(node)
        for name in names:
            lines[name] = max(lines.get(name, 0), node.lineno)
    return lines


@lru_cache(maxsize=64)
def taken(tree: nodes.Template) -> frozenset[str]:
    """Give the names of all fields that are looked at."""
    return frozenset(n.attr for n in in_order_of(tree) if isinstance(n, nodes.Getattr))


@lru_cache(maxsize=64)
def lost_in_loops(tree: nodes.Template) -> frozenset[int]:
    """Find the assignments in loops whose name is read, not set anew, after the loop."""
    order = in_order_of(tree)
    if not inside(tree, nodes.Assign):
        return frozenset()
    places = {id(node): number for number, node in enumerate(order)}
    lost = set()
    for loop in inside(tree, nodes.For):
        end = places[id(loop)] + len(in_order_of(loop))
        for node in inside(loop, nodes.Assign):
            if isinstance(node, nodes.Assign) and _read_next(order[end:], node.target):
                lost.add(id(node))
    return frozenset(lost)


def _read_next(order: tuple[nodes.Node, ...], target: nodes.Node) -> bool:
    if not isinstance(target, nodes.Name):
        return False
    uses = (n.ctx for n in order if isinstance(n, nodes.Name) and n.name == target.name)
    return next(uses, "") == "load"
