"""Who belongs to a family, as a picture needs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

__all__ = ["Family", "Generation", "Person"]


class Generation(IntEnum):
    """Where in the picture somebody stands, from the top."""

    GRANDPARENTS = 0
    PARENTS = 1
    CHILDREN = 2
    OTHERS = 3


@dataclass(frozen=True, slots=True)
class Person:
    """One member of the family, with the lines that stand under the name."""

    id: str
    name: str
    generation: Generation
    lines: tuple[str, ...]
    """The relationship, then dates and where the person lives."""
    sex: str = "not_known"
    subject: bool = False
    """The report is about this child."""
    died: bool = False
    household: bool = False
    """The person lives with the child."""
    parents: tuple[str, ...] = ()
    """Of a child the report is about: those recorded as its parents."""


@dataclass(frozen=True, slots=True)
class Family:
    """Everybody, in the order of the case, and the words of the picture."""

    people: tuple[Person, ...]
    words: Mapping[str, str]

    def of(self, generation: Generation) -> tuple[Person, ...]:
        """Give a generation: those that lines lead to stand first."""
        here = [p for p in self.people if p.generation is generation]
        return tuple(sorted(here, key=lambda p: not self._tied(p)))

    def _tied(self, person: Person) -> bool:
        return person.subject or any(person.id in child.parents for child in self.people)

    @property
    def ties(self) -> tuple[tuple[tuple[Person, ...], tuple[Person, ...]], ...]:
        """Give each set of parents with the children that have exactly these."""
        by_parents: dict[tuple[str, ...], list[Person]] = {}
        for child in self.people:
            if child.parents:
                by_parents.setdefault(child.parents, []).append(child)
        known = {person.id: person for person in self.people}
        return tuple(
            (tuple(known[p] for p in parents), tuple(children))
            for parents, children in by_parents.items()
        )
