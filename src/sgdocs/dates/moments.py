"""Dates and times as case files write them: year first, London time."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

from sgdocs.dates.london import from_offset, was_skipped
from sgdocs.dates.problems import DateProblem, DateReason

__all__ = ["Moment", "parse_date", "parse_moment"]

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CLOCK = re.compile(
    r"[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(Z|([+-])([0-9]{2}):?([0-5][0-9]))?"
)
_SHAPES = (
    (re.compile(r"\s*[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}\b.*", re.S), DateReason.DAY_FIRST),
    (re.compile(r"\s*[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}\s*"), DateReason.TWO_DIGIT_YEAR),
    (re.compile(r"(?!\s*[0-9]{4}-).*[^\W\d_]{2}.*", re.S), DateReason.WORDS),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with London's wall-clock time where it is known."""

    day: date
    clock: time | None = None

    @property
    def text(self) -> str:
        """Write it as a case file does."""
        return self.day.isoformat() + (f"T{self.clock:%H:%M}" if self.clock else "")


@lru_cache(maxsize=4096)  # a schedule asks for the same few dozen again and again
def parse_moment(text: str) -> Moment:
    """Read a date, or a date and time, as a case file writes it.

    A time with `Z` or an offset is turned into London time; without one it is London time already.
    A time that came twice, when the clocks went back, is kept as written: it is the same day and
    the same reading of the clock. A time the clocks jumped over is refused.
    """
    written = _DAY.match(text)
    if not written:
        raise DateProblem(_shape_of(text))
    day = _day(written)
    rest = text[written.end() :]
    return _with_clock(day, rest) if rest else Moment(day)


def parse_date(text: str) -> date:
    """Read a date alone, year first."""
    moment = parse_moment(text)
    if moment.clock is not None:
        raise DateProblem(DateReason.TIME_NOT_WANTED)
    return moment.day


def _shape_of(text: str) -> DateReason:
    return next((why for shape, why in _SHAPES if shape.fullmatch(text)), DateReason.UNREADABLE)


def _day(written: re.Match[str]) -> date:
    try:
        return date(*map(int, written.groups()))
    except ValueError:
        # `from None`: Python's own message repeats the figures
        raise DateProblem(DateReason.IMPOSSIBLE_DATE) from None


def _with_clock(day: date, rest: str) -> Moment:
    written = _CLOCK.fullmatch(rest)
    if not written:
        raise DateProblem(DateReason.UNREADABLE)
    try:
        wall_clock = _in_london(day, written)
    except (ValueError, OverflowError):
        raise DateProblem(DateReason.IMPOSSIBLE_TIME) from None
    if was_skipped(wall_clock):
        raise DateProblem(DateReason.SKIPPED_TIME)
    return Moment(wall_clock.date(), wall_clock.time())


def _in_london(day: date, written: re.Match[str]) -> datetime:
    clock = time(int(written[1]), int(written[2]), int(written[3] or 0))
    if not written[4]:
        return datetime.combine(day, clock)
    ahead = timedelta(hours=int(written[6] or 0), minutes=int(written[7] or 0))
    return from_offset(
        datetime.combine(day, clock, timezone(-ahead if written[5] == "-" else ahead))
    )
