"""What stands beside a mark, in words: from the fullest way to say it to the shortest."""

from datetime import date

from sgdocs.dates import short_words
from sgdocs.schedule import Role, Row, Status

__all__ = ["brief_day", "phrases"]

_AHEAD = {
    Role.ADVISORY: "target",
    Role.EXPECTATION: "expected",
    Role.WINDOW_START: "from",
    Role.MINIMUM: "at least until",
}
_PERIODS = (Role.WINDOW_START, Role.MINIMUM)
_ASIDE = {Role.ALTERNATIVE: "other reading", Role.WHAT_IF: "what if"}


def brief_day(day: date) -> str:
    """Write a day where the month and year stand above it anyway: Thu 2 Apr."""
    return short_words(day).rsplit(" ", 1)[0]


def phrases(row: Row) -> tuple[str, ...]:
    """Say where a dated row stands, each time in fewer words."""
    if row.role in _ASIDE:
        return _dated(_ASIDE[row.role], row.due)
    if row.actual is not None:
        return _dated("done late" if row.status is Status.DONE_LATE else "done", row.actual)
    if row.status is Status.OVERDUE:
        return _overdue(row)
    if row.status is Status.DUE_TODAY:
        return _today(row)
    return _ahead(row)


def _dated(word: str, day: date | None) -> tuple[str, ...]:
    return (f"{word} {brief_day(day)}", word) if day else (word,)


def _overdue(row: Row) -> tuple[str, ...]:
    left = -(row.working_days_left or 0)
    days = f" {left} working {'day' if left == 1 else 'days'}" if left > 0 else ""
    wait = "expected" if row.role is Role.EXPECTATION else "due"
    when = f", {wait} {brief_day(row.due)}" if row.due else ""
    return f"overdue{days}{when}", f"overdue{days}", "overdue"


def _today(row: Row) -> tuple[str, ...]:
    if row.due and row.send_by and row.send_by < row.due:
        return f"send today, due {brief_day(row.due)}", "send today"
    return _with_time(f"{_AHEAD.get(row.role, 'due')} today", row)


def _ahead(row: Row) -> tuple[str, ...]:
    wait = _wait(row)
    lead = f"{wait}," if row.status is Status.DUE_SOON and row.role not in _PERIODS else wait
    if row.earliest and row.due:
        return f"{lead} {brief_day(row.earliest)} to {brief_day(row.due)}", wait
    said = (f"{lead} {brief_day(row.due)}", wait) if row.due else (wait,)
    if row.status is Status.NO_DEADLINE:
        return said
    if row.due and row.send_by and row.send_by < row.due:
        return f"{said[0]}, send by {brief_day(row.send_by)}", *said
    if row.planned and row.planned not in (row.due, row.send_by):
        return f"{said[0]}, planned {brief_day(row.planned)}", *said
    return (*_with_time(said[0], row), *said[1:])


def _wait(row: Row) -> str:
    word = _AHEAD.get(row.role, "due")
    if row.role in _PERIODS:
        return word
    if row.status is Status.NO_DEADLINE:
        return f"{word} was"
    return f"{word} soon" if row.status is Status.DUE_SOON else word


def _with_time(said: str, row: Row) -> tuple[str, ...]:
    return (f"{said}, {row.time_of_day}", said) if row.time_of_day else (said,)
