"""What names stand for at one point of a template, and what is known there."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import nodes

from sgdocs.checking.types.alternatives import Type
from sgdocs.checking.types.narrowing import Step

__all__ = ["Binding", "Case", "Condition", "Names", "Ref", "State", "Value"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A way to a value: a binding by its number, and the steps from there."""

    number: int
    steps: tuple[Step, ...] = ()

    def then(self, step: Step) -> "Ref":
        """Go one step further."""
        return Ref(self.number, (*self.steps, step))


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression gives.

    It is `soft` where the template itself wrote it down. Where it is a list, `where` names the
    list, or already `each` of its entries.
    """

    type: Type
    ref: Ref | None = None
    where: str = ""
    soft: bool = False
    each: bool = False

    @property
    def entry_where(self) -> str:
        """Name each entry of a list."""
        return f"{self.where}[]" if self.where and not self.each else self.where


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """An expression taken to be true or false, with the names it was written with."""

    test: nodes.Node
    names: "Names"
    holds: bool


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """What a name stands for on one of several ways to a point."""

    conditions: tuple[Condition, ...]
    binding: "Binding | None"


@dataclass(frozen=True, slots=True, eq=False)
class Binding:
    """What a name stands for."""

    ref: Ref
    where: str
    kind: str = "set"  # or loop, param, import
    soft: bool = False
    meaning: Condition | None = None
    cases: tuple[Case, ...] = ()


Names = Mapping[str, Binding]


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """Names, and what guards have told of their types."""

    names: Names
    types: Mapping[int, Type]
    context: bool = True  # whether the data are in sight: not in an imported file
    depth: int = 0

    def bind(self, name: str, binding: Binding) -> "State":
        """Let a name stand for something."""
        return State({**self.names, name: binding}, self.types, self.context, self.depth)

    def knowing(self, number: int, known: Type) -> "State":
        """Know more, or something else, of a binding."""
        return State(self.names, {**self.types, number: known}, self.context, self.depth)
