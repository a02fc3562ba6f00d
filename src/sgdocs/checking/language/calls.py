"""Calls: macros, methods and the functions of the world."""

from jinja2 import nodes

from sgdocs.checking.language.fields import field
from sgdocs.checking.language.keys import mind_key, mind_keys
from sgdocs.checking.language.macros import Macro, call_macro
from sgdocs.checking.language.methods import method_counts, method_kinds, method_result
from sgdocs.checking.language.needing import need
from sgdocs.checking.language.pairing import as_it_stands, pairs_of
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State, Value
from sgdocs.checking.language.ways import constant
from sgdocs.checking.language.words import kind_words, meant
from sgdocs.checking.types.alternatives import (
    ANY,
    Anything,
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
from sgdocs.checking.types.records import field_of, names_of
from sgdocs.checking.types.sets import union

__all__ = ["call"]

_NULL = Type((Null(),))


def call(run: Run, node: nodes.Call, state: State) -> Value:
    """Work out `a(b)`."""
    if isinstance(node.node, nodes.Getattr):
        return _call_method(run, node, node.node, state)
    called = run.evaluate(node.node, state)
    return _call_function(run, node, called, state)


def _call_function(run: Run, node: nodes.Call, called: Value, state: State) -> Value:
    functions = [a for a in called.type if isinstance(a, Function)]
    if len(functions) == 1 and isinstance(functions[0].carries, Macro):
        return call_macro(run, functions[0].carries, node, state)
    arguments = [run.evaluate(argument, state) for argument in node.args]
    named = {pair.key: run.evaluate(pair.value, state) for pair in node.kwargs}
    if called.where == "loop" and arguments:  # a recursive loop goes through its own parts
        need(run, arguments[0], node.lineno, "loop")
        return Value(Type((Text(),)))
    if functions and isinstance(functions[0].carries, Type):
        return Value(functions[0].carries)
    if functions:
        return _given_by(run, functions[0].name, arguments, named)
    if called.type.alternatives and not called.type.has(Anything, Missing):
        name = called.where.removeprefix("$.") or "this"
        message = f"`{name}` is {kind_words(called.type)} and cannot be called"
        run.say("not-callable", node.lineno, message, called.where)
    return Value(ANY)


def _given_by(run: Run, name: str, arguments: list[Value], named: dict[str, Value]) -> Value:
    if name == "range":
        return Value(Type((Listing(settled(Type((Number(integer=True),)))),)))
    if name in ("namespace", "dict"):
        fields = {key: settled(value.type) for key, value in named.items()}
        rest = settled(ANY) if arguments else None
        known = Type((Record(fields, rest, written=True),))
        if name == "dict":
            return Value(known)
        ref = run.bound(known).ref
        run.spaces.add(ref.number)
        return Value(known, ref, soft=True)
    if name == "cycle":
        where = next((a.where for a in arguments if a.where), "")
        return Value(union(a.type for a in arguments) or ANY, None, where)
    handed = union(a.type for a in arguments)
    return Value({"cycler": _cycler(handed), "joiner": _JOINER}.get(name, _printed(name)))


_TEXT = Type((Text(),))
_JOINER = Type((Function("joiner", _TEXT),))


def _printed(name: str) -> Type:
    return _TEXT if name in ("lipsum", "caller", "super") else ANY


def _cycler(known: Type) -> Type:
    """Give what hands out one value after another: `next()`, `current`, `reset()`."""
    handing = settled(Type((Function("next", known),)))
    fields = {"next": handing, "reset": handing, "current": settled(known)}
    return Type((Record(fields, closed=True),))


def _call_method(run: Run, node: nodes.Call, called: nodes.Getattr, state: State) -> Value:
    base = run.evaluate(called.node, state)
    held = Value(need(run, base, node.lineno, "field"), base.ref, base.where, base.soft)
    kinds = method_kinds(held.type, called.attr)
    if kinds and not held.type.has(Anything):
        arguments = [run.evaluate(argument, state) for argument in node.args]
        return _method(run, node, called.attr, (kinds[0], held), arguments)
    if held.type.has(Anything) or not held.type.alternatives:
        _call_function(run, node, Value(ANY), state)
        return Value(ANY)
    if any(isinstance(a, Record) and field_of(a, called.attr) is not None for a in held.type):
        return _call_function(run, node, field(run, held, called.attr, node.lineno, state), state)
    if held.type.has(Function):
        return _call_function(run, node, Value(ANY), state)
    _say_unknown(run, node, called, held)
    _call_function(run, node, Value(ANY), state)
    return Value(ANY)


def _say_unknown(run: Run, node: nodes.Call, called: nodes.Getattr, held: Value) -> None:
    names = [n for a in held.type if isinstance(a, Record) for n in names_of(a)]
    path = f"{held.where}.{called.attr}"
    message = f"{kind_words(held.type)} has no method `{called.attr}`"
    known = [*names, *_usual]
    run.say("unknown-method", node.lineno, message, path, meant(called.attr, known))


_usual = ("upper", "lower", "title", "strip", "split", "replace", "startswith", "endswith", "get")


def _method(
    run: Run, node: nodes.Call, name: str, of: tuple[type, Value], arguments: list[Value]
) -> Value:
    kind, held = of
    least, most = method_counts(name)
    count = len(node.args) + len(node.kwargs)
    if not least <= count <= most and not node.dyn_args:
        wanted = f"{least}" if least == most else f"{least} to {most}"
        message = f"the method `{name}` takes {wanted} argument(s), not {count}"
        run.say("method-arguments", node.lineno, message, f"{held.where}.{name}")
    if kind is Record:
        return _method_of_object(run, node, name, held, arguments)
    if kind is Text and name == "join" and arguments:
        need(run, arguments[0], node.lineno, "loop")
    return Value(method_result(kind, name), None, held.where, held.soft)


def _method_of_object(
    run: Run, node: nodes.Call, name: str, held: Value, arguments: list[Value]
) -> Value:
    records = [a for a in held.type if isinstance(a, Record)]
    if name == "get" and node.args:
        return _got(run, node, held, arguments)
    if name == "items":
        return Value(pairs_of(held.type), None, held.where)
    if name == "values":
        values = [later.get().without(Missing) for r in records for later in r.fields.values()]
        values += [r.rest.get() for r in records if r.rest is not None]
        return Value(Type((Listing(settled(union(values) or ANY)),)), None, held.where)
    if name == "keys":
        return Value(Type((Listing(settled(Type((Text(),)))),)), None, held.where)
    return Value(ANY, None, held.where)


def _got(run: Run, node: nodes.Call, held: Value, arguments: list[Value]) -> Value:
    """Give what `get` gives: null, or what is given instead, where there is no such field."""
    instead = as_it_stands(run, arguments[1].type) if len(arguments) > 1 else _NULL
    key = constant(node.args[0])
    if isinstance(key, str):
        found = field(run, held, key, node.lineno, State({}, {}))
        known = found.type
        where, ref = found.where, found.ref
    else:
        mind_key(run, arguments[0], node.lineno)
        records = [a for a in held.type if isinstance(a, Record)]
        mind_keys(run, records, arguments[0], node.lineno)
        types = _by_words(records, arguments[0])
        known, where, ref = types, arguments[0].where, None
    if known.has(Missing):
        known = union((known.without(Missing), instead))
        ref = None
    return Value(known, ref, where)


def _by_words(records: list[Record], key: Value) -> Type:
    texts = [a for a in key.type.without(Missing, Null) if isinstance(a, Text)]
    words = [word for a in texts for word in a.values or ()]
    if not words or any(a.values is None for a in texts):
        return union((ANY, Type((Missing(),))))
    found = [field_of(r, word) for r in records for word in words]
    lacking = [Type((Missing(),))] if any(f is None for f in found) else []
    return union((*(f for f in found if f is not None), *lacking))
