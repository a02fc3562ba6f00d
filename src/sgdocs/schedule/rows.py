"""One dated line of a schedule, with the reason for its date."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sgdocs.dates import Skipped
from sgdocs.procedure import Source

__all__ = ["Instance", "Role", "Row", "Status", "Why"]


class Role(StrEnum):
    """What kind of date a row carries."""

    BINDING = "binding"
    ALTERNATIVE = "alternative_reading"
    ADVISORY = "advisory"
    EXPECTATION = "expectation"
    WINDOW_START = "window_start"
    MINIMUM = "minimum_period"
    WHAT_IF = "what_if"
    NO_LIMIT = "no_time_limit"


class Status(StrEnum):
    """Where a row stands on the day it was asked about."""

    DONE = "done_on_time"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    FUTURE = "future"
    DONE_NO_LIMIT = "done_no_limit"
    NO_DEADLINE = "no_deadline"
    WAITING = "waiting_no_anchor"
    NOT_APPLICABLE = "not_applicable"

    @property
    def colour(self) -> str:
        """Give the board's colour; never shown without its word and shape."""
        if self is Status.OVERDUE:
            return "red"
        return "amber" if self in (Status.DUE_TODAY, Status.DUE_SOON) else "green"


@dataclass(frozen=True, slots=True)
class Why:
    """How a date was reached, so that nobody has to count it again."""

    anchor: str
    anchor_title: str
    anchor_date: date | None
    anchor_planned: bool
    counted: str
    skipped: tuple[Skipped, ...]
    source: Source
    procedure_version: str
    calendar_edition: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instance:
    """The agency, child, action or meeting a row is for; the label holds no child's name."""

    kind: str
    id: str
    label: str

    @property
    def key(self) -> str:
        """Name it among all instances."""
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True, slots=True)
class Row:
    """One step, for one instance, by one reading."""

    step: str
    title: str
    responsible: str
    artefacts: tuple[str, ...]
    recipients: tuple[str, ...]
    instance: Instance | None
    role: Role
    earliest: date | None
    due: date | None
    send_by: date | None
    time_of_day: str
    planned: date | None
    actual: date | None
    status: Status
    working_days_left: int | None
    why: Why
    reading: str = ""
    warnings: tuple[str, ...] = field(default=())

    @property
    def is_reading(self) -> bool:
        """Say whether it is another reading of a date, or a date that is only tried."""
        return self.role in (Role.ALTERNATIVE, Role.WHAT_IF)

    @property
    def is_open(self) -> bool:
        """Say whether it should be done now: it is due, or what it follows has happened."""
        follows = self.why.anchor_planned or self.why.anchor_date is None
        return self.is_due or (self.status is Status.NO_DEADLINE and not follows)

    @property
    def is_due(self) -> bool:
        """Say whether it must be done today, or should have been before."""
        return self.status in (Status.OVERDUE, Status.DUE_TODAY)
