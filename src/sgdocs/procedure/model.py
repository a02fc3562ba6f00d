"""What a procedure is: steps with their timing, readings, conditions and sources, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from sgdocs.expressions import Condition as Expression
from sgdocs.expressions import compile_condition, condition_from
from sgdocs.procedure.timing import Duty, Reading, Source, Timing

__all__ = [
    "Caution",
    "Choice",
    "Condition",
    "Event",
    "LookBack",
    "Menu",
    "Procedure",
    "RoleName",
    "Step",
]


@dataclass(frozen=True, slots=True)
class Caution:
    """What is said of a step while a condition holds and it is not done."""

    condition: str
    says: str


@dataclass(frozen=True, slots=True)
class Step:
    """One timed or ordered act."""

    id: str
    title: str
    responsible: str
    action: str
    duty: Duty
    timing: Timing
    source: Source
    version: str
    binds_earliest: bool
    readings: tuple[Reading, ...]
    when: tuple[str, ...]
    each: str
    option_menu: str
    option_choice: str
    marks: str
    call_kind: str
    artefacts: tuple[str, ...]
    recipients: tuple[str, ...]
    also_in: tuple[Source, ...]
    timeline: tuple[str, ...]
    notes: tuple[str, ...]
    warns: tuple[str, ...]
    cautions: tuple[Caution, ...]
    announces: str

    @property
    def sends(self) -> bool:
        """Say whether the step sends its papers to somebody."""
        return self.action in ("send", "tell", "publish") and bool(self.artefacts)


@dataclass(frozen=True)  # without slots: what is made of it on first use is kept in it
class Condition:
    """A named test on the facts."""

    name: str
    title: str
    test: str
    undecided: str
    ask: str
    holds: bool = False
    """True where steps wait while it is undecided."""
    trees: Mapping[str, object] = field(default_factory=dict, repr=False, compare=False)
    """Plain forms by source, so far as they were remembered."""

    @cached_property
    def ready_test(self) -> Expression:
        """Give the test, ready to be asked."""
        return self._ready(self.test)

    @cached_property
    def ready_undecided(self) -> Expression:
        """Give the question whether it is undecided, ready to be asked."""
        return self._ready(self.undecided or "false")

    def _ready(self, source: str) -> Expression:
        if source in self.trees:
            return condition_from(self.trees[source], source, self.name)
        return compile_condition(source, name=self.name)


@dataclass(frozen=True, slots=True)
class Event:
    """A dated thing that steps are counted from."""

    name: str
    title: str
    receipt: bool
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role, and the roles in it where it is a group."""

    id: str
    title: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookBack:
    """How far back an agency's involvement counts."""

    period: int | None
    unit: str
    starts: tuple[str, ...]
    source: Source
    note: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a menu."""

    id: str
    title: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Menu:
    """A list of options the procedure gives."""

    name: str
    title: str
    chosen_by: str
    choices: Mapping[str, Choice]


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure as it stands on a day."""

    id: str
    name: str
    title: str
    version: str
    in_force_from: date
    terms: Mapping[str, str]
    roles: Mapping[str, RoleName]
    events: Mapping[str, Event]
    conditions: Mapping[str, Condition]
    look_back: Mapping[str, LookBack]
    options: Mapping[str, Menu]
    steps: Mapping[str, Step]

    def senders(self, artefact: str) -> frozenset[str]:
        """Give the steps that send a paper."""
        return frozenset(s.id for s in self.steps.values() if s.sends and artefact in s.artefacts)

    def members(self, role: str) -> tuple[str, ...]:
        """Give the roles a role stands for: its members, or itself."""
        known = self.roles.get(role)
        return known.members if known and known.members else (role,)
