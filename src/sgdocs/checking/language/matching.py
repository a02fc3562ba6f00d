"""What a comparison with something written out tells of a value."""

from collections.abc import Callable

from jinja2 import nodes

from sgdocs.checking.language.constants import only_these, without_these
from sgdocs.checking.language.naming import at
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.sizing import sized, sizes
from sgdocs.checking.language.state import Ref, State
from sgdocs.checking.language.ways import NOT_CONSTANT, constant, constants, way
from sgdocs.checking.types.alternatives import Anything, Missing, Null, Number, Record, Type
from sgdocs.checking.types.narrowing import narrowed
from sgdocs.checking.types.sets import meet, union

__all__ = ["UNTOLD", "against", "narrow"]

Change = Callable[[Type], Type]


def narrow(run: Run, ref: Ref, state: State, change: Change) -> State | None:
    """Know more of what a way leads to; nothing where that leaves nothing."""
    before = run.known(ref.number, state)
    known = narrowed(before, ref.steps, change)
    if not known.alternatives:
        return None
    return state if known.alternatives == before.alternatives else state.knowing(ref.number, known)


UNTOLD = object()


def against(
    run: Run, left: nodes.Node, op: str, right: nodes.Node, point: tuple[State, bool]
) -> object:
    """Compare a way with what is written out."""
    state, holds = point
    value = constant(right)
    if op in ("in", "notin") and isinstance(key := constant(left), str):
        return _held(run, right, key, (state, holds is (op == "in")))
    if op in ("in", "notin"):
        return _among(run, left, constants(right), (state, holds is (op == "in")))
    if value is NOT_CONSTANT or not op:
        return UNTOLD
    if op in ("eq", "ne") and sized(left) is None:
        return _among(run, left, [value], (state, holds is (op == "eq")))
    change = _bounding(left, op, value, holds=holds)
    ref = way(sized(left) or left, state)
    return UNTOLD if ref is None or change is None else narrow(run, ref, state, change)


def _bounding(left: nodes.Node, op: str, value: object, *, holds: bool) -> Change | None:
    """Give what a bound tells of a number, or of a length."""
    if sized(left) is not None:
        return sizes(op, value, holds=holds) if isinstance(value, int) else None
    if isinstance(value, (int, float)):
        return lambda known: _ranged(known, op, float(value), holds=holds)
    return None


def _held(run: Run, whole: nodes.Node, key: str, point: tuple[State, bool]) -> object:
    """Know of an object whether it has a field."""
    state, holds = point
    ref = way(whole, state)
    if ref is None or not at(run, ref, state).has(Record):
        return UNTOLD
    there = _there if holds else _not_there
    return narrow(run, ref.then(key), state, there)


def _there(known: Type) -> Type:
    return known.without(Missing)


def _not_there(known: Type) -> Type:
    return known.only(Missing, Anything)


def _among(
    run: Run, left: nodes.Node, values: list[object] | None, point: tuple[State, bool]
) -> object:
    state, holds = point
    ref = way(left, state)
    if ref is None or values is None:
        return UNTOLD
    if holds:
        return narrow(run, ref, state, lambda t: only_these(t, values))
    return narrow(run, ref, state, lambda t: without_these(t, values))


def _ranged(known: Type, op: str, bound: float, *, holds: bool) -> Type:
    """Keep the numbers on one side of a bound."""
    if not holds:
        op = {"lt": "gteq", "gteq": "lt", "gt": "lteq", "lteq": "gt"}[op]
    limit = Number(low=bound) if op in ("gt", "gteq") else Number(high=bound)
    kept = []
    for one in known.without(Null):
        if isinstance(one, Number):
            beyond = Type((one,)) if _reaches(one, op, bound) else Type()
            kept.append(meet(beyond, Type((limit,))))
        else:
            kept.append(Type((one,)))
    return union(kept)


def _reaches(one: Number, op: str, bound: float) -> bool:
    """Say whether any number beyond the bound is possible; the bound itself only if it counts."""
    high = max(one.values) if one.values else one.high
    low = min(one.values) if one.values else one.low
    return not (
        (op == "gt" and high is not None and high <= bound)
        or (op == "lt" and low is not None and low >= bound)
    )
