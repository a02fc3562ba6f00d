"""Branches: what each is run with, which can never be reached, and what holds after them."""

from dataclasses import dataclass, replace

from jinja2 import nodes

from sgdocs.checking.language.establishing import established
from sgdocs.checking.language.loops import forget_spaces
from sgdocs.checking.language.needing import need_truth
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.sizing import sized
from sgdocs.checking.language.state import Binding, Case, Condition, State
from sgdocs.checking.language.ways import NOT_CONSTANT, constant
from sgdocs.checking.types.alternatives import MISSING

__all__ = ["branch"]


@dataclass(frozen=True, slots=True)
class _End:
    """Where a branch comes out, and what had to hold to go through it."""

    conditions: tuple[Condition, ...]
    state: State


def branch(run: Run, node: nodes.If, state: State) -> State:
    """Run each branch with what is known there."""
    ends: list[_End] = []
    passed: tuple[Condition, ...] = ()
    here: State | None = state
    for test, body in [(node.test, node.body), *((e.test, e.body) for e in node.elif_)]:
        if here is None:
            if all(isinstance(c.test, nodes.Compare) for c in passed):
                _mind_spent(run, test, state)
            break
        inside = _tested(run, test, here)
        here = established(run, test, here, printed=False)
        if inside is not None:
            holds = Condition(test, here.names, holds=True)
            ends.append(_End((*passed, holds), run.execute(body, inside)))
        passed = (*passed, Condition(test, here.names, holds=False))
        here = run.assume(test, here, holds=False)
    if here is not None:
        ends.append(_End(passed, run.execute(node.else_, here)))
    state = established(run, node.test, state, printed=False)
    if here is not None and _leave(node) and not node.else_:
        state = replace(state, types=here.types)
    return forget_spaces(run, replace(state, names=_joined(run, state, ends)))


def _leave(node: nodes.If) -> bool:
    """Say whether each branch goes on to the next entry of a loop, or ends the loop."""
    bodies = [node.body, *(each.body for each in node.elif_)]
    return all(any(isinstance(n, (nodes.Break, nodes.Continue)) for n in body) for body in bodies)


def _tested(run: Run, test: nodes.Node, here: State) -> State | None:
    before = run.said
    with run.asking():
        value = run.evaluate(test, here)
        need_truth(run, value, test.lineno)
    inside = run.assume(test, established(run, test, here, printed=False))
    if inside is not None:
        run.doubt(test, "always-false", None)
        run.doubt(test, "dead-branch", None)
        return inside
    if value.soft:  # a switch of the template’s own; an argument tells what is wanted of a macro
        return None if any(frame.macro for frame in run.frames) else here
    _mind_dead(run, test, here, before)
    return None


def _mind_spent(run: Run, test: nodes.Node, state: State) -> None:
    """Say so where the branches before leave nothing over for a test."""
    before = run.said
    run.evaluate(test, State(state.names, {}, state.context))
    if run.said == before:
        message = "this branch is never reached: the branches before it leave nothing over"
        run.doubt(test, "dead-branch", (test.lineno, message, "", ""))


def _mind_dead(run: Run, test: nodes.Node, here: State, before: int) -> None:
    """Say so where a branch can never be reached, unless the test itself was found wrong."""
    if run.said > before or constant(test) is not NOT_CONSTANT:
        return
    free = State(here.names, {}, here.context)
    if run.assume(test, free) is not None:
        message = "this branch is never reached: what is known here rules it out"
        run.doubt(test, "dead-branch", (test.lineno, message, "", ""))
    elif not _asks_absence(test):
        message = "this guard never holds, so what it guards is never printed"
        run.doubt(test, "always-false", (test.lineno, message, "", ""))


def _asks_absence(test: nodes.Node) -> bool:
    """Say whether a test asks for what is not there: a stricter schema is no fault."""
    if isinstance(test, nodes.Not):
        return True
    if isinstance(test, nodes.Test):
        return test.name in ("undefined", "none", "empty", "false")
    if isinstance(test, (nodes.And, nodes.Or)):
        return _asks_absence(test.left) or _asks_absence(test.right)
    if not isinstance(test, nodes.Compare):
        return False
    sized_one = any(sized(side) for side in (test.expr, *(o.expr for o in test.ops)))
    return sized_one or any(constant(operand.expr) in (None, "") for operand in test.ops)


def _joined(run: Run, before: State, ends: list[_End]) -> dict[str, Binding]:
    """Join what names stand for at the end of each branch."""
    names = dict(before.names)
    changed = {
        name: None
        for end in ends
        for name, binding in end.state.names.items()
        if binding is not before.names.get(name)
    }
    for name in changed:
        cases = tuple(Case(e.conditions, _standing(e, name, before)) for e in ends)
        names[name] = _one_of(run, cases)
    return names


def _standing(end: _End, name: str, before: State) -> Binding | None:
    return end.state.names.get(name, before.names.get(name))


def _one_of(run: Run, cases: tuple[Case, ...]) -> Binding:
    there = [case.binding for case in cases if case.binding is not None]
    if len(there) == len(cases) and all(b is there[0] for b in there):
        return there[0]
    where = next((b.where for b in there if b.where), "")
    soft = all(b.soft for b in there)
    binding = run.bound(MISSING, where, "set", soft=soft)
    return replace(binding, cases=cases)
