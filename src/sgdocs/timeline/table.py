"""Every date in words, row by row, so that nothing is only in the picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sgdocs.dates import short_words
from sgdocs.schedule import Role, Row, Status
from sgdocs.timeline.heading import Heading
from sgdocs.timeline.lines import folded
from sgdocs.timeline.timetable import Timetable
from sgdocs.timeline.undated import undated_groups

__all__ = ["Cells", "dated_cells", "undated_cells"]

_STATUS = {
    Status.DONE: "done",
    Status.DONE_LATE: "done late",
    Status.DONE_NO_LIMIT: "done",
    Status.OVERDUE: "overdue",
    Status.DUE_TODAY: "due today",
    Status.DUE_SOON: "due soon",
    Status.FUTURE: "to come",
}
_ROLE = {
    Role.ADVISORY: "a target, not a limit",
    Role.EXPECTATION: "expected of another body",
    Role.WINDOW_START: "a period starts on this day",
    Role.MINIMUM: "at least until this day",
}
_URGENT = frozenset({Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON, Status.DONE_LATE})


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a table; a strong one asks somebody to act or to explain."""

    words: tuple[str, ...]
    strong: bool = False


def dated_cells(timetable: Timetable) -> tuple[Cells, ...]:
    """Give date, step, who, papers and standing of everything that has a date, by date."""
    groups = [(day, g) for g in folded(timetable.rows) if (day := g[0].due or g[0].actual)]
    groups.sort(key=lambda found: found[0])
    return tuple(
        Cells(
            (_when(g[0], day), *_what(g, timetable.heading), _standing(g[0])),
            g[0].status in _URGENT and not g[0].is_reading,
        )
        for day, g in groups
    )


def undated_cells(timetable: Timetable) -> tuple[Cells, ...]:
    """Give step, who, papers and the reason of everything that has no date."""
    groups = undated_groups(timetable.rows)
    return tuple(Cells((*_what(g, timetable.heading), g[0].why.counted)) for g in groups)


def _when(row: Row, day: date) -> str:
    return (
        f"{short_words(row.earliest)} to {short_words(day)}" if row.earliest else short_words(day)
    )


def _what(group: Sequence[Row], heading: Heading) -> tuple[str, str, str]:
    row = group[0]
    names = "; ".join(r.instance.label for r in group if r.instance)
    title = f"{row.title}: {names}" if names else row.title
    papers = ", ".join(heading.paper(p) for p in row.artefacts)
    return title, heading.role(row.responsible), papers or "none"


def _standing(row: Row) -> str:
    if row.role is Role.WHAT_IF:
        return "What if: a date on trial"
    if row.role is Role.ALTERNATIVE:
        return f"Other reading: {row.reading}" if row.reading else "Other reading"
    words = ", ".join(_remarks(row))
    return words[:1].upper() + words[1:]


def _remarks(row: Row) -> Iterator[str]:
    word = _STATUS.get(row.status, "")
    if row.actual:
        yield f"{word} on {short_words(row.actual)}"
        return
    left = -(row.working_days_left or 0)
    if row.status is Status.OVERDUE and left > 0:
        word = f"{word} by {left} working {'day' if left == 1 else 'days'}"
    yield from filter(None, (word, _ROLE.get(row.role)))
    if row.status is Status.NO_DEADLINE and row.role is Role.ADVISORY:
        yield "the day has passed"
    if row.time_of_day and row.status is not Status.OVERDUE:
        yield row.time_of_day
    if row.due and row.send_by and row.send_by < row.due:
        yield f"send by {short_words(row.send_by)}"
    if row.planned and row.planned not in (row.due, row.send_by):
        yield f"planned for {short_words(row.planned)}"
