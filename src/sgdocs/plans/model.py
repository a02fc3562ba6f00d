"""What would change in a case, and what a person has to decide: plain values, no case content."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sgdocs.redlines import Passage

__all__ = ["CasePlan", "Decision", "Fate", "Moved", "PaperPlan"]


class Fate(StrEnum):
    """What becomes of a paper."""

    CHANGES = "changes"
    APPEARS = "appears"
    DISAPPEARS = "disappears"
    FROZEN = "frozen"


@dataclass(frozen=True, slots=True)
class Moved:
    """A date that is another than when the papers were made, and why."""

    step: str
    title: str
    instance: str
    reading: str
    before: date | None
    after: date | None
    because: tuple[str, ...]
    about: str = ""
    """The short name of the agency, action or person it is for."""
    follows: bool = False
    """True where it moves only because what it is counted from does."""


@dataclass(frozen=True, slots=True)
class PaperPlan:
    """One paper for one person, and what becomes of it."""

    artefact: str
    step: str
    instance: str
    recipient: str
    fate: Fate
    because: tuple[str, ...]
    files: tuple[str, ...]
    only_the_day: bool = False
    """True where it would say the same, and bear the day it is made on."""
    redline: tuple[Passage, ...] = field(default=(), repr=False)
    """The words that change; only where somebody asked for them, since they may name people."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What no rule settles and a person has to decide."""

    kind: str
    step: str
    instance: str
    says: str
    remedy: str
    versions: tuple[str, ...] = ()
    """The versions of the procedure to choose between, the one that holds now first."""


@dataclass(frozen=True, slots=True)
class CasePlan:
    """What would change in one case."""

    reference: str
    file: str
    compared_with: str
    """The pack or the rules it is compared with."""
    moved: tuple[Moved, ...] = ()
    papers: tuple[PaperPlan, ...] = ()
    decisions: tuple[Decision, ...] = ()
    because: tuple[str, ...] = ()
    """What the papers are made from and that is another than when they were made."""
    files: int = 0
    """How many files come out otherwise where every paper says what it said: its PDF, or a mail."""
    fault: str = ""
    """Why nothing can be said of it."""

    @property
    def changes(self) -> bool:
        """Say whether anything would change, or cannot be said."""
        still = (paper for paper in self.papers if paper.fate is not Fate.FROZEN)
        return bool(self.fault or self.moved or self.files or next(still, None))

    @property
    def says_something(self) -> bool:
        """Say whether there is anything to tell of it, be it only that something stays."""
        return bool(self.changes or self.decisions or self.papers)
