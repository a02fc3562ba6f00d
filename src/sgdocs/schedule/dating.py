"""The arithmetic of one timing: from the day it is counted from to the day it is due, in words."""

from dataclasses import dataclass
from datetime import date, timedelta

from sgdocs.dates import Skipped, WorkingCalendar, add_months, words
from sgdocs.procedure import Direction, Limit, Timing, Unit

__all__ = ["Dated", "date_by"]

_UNIT_WORDS = {
    Unit.WORKING_DAYS: ("working day", "working days"),
    Unit.CALENDAR_DAYS: ("calendar day", "calendar days"),
    Unit.WEEKS: ("week", "weeks"),
    Unit.MONTHS: ("month", "months"),
}
_WEEKEND = 5
# These are not sent by a day: how far something reaches, or an act of the same day.
_AS_THEY_FALL = frozenset({Limit.AT_LEAST, Limit.WINDOW_START, Limit.SAME_DAY})


@dataclass(frozen=True, slots=True)
class Dated:
    """A due date, and how it was counted."""

    due: date
    earliest: date | None
    send_by: date
    counted: str
    skipped: tuple[Skipped, ...]


def date_by(timing: Timing, anchor: date, calendar: WorkingCalendar) -> Dated:
    """Count from the anchor to the due date; a timing without a limit has none and is not asked."""
    offset = timing.offset or 0
    due = _count(timing, anchor, offset, calendar)
    earliest = None
    if timing.earliest_offset is not None:
        earliest = _count(timing, anchor, timing.earliest_offset, calendar)
    send_by = due if timing.limit in _AS_THEY_FALL else calendar.on_or_before(due)
    return Dated(
        due,
        earliest,
        send_by,
        _words(timing, anchor, due, calendar),
        _holidays(timing, anchor, due, calendar),
    )


def _count(timing: Timing, anchor: date, offset: int, calendar: WorkingCalendar) -> date:
    back = timing.direction is Direction.BEFORE
    if timing.unit is Unit.WORKING_DAYS:
        return calendar.subtract(anchor, offset) if back else calendar.add(anchor, offset)
    signed = -offset if back else offset
    if timing.unit is Unit.MONTHS:
        return add_months(anchor, signed)
    return anchor + timedelta(days=signed * (7 if timing.unit is Unit.WEEKS else 1))


def _holidays(
    timing: Timing, anchor: date, due: date, calendar: WorkingCalendar
) -> tuple[Skipped, ...]:
    if timing.unit is not Unit.WORKING_DAYS:
        return ()
    passed = calendar.skipped(anchor, due)
    return tuple(day for day in passed if day.date.weekday() < _WEEKEND)


def _words(timing: Timing, anchor: date, due: date, calendar: WorkingCalendar) -> str:
    offset = timing.offset or 0
    if offset == 0:
        return _same_day(anchor, due)
    one, many = _UNIT_WORDS[timing.unit]
    amount = f"{offset} {one if offset == 1 else many}"
    if timing.earliest_offset is not None:
        amount = f"{timing.earliest_offset} to {amount}"
    text = f"{amount} {timing.direction} {words(anchor)}"
    if timing.unit is Unit.WORKING_DAYS and timing.direction is Direction.AFTER:
        counted = f"{_day_one(anchor, calendar)}, and day {offset} is {words(due)}."
        return f"{text}, which is day 0; {counted}"
    return f"{text}: {words(due)}."


def _day_one(anchor: date, calendar: WorkingCalendar) -> str:
    first = f"day 1 is {words(calendar.add(anchor, 1))}"
    return first if calendar.is_working_day(anchor) else f"it is not a working day; {first}"


def _same_day(anchor: date, due: date) -> str:
    if anchor == due:
        return f"The same day, {words(due)}."
    return f"{words(anchor)} is not a working day, so {words(due)}."
