"""Find the long silences in the time asked about."""

from collections.abc import Iterator, Sequence
from datetime import date

from sgdocs.chronology.model import Event, Silence
from sgdocs.dates import parse_known_day

__all__ = ["silences"]

_A_MONTH = 31  # days: what is known only by its year breaks no silence

_Days = tuple[date, date]


def silences(
    events: Sequence[Event], period: tuple[date | None, date | None], least: int
) -> tuple[Silence, ...]:
    """Give the times of at least so many days of which no agency tells anything."""
    told = sorted(_days(events, period))
    if not told:
        return ()
    begin, end = period
    edges = [(begin, begin)] if begin and begin < told[0][0] else []
    last = [(end, end)] if end else []
    return tuple(_between([*edges, *told, *last], least))


def _days(events: Sequence[Event], period: tuple[date | None, date | None]) -> Iterator[_Days]:
    begin, end = period[0] or date.min, period[1] or date.max
    for event in events:
        known = parse_known_day(event.first.when)
        if not known.first or not known.last or known.length > _A_MONTH:
            continue
        if begin <= known.last and known.first <= end:
            yield known.first, known.last


def _between(days: Sequence[_Days], least: int) -> Iterator[Silence]:
    reached = days[0][1]
    for first, last in days[1:]:
        if (first - reached).days >= least:
            yield Silence(reached, first)
        reached = max(reached, last)
