"""Macros, run anew for each call with the types of its arguments."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jinja2 import nodes

from sgdocs.checking.language.inside import in_order_of
from sgdocs.checking.language.run import Frame, Run
from sgdocs.checking.language.state import Binding, Names, State, Value
from sgdocs.checking.places.pages import Page
from sgdocs.checking.types.alternatives import ANY, Function, Listing, Missing, Text, Type, settled

__all__ = ["Macro", "call_macro", "defined", "run_uncalled"]

_TEXT = Type((Text(),))
_DEEPEST = 12
_AGAIN = 1  # a macro that calls itself tells nothing new a third time
_MOST = 20_000
_EXTRA = ("varargs", "kwargs", "caller")


@dataclass(slots=True, eq=False)
class Macro:
    """A macro: its text, where it stands, and the names that hold there."""

    node: nodes.Macro | nodes.CallBlock
    name: str
    unit: Page
    names: Names
    context: bool
    called: bool = False


def defined(run: Run, node: nodes.Macro, state: State) -> tuple[Macro, Binding]:
    """Make a macro that can be called."""
    macro = Macro(node, node.name, run.unit, state.names, state.context)
    binding = run.bound(Type((Function(node.name, macro),)), "", "macro")
    macro.names = {**state.names, node.name: binding}
    return macro, binding


def call_macro(run: Run, macro: Macro, node: nodes.Call, state: State) -> Value:
    """Run a macro with what it is given."""
    macro.called = True
    line = node.lineno
    given = [run.evaluate(argument, state) for argument in node.args]
    named = {pair.key: run.evaluate(pair.value, state) for pair in node.kwargs}
    loose = node.dyn_args is not None or node.dyn_kwargs is not None
    _mind_arguments(run, macro, given, named, line)
    run.calls += 1
    again = sum(frame.name == macro.name for frame in run.frames)
    if again > _AGAIN or len(run.frames) >= _DEEPEST or run.calls > _MOST:
        return Value(_TEXT)
    with run.inside(Frame(macro.name, run.unit, line, macro=True), macro.unit):
        seen = replace(state, names=_in_sight(macro, state))
        inner = _bound(run, macro, (given, named), seen, loose=loose)
        run.execute(macro.node.body, inner)
    return Value(_TEXT)


def _in_sight(macro: Macro, state: State) -> Names:
    """Give the names that hold inside: those where it was written, and what was set since."""
    since = {
        name: binding
        for name, binding in state.names.items()
        if binding.kind in ("set", "macro") and name not in macro.names
    }
    return {**(since if macro.context else {}), **macro.names}


def _mind_arguments(
    run: Run, macro: Macro, given: list[Value], named: dict[str, Value], line: int
) -> None:
    names = [argument.name for argument in macro.node.args]
    inside = set(_names_in(macro.node.body))
    if len(given) > len(names) and "varargs" not in inside:
        message = f"the macro `{macro.name}` takes {len(names)} argument(s), not {len(given)}"
        run.say("macro-arguments", line, message, macro.name)
    for name in named:
        unknown = name not in names and name != "caller" and "kwargs" not in inside
        if unknown or name in names[: len(given)]:
            what = "has no argument" if unknown else "is given twice"
            message = f"the macro `{macro.name}` {what} `{name}`"
            run.say("macro-arguments", line, message, name)


def _names_in(body: list[nodes.Node]) -> Iterator[str]:
    for node in body:
        yield from (part.name for part in in_order_of(node) if isinstance(part, nodes.Name))


def _bound(
    run: Run,
    macro: Macro,
    given: tuple[list[Value], dict[str, Value]],
    state: State,
    *,
    loose: bool,
) -> State:
    """Let each argument stand for what is given, its default, or nothing."""
    values, named = given
    state = replace(state, context=macro.context, depth=state.depth + 1)
    arguments = macro.node.args
    defaults = dict(zip(reversed(arguments), reversed(macro.node.defaults), strict=False))
    for position, argument in enumerate(arguments):
        if position < len(values):
            value = values[position]
        elif argument.name in named:
            value = named[argument.name]
        elif argument in defaults:
            value = replace(run.evaluate(defaults[argument], state), soft=True)
        else:
            left_out = Type((Missing(f"argument:{argument.name}"),))
            value = Value(ANY if loose else left_out, None, argument.name)
        state = state.bind(argument.name, _as_binding(run, value))
    for name in _EXTRA:
        if name != "caller" or name not in state.names:
            known = _extra(name)
            state = state.bind(name, run.bound(known, "", "param", soft=True))
    return state


def _extra(name: str) -> Type:
    if name == "varargs":
        return Type((Listing(settled(ANY)),))
    return ANY if name == "kwargs" else Type((Function("caller"),))


def _as_binding(run: Run, value: Value) -> Binding:
    if value.ref is not None:
        return Binding(value.ref, value.where, "param", value.soft)
    return run.bound(value.type, value.where, "param", soft=value.soft)


def run_uncalled(run: Run, macro: Macro, state: State) -> None:
    """Look through a macro that nobody calls, with arguments that may be anything."""
    inner = replace(state, names=_in_sight(macro, state), context=macro.context)
    for name in (*(argument.name for argument in macro.node.args), *_EXTRA):
        inner = inner.bind(name, run.bound(ANY, "", "param", soft=True))
    run.execute(macro.node.body, inner)
