"""Find what not everybody can be right about, and what may be one event told twice.

Rows are compared only between different agencies: an agency that lists two visits made two. They
are compared within a week of each other, and where day and month may have been exchanged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sgdocs.chronology.model import Difference, Event, Kind
from sgdocs.chronology.wording import Wording, alike
from sgdocs.dates import parse_known_day

__all__ = ["differences"]

_DAYS_APART = 7
_AT_MOST = 60  # rows that each is compared with, so that a hostile form costs no hours
_CONTRARY = frozenset({"yes", "no"})


@dataclass(frozen=True, slots=True)
class _Dated:
    """An event of a known day, with what it is compared by."""

    day: date
    event: Event
    clock: str
    agencies: frozenset[str]
    wording: Wording


def differences(events: Sequence[Event]) -> tuple[Difference, ...]:
    """Give what a person should settle, in the order of the rows."""
    dated = [made for event in events if (made := _dated(event))]
    found = [*_within(events), *_between(dated), *_exchanged(dated)]
    return tuple(sorted(found, key=lambda d: (d.first.number, d.second.number)))


def _dated(event: Event) -> _Dated | None:
    known, first = parse_known_day(event.first.when), event.first
    if known.first is None or not known.exact:
        return None
    return _Dated(
        known.first, event, first.clock, frozenset(event.agencies), Wording.of(first.words)
    )


def _within(events: Sequence[Event]) -> Iterator[Difference]:
    """Give the events of which one agency says that the child was seen and another that not."""
    for event in events:
        if len(event.accounts) > 1 and _seen(event) >= _CONTRARY:
            yield Difference("child_seen", event, event)


def _between(dated: Sequence[_Dated]) -> Iterator[Difference]:
    for place, one in enumerate(dated):
        for other in dated[place + 1 : place + 1 + _AT_MOST]:
            if (other.day - one.day).days > _DAYS_APART:
                break
            if one.agencies.isdisjoint(other.agencies) and alike(
                one.wording, other.wording, _when(one, other)
            ):
                yield from _told(one, other)


def _when(one: _Dated, other: _Dated) -> str:
    if one.day != other.day:
        return "on two days"
    return "at one time" if one.clock and one.clock == other.clock else "on one day"


def _exchanged(dated: Sequence[_Dated]) -> Iterator[Difference]:
    """Give alike rows of which one has the day where the other has the month."""
    on: dict[date, list[_Dated]] = {}
    for one in dated:
        on.setdefault(one.day, []).append(one)
    for one in dated:
        turned = _turned(one.day)
        if turned is None or (turned - one.day).days <= _DAYS_APART:
            continue
        for other in on.get(turned, ())[:_AT_MOST]:
            apart = one.agencies.isdisjoint(other.agencies)
            if apart and alike(one.wording, other.wording, "on two days"):
                yield Difference("dates", one.event, other.event)


def _turned(day: date) -> date | None:
    return date(day.year, day.day, day.month) if day.day <= 12 else None


def _told(one: _Dated, other: _Dated) -> Iterator[Difference]:
    yield Difference(_kind(one, other), one.event, other.event)
    if one.day == other.day and (_seen(one.event) | _seen(other.event)) >= _CONTRARY:
        yield Difference("child_seen", one.event, other.event)


def _kind(one: _Dated, other: _Dated) -> Kind:
    if one.day != other.day:
        return "dates"
    return "times" if one.clock and other.clock and one.clock != other.clock else "told_twice"


def _seen(event: Event) -> frozenset[str]:
    return frozenset(what for what, _ in event.said("child_seen"))
