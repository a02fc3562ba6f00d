"""The bank holidays and local closures of the days shown, each name where it touches no other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sgdocs.dates import Holiday, WorkingCalendar
from sgdocs.drawing.lettering import SMALL, shortened
from sgdocs.timeline.span import Span

__all__ = ["NamedDay", "named_days"]

_GAP = 4.0
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A name above the column it belongs to; higher storeys stand above lower ones."""

    day: date
    words: str
    left: float
    right: float
    storey: int = 0


def named_days(
    span: Span, calendar: WorkingCalendar, x: Callable[[date], float], edge: float
) -> tuple[NamedDay, ...]:
    """Give the names to write above the columns, from the last day back to the first."""
    placed: list[NamedDay] = []
    for day, words in sorted(
        (*_holidays(span, calendar), *_closures(span, calendar)), reverse=True
    ):
        shown = shortened(words, SMALL, edge - x(span.first))
        width = SMALL.width(shown) + _GAP
        left = min(x(day) + 3, edge - width)
        name = NamedDay(day, shown, left, left + width)
        placed.append(replace(name, storey=_storey(name, placed)))
    return tuple(placed)


def _storey(name: NamedDay, placed: list[NamedDay]) -> int:
    """Stand above every name to the right that this one would run into."""
    return max((p.storey + 1 for p in placed if p.left < name.right), default=0)


def _holidays(span: Span, calendar: WorkingCalendar) -> Iterator[tuple[date, str]]:
    """Give holidays with no working day between them as one: Christmas Day, Boxing Day."""
    run: list[Holiday] = []
    for holiday in sorted(calendar.edition.holidays, key=lambda h: h.date):
        if holiday.date not in span:
            continue
        if run and calendar.between(run[-1].date, holiday.date):
            yield _as_one(run)
            run = []
        run.append(holiday)
    if run:
        yield _as_one(run)


def _as_one(run: list[Holiday]) -> tuple[date, str]:
    return run[0].date, ", ".join(h.title for h in run)


def _closures(span: Span, calendar: WorkingCalendar) -> Iterator[tuple[date, str]]:
    shut = calendar.closures_hit(span.first - _DAY, span.last)
    for title in dict.fromkeys(s.name for s in shut):
        yield next(s.date for s in shut if s.name == title), f"Office closed: {title}"
