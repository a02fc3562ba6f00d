"""Turn what Jinja's parser read, once it is checked, into the plain form."""

from functools import singledispatch

from jinja2 import nodes

from sgdocs.expressions.tree import Node
from sgdocs.expressions.values import Literal

__all__ = ["plain_of"]


@singledispatch
def plain_of(node: nodes.Node | None) -> Node:
    """Give the plain form of an expression; only parts that were checked come here."""
    raise NotImplementedError(type(node).__name__)


def _plain(node: nodes.Expr, kind: str, *parts: nodes.Node | None, detail: Literal = None) -> Node:
    return Node(kind, node.lineno or 0, detail, tuple(map(plain_of, parts)))


@plain_of.register
def _(node: nodes.Const) -> Node:
    return _plain(node, "const", detail=node.value)


@plain_of.register
def _(node: nodes.Neg) -> Node:
    value = -node.node.value if isinstance(node.node, nodes.Const) else None
    return _plain(node, "const", detail=value)


@plain_of.register
def _(node: nodes.Name) -> Node:
    return _plain(node, "name", detail=node.name)


@plain_of.register
def _(node: nodes.Getattr) -> Node:
    return _plain(node, "field", node.node, detail=node.attr)


@plain_of.register
def _(node: nodes.Getitem) -> Node:
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return _plain(node, "field", node.node, detail=node.arg.value)
    return _plain(node, "item", node.node, node.arg)


@plain_of.register(nodes.List)
@plain_of.register(nodes.Tuple)
def _(node: nodes.List | nodes.Tuple) -> Node:
    return _plain(node, "list", *node.items)


@plain_of.register
def _(node: nodes.Dict) -> Node:
    return _plain(node, "group", *(side for pair in node.items for side in (pair.key, pair.value)))


@plain_of.register
def _(node: nodes.And) -> Node:
    return _plain(node, "and", node.left, node.right)


@plain_of.register
def _(node: nodes.Or) -> Node:
    return _plain(node, "or", node.left, node.right)


@plain_of.register
def _(node: nodes.Not) -> Node:
    return _plain(node, "not", node.node)


@plain_of.register
def _(node: nodes.CondExpr) -> Node:
    return _plain(node, "if", node.test, node.expr1, node.expr2)


@plain_of.register
def _(node: nodes.Compare) -> Node:
    signs = " ".join(operand.op for operand in node.ops)
    return _plain(node, "compare", node.expr, *(side.expr for side in node.ops), detail=signs)


@plain_of.register
def _(node: nodes.Concat) -> Node:
    return _plain(node, "join", *node.nodes)


@plain_of.register
def _(node: nodes.Filter) -> Node:
    return _plain(node, "filter", node.node, *node.args, detail=node.name)


@plain_of.register
def _(node: nodes.Test) -> Node:
    return _plain(node, "test", node.node, *node.args, detail=node.name)
