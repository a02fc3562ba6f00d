"""Names looked up: in the template first, then in the data, then in the world."""

from dataclasses import replace

from jinja2 import nodes

from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Binding, Case, Condition, Ref, State, Value
from sgdocs.checking.language.words import meant
from sgdocs.checking.types.alternatives import (
    ANY,
    Anything,
    Missing,
    Record,
    Type,
)
from sgdocs.checking.types.narrowing import step_into
from sgdocs.checking.types.records import field_of, names_of
from sgdocs.checking.types.sets import union

__all__ = ["after", "assumed", "at", "elsewhere", "look_up", "root_names", "value_of"]


def at(run: Run, ref: Ref, state: State) -> Type:
    """Give what is known of what a way leads to."""
    known = run.known(ref.number, state)
    for step in ref.steps:
        known = step_into(known, step)
    return known


def value_of(run: Run, binding: Binding, state: State) -> Value:
    """Give what a binding stands for at this point."""
    if binding.cases and binding.ref.number not in state.types:
        known = _possible(run, binding, state)
    else:
        known = at(run, binding.ref, state)
    return Value(known, binding.ref, binding.where, binding.soft)


def _possible(run: Run, binding: Binding, state: State) -> Type:
    """Join what the name stands for on each way that could have led here."""
    types = []
    for case in binding.cases:
        there = after(run, case, state)
        if there is not None:
            inner = case.binding
            types.append(_UNSET if inner is None else value_of(run, inner, there).type)
    return union(types) if types else ANY


_UNSET = Type((Missing("unset"),))


def after(run: Run, case: Case, state: State) -> State | None:
    """Give what is known if this way led here; nothing if it cannot have."""
    there: State | None = state
    for condition in case.conditions:
        if there is None:
            return None
        there = assumed(run, condition, there)
    return there


def assumed(run: Run, condition: Condition, state: State) -> State | None:
    """Take a test, written with other names, to hold or fail."""
    there = replace(state, names=condition.names)
    told = run.assume(condition.test, there, holds=condition.holds)
    return None if told is None else replace(state, types=told.types)


def look_up(run: Run, node: nodes.Name, state: State) -> Value:
    """Give what a name stands for; say so where it stands for nothing."""
    binding = state.names.get(node.name)
    if binding is not None:
        return value_of(run, binding, state)
    if state.context:
        found = at(run, Ref(0, (node.name,)), state)
        if _declares(run.known(0, state), node.name):
            run.seen.add(f"$.{node.name}")
            return Value(found, Ref(0, (node.name,)), f"$.{node.name}")
    if node.name in run.world.globals:
        return Value(run.world.globals[node.name])
    _say_unknown(run, node, state)
    return Value(ANY, None, f"$.{node.name}")


def _declares(root: Type, name: str) -> bool:
    return any(
        isinstance(a, Anything) or (isinstance(a, Record) and field_of(a, name) is not None)
        for a in root
    )


def root_names(run: Run, state: State) -> list[str]:
    """Give the names the data begin with."""
    if not state.context:
        return []
    records = (a for a in run.known(0, state) if isinstance(a, Record))
    return list(dict.fromkeys(name for record in records for name in names_of(record)))


def _say_unknown(run: Run, node: nodes.Name, state: State) -> None:
    name, path = node.name, f"$.{node.name}"
    if name in run.ended:
        message = f"`{name}` {run.ended[name]}; it does not hold here"
        run.say("out-of-scope", node.lineno, message, path)
    elif run.later.get(name, 0) >= node.lineno and not run.frames:
        message = f"`{name}` is used here before it is set"
        run.say("use-before-set", node.lineno, message, path)
    elif not state.context and _declares(run.root, name):
        message = f"`{name}` cannot be seen from an imported file; import it “with context”"
        run.say("out-of-scope", node.lineno, message, path)
    else:
        names = [*state.names, *root_names(run, state), *run.world.globals]
        suggestion = meant(name, names) or elsewhere(run.root, name)
        run.say("unknown-name", node.lineno, f"there is no `{name}`", path, suggestion)


_DEEPEST = 4


def elsewhere(root: Type, name: str) -> str:
    """Find where else in the data a field of this name is."""
    level: list[tuple[str, Type]] = [("", root)]
    for _ in range(_DEEPEST):
        below: list[tuple[str, Type]] = []
        for path, known in level:
            for step, inner in _inside(known):
                if step == f".{name}":
                    return f"{path}{step}".lstrip(".")
                below.append((path + step, inner))
        level = below[:400]
    return ""


def _inside(known: Type) -> list[tuple[str, Type]]:
    found: list[tuple[str, Type]] = []
    for one in known:
        if isinstance(one, Record):
            found += [(f".{name}", later.get()) for name, later in one.fields.items()]
        elif hasattr(one, "item"):
            found += [(f"[]{s}", t) for s, t in _inside(one.item.get())]
    return found
