"""Dates as people write them on returned forms and web pages: day first."""

import re
from datetime import date

from sgdocs.dates.problems import DateProblem, DateReason, Writing

__all__ = ["parse_day_first"]

_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def parse_day_first(text: str, *, allow_two_digit_year: bool = False) -> date:
    """Read a date written day first, with strokes, dots or dashes.

    A date written year first cannot be misread and is accepted too. A two-figure year is refused
    unless the form itself prints dd/mm/yy, as the chronology does; it is then a year from 2000 on.
    """
    tidy = text.strip()
    if turned := _YEAR_FIRST.fullmatch(tidy):
        return _day(turned[1], turned[2], turned[3])
    written = _DAY_FIRST.fullmatch(tidy)
    if not written:
        reason = DateReason.WORDS if _LETTERS.search(tidy) else DateReason.UNREADABLE
        raise DateProblem(reason, Writing.DAY_FIRST)
    return _day(_full_year(written[4], allowed=allow_two_digit_year), written[3], written[1])


def _full_year(year: str, *, allowed: bool) -> str:
    if len(year) == 4:
        return year
    if not allowed:
        raise DateProblem(DateReason.TWO_DIGIT_YEAR, Writing.DAY_FIRST)
    return f"20{year}"


def _day(year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        # `from None`: Python's own message repeats the figures
        raise DateProblem(DateReason.IMPOSSIBLE_DATE, Writing.DAY_FIRST) from None
