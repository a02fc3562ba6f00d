"""Where a row stands on a day: done, late, overdue, due, to come, waiting."""

from datetime import date

from sgdocs.procedure import Unit
from sgdocs.schedule.anchors import Candidate
from sgdocs.schedule.request import PlanRequest
from sgdocs.schedule.rows import Role, Status

__all__ = ["NEVER_LATE", "standing", "working_days_left"]

_SOON = 2
# A target, a window's first day and a minimum period pass without anything being late.
NEVER_LATE = frozenset({Role.ADVISORY, Role.WINDOW_START, Role.MINIMUM, Role.NO_LIMIT})


def standing(role: Role, actual: date | None, candidate: Candidate, request: PlanRequest) -> Status:
    """Give the status of a row on a day."""
    dated, as_of, calendar = candidate.dated, request.as_of, request.calendar
    if actual is not None:
        return _done(role, actual, dated.due if dated else None)
    if dated is None:
        return _undated(candidate)
    if as_of > dated.due and candidate.anchor.hoped:
        return Status.WAITING  # another body has not done what this follows
    if as_of > dated.due:
        return Status.NO_DEADLINE if role in NEVER_LATE else Status.OVERDUE
    if as_of >= dated.send_by:
        return Status.DUE_TODAY
    soon = calendar.between(as_of, dated.send_by) <= _SOON
    return Status.DUE_SOON if soon else Status.FUTURE


def _done(role: Role, actual: date, due: date | None) -> Status:
    if due is None:
        return Status.DONE_NO_LIMIT
    late = actual > due and role not in NEVER_LATE
    return Status.DONE_LATE if late else Status.DONE


def _undated(candidate: Candidate) -> Status:
    if candidate.timing.unit is Unit.NONE:
        return Status.NO_DEADLINE if candidate.anchor.day else Status.WAITING
    return Status.WAITING


def working_days_left(
    send_by: date | None, actual: date | None, request: PlanRequest
) -> int | None:
    """Count the working days to the send-by date; below zero when it has passed."""
    if send_by is None or actual is not None:
        return None
    return request.calendar.between(request.as_of, send_by)
