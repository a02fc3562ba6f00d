"""Names in the order they are written: set later, or set in a loop and read after it."""

from collections.abc import Iterator

from jinja2 import nodes

from sgdocs.checking.language.targets import set_by

__all__ = ["lost_in_loops", "set_later"]


def set_later(tree: nodes.Template) -> dict[str, int]:
    """Give the last line at which each name is set."""
    lines: dict[str, int] = {}
    for node in tree.find_all((nodes.Assign, nodes.AssignBlock, nodes.Macro)):
        names = [node.name] if isinstance(node, nodes.Macro) else set_by(node)
        for name in names:
            lines[name] = max(lines.get(name, 0), node.lineno)
    return lines


def lost_in_loops(tree: nodes.Template) -> frozenset[int]:
    """Find the assignments in loops whose name is read, not set anew, after the loop."""
    order = list(_walk(tree))
    places = {id(node): number for number, node in enumerate(order)}
    lost = set()
    for loop in tree.find_all(nodes.For):
        inside = list(_walk(loop))
        end = places[id(inside[-1])]
        for node in inside:
            if isinstance(node, nodes.Assign) and _read_next(order[end + 1 :], node.target):
                lost.add(id(node))
    return frozenset(lost)


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for part in node.iter_child_nodes():
        yield from _walk(part)


def _read_next(order: list[nodes.Node], target: nodes.Node) -> bool:
    if not isinstance(target, nodes.Name):
        return False
    uses = (n.ctx for n in order if isinstance(n, nodes.Name) and n.name == target.name)
    return next(uses, "") == "load"
