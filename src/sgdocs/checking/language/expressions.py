"""Expressions run on types."""

from collections.abc import Callable

from jinja2 import nodes

from sgdocs.checking.language.calls import call
from sgdocs.checking.language.comparing import compare
from sgdocs.checking.language.constants import type_of
from sgdocs.checking.language.fields import attribute, item
from sgdocs.checking.language.filtering import filtered
from sgdocs.checking.language.naming import look_up
from sgdocs.checking.language.needing import need_truth
from sgdocs.checking.language.operators import joined_text, signed, worked_out
from sgdocs.checking.language.pairing import as_it_stands
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State, Value
from sgdocs.checking.language.testing import tested
from sgdocs.checking.types.alternatives import (
    ANY,
    NEVER,
    Boolean,
    Listing,
    Missing,
    Record,
    Type,
    settled,
)
from sgdocs.checking.types.narrowing import falsy, truthy
from sgdocs.checking.types.sets import union

__all__ = ["evaluate"]

_TRUTH = Type((Boolean(),))


def evaluate(run: Run, node: nodes.Node, state: State) -> Value:
    """Work out what an expression gives, and say what is wrong with it."""
    work = _BY_NODE.get(type(node))
    return Value(ANY) if work is None else work(run, node, state)


def _const(_run: Run, node: nodes.Const, _state: State) -> Value:
    return Value(type_of(node.value), soft=True)


def _list(run: Run, node: nodes.List | nodes.Tuple, state: State) -> Value:
    parts = [run.evaluate(part, state) for part in node.items]
    if not parts:  # it may be filled later, with append
        return Value(Type((Listing(settled(NEVER)),)), soft=True)
    first = tuple(settled(part.type) for part in parts)
    whole = Listing(settled(union(p.type for p in parts)), first, len(first), len(first))
    return Value(Type((whole,)), soft=all(part.soft for part in parts))


def _dict(run: Run, node: nodes.Dict, state: State) -> Value:
    fields, open_ = {}, not node.items
    for pair in node.items:
        value = run.evaluate(pair.value, state)
        if isinstance(pair.key, nodes.Const):
            fields[str(pair.key.value)] = settled(value.type)
        else:
            run.evaluate(pair.key, state)
            open_ = True
    rest = settled(ANY) if open_ else None
    return Value(Type((Record(fields, rest, written=True),)))


def _not(run: Run, node: nodes.Not, state: State) -> Value:
    value = run.evaluate(node.node, state)
    need_truth(run, value, node.lineno)
    return Value(_TRUTH, soft=value.soft)


def _and(run: Run, node: nodes.And, state: State) -> Value:
    return _either(run, node, state, holds=True)


def _or(run: Run, node: nodes.Or, state: State) -> Value:
    return _either(run, node, state, holds=False)


def _either(run: Run, node: nodes.And | nodes.Or, state: State, *, holds: bool) -> Value:
    left = run.evaluate(node.left, state)
    need_truth(run, left, node.lineno)
    kept = falsy(left.type) if holds else truthy(left.type)
    there = run.assume(node.left, state, holds=holds)
    if there is None:
        return Value(kept, None, left.where, left.soft)
    right = run.evaluate(node.right, there)
    where = left.where or right.where
    return Value(
        union((kept, as_it_stands(run, right.type))), None, where, left.soft and right.soft
    )


def _choice(run: Run, node: nodes.CondExpr, state: State) -> Value:
    with run.asking():
        test = run.evaluate(node.test, state)
    need_truth(run, test, node.lineno)
    yes = run.assume(node.test, state)
    no = run.assume(node.test, state, holds=False)
    parts: list[Value] = []
    if yes is not None:
        parts.append(run.evaluate(node.expr1, yes))
    if no is not None:
        instead = Value(Type((Missing("no-else"),)))
        parts.append(instead if node.expr2 is None else run.evaluate(node.expr2, no))
    where = next((part.where for part in parts if part.where), "")
    soft = all(part.soft for part in parts) and node.expr2 is not None
    return Value(union(part.type for part in parts), None, where, soft)


def _concat(run: Run, node: nodes.Concat, state: State) -> Value:
    return joined_text(run, [run.evaluate(part, state) for part in node.nodes], node.lineno)


def _binary(run: Run, node: nodes.BinExpr, state: State) -> Value:
    left, right = run.evaluate(node.left, state), run.evaluate(node.right, state)
    return worked_out(run, node, left, right)


def _unary(run: Run, node: nodes.UnaryExpr, state: State) -> Value:
    return signed(run, run.evaluate(node.node, state), node.lineno)


_BY_NODE: dict[type, Callable[..., Value]] = {
    nodes.Name: look_up,
    nodes.Const: _const,
    nodes.TemplateData: lambda _run, node, _state: Value(type_of(node.data), soft=True),
    nodes.List: _list,
    nodes.Tuple: _list,
    nodes.Dict: _dict,
    nodes.Getattr: attribute,
    nodes.Getitem: item,
    nodes.Filter: filtered,
    nodes.Test: tested,
    nodes.Compare: compare,
    nodes.Call: call,
    nodes.Not: _not,
    nodes.And: _and,
    nodes.Or: _or,
    nodes.CondExpr: _choice,
    nodes.Concat: _concat,
    nodes.Neg: _unary,
    nodes.Pos: _unary,
    **dict.fromkeys(
        (
            nodes.Add,
            nodes.Sub,
            nodes.Mul,
            nodes.Div,
            nodes.FloorDiv,
            nodes.Mod,
            nodes.Pow,
        ),
        _binary,
    ),
}
