"""Other files taken in: include, import and extends."""

from dataclasses import replace

from jinja2 import nodes

from sgdocs.checking.language.parsing import parsed
from sgdocs.checking.language.run import Frame, Run
from sgdocs.checking.language.state import Binding, State
from sgdocs.checking.language.words import meant
from sgdocs.checking.places.pages import Page
from sgdocs.checking.types.alternatives import ANY, Function, Record, Type, settled

__all__ = ["extend", "import_from", "import_whole", "include"]

_DEEPEST = 8


def include(run: Run, node: nodes.Include, state: State) -> State:
    """Run an included file where it is included."""
    for name in _names(node.template):
        unit = run.load(name)
        if unit is not None:
            inner = state if node.with_context else replace(state, names={}, context=False)
            _run(run, node, unit, inner)
            return state
    if _names(node.template) and not node.ignore_missing:
        _say_missing(run, node)
    return state


def _names(template: nodes.Node) -> list[str]:
    parts = template.items if isinstance(template, (nodes.List, nodes.Tuple)) else [template]
    return [p.value for p in parts if isinstance(p, nodes.Const) and isinstance(p.value, str)]


def _say_missing(
    run: Run, node: nodes.Include | nodes.Import | nodes.FromImport | nodes.Extends
) -> None:
    name = _names(node.template)[0]
    message = f"there is no file “{name}” beside this template"
    run.say("include-missing", node.lineno, message, name)


def _run(run: Run, node: nodes.Stmt, unit: Page, state: State) -> State:
    if len(run.frames) >= _DEEPEST:
        return state
    with run.inside(Frame(unit.file, run.unit, node.lineno), unit):
        tree = parsed(run)
        return state if tree is None else run.execute(tree.body, state)


def import_whole(run: Run, node: nodes.Import, state: State) -> State:
    """Let a name stand for what another file defines."""
    inner = _imported(run, node, state)
    if inner is None:
        return state.bind(node.target, run.bound(ANY, "", "import", soft=True))
    fields = {
        name: settled(run.bases[binding.ref.number])
        for name, binding in inner.names.items()
        if not binding.ref.steps and state.names.get(name) is not binding
    }
    module = Type((Record(fields, closed=True),))
    return state.bind(node.target, run.bound(module, node.target, "macro", soft=True))


def _imported(run: Run, node: nodes.Import | nodes.FromImport, state: State) -> State | None:
    names = _names(node.template)
    if not names:
        return None
    unit = run.load(names[0])
    if unit is None:
        _say_missing(run, node)
        return None
    empty = State({}, state.types, context=False)
    return _run(run, node, unit, state if node.with_context else empty)


def import_from(run: Run, node: nodes.FromImport, state: State) -> State:
    """Let names stand for some of what another file defines."""
    inner = _imported(run, node, state)
    for entry in node.names:
        name, alias = entry if isinstance(entry, tuple) else (entry, entry)
        binding = None if inner is None else inner.names.get(name)
        if inner is not None and binding is None:
            message = f"“{_names(node.template)[0]}” defines no `{name}`"
            run.say("unknown-name", node.lineno, message, name, meant(name, inner.names))
        state = state.bind(alias, _as_macro(run, binding))
    return state


def _as_macro(run: Run, binding: Binding | None) -> Binding:
    return run.bound(ANY, "", "macro") if binding is None else replace(binding, kind="macro")


def extend(run: Run, node: nodes.Extends, state: State) -> State:
    """Run the file that this one fills in; its own blocks were run where they stand."""
    names = _names(node.template)
    unit = run.load(names[0]) if names else None
    if names and unit is None:
        _say_missing(run, node)
    if unit is not None:
        known = Type((Function("super"),))
        _run(run, node, unit, state.bind("super", run.bound(known, "", "import", soft=True)))
    return state
