"""Working days counted by the rules every schedule uses: the day of the event is day 0."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sgdocs.dates.edition import Edition
from sgdocs.dates.table import FIRST_DAY, LAST_DAY, DayTable, table_of
from sgdocs.dates.words import day_name
from sgdocs.errors import InputRefused

__all__ = ["Closure", "Skipped", "WorkingCalendar"]

_START = FIRST_DAY.toordinal()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day with a name that explains it: a bank holiday, Saturday, a local closure."""

    date: date
    name: str


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which a local office is shut; they are shown, but never move a statutory date."""

    first: date
    last: date
    title: str

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InputRefused(
                "A local closure ends before it begins.",
                remedy="Put its first and last day in order.",
            )


@dataclass(frozen=True)  # no slots: the table of days is kept on the calendar once it is needed
class WorkingCalendar:
    """Monday to Friday without the edition's bank holidays.

    Outside the days the edition is confirmed for, the same rule goes on with what is listed, and
    `confirmed` says so. A day before 1990 or after 2100 is refused.
    """

    edition: Edition
    closures: tuple[Closure, ...] = ()

    def is_working_day(self, day: date) -> bool:
        """Say whether a day counts."""
        place = _place(day)
        return self._table.before[place] < self._table.before[place + 1]

    def add(self, day: date, n: int) -> date:
        """Give the n-th working day after a day, which is day 0 and need not be a working day.

        For n = 0 it is the day itself or, if that is not a working day, the next one; a negative n
        counts back.
        """
        if n < 1:
            return self.subtract(day, -n) if n else self.on_or_after(day)
        place = day.toordinal() - _START
        if place < 0:
            raise _beyond()
        table = self._table
        try:
            return date.fromordinal(table.working[table.before[place + 1] + n - 1])
        except IndexError:
            raise _beyond() from None

    def subtract(self, day: date, n: int) -> date:
        """Give the n-th working day before a day: “no later than n working days before”.

        For n = 0 it is the day itself or, if that is not a working day, the last one before it; a
        negative n counts on.
        """
        if n < 1:
            return self.add(day, -n) if n else self.on_or_before(day)
        index = self._table.before[_place(day)] - n
        if index < 0:
            raise _beyond()
        return date.fromordinal(self._table.working[index])

    def next_working_day(self, day: date) -> date:
        """Give the first working day after a day."""
        return self.add(day, 1)

    def on_or_after(self, day: date) -> date:
        """Give the day itself if it is a working day, otherwise the next one."""
        return day if self.is_working_day(day) else self.add(day, 1)

    def on_or_before(self, day: date) -> date:
        """Give the day itself if it is a working day, otherwise the last one before it."""
        return day if self.is_working_day(day) else self.subtract(day, 1)

    def between(self, start: date, end: date) -> int:
        """Count the working days from a day (day 0) to another, below zero when counting back.

        The first day never counts and the last one does if it is a working day. So for n of 1 or
        more `between(a, add(a, n))` is n and `between(a, subtract(a, n))` is -n, from any day.
        """
        before = self._table.before
        far, near = _place(end), _place(start)
        if far >= near:
            return before[far + 1] - before[near + 1]
        return before[far] - before[near]

    def skipped(self, start: date, end: date) -> tuple[Skipped, ...]:
        """List, oldest first, the days `between` passed over, each with its name."""
        titles = self._table.titles
        return tuple(
            Skipped(day, titles.get(day) or day_name(day))
            for day in _passed(start, end)
            if not self.is_working_day(day)
        )

    def closures_hit(self, start: date, end: date) -> tuple[Skipped, ...]:
        """List, oldest first, the working days counted by `between` on which the office is shut."""
        return tuple(
            Skipped(day, closure.title)
            for day in _passed(start, end)
            if (closure := self._closure_on(day)) and self.is_working_day(day)
        )

    def confirmed(self, day: date) -> bool:
        """Say whether the edition's bank holidays are settled for a day."""
        return self.edition.confirmed_from <= day <= self.edition.confirmed_to

    @cached_property
    def _table(self) -> DayTable:
        return table_of(self.edition)

    def _closure_on(self, day: date) -> Closure | None:
        return next((c for c in self.closures if c.first <= day <= c.last), None)


def _place(day: date) -> int:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise _beyond()
    return day.toordinal() - _START


def _passed(start: date, end: date) -> Iterator[date]:
    near, far = _place(start) + _START, _place(end) + _START
    return map(date.fromordinal, range(near + 1, far + 1) if far >= near else range(far, near))


def _beyond() -> InputRefused:
    return InputRefused(
        "Working days can only be counted from 1990 to 2100.",
        remedy="Check the year of each date.",
    )
