"""Filters: is there such a one, is it given what it takes, what does it give."""

from collections.abc import Callable
from dataclasses import replace

from jinja2 import nodes

from sgdocs.checking.language.given import Given
from sgdocs.checking.language.jinja import Known, named_arguments
from sgdocs.checking.language.laziness import NEED_ALL, mind_lazy
from sgdocs.checking.language.listing import LISTS
from sgdocs.checking.language.needing import need
from sgdocs.checking.language.pairing import as_it_stands
from sgdocs.checking.language.printing import mind_print
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State, Value
from sgdocs.checking.language.suiting import given, mind_kinds
from sgdocs.checking.language.words import meant
from sgdocs.checking.types.alternatives import (
    ANY,
    NEVER,
    Listing,
    Missing,
    Text,
    Type,
    settled,
)
from sgdocs.checking.types.narrowing import truthy
from sgdocs.checking.types.sets import union

__all__ = ["filtered"]

_WORDED: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "title": str.title,
    "capitalize": str.capitalize,
    "trim": str.strip,
    "string": str,
    "safe": str,
}


def filtered(run: Run, node: nodes.Filter, state: State) -> Value:
    """Work out `a|b(c)`."""
    known = run.world.filters.get(node.name)
    base = _base(run, node, known, state)
    if known is None:
        suggestion = meant(node.name, run.world.filters)
        message = f"there is no filter `{node.name}`"
        run.say("unknown-filter", node.lineno, message, base.where, suggestion)
        _arguments(run, node, state)
        return Value(ANY, None, base.where)
    mind_count(run, "filter", node, known)
    _mind_names(run, node)
    if node.name in ("default", "d"):
        return _defaulted(run, node, base, state)
    return _given(run, node, known, base, state)


_TEXT = Type((Text(),))


def _base(run: Run, node: nodes.Filter, known: Known | None, state: State) -> Value:
    """Work out what is given to a filter; one that guards may be given what is not there."""
    if node.node is None:
        return Value(_TEXT, soft=True)
    if known is None or not known.guards:
        return run.evaluate(node.node, state)
    with run.asking():
        return run.evaluate(node.node, state)


def _given(run: Run, node: nodes.Filter, known: Known, base: Value, state: State) -> Value:
    held = _held(run, node, known, base)
    value = replace(base, type=held)
    mind_kinds(run, node.name, value, known.takes, node.lineno)
    if node.name in NEED_ALL:
        mind_lazy(run, value, node.lineno, f"`{node.name}`")
    arguments = _arguments(run, node, state)
    for argument in arguments if node.name == "format" else ():
        mind_print(run, argument, node.lineno)
    special = LISTS.get(node.name)
    if special is not None:
        return special(Given(run, node, value, arguments, state))
    if known.result is not None:
        return Value(known.result, None, base.where)
    if node.name in _WORDED:
        return Value(_worded(held, _WORDED[node.name]), None, base.where, base.soft)
    return Value(given(known.gives), None, base.where, base.soft)


def _held(run: Run, node: nodes.Filter, known: Known, base: Value) -> Type:
    """Insist on a value, unless the filter takes a missing one for an empty list."""
    if known.guards:
        return base.type
    if node.name in _TAKE_MISSING and run.world.undefined != "strict":
        rest = base.type.without(Missing)
        return rest if rest.alternatives else Type((Listing(settled(NEVER)),))
    return need(run, base, node.lineno, "filter")


_TAKE_MISSING = frozenset(["map", "select", "reject", "selectattr", "rejectattr"])


def _worded(known: Type, change: Callable[[str], str]) -> Type:
    """Change every word of a list of words."""
    texts = [a for a in known if isinstance(a, Text)]
    if len(texts) != len(known) or not texts or any(a.values is None for a in texts):
        return Type((Text(filled=bool(texts) and all(a.filled for a in texts)),))
    return Type((Text(frozenset(change(v) for a in texts for v in a.values or ())),))


def _arguments(run: Run, node: nodes.Filter, state: State) -> list[Value]:
    values = [run.evaluate(argument, state) for argument in node.args]
    for pair in node.kwargs:
        run.evaluate(pair.value, state)
    return values


def _mind_names(run: Run, node: nodes.Filter) -> None:
    """Say so where a filter of Jinja is given an argument by a name it does not have."""
    names = named_arguments(node.name)
    for key in [str(pair.key) for pair in node.kwargs]:
        if names is not None and key not in names:
            message = f"the filter `{node.name}` has no argument `{key}`"
            suggestion = meant(key, names)
            run.say("filter-arguments", node.lineno, message, node.name, suggestion)


def mind_count(run: Run, what: str, node: nodes.Filter | nodes.Test, known: Known) -> None:
    """Say so where too few or too many arguments are given."""
    count = len(node.args) + len(node.kwargs)
    if node.dyn_args or node.dyn_kwargs:
        return
    if count < known.least or (known.most is not None and count > known.most):
        wanted = str(known.least)
        if known.most is None:
            wanted += " or more"
        elif known.most != known.least:
            wanted += f" to {known.most}"
        message = f"the {what} `{node.name}` takes {wanted} argument(s), not {count}"
        run.say(f"{what}-arguments", node.lineno, message, node.name)


def _defaulted(run: Run, node: nodes.Filter, base: Value, state: State) -> Value:
    """A default takes the place of what is missing, or of all that counts as false."""
    instead = [run.evaluate(argument, state) for argument in node.args[:1]]
    falsy_too = _falsy_too(node)
    kept = truthy(base.type) if falsy_too else base.type.without(Missing)
    types = [kept, as_it_stands(run, instead[0].type) if instead else _EMPTY]
    where = base.where or (instead[0].where if instead else "")
    return Value(union(types), None, where, base.soft)


_EMPTY = Type((Text(frozenset({""})),))


def _falsy_too(node: nodes.Filter) -> bool:
    flags = [*node.args[1:2], *(pair.value for pair in node.kwargs if pair.key == "boolean")]
    return any(isinstance(flag, nodes.Const) and bool(flag.value) for flag in flags)
