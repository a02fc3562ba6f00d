"""Comparisons: a word that can never be met, and values that cannot be put in order."""

from collections.abc import Iterator

from jinja2 import nodes

from sgdocs.checking.language.constants import only_these
from sgdocs.checking.language.needing import need, need_in_strict
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State, Value
from sgdocs.checking.language.ways import NOT_CONSTANT, constant
from sgdocs.checking.language.words import kind_words, kinds_of, listed, meant
from sgdocs.checking.places.tags import escaped
from sgdocs.checking.types.alternatives import (
    Anything,
    Boolean,
    Function,
    Listing,
    Missing,
    Null,
    Number,
    Record,
    Text,
    Type,
)
from sgdocs.checking.types.records import field_of, names_of
from sgdocs.checking.types.sets import meet

__all__ = ["compare", "mind_equal", "mind_member"]

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


_Side = tuple[nodes.Node, Value]


def mind_equal(run: Run, left: _Side, right: _Side, line: int) -> None:
    """Say so where two values can never be equal."""
    for (node, _), (_, other) in ((left, right), (right, left)):
        value = constant(node)
        if value is not NOT_CONSTANT:
            if value not in ("", None):
                _mind_literal(run, node, value, other, line)
            return
    _mind_kinds(run, left, right, line)


def _mind_kinds(run: Run, left: _Side, right: _Side, line: int) -> None:
    one, other = left[1], right[1]
    types = [side.type.without(Missing, Null) for side in (one, other)]
    if one.soft or other.soft or any(t.has(Anything) or not len(t) for t in types):
        return
    numeric = all(t.has(Number, Boolean) for t in types)
    if numeric or meet(types[0], types[1]).alternatives or types[0].has(Record, Listing):
        run.doubt(left[0], "never-equal", None)
        return
    message = f"{_called(one)} is never equal to {_called(other)}"
    run.doubt(left[0], "never-equal", (line, message, one.where, ""))


def _mind_literal(run: Run, node: nodes.Node, value: object, other: Value, line: int) -> None:
    """Say so where a written value is none that there can be."""
    known = other.type.without(Missing)
    if other.soft or known.has(Anything):
        return
    if not known.alternatives:
        run.doubt(node, "never-equal", None)
        return
    if only_these(known, [value]).alternatives:
        run.doubt(node, "never-equal", None)
        _mind_altered(run, value, other, line)
        return
    message, suggestion = _why(value, known, other)
    rule = "literal-altered" if _is_altered(run, value, known) else "never-equal"
    run.doubt(node, rule, (line, message, other.where, suggestion))


def _why(value: object, known: Type, other: Value) -> tuple[str, str]:
    called = _called(other)
    words = [v for a in known if isinstance(a, Text) for v in a.values or ()]
    if isinstance(value, str) and words:
        return f"{called} is never “{value}” here: it is {listed(words)}", meant(value, words)
    plain = known.without(Null)
    return f"{called} is {kind_words(plain)} and never {_shown(value)}", ""


def _shown(value: object) -> str:
    return f"the word “{value}”" if isinstance(value, str) else str(value)


def _mind_altered(run: Run, value: object, other: Value, line: int) -> None:
    """Word hands `&` on as `&amp;`: a word with it meets nothing."""
    free = other.type.has(Text) and not any(
        isinstance(a, Text) and a.values is not None for a in other.type
    )
    if run.unit.word and free and isinstance(value, str) and escaped(value):
        message = "Word hands “&” on as “&amp;” inside a tag, so this is never met"
        run.say("literal-altered", line, message, other.where)


def _is_altered(run: Run, value: object, known: Type) -> bool:
    """Say whether the word would be met, had Word not changed it on its way."""
    if not run.unit.word or not isinstance(value, str):
        return False
    words = {v for a in known if isinstance(a, Text) for v in a.values or ()}
    return any(_as_arrives(word) == value for word in words)


def _as_arrives(word: str) -> str:
    straight = str.maketrans("“”‘’", "\"\"''")
    return word.replace("&", "&amp;").translate(straight)


def mind_member(run: Run, left: _Side, right: _Side, line: int) -> None:
    """Say so where a value can never be in a list, a text or an object."""
    held = need(run, right[1], line, "loop")
    parts = getattr(right[0], "items", None)
    if isinstance(right[0], (nodes.List, nodes.Tuple)) and parts:
        need_in_strict(run, left[1], line)
        for part in parts:
            mind_equal(run, left, (part, run_value(part)), line)
        return
    if held.has(Anything):
        return
    if held.alternatives and not held.has(Listing, Text, Record, Function):
        message = f"`in` needs a list, an object or text, not {kind_words(held)}"
        run.say("operand-misuse", line, message, right[1].where)
        return
    value = constant(left[0])
    if value is not NOT_CONSTANT and value != "":
        _mind_held(run, left[0], value, Value(held, None, right[1].where, right[1].soft), line)


def run_value(node: nodes.Node) -> Value:
    """Give a written value as what it is; anything else as unknown."""
    value = constant(node)
    return Value(Type((Anything(),)), soft=value is not NOT_CONSTANT)


def _mind_held(run: Run, node: nodes.Node, value: object, held: Value, line: int) -> None:
    if held.soft or any(_may_hold(a, value) for a in held.type):
        run.doubt(node, "never-equal", None)
        return
    words = sorted({word for a in held.type for word in _held_words(a)})
    suggestion = meant(str(value), words) if isinstance(value, str) else ""
    message = f"{_called(held)} never holds {_shown(value)}"
    run.doubt(node, "never-equal", (line, message, held.where, suggestion))


def _may_hold(one: object, value: object) -> bool:
    if isinstance(one, Listing):
        types = [one.item.get(), *(later.get() for later in one.first)]
        return any(t.has(Anything) or only_these(t, [value]).alternatives for t in types)
    if isinstance(one, Text):
        return one.values is None or any(str(value) in word for word in one.values)
    if isinstance(one, Record):
        return isinstance(value, str) and field_of(one, value) is not None
    return True


def _held_words(one: object) -> Iterator[str]:
    if isinstance(one, Listing):
        for inner in one.item.get():
            if isinstance(inner, Text):
                yield from inner.values or ()
    elif isinstance(one, Record):
        yield from names_of(one)


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


def _called(value: Value) -> str:
    return f"`{value.where.removeprefix('$.')}`" if value.where else "this"
