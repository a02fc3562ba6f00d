"""One line of the board: the case, what is next, and how many working days are left."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from sgdocs.casefile import Case
from sgdocs.dates import WorkingCalendar
from sgdocs.schedule import Role, Row, Status

__all__ = ["Answers", "Colour", "Entry", "Summary", "entry_on", "mark_of", "summarise"]

_SOON = 2
_OPEN = frozenset({Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON, Status.FUTURE})


class Colour(StrEnum):
    """A case's standing; always shown with its word and shape."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Answers:
    """How the answers of the agencies that were asked stand."""

    returned: int
    nil_returns: int
    not_received: int
    late: int
    """Of those not received, the ones whose day has passed."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the index keeps of a case: nothing here names a person in it."""

    reference: str
    procedure: str
    stage: str
    last_record: str
    """The latest moment in it, as text that sorts; before that moment it has to be read anew."""
    next_step: str
    next_title: str
    next_due: int
    dues: tuple[int, ...]
    error: str = ""
    restricted_to: tuple[str, ...] = ()
    """Who may see the case, where it is not for everybody, each as a mark in place of the name."""
    returned: int = 0
    nil_returns: int = 0
    awaited: tuple[int, ...] = ()
    """The days by which the agencies that have not answered were to; 0 where none was set."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A case on the board on a day."""

    path: str
    reference: str
    procedure: str
    stage: str
    colour: Colour
    overdue: int
    due_today: int
    next_title: str
    next_due: date | None
    working_days_left: int | None
    error: str
    restricted_to: tuple[str, ...]
    answers: Answers


def mark_of(name: str) -> str:
    """Mark somebody who may see a restricted case, without naming them."""
    return sha256(name.encode()).hexdigest()[:16]


def summarise(case: Case, stage: str, last_record: str, rows: Iterable[Row]) -> Summary:
    """Keep what the board needs of a schedule: the binding dates still open."""
    still = sorted(
        (r for r in rows if r.role is Role.BINDING and r.status in _OPEN and r.send_by),
        key=lambda r: (r.due or date.max, r.step),
    )
    first = still[0] if still else None
    named = f"{first.title} ({first.instance.label})" if first and first.instance else ""
    return Summary(
        reference=case.reference,
        procedure=case.procedure,
        stage=stage,
        last_record=last_record,
        next_step=first.step if first else "",
        next_title=named or (first.title if first else ""),
        next_due=first.send_by.toordinal() if first and first.send_by else 0,
        dues=tuple(sorted(r.due.toordinal() for r in still if r.due)),
        restricted_to=tuple(map(mark_of, case.get("case.restricted_to", ()))),
    )


def entry_on(path: str, summary: Summary, as_of: date, calendar: WorkingCalendar) -> Entry:
    """Say where a summarised case stands on a day."""
    today = as_of.toordinal()
    overdue = bisect_left(summary.dues, today)
    due = date.fromordinal(summary.next_due) if summary.next_due else None
    left = calendar.between(as_of, due) if due else None
    return Entry(
        path=path,
        reference=summary.reference,
        procedure=summary.procedure,
        stage=summary.stage,
        colour=_colour(summary, overdue, left),
        overdue=overdue,
        due_today=bisect_left(summary.dues, today + 1) - overdue,
        next_title=summary.next_title,
        next_due=due,
        working_days_left=left,
        error=summary.error,
        restricted_to=summary.restricted_to,
        answers=Answers(
            summary.returned,
            summary.nil_returns,
            len(summary.awaited),
            sum(0 < due < today for due in summary.awaited),
        ),
    )


def _colour(summary: Summary, overdue: int, left: int | None) -> Colour:
    if summary.error:
        return Colour.UNREADABLE
    if overdue:
        return Colour.RED
    return Colour.AMBER if left is not None and left <= _SOON else Colour.GREEN
