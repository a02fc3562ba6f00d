"""A filter at work on a list: what it is given, and what each entry is."""

from dataclasses import dataclass

from jinja2 import nodes

from sgdocs.checking.language.fields import field
from sgdocs.checking.language.laziness import ONE_BY_ONE
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State, Value
from sgdocs.checking.language.ways import constant
from sgdocs.checking.types.alternatives import (
    ANY,
    Anything,
    Listing,
    Type,
    settled,
)
from sgdocs.checking.types.sets import union

__all__ = ["Given", "along", "misused"]


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
        known = union(types)
        if self.base.type.has(Anything) or not known.alternatives:
            known = ANY
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


def misused(at: Given, what: str) -> None:
    message = f"`{at.node.name}` is given {what}"
    at.run.say("filter-misuse", at.line, message, at.base.where)
