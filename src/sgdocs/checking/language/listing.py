"""The filters that take lists: what is in the list they give."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from jinja2 import nodes

from sgdocs.checking.language.asking import asked
from sgdocs.checking.language.comparing import mind_equal
from sgdocs.checking.language.constants import only_these, without_these
from sgdocs.checking.language.fields import field
from sgdocs.checking.language.laziness import ONE_BY_ONE
from sgdocs.checking.language.needing import need
from sgdocs.checking.language.printing import mind_print
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State, Value
from sgdocs.checking.language.suiting import given, mind_kinds
from sgdocs.checking.language.ways import NOT_CONSTANT, constant, constants
from sgdocs.checking.language.words import meant
from sgdocs.checking.types.alternatives import (
    ANY,
    Anything,
    Listing,
    Missing,
    Number,
    Record,
    Text,
    Type,
    settled,
)
from sgdocs.checking.types.narrowing import entry_of, falsy, narrowed, truthy
from sgdocs.checking.types.sets import union

__all__ = ["LISTS", "Given", "pairs_of"]


@dataclass(frozen=True, slots=True)
class Given:
    """A filter at work: what it is given, and where."""

    run: Run
    node: nodes.Filter
    base: Value
    arguments: list[Value]
    state: State

    @property
    def line(self) -> int:
        """Give the line of the filter."""
        return self.node.lineno

    @property
    def entry(self) -> Value:
        """Give what each entry of the list is."""
        types = [
            union((a.item.get(), *(f.get() for f in a.first)))
            for a in self.base.type
            if isinstance(a, Listing)
        ]
        known = union(types) if types else ANY
        return Value(known, None, self.base.entry_where, self.base.soft)

    @property
    def least(self) -> int:
        """Give how many entries there are at least."""
        return min((a.least for a in self.base.type if isinstance(a, Listing)), default=0)

    def word(self, position: int, name: str = "") -> str:
        """Give an argument that is written out as a word."""
        node = self.argument(position, name)
        value = constant(node) if node is not None else None
        return value if isinstance(value, str) else ""

    def argument(self, position: int, name: str = "") -> nodes.Node | None:
        """Give an argument by position or name."""
        if position < len(self.node.args):
            return self.node.args[position]
        return next((p.value for p in self.node.kwargs if p.key == name), None)

    def listed(self, entry: Type, least: int = 0) -> Value:
        """Give a list of such entries."""
        lazy = self.node.name in ONE_BY_ONE
        whole = Type((Listing(settled(entry), least=least, lazy=lazy),))
        return Value(whole, None, self.base.where, self.base.soft, self.base.each)


def along(at: Given, path: str, entry: Value | None = None) -> Value:
    """Follow a dotted path into each entry."""
    value = at.entry if entry is None else entry
    for step in path.split("."):
        if not step.isdecimal():
            value = field(at.run, value, step, at.line, at.state)
    return value


def _first(at: Given) -> Value:
    if at.base.type.has(Anything):
        return Value(ANY)
    lists = [a for a in at.base.type if isinstance(a, Listing)]
    if not lists:
        return Value(Type((Text(),)))
    ref = at.base.ref.then(0) if at.base.ref and len(lists) == len(at.base.type) else None
    return Value(union(entry_of(a, 0) for a in lists), ref, at.entry.where, at.base.soft)


def _last(at: Given) -> Value:
    return replace(_first(at), ref=None)


def _extreme(at: Given) -> Value:
    _mind_order(at, at.word(1, "attribute"))
    return replace(_first(at), ref=None)


def _same(at: Given) -> Value:
    return at.listed(at.entry.type, at.least)


def _unique(at: Given) -> Value:
    if path := at.word(1, "attribute"):
        along(at, path)
    elif at.entry.type.has(Record, Listing) and not at.entry.type.has(Anything):
        _misused(at, "entries that are objects or lists")
    return _same(at)


def _sorted(at: Given) -> Value:
    _mind_order(at, at.word(2, "attribute"))
    return _same(at)


def _sorted_by(at: Given) -> Value:
    _mind_order(at, at.word(0))
    return _same(at)


def _mind_order(at: Given, path: str) -> None:
    """Say so where entries cannot be put in order."""
    for each in path.split(",") if path else [""]:
        value = along(at, each) if each else at.entry
        known = need(at.run, value, at.line, "operand")
        if known.has(Record, Listing) and not known.has(Anything):
            _misused(at, "objects or lists, which have no order; name an attribute")


def _misused(at: Given, what: str) -> None:
    message = f"`{at.node.name}` is given {what}"
    at.run.say("filter-misuse", at.line, message, at.base.where)


def _grouped(at: Given) -> Value:
    path = at.word(0, "attribute")
    group = along(at, path) if path else Value(ANY)
    if at.argument(1, "default") is None:
        known = need(at.run, group, at.line, "operand")
    else:
        known = union((group.type.without(Missing), ANY))
    inner = Type((Listing(settled(at.entry.type), least=1),))
    fields = {"grouper": known, "list": inner, "0": known, "1": inner}
    whole = Record({name: settled(t) for name, t in fields.items()}, written=True)
    return at.listed(Type((whole,)), at.least)


def _mapped(at: Given) -> Value:
    path = at.word(99, "attribute")
    if path:
        value = along(at, path)
        instead = at.argument(99, "default")
        known = value.type if instead is None else union((value.type.without(Missing), ANY))
        return _with_where(at.listed(known, at.least), value.where)
    name = at.word(0)
    known_filter = at.run.world.filters.get(name)
    if name and known_filter is None:
        suggestion = meant(name, at.run.world.filters)
        at.run.say("unknown-filter", at.line, f"there is no filter `{name}`", name, suggestion)
    if known_filter is None:
        return at.listed(ANY, at.least)
    need(at.run, at.entry, at.line, "filter")
    mind_kinds(at.run, name, at.entry, known_filter.takes, at.line)
    return at.listed(known_filter.result or given(known_filter.gives), at.least)


def _with_where(value: Value, where: str) -> Value:
    return replace(value, where=where, each=True)


def _plucked(at: Given) -> Value:
    value = along(at, at.word(0)) if at.word(0) else Value(ANY)
    return _with_where(at.listed(value.type, at.least), value.where)


def _selected(at: Given) -> Value:
    _mind_choice(at, at.entry, 0)
    return at.listed(_chosen(at, (), 0, holds=at.node.name == "select"))


def _selected_by(at: Given) -> Value:
    path = at.word(0)
    if not path:
        return at.listed(at.entry.type)
    value = along(at, path)
    steps = tuple(path.split("."))
    _mind_choice(at, value, 1)
    if at.word(1) and at.word(1) not in at.run.world.tests:
        return at.listed(ANY)
    return at.listed(_chosen(at, steps, 1, holds=at.node.name == "selectattr"))


def _mind_choice(at: Given, value: Value, position: int) -> None:
    name = at.word(position)
    if name and name not in at.run.world.tests:
        suggestion = meant(name, at.run.world.tests)
        at.run.say("unknown-test", at.line, f"there is no test `{name}`", name, suggestion)
    wanted = at.argument(position + 1)
    if name in _EQUAL and wanted is not None:
        mind_equal(at.run, (at.node, value), (wanted, at.arguments[position + 1]), at.line)
    elif name == "in" and isinstance(wanted, (nodes.List, nodes.Tuple)):
        for part in wanted.items:
            soft = Value(ANY, soft=True)
            mind_equal(at.run, (at.node, value), (part, soft), at.line)


_EQUAL = ("eq", "equalto", "==", "ne", "!=", "sameas")


def _chosen(at: Given, steps: tuple[str, ...], position: int, *, holds: bool) -> Type:
    """Give what the entries that pass a test may be."""
    name, wanted = at.word(position), at.argument(position + 1)
    change = _change(at, name, wanted, holds=holds)
    if change is None:
        return at.entry.type
    return narrowed(at.entry.type, steps, change) or ANY


def _change(
    at: Given, name: str, wanted: nodes.Node | None, *, holds: bool
) -> Callable[[Type], Type] | None:
    if not name:
        return truthy if holds else falsy
    if wanted is None:
        return asked(nodes.Test(at.node, name, [], [], None, None), holds=holds)
    values = constants(wanted) if name == "in" else [constant(wanted)]
    if values is None or NOT_CONSTANT in values or name not in (*_EQUAL, "in"):
        return None
    if holds is (name not in ("ne", "!=")):
        return lambda known: only_these(known, values)
    return lambda known: without_these(known, values)


def _where(at: Given) -> Value:
    if not at.word(0) or len(at.node.args) < 2:
        return _same(at)
    value = along(at, at.word(0))
    mind_equal(at.run, (at.node, value), (at.node.args[1], at.arguments[1]), at.line)
    wanted = constant(at.node.args[1])
    if wanted is NOT_CONSTANT:
        return at.listed(at.entry.type)
    steps = (at.word(0),)
    return at.listed(narrowed(at.entry.type, steps, lambda t: only_these(t, [wanted])) or ANY)


def _non_empty(at: Given) -> Value:
    return at.listed(truthy(at.entry.type))


def mind_items(at: Given) -> None:
    """Say so where the entries to be put in a row are not words."""
    path = at.word(1, "attribute") if at.node.name == "join" else ""
    entry = along(at, path) if path else at.entry
    if entry.type.has(Record, Listing) and not entry.type.has(Anything):
        _misused(at, "objects or lists, which would be printed in brackets")
    elif not at.base.type.has(Text):
        mind_print(at.run, entry, at.line)


def _joined(at: Given) -> Value:
    if at.base.type.has(Listing):
        mind_items(at)
    return Value(Type((Text(),)), None, at.base.where, at.base.soft)


def _summed(at: Given) -> Value:
    path = at.word(0, "attribute")
    value = along(at, path) if path else at.entry
    known = need(at.run, value, at.line, "operand")
    if not known.has(Anything, Number) and known.alternatives and not at.node.args[1:]:
        _misused(at, "entries that are no numbers")
    return Value(Type((Number(),)), None, at.base.where)


def _batched(at: Given) -> Value:
    return at.listed(at.listed(at.entry.type, 1).type, at.least)


def pair(one: Type, other: Type) -> Type:
    """Give the type of two values that can be taken apart."""
    fields = {"0": settled(one), "1": settled(other)}
    return Type((Record(fields, written=True),))


def pairs_of(known: Type) -> Type:
    """Give the type of an object’s names with their values."""
    records = [a for a in known if isinstance(a, Record)]
    if not records:
        return Type((Listing(settled(pair(ANY, ANY))),))
    values = [later.get().without(Missing) for r in records for later in r.fields.values()]
    values += [r.rest.get() for r in records if r.rest is not None]
    values += [later.get() for r in records for _, later in r.patterns]
    value = union(values) if values else ANY
    return Type((Listing(settled(pair(Type((Text(filled=True),)), value))),))


def _paired(at: Given) -> Value:
    return Value(pairs_of(at.base.type), None, at.base.where)


def _attr(at: Given) -> Value:
    return along(at, at.word(0), at.base) if at.word(0) else Value(ANY)


LISTS: dict[str, Callable[[Given], Value]] = {
    **dict.fromkeys(("first",), _first),
    **dict.fromkeys(("last", "random"), _last),
    **dict.fromkeys(("min", "max"), _extreme),
    **dict.fromkeys(("list", "reverse"), _same),
    **dict.fromkeys(("select", "reject"), _selected),
    **dict.fromkeys(("selectattr", "rejectattr"), _selected_by),
    **dict.fromkeys(("batch", "slice"), _batched),
    **dict.fromkeys(("dictsort", "items"), _paired),
    "unique": _unique,
    "sort": _sorted,
    "sort_by": _sorted_by,
    "groupby": _grouped,
    "map": _mapped,
    "pluck": _plucked,
    "where": _where,
    "non_empty": _non_empty,
    "join": _joined,
    "and_list": _joined,
    "sum": _summed,
    "attr": _attr,
}
