"""Turn a checked expression into Python functions, one for each part: the careful way."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from sgdocs.expressions.operations import Read, applied, compared, concatenated
from sgdocs.expressions.paths import path_of
from sgdocs.expressions.refusals import Fault
from sgdocs.expressions.registry import FILTERS, TESTS
from sgdocs.expressions.scope import Scope
from sgdocs.expressions.tree import Node
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


def reads(node: Node) -> Read:
    """Give the function that works a part out; only parts that were checked come here."""
    return _READS[node.kind](node)


def reads_truth(node: Node) -> Callable[[Scope], bool]:
    """Give the function that says whether a part counts as yes."""
    read, path = reads(node), path_of(node)
    return placed(lambda scope: truth(read(scope), path), node.line)


def _const(node: Node) -> Read:
    value = node.detail
    return lambda _scope: value


def _name(node: Node) -> Read:
    name = str(node.detail)
    missing = Missing(name)

    def read(scope: Scope) -> object:
        if name in scope.names:
            return scope.names[name]
        return scope.data.get(name, missing)

    return read


def _field(node: Node) -> Read:
    holder, key, path = reads(node.parts[0]), node.detail, path_of(node)
    missing = Missing(path)

    def read(scope: Scope) -> object:
        held = holder(scope)
        # most facts are plain dictionaries, and this is the step taken most often
        if type(held) is dict:
            return held.get(key, missing)
        return missing if _left_open(held, scope) else item(held, key, path)

    return read


def _item(node: Node) -> Read:
    (holder, key), path = map(reads, node.parts), path_of(node)

    def read(scope: Scope) -> object:
        held, wanted = holder(scope), key(scope)
        if _left_open(held, scope) or _left_open(wanted, scope):
            return Missing(path)
        return item(held, present(wanted, f"`{path}` needs it"), path)

    return read


def _left_open(value: object, scope: Scope) -> bool:
    """Say whether a fact is missing in a draft, where that is no fault."""
    return bool(scope.run.instead) and (value is None or isinstance(value, Missing))


def _list(node: Node) -> Read:
    entries = [reads(entry) for entry in node.parts]

    def read(scope: Scope) -> list[object]:
        values = [entry(scope) for entry in entries]
        return [
            present(value, "it is put in a list")
            for value in values
            if not _left_open(value, scope)
        ]

    return read


def _group(node: Node) -> Read:
    keys = (str(key.detail) for key in node.parts[::2])
    fields = list(zip(keys, map(reads, node.parts[1::2]), strict=True))

    def read(scope: Scope) -> dict[str, object]:
        values = [(key, each(scope)) for key, each in fields]
        return {
            key: present(value, "it is put in a group")
            for key, value in values
            if not _left_open(value, scope)
        }

    return read


def _and(node: Node) -> Read:
    (left, right), path = map(reads, node.parts), path_of(node.parts[0])

    def read(scope: Scope) -> object:
        value = left(scope)
        return right(scope) if truth(value, path) else value

    return read


def _or(node: Node) -> Read:
    (left, right), path = map(reads, node.parts), path_of(node.parts[0])

    def read(scope: Scope) -> object:
        value = left(scope)
        return value if truth(value, path) else right(scope)

    return read


def _not(node: Node) -> Read:
    holds = reads_truth(node.parts[0])
    return lambda scope: not holds(scope)


def _if(node: Node) -> Read:
    holds, (value, otherwise) = reads_truth(node.parts[0]), map(reads, node.parts[1:])
    return lambda scope: value(scope) if holds(scope) else otherwise(scope)


def _compare(node: Node) -> Read:
    start, *sides = map(reads, node.parts)
    steps = list(zip(str(node.detail).split(), sides, strict=True))
    return compared(start, steps, path_of(node.parts[0]))


def _join(node: Node) -> Read:
    return concatenated([(reads(part), path_of(part)) for part in node.parts])


def _filter(node: Node) -> Read:
    value, *arguments = map(reads, node.parts)
    return applied(FILTERS[str(node.detail)], value, arguments, path_of(node.parts[0]))


def _test(node: Node) -> Read:
    value, *arguments = map(reads, node.parts)
    return applied(TESTS[str(node.detail)], value, arguments, path_of(node.parts[0]))


_READS: Mapping[str, Callable[[Node], Read]] = {
    "const": _const,
    "name": _name,
    "field": _field,
    "item": _item,
    "list": _list,
    "join": _join,
    "group": _group,
    "and": _and,
    "or": _or,
    "not": _not,
    "if": _if,
    "compare": _compare,
    "filter": _filter,
    "test": _test,
}
