"""The way an expression takes to a value, where it is one, read without saying anything."""

from jinja2 import nodes

from sgdocs.checking.language.state import Ref, State

__all__ = ["NOT_CONSTANT", "constant", "constants", "way"]

NOT_CONSTANT = object()


def way(node: nodes.Node, state: State) -> Ref | None:
    """Give the way a name, field or entry leads."""
    if isinstance(node, nodes.Name):
        binding = state.names.get(node.name)
        if binding is not None:
            return binding.ref
        return Ref(0, (node.name,)) if state.context else None
    if isinstance(node, nodes.Getattr):
        return _beyond(node.node, node.attr, state)
    if isinstance(node, nodes.Getitem):
        key = constant(node.arg)
        return _beyond(node.node, key, state) if isinstance(key, (str, int)) else None
    if isinstance(node, nodes.Call) and _is_get(node):
        key = constant(node.args[0])
        assert isinstance(node.node, nodes.Getattr)  # noqa: S101 - _is_get has looked
        return _beyond(node.node.node, key, state) if isinstance(key, str) else None
    return None


def _is_get(node: nodes.Call) -> bool:
    called = node.node
    return (
        isinstance(called, nodes.Getattr)
        and called.attr == "get"
        and len(node.args) == 1
        and not node.kwargs
    )


def _beyond(node: nodes.Node, step: str | int, state: State) -> Ref | None:
    base = way(node, state)
    return None if base is None else base.then(step)


def constant(node: nodes.Node) -> object:
    """Give a value that is written out; NOT_CONSTANT for anything else."""
    if isinstance(node, nodes.Const):
        return node.value
    if isinstance(node, nodes.TemplateData):
        return node.data
    if isinstance(node, nodes.Neg):
        inner = constant(node.node)
        return -inner if isinstance(inner, (int, float)) else NOT_CONSTANT
    return NOT_CONSTANT


def constants(node: nodes.Node) -> list[object] | None:
    """Give the values of a list that is written out."""
    if not isinstance(node, (nodes.List, nodes.Tuple)):
        return None
    found = [constant(part) for part in node.items]
    return None if any(value is NOT_CONSTANT for value in found) else found
