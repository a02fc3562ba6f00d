"""Turn a checked expression into Python functions, one for each part: no code is generated."""

from collections.abc import Callable
from functools import singledispatch
from typing import TypeVar

from jinja2 import nodes

from sgdocs.expressions.operations import Read, applied, compared, concatenated
from sgdocs.expressions.paths import path_of
from sgdocs.expressions.refusals import Fault
from sgdocs.expressions.registry import FILTERS, TESTS
from sgdocs.expressions.scope import Scope
from sgdocs.expressions.values import Missing, item, present, truth

__all__ = ["placed", "reads", "reads_truth"]

Gives = TypeVar("Gives")


def placed(work: Callable[[Scope], Gives], line: int) -> Callable[[Scope], Gives]:
    """Give a fault the line it happened on, where nothing inside knew a nearer one."""

    def at_its_line(scope: Scope) -> Gives:
        try:
            return work(scope)
        except Fault as fault:
            raise fault.at(line) from None

    return at_its_line


@singledispatch
def reads(node: nodes.Node | None) -> Read:
    """Give the function that works a part out; only parts that were checked come here."""
    raise NotImplementedError(type(node).__name__)


def reads_truth(node: nodes.Node) -> Callable[[Scope], bool]:
    """Give the function that says whether a part counts as yes."""
    read, path = reads(node), path_of(node)
    return placed(lambda scope: truth(read(scope), path), node.lineno)


@reads.register
def _(node: nodes.Const) -> Read:
    value = node.value
    return lambda _scope: value


@reads.register
def _(node: nodes.Neg) -> Read:
    value = -node.node.value if isinstance(node.node, nodes.Const) else None
    return lambda _scope: value


@reads.register
def _(node: nodes.Name) -> Read:
    name, missing = node.name, Missing(node.name)

    def read(scope: Scope) -> object:
        if name in scope.names:
            return scope.names[name]
        return scope.data.get(name, missing)

    return read


@reads.register
def _(node: nodes.Getattr) -> Read:
    return _field(node.node, node.attr, path_of(node))


@reads.register
def _(node: nodes.Getitem) -> Read:
    path = path_of(node)
    if isinstance(node.arg, nodes.Const):
        return _field(node.node, node.arg.value, path)
    holder, key = reads(node.node), reads(node.arg)

    def read(scope: Scope) -> object:
        return item(holder(scope), present(key(scope), f"`{path}` needs it"), path)

    return read


def _field(of: nodes.Node, key: object, path: str) -> Read:
    holder, missing = reads(of), Missing(path)

    def read(scope: Scope) -> object:
        held = holder(scope)
        # most facts are plain dictionaries, and this is the step taken most often
        return held.get(key, missing) if type(held) is dict else item(held, key, path)

    return read


@reads.register(nodes.List)
@reads.register(nodes.Tuple)
def _(node: nodes.List | nodes.Tuple) -> Read:
    entries = [reads(entry) for entry in node.items]
    return lambda scope: [present(read(scope), "it is put in a list") for read in entries]


@reads.register
def _(node: nodes.Dict) -> Read:
    fields = [(pair.key.as_const(), reads(pair.value)) for pair in node.items]
    return lambda scope: {key: present(read(scope), "it is put in a group") for key, read in fields}


@reads.register
def _(node: nodes.And) -> Read:
    left, path, right = reads(node.left), path_of(node.left), reads(node.right)

    def read(scope: Scope) -> object:
        value = left(scope)
        return right(scope) if truth(value, path) else value

    return read


@reads.register
def _(node: nodes.Or) -> Read:
    left, path, right = reads(node.left), path_of(node.left), reads(node.right)

    def read(scope: Scope) -> object:
        value = left(scope)
        return value if truth(value, path) else right(scope)

    return read


@reads.register
def _(node: nodes.Not) -> Read:
    holds = reads_truth(node.node)
    return lambda scope: not holds(scope)


@reads.register
def _(node: nodes.CondExpr) -> Read:
    holds, value, otherwise = reads_truth(node.test), reads(node.expr1), reads(node.expr2)
    return lambda scope: value(scope) if holds(scope) else otherwise(scope)


@reads.register
def _(node: nodes.Compare) -> Read:
    steps = [(operand.op, reads(operand.expr)) for operand in node.ops]
    return compared(reads(node.expr), steps, path_of(node.expr))


@reads.register
def _(node: nodes.Concat) -> Read:
    return concatenated([(reads(part), path_of(part)) for part in node.nodes])


@reads.register
def _(node: nodes.Filter) -> Read:
    arguments = [reads(argument) for argument in node.args]
    return applied(FILTERS[node.name], reads(node.node), arguments, path_of(node.node))


@reads.register
def _(node: nodes.Test) -> Read:
    arguments = [reads(argument) for argument in node.args]
    return applied(TESTS[node.name], reads(node.node), arguments, path_of(node.node))
