"""What the schedule is made from: plain arguments, worked out elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sgdocs.dates import WorkingCalendar
from sgdocs.procedure import Procedure, ProcedureBook
from sgdocs.schedule.rows import Instance

__all__ = ["Done", "EventDates", "InstancePlan", "PlanRequest", "Verdict", "key_of"]


class Verdict(StrEnum):
    """Whether a condition holds."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class EventDates:
    """An event's recorded dates; counting starts from `counts_from`."""

    planned: date | None = None
    actual: date | None = None
    counts_from: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InstancePlan:
    """One agency, action or other thing that steps are repeated for."""

    instance: Instance
    anchors: Mapping[str, date]
    menu: str = ""
    choice: str = ""
    not_before: date | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What is recorded of a step: done, partly done, or planned."""

    on: date | None = None
    planned: date | None = None
    note: str = ""
    sure: bool = True
    """False where the paper that was sent may have been sent for another step."""


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """Everything a schedule needs."""

    book: ProcedureBook
    calendar: WorkingCalendar
    as_of: date
    events: Mapping[str, EventDates]
    instances: Mapping[str, tuple[InstancePlan, ...]]
    verdicts: Mapping[tuple[str, str], Verdict]
    done: Mapping[tuple[str, str], Done]
    versions_chosen: Mapping[str, str]
    routing: tuple[str, ...] = ()

    def verdict(self, condition: str, instance: InstancePlan | None) -> Verdict:
        """Say whether a condition holds, for the instance where it depends on one."""
        general = self.verdicts.get((condition, ""))
        if general is not None or instance is None:
            return general or Verdict.NO
        return self.verdicts.get((condition, key_of(instance)), Verdict.NO)

    def with_event(self, name: str, day: date) -> "PlanRequest":
        """Give the same request with an event on another day, as a trial."""
        trial = EventDates(planned=day)
        return replace(self, events={**self.events, name: trial})

    def procedure_on(self, day: date) -> Procedure:
        """Give the procedure in force on a day."""
        return self.book.in_force(day)


def key_of(plan: InstancePlan | None) -> str:
    """Name an instance among all instances."""
    return plan.instance.key if plan else ""
