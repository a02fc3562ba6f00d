"""What must have been there once a statement is past, where a missing value stops the paper."""

from collections.abc import Iterator

from jinja2 import nodes

from sgdocs.checking.language.matching import narrow
from sgdocs.checking.language.naming import at
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State
from sgdocs.checking.language.ways import way
from sgdocs.checking.types.alternatives import Missing, Type

__all__ = ["established"]

_ORDERS = frozenset({"lt", "lteq", "gt", "gteq"})
_GUARDS = frozenset({"default", "d"})


def established(run: Run, node: nodes.Node, state: State, *, printed: bool) -> State:
    """Know that what an expression could not do without is there; else the paper had stopped.

    What is asked may itself be missing, but not what it is a part of.
    """
    if run.world.undefined != "stops":
        return state
    for part in _needed(node, whole=printed):
        ref = way(part, state)
        if ref is not None and ref.steps and at(run, ref, state).has(Missing):
            state = narrow(run, ref, state, _there) or state
    return state


def _there(known: Type) -> Type:
    return known.without(Missing)


def _needed(node: nodes.Node, *, whole: bool) -> Iterator[nodes.Node]:
    """Give what is surely looked at: of a choice the test, of `and` and `or` the first part."""
    if isinstance(node, nodes.Getattr):
        yield from _needed(node.node, whole=True)
    if isinstance(node, (nodes.Getattr, nodes.Name)) and whole:
        yield node
    elif isinstance(node, nodes.Filter) and node.node is not None:
        yield from _needed(node.node, whole=whole and node.name not in _GUARDS)
    elif isinstance(node, nodes.CondExpr):
        yield from _needed(node.test, whole=False)
    elif isinstance(node, (nodes.And, nodes.Or)):
        yield from _needed(node.left, whole=False)
    elif isinstance(node, (nodes.Not, nodes.Test)):
        yield from _needed(node.node, whole=False)
    elif isinstance(node, nodes.Compare):
        ordered = any(operand.op in _ORDERS for operand in node.ops)
        yield from _needed(node.expr, whole=ordered)
        yield from _needed(node.ops[0].expr, whole=ordered)
