"""Comparisons: a word that can never be met, and values that cannot be put in order."""

from jinja2 import nodes

from sgdocs.checking.language.equality import mind_equal
from sgdocs.checking.language.membership import mind_member
from sgdocs.checking.language.needing import need, need_in_strict
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State, Value
from sgdocs.checking.language.words import kind_words, kinds_of
from sgdocs.checking.types.alternatives import (
    Anything,
    Boolean,
    Type,
)

__all__ = ["compare"]

_TRUTH = Type((Boolean(),))
_SIGNS = {"lt": "<", "gt": ">", "lteq": "<=", "gteq": ">="}


def compare(run: Run, node: nodes.Compare, state: State) -> Value:
    """Work out a comparison, or a chain of them."""
    left_node, left = node.expr, run.evaluate(node.expr, state)
    soft = left.soft
    for operand in node.ops:
        right = run.evaluate(operand.expr, state)
        soft = soft and right.soft
        if operand.op in ("eq", "ne"):
            for side in (left, right):
                need_in_strict(run, side, node.lineno)
            mind_equal(run, (left_node, left), (operand.expr, right), node.lineno)
        elif operand.op in ("in", "notin"):
            mind_member(run, (left_node, left), (operand.expr, right), node.lineno)
        else:
            _mind_order(run, left, right, operand.op, node.lineno)
        left_node, left = operand.expr, right
    return Value(_TRUTH, soft=soft)


def _mind_order(run: Run, left: Value, right: Value, op: str, line: int) -> None:
    types = [need(run, side, line, "operand") for side in (left, right)]
    if any(t.has(Anything) or not t.alternatives for t in types):
        return
    kinds = [_order_kinds(t) for t in types]
    if kinds[0] & kinds[1]:
        return
    words = f"{kind_words(types[0])} and {kind_words(types[1])}"
    message = f"`{_SIGNS.get(op, op)}` cannot compare {words}"
    run.say("operand-misuse", line, message, left.where or right.where)


def _order_kinds(known: Type) -> set[str]:
    names = set(kinds_of(known)) - {"an object", "a function", "null"}
    return {"a number" if name == "true or false" else name for name in names}
