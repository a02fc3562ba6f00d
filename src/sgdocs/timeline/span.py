"""Which days get a column each: the busiest five weeks; what lies before and after is listed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sgdocs.timeline.lines import Line, Mark

__all__ = ["Placed", "Span", "place"]

MOST_DAYS = 35
_FEWEST_DAYS = 14
_WEIGHT_OF_TODAY = 3
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> tuple[date, ...]:
        """Give every day of it."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=n) for n in range(count))


@dataclass(frozen=True, slots=True)
class Placed:
    """The lines that stand on the days, and those before and after them."""

    span: Span
    earlier: tuple[Line, ...]
    inside: tuple[Line, ...]
    later: tuple[Line, ...]


def place(lines: Iterable[Line], as_of: date) -> Placed:
    """Choose the days, and put each line where it belongs."""
    every = tuple(lines)
    span = _span([day for line in every for day in line.days], as_of)
    parts = [part for line in every for part in _parts(line, span)]
    return Placed(
        span,
        tuple(p for p in parts if p.day < span.first),
        tuple(p for p in parts if p.day in span),
        tuple(p for p in parts if p.day > span.last),
    )


def _span(days: Sequence[date], as_of: date) -> Span:
    """Take the stretch with most marks, a day to spare on each side, and today if it is near."""
    first = _busiest(sorted(days), as_of)
    held = [d for d in days if d in _reach(first)]
    last = max(held, default=as_of)
    span = Span(first - _DAY, max(last + _DAY, first + (_FEWEST_DAYS - 2) * _DAY))
    with_today = Span(min(span.first, as_of), max(span.last, as_of))
    return with_today if len(with_today.days) <= MOST_DAYS else span


def _busiest(days: Sequence[date], as_of: date) -> date:
    def weight(first: date) -> int:
        reach = _reach(first)
        return sum(d in reach for d in days) + (_WEIGHT_OF_TODAY if as_of in reach else 0)

    return max(sorted((*days, as_of)), key=weight)


def _reach(first: date) -> Span:
    return Span(first, first + (MOST_DAYS - 3) * _DAY)


def _parts(line: Line, span: Span) -> Iterable[Line]:
    """Give the line, and a line of its own for each other date that does not stand beside it."""
    near = tuple(o for o in line.others if line.day in span and o.day in span)
    yield replace(line, others=near)
    for other in line.others:
        if other not in near:
            yield replace(
                line,
                title=other.title,
                mark=Mark.OTHER,
                expected=False,
                day=other.day,
                earliest=None,
                due=other.day,
                phrases=(other.phrase,),
                others=(),
            )
