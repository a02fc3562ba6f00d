"""Days of which only a part may be known: the month, the year, or nothing."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sgdocs.dates.day_first import parse_day_first
from sgdocs.dates.moments import parse_date
from sgdocs.dates.problems import DateProblem, DateReason, Writing
from sgdocs.dates.words import MONTHS, month_words

__all__ = ["UNKNOWN", "KnownDay", "known_words", "parse_known_day", "read_known_day"]

UNKNOWN = "unknown"
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_MONTH_FIGURES = re.compile(r"([0-9]{1,2})\s*[/.-]\s*([0-9]{4})")
_MONTH_WORDS = re.compile(r"([^\W\d_]{3,9})\.?,?\s+([0-9]{4})")
_NOT_KNOWN = frozenset({UNKNOWN, "not known", "n/k", "date not known", "date unknown"})


@dataclass(frozen=True, slots=True)
class KnownDay:
    """The first and the last day it can have been; neither where nothing is known."""

    first: date | None = None
    last: date | None = None

    @property
    def exact(self) -> bool:
        """Say whether it is one day."""
        return self.first is not None and self.first == self.last

    @property
    def length(self) -> int:
        """Say how many days it can have been; none where nothing is known."""
        return (self.last - self.first).days + 1 if self.first and self.last else 0


@lru_cache(maxsize=4096)
def parse_known_day(text: str) -> KnownDay:
    """Read a date year first: 2025-12-19, 2025-12, 2025, or unknown."""
    if text == UNKNOWN:
        return KnownDay()
    if found := _MONTH.fullmatch(text):
        return _month(int(found[1]), int(found[2]))
    if _YEAR.fullmatch(text) and int(text):
        return KnownDay(date(int(text), 1, 1), date(int(text), 12, 31))
    try:
        day = parse_date(text)
    except DateProblem as problem:
        raise DateProblem(problem.reason, Writing.AS_FAR_AS_KNOWN) from None
    return KnownDay(day, day)


def known_words(text: str) -> str:
    """Write it for a narrow column: 19/12/2025, December 2025, 2025, Not known."""
    known = parse_known_day(text)
    if known.first is None:
        return "Not known"
    if known.exact:
        return f"{known.first:%d/%m/%Y}"
    return month_words(known.first) if known.length < 32 else str(known.first.year)


def read_known_day(text: str, *, allow_two_digit_year: bool = False) -> str:
    """Read what people write on forms, day first, and give it as a case file has it.

    “19/12/2025”, “December 2025”, “Dec 2025”, “12/2025”, “2025” and “not known” are understood.
    """
    tidy = " ".join(text.split()).casefold()
    if tidy in _NOT_KNOWN:
        return UNKNOWN
    if _YEAR.fullmatch(tidy) and int(tidy):
        return tidy
    if found := _MONTH_FIGURES.fullmatch(tidy):
        return _written(int(found[2]), int(found[1]))
    if (found := _MONTH_WORDS.fullmatch(tidy)) and (number := _month_named(found[1])):
        return _written(int(found[2]), number)
    return parse_day_first(text, allow_two_digit_year=allow_two_digit_year).isoformat()


def _month(year: int, month: int) -> KnownDay:
    try:
        return KnownDay(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    except ValueError:
        raise DateProblem(DateReason.IMPOSSIBLE_DATE, Writing.AS_FAR_AS_KNOWN) from None


def _month_named(word: str) -> int:
    """Give a month's number by its name or how that begins; 0 for no month."""
    return next((n for n, name in enumerate(MONTHS, 1) if name.casefold().startswith(word)), 0)


def _written(year: int, month: int) -> str:
    _month(year, month)
    return f"{year:04}-{month:02}"
