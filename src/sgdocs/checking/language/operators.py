"""Arithmetic, and words joined."""

from jinja2 import nodes

from sgdocs.checking.language.needing import need
from sgdocs.checking.language.printing import mind_print
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Value
from sgdocs.checking.language.words import kind_words
from sgdocs.checking.types.alternatives import (
    ANY,
    Anything,
    Boolean,
    Listing,
    Number,
    Text,
    Type,
    settled,
)
from sgdocs.checking.types.sets import union

__all__ = ["joined_text", "signed", "worked_out"]

_NUMBER = Type((Number(),))
_TEXT = Type((Text(),))


def joined_text(run: Run, parts: list[Value], line: int) -> Value:
    """Join values as words, with `~`."""
    for part in parts:
        mind_print(run, part, line)
    filled = any(isinstance(a, Text) and a.filled for part in parts for a in part.type)
    return Value(Type((Text(filled=filled),)), soft=all(part.soft for part in parts))


def signed(run: Run, value: Value, line: int) -> Value:
    """Put a sign before a number."""
    known = need(run, value, line, "operand")
    if known.alternatives and not known.has(Number, Boolean, Anything):
        run.say("operand-misuse", line, f"a sign needs a number, not {kind_words(known)}")
    return Value(_NUMBER, soft=value.soft)


def worked_out(run: Run, node: nodes.BinExpr, left: Value, right: Value) -> Value:
    """Add, subtract, multiply, divide."""
    line = node.lineno
    types = [need(run, side, line, "operand") for side in (left, right)]
    soft = left.soft and right.soft
    if any(t.has(Anything) or not t.alternatives for t in types):
        return Value(ANY, soft=soft)
    if all(t.has(Number, Boolean) for t in types):
        return Value(_NUMBER, soft=soft)
    result = _other(node.operator, *types)
    if result is None:
        words = f"{kind_words(types[0])} and {kind_words(types[1])}"
        message = f"`{node.operator}` cannot be used on {words}"
        run.say("operand-misuse", line, message, left.where or right.where)
    return Value(result or ANY, soft=soft)


def _other(operator: str, left: Type, right: Type) -> Type | None:
    """Give what an operator gives on words and lists, where it is allowed."""
    if operator == "%" and left.has(Text):
        return _TEXT
    if operator == "+" and left.has(Text) and right.has(Text):
        return _TEXT
    if operator == "+" and left.has(Listing) and right.has(Listing):
        items = [a.item.get() for t in (left, right) for a in t if isinstance(a, Listing)]
        least = sum(min(a.least for a in t if isinstance(a, Listing)) for t in (left, right))
        return Type((Listing(settled(union(items)), least=least),))
    if operator == "*" and left.has(Text, Listing) and right.has(Number):
        return left
    return None
