"""What is known once a test is taken to hold or to fail."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from jinja2 import nodes

from sgdocs.checking.language.asking import asked
from sgdocs.checking.language.matching import UNTOLD, against, narrow
from sgdocs.checking.language.naming import after, at
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Binding, Ref, State
from sgdocs.checking.language.truths import KEEPS_BOTH, KEEPS_TRUTH
from sgdocs.checking.language.ways import NOT_CONSTANT, constant, way
from sgdocs.checking.types.narrowing import falsy, truthy
from sgdocs.checking.types.sets import union

__all__ = ["assume"]


def assume(run: Run, node: nodes.Node, state: State, *, holds: bool) -> State | None:
    """Take an expression to count as true, or as false."""
    maker = _BY_NODE.get(type(node))
    if maker is not None:
        return maker(run, node, state, holds=holds)
    ref = way(node, state)
    if ref is not None:
        return _assume_way(run, node, ref, state, holds=holds)
    value = constant(node)
    if value is not NOT_CONSTANT and bool(value) is not holds:
        return None
    return state


def _assume_way(run: Run, node: nodes.Node, ref: Ref, state: State, *, holds: bool) -> State | None:
    told = narrow(run, ref, state, truthy if holds else falsy)
    binding = state.names.get(node.name) if isinstance(node, nodes.Name) else None
    if told is None or binding is None:
        return told
    return _by_meaning(run, binding, told, holds=holds)


def _by_meaning(run: Run, binding: Binding, state: State, *, holds: bool) -> State | None:
    """Follow a name to the test it was set from."""
    if binding.meaning is not None:
        names = binding.meaning.names
        told = assume(run, binding.meaning.test, replace(state, names=names), holds=holds)
        return None if told is None else replace(state, types=told.types)
    if not binding.cases:
        return state
    ways = [_by_case(run, case, state, holds=holds) for case in binding.cases]
    possible = [told for told in ways if told is not None]
    if len(possible) == 1:
        return replace(state, types=possible[0].types)
    return state if possible else None


def _by_case(run: Run, case: Any, state: State, *, holds: bool) -> State | None:
    there = after(run, case, state)
    if there is None or case.binding is None:
        return None if holds else there
    known = at(run, case.binding.ref, there)
    if not (truthy(known) if holds else falsy(known)).alternatives:
        return None
    return _by_meaning(run, case.binding, there, holds=holds)


def _not(run: Run, node: nodes.Not, state: State, *, holds: bool) -> State | None:
    return assume(run, node.node, state, holds=not holds)


def _and(run: Run, node: nodes.And, state: State, *, holds: bool) -> State | None:
    return _both(run, node, state, holds=holds) if holds else _either(run, node, state, holds=holds)


def _or(run: Run, node: nodes.Or, state: State, *, holds: bool) -> State | None:
    return _either(run, node, state, holds=holds) if holds else _both(run, node, state, holds=holds)


def _both(run: Run, node: Any, state: State, *, holds: bool) -> State | None:
    told = assume(run, node.left, state, holds=holds)
    return None if told is None else assume(run, node.right, told, holds=holds)


def _either(run: Run, node: Any, state: State, *, holds: bool) -> State | None:
    first = assume(run, node.left, state, holds=holds)
    other = assume(run, node.left, state, holds=not holds)
    second = None if other is None else assume(run, node.right, other, holds=holds)
    if first is None or second is None:
        return first or second
    return _joined(run, state, first, second)


def _joined(run: Run, before: State, one: State, other: State) -> State:
    """Know what both ways know."""
    types = dict(before.types)
    for number in one.types.keys() | other.types.keys():
        mine, theirs = run.known(number, one), run.known(number, other)
        if mine is not theirs:
            types[number] = union((mine, theirs))
        elif number in one.types:
            types[number] = mine
    return replace(before, types=types)


def _compare(run: Run, node: nodes.Compare, state: State, *, holds: bool) -> State | None:
    if len(node.ops) != 1:
        return _chain(run, node, state, holds=holds)
    op, right = node.ops[0].op, node.ops[0].expr
    for left, operation, other in ((node.expr, op, right), (right, _TURNED.get(op, ""), node.expr)):
        told = against(run, left, operation, other, (state, holds))
        if told is not UNTOLD:
            return told  # type: ignore[return-value]
    return state


def _chain(run: Run, node: nodes.Compare, state: State, *, holds: bool) -> State | None:
    told: State | None = state
    left = node.expr
    for operand in node.ops if holds else ():
        if told is not None:
            step = nodes.Compare(left, [operand], lineno=node.lineno)
            told = _compare(run, step, told, holds=holds)
        left = operand.expr
    return told


_TURNED = {"eq": "eq", "ne": "ne", "lt": "gt", "gt": "lt", "lteq": "gteq", "gteq": "lteq"}


def _filtered(run: Run, node: nodes.Filter, state: State, *, holds: bool) -> State | None:
    if node.node is None:
        return state
    if node.name in ("default", "d"):
        return _defaulted(run, node, state, holds=holds)
    if (holds and node.name in KEEPS_TRUTH) or (not holds and node.name in KEEPS_BOTH):
        return assume(run, node.node, state, holds=holds)
    return state


def _defaulted(run: Run, node: nodes.Filter, state: State, *, holds: bool) -> State | None:
    """A default that counts as false makes a guard."""
    instead = constant(node.args[0]) if node.args else ""
    empty = bool(node.args) and getattr(node.args[0], "items", None) == []
    if holds and (empty or (instead is not NOT_CONSTANT and not instead)):
        return assume(run, node.node, state, holds=holds)  # type: ignore[arg-type]
    return state


def _test(run: Run, node: nodes.Test, state: State, *, holds: bool) -> State | None:
    ref = way(node.node, state)
    if node.name in ("eq", "equalto", "==", "ne", "!=", "in", "one_of") and node.args:
        op = {"ne": "ne", "!=": "ne", "in": "in", "one_of": "in"}.get(node.name, "eq")
        step = nodes.Compare(node.node, [nodes.Operand(op, node.args[0])], lineno=node.lineno)
        return _compare(run, step, state, holds=holds)
    if ref is None:
        return state
    change = asked(node, holds=holds)
    return state if change is None else narrow(run, ref, state, change)


def _call(run: Run, node: nodes.Call, state: State, *, holds: bool) -> State | None:
    ref = way(node, state)
    return state if ref is None else narrow(run, ref, state, truthy if holds else falsy)


_BY_NODE: dict[type, Callable[..., State | None]] = {
    nodes.Not: _not,
    nodes.And: _and,
    nodes.Or: _or,
    nodes.Compare: _compare,
    nodes.Filter: _filtered,
    nodes.Test: _test,
    nodes.Call: _call,
}
