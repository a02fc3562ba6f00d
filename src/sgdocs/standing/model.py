"""What a case stands on, and where it stands: plain values that every later room reads."""

from collections.abc import Mapping
from dataclasses import dataclass

from sgdocs.casefile import Case
from sgdocs.content import Content
from sgdocs.dates import Moment, WorkingCalendar
from sgdocs.facts import Facts
from sgdocs.findings import Finding
from sgdocs.partnership import Partnership
from sgdocs.procedure import Artefact, Procedure, ProcedureBook
from sgdocs.schedule import Row

__all__ = ["Ground", "Scheduled"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a case stands on: its procedure in all versions, its partnership, the calendar."""

    book: ProcedureBook
    partnership: Partnership
    calendar: WorkingCalendar
    artefacts: Mapping[str, Artefact]
    """Every paper there is, by its id."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A case's schedule on a day, with what it was made from."""

    case: Case
    ground: Ground
    facts: Facts
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    as_of: Moment
    content: Content
    notices: tuple[str, ...]
    """What concerns the whole case, such as who leads where several areas are involved."""

    @property
    def procedure(self) -> Procedure:
        """Give the procedure in force on the day asked about."""
        return self.ground.book.in_force(self.as_of.day)

    @property
    def marking(self) -> str:
        """Give the protective marking of the case's papers."""
        marking: str = self.case.get("case.marking", self.ground.partnership.settings.marking)
        return marking
