"""Fields and entries: `a.b`, `a['b']`, `a[0]`, `a[1:]`."""

from jinja2 import nodes

from sgdocs.checking.language.keys import keyed, mind_key
from sgdocs.checking.language.laziness import mind_lazy
from sgdocs.checking.language.methods import METHODS, method_kinds
from sgdocs.checking.language.naming import at, elsewhere
from sgdocs.checking.language.needing import need
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State, Value
from sgdocs.checking.language.words import kind_words, meant
from sgdocs.checking.types.alternatives import (
    ANY,
    Alternative,
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
    settled,
)
from sgdocs.checking.types.narrowing import entry_of
from sgdocs.checking.types.records import field_of, names_of
from sgdocs.checking.types.sets import union

__all__ = ["attribute", "field", "item"]

_SCALARS = (Text, Number, Boolean)
_MOMENTS = ("date", "date-time", "moment", "time")
_TIME = "moment"  # part of a day and time may be either


def attribute(run: Run, node: nodes.Getattr, state: State) -> Value:
    """Work out `a.b`."""
    base = run.evaluate(node.node, state)
    _mind_methods(run, node, base)
    return field(run, base, node.attr, node.lineno, state)


def _mind_methods(run: Run, node: nodes.Getattr, base: Value) -> None:
    """Say where a method of the value stands in the way of its field, or lacks its brackets."""
    if run.world.own or node.attr not in METHODS or base.type.has(Anything):
        return
    kinds = method_kinds(base.type, node.attr)
    if not kinds:
        return
    path = f"{base.where}.{node.attr}"
    declared = any(isinstance(a, Record) and node.attr in names_of(a) for a in base.type)
    if declared:
        message = f"`.{node.attr}` gives a method of the object, not its field"
        run.say("hidden-by-method", node.lineno, message, path, f"['{node.attr}']")
    else:
        message = f"`.{node.attr}` is a method: it needs brackets to be called"
        run.say("method-not-called", node.lineno, message, path, f"{node.attr}()")


def field(run: Run, base: Value, name: str, line: int, state: State) -> Value:
    """Give a field of a value; say so where it has none of this name."""
    known = need(run, base, line, "field")
    where = f"{base.where}.{name}" if base.where else ""
    ref = base.ref.then(name) if base.ref else None
    found = [_in(a, name) for a in known]
    there = [f for f in found if f is not None]
    if not there:
        if known.alternatives and not method_kinds(known, name):
            _say_unknown(run, Value(known, base.ref, base.where), name, line, state)
        return Value(ANY, None, where)
    run.known_field(line, name)
    run.seen.add(where)
    if len(there) < len(found):
        there.append(Type((Missing("null" if known.has(Null) else "sometimes"),)))
    return Value(union(there), ref, where, base.soft)


def _in(one: object, name: str) -> Type | None:
    if isinstance(one, (Anything, Function)):
        return ANY
    return field_of(one, name) if isinstance(one, Record) else None


def _say_unknown(run: Run, base: Value, name: str, line: int, state: State) -> None:
    path = f"{base.where or '(…)'}.{name}"
    called = f"`{base.where.removeprefix('$.')}`" if base.where else "this"
    records = [a for a in base.type if isinstance(a, Record)]
    if records:
        names = dict.fromkeys(n for record in records for n in names_of(record))
        before = at(run, base.ref, State(state.names, {})) if base.ref else base.type
        if any(_in(a, name) is not None for a in before):
            message = f"{called} has no field `{name}` at this place, after what is known here"
            run.say_unknown(line, name, (message, path, ""))
            return
        suggestion = meant(name, names) or elsewhere(base.type, name) or elsewhere(run.root, name)
        message = f"{called} has no field `{name}`"
        run.say_unknown(line, name, (message, path, suggestion))
    elif base.type.has(Listing):
        inner = union(a.item.get() for a in base.type if isinstance(a, Listing))
        hint = "; loop over it first" if any(_in(a, name) for a in inner) else ""
        run.say("field-of-list", line, f"{called} is a list and has no field `{name}`{hint}", path)
    elif base.type.has(*_SCALARS):
        kind = kind_words(base.type)
        message = f"{called} is {kind} and has no field `{name}`"
        run.say("field-of-scalar", line, message, path, elsewhere(run.root, name))
    else:
        run.say("null-unguarded", line, f"{called} is null and has no field `{name}`", path)


def item(run: Run, node: nodes.Getitem, state: State) -> Value:
    """Work out `a[b]`."""
    base = run.evaluate(node.node, state)
    if isinstance(node.arg, nodes.Slice):
        return _slice(run, node, base, state)
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return field(run, base, node.arg.value, node.lineno, state)
    key = run.evaluate(node.arg, state)
    known = need(run, base, node.lineno, "field")
    mind_key(run, key, node.lineno)
    mind_lazy(run, base, node.lineno, "an entry")
    index = index_of(node.arg)
    if index is not None:
        return _entry(run, Value(known, base.ref, base.where), index, node.lineno)
    return keyed(run, Value(known, base.ref, base.where), key, node.lineno)


def index_of(node: nodes.Node) -> int | None:
    """Give a written whole number."""
    if isinstance(node, nodes.Neg):
        inner = index_of(node.node)
        return None if inner is None else -inner
    if isinstance(node, nodes.Const) and isinstance(node.value, int):
        return int(node.value)
    return None


def _slice(run: Run, node: nodes.Getitem, base: Value, state: State) -> Value:
    assert isinstance(node.arg, nodes.Slice)  # noqa: S101 - the caller has looked
    for part in (node.arg.start, node.arg.stop, node.arg.step):
        if part is not None:
            run.evaluate(part, state)
    known = need(run, base, node.lineno, "field")
    if known.has(Record) and not known.has(Anything):
        message = f"{kind_words(known.only(Record))} has no slices"
        run.say("operand-misuse", node.lineno, message, base.where)
    cut = [_cut(a) for a in known]
    return Value(Type(tuple(cut)) if cut else ANY, None, base.where)


def _cut(one: Alternative) -> Alternative:
    if isinstance(one, Listing):
        return Listing(settled(union((one.item.get(), *(f.get() for f in one.first)))))
    return (
        Text(format=_TIME if one.format in _MOMENTS else "")
        if isinstance(one, Text)
        else Anything()
    )


def _entry(run: Run, base: Value, index: int, line: int) -> Value:
    where = f"{base.where}[{index}]"
    found: list[Type] = []
    for one in base.type:
        if isinstance(one, Listing):
            found.append(entry_of(one, index))
        elif isinstance(one, Text):
            found.append(Type((Text(), Missing("short"))))
        elif isinstance(one, (Anything, Function)) or (isinstance(one, Record) and one.written):
            found.append(ANY)
    if not found:
        if base.type.alternatives:
            message = f"`{base.where.removeprefix('$.')}` is {kind_words(base.type)}, not a list"
            run.say("field-of-scalar", line, message, where)
        return Value(ANY, None, where)
    ref = base.ref.then(index) if base.ref else None
    return Value(union(found), ref, where, base.soft)
