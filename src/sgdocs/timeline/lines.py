"""A schedule's rows as lines of the picture: like rows of many agencies are one, readings aside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sgdocs.schedule import Role, Row, Status
from sgdocs.timeline.heading import Heading
from sgdocs.timeline.wording import phrases

__all__ = ["MANY", "Line", "Mark", "Other", "dated_lines", "folded"]


class Mark(StrEnum):
    """The shape that says where a step stands."""

    DONE = "done"
    DONE_LATE = "done late"
    OVERDUE = "overdue"
    TODAY = "due today"
    SOON = "due soon"
    COMING = "to come"
    PERIOD = "start or end of a period"
    PASSED = "target passed"
    OTHER = "other reading, what-if"


_BY_STATUS = {
    Status.DONE: Mark.DONE,
    Status.DONE_NO_LIMIT: Mark.DONE,
    Status.DONE_LATE: Mark.DONE_LATE,
    Status.OVERDUE: Mark.OVERDUE,
    Status.DUE_TODAY: Mark.TODAY,
    Status.DUE_SOON: Mark.SOON,
    Status.FUTURE: Mark.COMING,
    Status.NO_DEADLINE: Mark.PASSED,
}
# With a space that does not break, so that the number never stands on a line of its own.
MANY = "\N{NO-BREAK SPACE}×"
_LONGEST_NUMBER = 9
_PERIODS = frozenset({Role.WINDOW_START, Role.MINIMUM})


@dataclass(frozen=True, slots=True)
class Other:
    """Another date of the same step: by another reading, or on trial."""

    day: date
    phrase: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the picture; `phrases` say where it stands, the fullest first."""

    step: str
    title: str
    who: str
    papers: tuple[str, ...]
    mark: Mark
    expected: bool
    day: date
    earliest: date | None
    due: date | None
    phrases: tuple[str, ...]
    others: tuple[Other, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        """Give the numbers of its forms, by which an office speaks of them: SCSI-5, SCSI-6."""
        numbered = (p for p in self.papers if any(map(str.isdigit, p)))
        return tuple(p for p in numbered if len(p) <= _LONGEST_NUMBER)

    @property
    def days(self) -> tuple[date, ...]:
        """Give every day that something of the line stands on."""
        return tuple(filter(None, (self.day, self.earliest, *(o.day for o in self.others))))


def dated_lines(rows: Iterable[Row], heading: Heading) -> tuple[Line, ...]:
    """Give a line for each step that has a date, in the order of the schedule."""
    groups = [g for g in folded(rows) if _day(g[0])]
    main = [g for g in groups if not g[0].is_reading]
    aside = [g for g in groups if g[0].is_reading]
    lines = [replace(_line(g, heading), others=_others(g, aside)) for g in main]
    homeless = [g for g in aside if not any(_belongs(g, m) for m in main)]
    return (*lines, *(_line(g, heading) for g in homeless))


def folded(rows: Iterable[Row]) -> tuple[tuple[Row, ...], ...]:
    """Put rows together that differ only in the agency, child or other instance."""
    alike: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        if row.status is not Status.NOT_APPLICABLE:
            alike.setdefault(_likeness(row), []).append(row)
    return tuple(tuple(group) for group in alike.values())


def _likeness(row: Row) -> tuple[object, ...]:
    kind = row.instance.kind if row.instance else ""
    dates = (row.earliest, row.due, row.send_by, row.planned, row.actual)
    return (row.step, row.title, row.responsible, kind, row.role, row.reading, row.status, dates)


def _line(group: Sequence[Row], heading: Heading) -> Line:
    row = group[0]
    day = _day(row)
    if day is None:
        raise ValueError("only a row with a date has a place in the picture")
    return Line(
        step=row.step,
        title=_title(group),
        who=heading.role(row.responsible),
        papers=tuple(heading.paper(p) for p in row.artefacts),
        mark=_mark(row),
        expected=row.role is Role.EXPECTATION,
        day=day,
        earliest=row.earliest,
        due=row.due,
        phrases=phrases(row),
    )


def _title(group: Sequence[Row]) -> str:
    row = group[0]
    many = f"{MANY}{len(group)}" if len(group) > 1 else ""
    one = f": {row.instance.label}" if row.instance and not many else ""
    reading = f" ({row.reading})" if row.is_reading and row.reading else ""
    return f"{row.title}{many}{one}{reading}"


def _mark(row: Row) -> Mark:
    if row.is_reading:
        return Mark.OTHER
    open_period = row.role in _PERIODS and row.actual is None
    return Mark.PERIOD if open_period else _BY_STATUS.get(row.status, Mark.COMING)


def _day(row: Row) -> date | None:
    return row.due if row.is_reading else row.actual or row.due


def _others(group: Sequence[Row], aside: Sequence[Sequence[Row]]) -> tuple[Other, ...]:
    return tuple(
        Other(other[0].due, phrases(other[0])[0], _title(other))
        for other in aside
        if other[0].due and _belongs(other, group)
    )


def _belongs(other: Sequence[Row], group: Sequence[Row]) -> bool:
    here = {row.instance for row in group}
    return other[0].step == group[0].step and all(row.instance in here for row in other)
