"""One case's schedule on one day, sorted for drawing: what has a column, what is listed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sgdocs.dates import WorkingCalendar
from sgdocs.schedule import Role, Row, Status
from sgdocs.timeline.heading import Heading
from sgdocs.timeline.lines import Line, dated_lines
from sgdocs.timeline.span import Placed, place

__all__ = ["Timetable", "timetable"]

_NEAR = timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Timetable:
    """What the picture, its description and the table are made from."""

    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    placed: Placed
    heading: Heading
    calendar: WorkingCalendar
    as_of: date

    @property
    def zero(self) -> date | None:
        """Give the day most dates shown are counted from, where that is half of them and near."""
        span = self.placed.span
        shown = [r.why for r in self.rows if r.role is Role.BINDING and r.due and r.due in span]
        own = [w for w in shown if not w.anchor.startswith("step:")]
        starts = Counter(w.anchor_date for w in own if w.anchor_date)
        day, count = max(starts.items(), key=lambda found: found[1], default=(None, 0))
        near = day and span.first - _NEAR <= day <= span.last
        return day if near and count * 2 >= len(own) else None

    @property
    def notes(self) -> str:
        """Say what the days were taken from, and what is left out."""
        said = [f"Working days: {self.calendar.edition.title}, {self.calendar.edition.label}."]
        out = {r.step for r in self.rows if r.status is Status.NOT_APPLICABLE}
        out -= {r.step for r in self.rows if r.status is not Status.NOT_APPLICABLE}
        if out:
            said.append(
                f"{len(out)} {'step does' if len(out) == 1 else 'steps do'} not apply "
                f"to this case as recorded and {'is' if len(out) == 1 else 'are'} left out."
            )
        return " ".join(said)


def timetable(
    rows: Iterable[Row], heading: Heading, calendar: WorkingCalendar, as_of: date
) -> Timetable:
    """Sort a schedule for drawing."""
    every = tuple(rows)
    lines = dated_lines(every, heading)
    return Timetable(every, lines, place(lines, as_of), heading, calendar, as_of)
