"""Turn the checked statements of a template into Python functions that print."""

from collections.abc import Callable, Iterator, Sequence
from functools import singledispatch
from itertools import chain

from jinja2 import nodes

from sgdocs.expressions.closures import reads, reads_truth
from sgdocs.expressions.paths import path_of
from sgdocs.expressions.plain import plain_of
from sgdocs.expressions.refusals import Fault
from sgdocs.expressions.scope import Scope
from sgdocs.expressions.values import listed, text_of

__all__ = ["Step", "prints"]

Step = Callable[[Scope], None]


def prints(body: Sequence[nodes.Node]) -> Step:
    """Give the function that prints a run of text, values and statements."""
    steps = [(_step(node), node.lineno) for node in _flat(body)]

    def step(scope: Scope) -> None:
        for each, line in steps:
            try:
                each(scope)
            except Fault as fault:
                raise fault.at(line) from None

    return step


def _flat(body: Sequence[nodes.Node]) -> Iterator[nodes.Node]:
    """Take the printed parts out of the nodes Jinja keeps them in."""
    return chain.from_iterable(
        node.nodes if isinstance(node, nodes.Output) else (node,) for node in body
    )


@singledispatch
def _step(node: nodes.Node) -> Step:
    """Print a value: whatever is not a statement."""
    tree = plain_of(node)
    read, path = reads(tree), path_of(tree)

    def step(scope: Scope) -> None:
        scope.run.write_value(text_of(read(scope), path, scope.run.instead), path)

    return step


@_step.register
def _(node: nodes.TemplateData) -> Step:
    words = node.data
    return lambda scope: scope.run.write(words)


@_step.register
def _(node: nodes.Assign) -> Step:
    name, read = _set(node.target), reads(plain_of(node.node))

    def step(scope: Scope) -> None:
        scope.names[name] = read(scope)

    return step


@_step.register
def _(node: nodes.With) -> Step:
    values = [
        (_set(target), reads(plain_of(value)))
        for target, value in zip(node.targets, node.values, strict=True)
    ]
    body = prints(node.body)
    return lambda scope: body(scope.within({name: read(scope) for name, read in values}))


@_step.register
def _(node: nodes.If) -> Step:
    branches = [
        (reads_truth(plain_of(case.test)), prints(case.body)) for case in (node, *node.elif_)
    ]
    otherwise = prints(node.else_)

    def step(scope: Scope) -> None:
        for holds, body in branches:
            if holds(scope):
                return body(scope)
        return otherwise(scope)

    return step


@_step.register
def _(node: nodes.For) -> Step:
    entries_of, otherwise = _chosen(node), prints(node.else_)
    name, body = _set(node.target), prints(node.body)
    counts = any(inner.name == "loop" for inner in node.find_all(nodes.Name))
    sets = node.find(nodes.Assign) is not None

    def step(scope: Scope) -> None:
        entries = entries_of(scope)
        inside = scope.within({})
        for index, entry in enumerate(entries):
            scope.run.turn()
            if sets:  # what one turn sets, the next does not see
                inside = scope.within({})
            inside.names[name] = entry
            if counts:
                inside.names["loop"] = _loop_facts(index, len(entries))
            body(inside)
        if not entries:
            otherwise(scope.within({}))

    return step


def _chosen(node: nodes.For) -> Callable[[Scope], Sequence[object]]:
    """Give the entries a loop goes through, those its own `if` leaves out left out."""
    tree, name = plain_of(node.iter), _set(node.target)
    read, path = reads(tree), path_of(tree)
    if node.test is None:
        return lambda scope: listed(read(scope), path, scope.run.instead)
    holds = reads_truth(plain_of(node.test))

    def choose(scope: Scope) -> list[object]:
        entries = listed(read(scope), path, scope.run.instead)
        scope.run.spend(len(entries))
        return [entry for entry in entries if holds(scope.within({name: entry}))]

    return choose


def _set(target: nodes.Node) -> str:
    """Give the name that is set; the check has seen that it is one."""
    return path_of(plain_of(target))


def _loop_facts(index: int, length: int) -> dict[str, object]:
    """Say how far a loop is."""
    return {
        "index": index + 1,
        "index0": index,
        "first": index == 0,
        "last": index + 1 == length,
        "length": length,
    }
