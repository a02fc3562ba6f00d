"""Loops: what is gone through, what each entry is, and what holds inside."""

from dataclasses import replace

from jinja2 import nodes

from sgdocs.checking.language.inside import inside
from sgdocs.checking.language.matching import narrow
from sgdocs.checking.language.naming import root_names
from sgdocs.checking.language.needing import need, need_truth
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State, Value
from sgdocs.checking.language.targets import set_by, targets
from sgdocs.checking.language.ways import way
from sgdocs.checking.language.words import kind_words, meant
from sgdocs.checking.types.alternatives import (
    ANY,
    MISSING,
    Anything,
    Boolean,
    Function,
    Listing,
    Missing,
    Null,
    Number,
    Record,
    Rule,
    Text,
    Type,
    settled,
)
from sgdocs.checking.types.narrowing import truthy
from sgdocs.checking.types.sets import union

__all__ = ["bind_target", "forget_spaces", "loop", "mind_shadow"]

_NUMBER = settled(Type((Number(integer=True),)))
_TRUTH = settled(Type((Boolean(),)))


def loop(run: Run, node: nodes.For, state: State) -> State:
    """Run a loop's body once, for any entry."""
    over = run.evaluate(node.iter, state)
    entry = _entry(run, node, over)
    within = _within(run, node, over, entry, state)
    if within is not None:
        _body(run, node, within)
    _end(run, node)
    if node.else_:
        run.execute(node.else_, state)
    return forget_spaces(run, state)


def _end(run: Run, node: nodes.For) -> None:
    """Remember which names hold no longer, and why."""
    begun = run.unit.spot(node.lineno).line
    for assignment in inside(node, nodes.Assign, nodes.AssignBlock):
        for name in set_by(assignment):
            run.ended.setdefault(name, f"was set inside a loop (begun in line {begun})")
    for name in targets(node.target):
        run.ended[name] = f"is the name of a loop that ended before (begun in line {begun})"
    run.ended.setdefault("loop", "is known only inside a loop")


def forget_spaces(run: Run, state: State) -> State:
    """Trust no guard on a namespace once something may have been put into it."""
    return replace(state, types={n: t for n, t in state.types.items() if n not in run.spaces})


def _body(run: Run, node: nodes.For, within: State) -> None:
    if any(inside(part, nodes.NSRef) for part in node.body):
        run.execute(node.body, within)
        within = forget_spaces(run, within)
    run.execute(node.body, within)


def _within(run: Run, node: nodes.For, over: Value, entry: Type, state: State) -> State | None:
    within: State | None = state
    ref = way(node.iter, state)
    if ref is not None:
        within = narrow(run, ref, state, truthy) or state
    assert within is not None  # noqa: S101 - either side of `or` is a state
    for name in targets(node.target):
        mind_shadow(run, name, node.lineno, state)
    value = Value(entry, None, over.entry_where, over.soft)
    within = bind_target(run, node.target, value, within)
    within = within.bind("loop", run.bound(_loop_type(entry), "loop", "loop", soft=True))
    within = replace(within, depth=within.depth + 1)
    if node.test is None:
        return within
    test = run.evaluate(node.test, within)
    need_truth(run, test, node.lineno)
    return run.assume(node.test, within)


def mind_shadow(run: Run, name: str, line: int, state: State) -> None:
    """Say so where a loop's name hides another that is in sight."""
    held = state.names.get(name)
    if held is not None and held.kind == "loop":
        message = f"`{name}` hides the name of the loop around this one"
        run.say("shadows", line, message, f"$.{name}")
    elif held is None and name in root_names(run, state):
        message = f"`{name}` hides the data’s own `{name}`"
        run.say("shadows", line, message, f"$.{name}")


def _entry(run: Run, node: nodes.For, over: Value) -> Type:
    """Give what each entry is; say so where there are none to go through."""
    known = need(run, over, node.lineno, "loop")
    found = [t for one in known if (t := _through(one)) is not None]
    wrong = Type(tuple(one for one in known if _through(one) is None))
    if wrong.alternatives and not known.has(Anything):
        called = f"`{over.where.removeprefix('$.')}`" if over.where else "this"
        lists = _lists_in(wrong)
        meant_list = meant("", lists) or (lists[0] if len(lists) == 1 else "")
        message = f"{called} is {kind_words(wrong)}, not a list to go through"
        run.say("loop-over-non-list", node.lineno, message, over.where, meant_list)
    return union(found) if found else ANY


def _lists_in(known: Type) -> list[str]:
    return [
        name
        for one in known
        if isinstance(one, Record)
        for name, later in one.fields.items()
        if later.get().has(Listing)
    ]


def _through(one: object) -> Type | None:
    if isinstance(one, Listing):
        types = [*(f.get() for f in one.first), one.item.get()]
        if one.most is not None and one.most <= len(one.first):
            types = types[:-1] or types
        return union(types)
    if isinstance(one, Anything):
        return ANY
    if isinstance(one, Record) and (one.written or not one.fields):
        return Type((Text(filled=True),))
    return None


def bind_target(run: Run, target: nodes.Node, value: Value, state: State) -> State:
    """Let the names of a loop stand for an entry, or for its parts."""
    if isinstance(target, nodes.Name):
        binding = run.bound(value.type, value.where, "loop", soft=value.soft)
        return state.bind(target.name, binding)
    if isinstance(target, nodes.Tuple):
        for position, part in enumerate(target.items):
            known = _part(run, target, value, position)
            inner = Value(known, None, value.where, value.soft)
            state = bind_target(run, part, inner, state)
    return state


def _part(run: Run, target: nodes.Tuple, value: Value, position: int) -> Type:
    found = []
    for one in value.type:
        if isinstance(one, Record) and one.written and "1" in one.fields:
            later = one.fields.get(str(position))
            found.append(ANY if later is None else later.get())
        elif isinstance(one, Listing):
            later = one.first[position] if position < len(one.first) else one.item
            found.append(later.get())
        elif isinstance(one, Anything):
            found.append(ANY)
    if not found and value.type.alternatives and not value.type.has(Missing, Null):
        if position == 0:
            message = f"{kind_words(value.type)} cannot be taken apart into {len(target.items)}"
            run.say("unpacking", target.lineno, message, value.where)
        return ANY
    return union(found) if found else ANY


def _loop_type(entry: Type) -> Type:
    """Give the type of `loop`; the entries beside are there only between the ends."""
    beside = settled(union((entry, MISSING)))
    fields = {
        **dict.fromkeys(("index", "index0", "revindex", "revindex0"), _NUMBER),
        **dict.fromkeys(("length", "depth", "depth0"), _NUMBER),
        **dict.fromkeys(("first", "last"), _TRUTH),
        **dict.fromkeys(("previtem", "nextitem"), beside),
        **{n: settled(Type((Function(n),))) for n in ("cycle", "changed")},
    }
    rules = (_edge("first", "previtem", entry), _edge("last", "nextitem", entry))
    return Type((Record(fields, rules=rules, closed=True),))


def _edge(flag: str, name: str, entry: Type) -> Rule:
    at_edge = settled(Type((Record({flag: settled(Type((Boolean(value=True),)))}),)))
    none = settled(Type((Record({name: settled(MISSING)}),)))
    there = settled(Type((Record({name: settled(entry)}),)))
    return Rule(at_edge, none, there)
