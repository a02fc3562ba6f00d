"""Statements run on types, in the order they are written."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from jinja2 import nodes

from sgdocs.checking.language.branches import branch
from sgdocs.checking.language.establishing import established
from sgdocs.checking.language.includes import extend, import_from, import_whole, include
from sgdocs.checking.language.inside import inside
from sgdocs.checking.language.loops import bind_target, loop
from sgdocs.checking.language.macros import Macro, defined
from sgdocs.checking.language.naming import root_names
from sgdocs.checking.language.needing import need
from sgdocs.checking.language.printing import mind_print
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Binding, Condition, State, Value
from sgdocs.checking.language.targets import targets
from sgdocs.checking.language.words import meant
from sgdocs.checking.types.alternatives import ANY, Function, Record, Text, Type, settled
from sgdocs.checking.types.sets import union

__all__ = ["execute"]

_TEXT = Type((Text(),))


def execute(run: Run, body: list[nodes.Node], state: State) -> State:
    """Run statements one after another."""
    for node in body:
        work = _BY_NODE.get(type(node))
        if work is not None:
            state = work(run, node, state)
    return state


def _output(run: Run, node: nodes.Output, state: State) -> State:
    for part in node.nodes:
        if not isinstance(part, nodes.TemplateData):
            mind_print(run, run.evaluate(part, state), part.lineno)
            state = established(run, part, state, printed=True)
    return state


def _assign(run: Run, node: nodes.Assign, state: State) -> State:
    value = run.evaluate(node.node, state)
    if isinstance(node.target, nodes.NSRef):
        return _assign_space(run, node.target, value, state)
    if not isinstance(node.target, nodes.Name):
        return bind_target(run, node.target, value, state)
    _mind_lost(run, node, state)
    state = established(run, node.node, state, printed=False)
    return state.bind(node.target.name, _binding(run, node, value, state))


def _binding(run: Run, node: nodes.Assign, value: Value, state: State) -> Binding:
    if value.ref is not None:
        return Binding(value.ref, value.where, "set", value.soft)
    if isinstance(node.node, nodes.Name) and (old := state.names.get(node.node.name)):
        return replace(old, kind="set")
    binding = run.bound(value.type, value.where, "set", soft=value.soft)
    meaning = Condition(node.node, state.names, holds=True)
    plain = isinstance(node.node, nodes.Const) or value.type is ANY
    return binding if plain else replace(binding, meaning=meaning)


def _mind_lost(run: Run, node: nodes.Assign, state: State) -> None:
    """A loop forgets what is set inside it; a name of the data is hidden by a set one."""
    assert isinstance(node.target, nodes.Name)  # noqa: S101 - the caller has looked
    name = node.target.name
    held = state.names.get(name)
    own = any(part.name == name for part in inside(node, nodes.Name) if part.ctx == "load")
    if held is None and not own and name in root_names(run, state) and not run.frames:
        message = f"`{name}` hides the data’s own `{name}`"
        run.say("shadows", node.lineno, message, f"$.{name}")
    if held is not None and held.kind == "set" and id(node) in run.lost:
        message = f"`{name}` is set inside a loop, and is what it was before once the loop ends"
        run.say("set-lost", node.lineno, message, name, "namespace")


def _assign_space(run: Run, target: nodes.NSRef, value: Value, state: State) -> State:
    """Put something into a namespace: from now on it may be this too."""
    binding = state.names.get(target.name)
    if binding is None:
        message = f"there is no namespace `{target.name}`"
        run.say(
            "unknown-name", target.lineno, message, target.name, meant(target.name, state.names)
        )
        return state
    _mind_space(run, target, binding)
    number = binding.ref.number
    run.bases[number] = _widened(run.bases[number], target.attr, value.type)
    types = {n: t for n, t in state.types.items() if n != number}
    return replace(state, types=types)


def _mind_space(run: Run, target: nodes.NSRef, binding: Binding) -> None:
    """Say so where something is put into a namespace that nobody takes out."""
    names = [n for a in run.bases[binding.ref.number] if isinstance(a, Record) for n in a.fields]
    if target.attr not in names and target.attr not in run.taken:
        message = f"`{target.name}.{target.attr}` is set here and used nowhere"
        path = f"{target.name}.{target.attr}"
        run.say("unknown-field", target.lineno, message, path, meant(target.attr, names))


def _widened(space: Type, name: str, known: Type) -> Type:
    widened = []
    for one in space:
        if isinstance(one, Record):
            old = one.fields.get(name)
            whole = union((old.get(), known)) if old is not None else known
            one = replace(one, fields={**one.fields, name: settled(whole)})  # noqa: PLW2901
        widened.append(one)
    return Type(tuple(widened))


def _assign_block(run: Run, node: nodes.AssignBlock, state: State) -> State:
    run.execute(node.body, state)
    if node.filter is not None:
        run.evaluate(node.filter, state)
    if isinstance(node.target, nodes.NSRef):
        return _assign_space(run, node.target, Value(_TEXT), state)
    return bind_target(run, node.target, Value(_TEXT, soft=True), state)


def _with(run: Run, node: nodes.With, state: State) -> State:
    inner = replace(state, depth=state.depth + 1)
    for target, expression in zip(node.targets, node.values, strict=True):
        value = run.evaluate(expression, inner)
        if isinstance(target, nodes.Name) and value.ref is not None:
            inner = inner.bind(target.name, Binding(value.ref, value.where, "set", value.soft))
        else:
            inner = bind_target(run, target, value, inner)
    run.execute(node.body, inner)
    for target in node.targets:
        for name in targets(target):
            run.ended.setdefault(name, "was set by a with that ended before")
    return state


def _macro(run: Run, node: nodes.Macro, state: State) -> State:
    macro, binding = defined(run, node, state)
    run.macros.append((macro, state))
    return state.bind(node.name, binding)


def _call_block(run: Run, node: nodes.CallBlock, state: State) -> State:
    """Hand a body to a macro, which runs it as its `caller`."""
    caller = Macro(node, "caller", run.unit, state.names, state.context)
    run.macros.append((caller, state))
    binding = run.bound(Type((Function("caller", caller),)), "", "macro")
    run.evaluate(node.call, state.bind("caller", binding))
    return state


def _filter_block(run: Run, node: nodes.FilterBlock, state: State) -> State:
    run.execute(node.body, state)
    run.evaluate(node.filter, state)
    return state


def _inner_body(run: Run, node: Any, state: State) -> State:
    run.execute(node.body, replace(state, depth=state.depth + 1))
    return state


def _expression(run: Run, node: nodes.ExprStmt, state: State) -> State:
    need(run, run.evaluate(node.node, state), node.lineno, "operand")
    return state


_BY_NODE: dict[type, Callable[..., State]] = {
    nodes.Output: _output,
    nodes.If: branch,
    nodes.For: loop,
    nodes.Assign: _assign,
    nodes.AssignBlock: _assign_block,
    nodes.With: _with,
    nodes.Macro: _macro,
    nodes.CallBlock: _call_block,
    nodes.FilterBlock: _filter_block,
    nodes.Scope: _inner_body,
    nodes.ScopedEvalContextModifier: _inner_body,
    nodes.Block: _inner_body,
    nodes.ExprStmt: _expression,
    nodes.Include: include,
    nodes.Import: import_whole,
    nodes.FromImport: import_from,
    nodes.Extends: extend,
}
