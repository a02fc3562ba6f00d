"""What is asked with `in`: a value that can never be in a list, a text or an object."""

from collections.abc import Iterator

from jinja2 import nodes

from sgdocs.checking.language.constants import only_these
from sgdocs.checking.language.equality import Side, called_by, mind_equal, shown
from sgdocs.checking.language.needing import need, need_in_strict
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Value
from sgdocs.checking.language.ways import NOT_CONSTANT, constant
from sgdocs.checking.language.words import kind_words, meant
from sgdocs.checking.types.alternatives import (
    Anything,
    Function,
    Listing,
    Record,
    Text,
    Type,
)
from sgdocs.checking.types.records import field_of, names_of

__all__ = ["mind_member"]


def mind_member(run: Run, left: Side, right: Side, line: int) -> None:
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
    message = f"{called_by(held)} never holds {shown(value)}"
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
