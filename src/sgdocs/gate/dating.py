"""Find dates in text, however they are written."""

import re
from collections.abc import Iterator
from datetime import date

from sgdocs.gate.ordinary import MONTHS, listed

__all__ = ["days_in"]

_NUMBERS = re.compile(r"(?<!\d)(?=(\d{1,4})[^\w\n]{1,3}(\d{1,2})[^\w\n]{1,3}(\d{4}|\d{1,2})(?!\d))")
_COMPACT = re.compile(r"(?<!\d)(\d{8}|\d{6})(?:\d{6})?(?!\d)")
_MONTHS = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?(?![a-z])"
)
_ORDINALS = {
    word: number
    for number, word in enumerate(
        listed(
            """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twentyfirst
    twentysecond twentythird twentyfourth twentyfifth twentysixth twentyseventh twentyeighth
    twentyninth thirtieth thirtyfirst
    """
        ),
        1,
    )
}
_SPOKEN = re.compile(r"((?:(?:twenty|thirty)[\s-]?)?[a-z]+(?:st|nd|rd|th))\W{1,3}(?:of\W{1,3})?$")
_NUMBER_BEFORE = re.compile(r"(?<!\d)(\d{1,2})\s{0,2}(?:st|nd|rd|th)?(?:\W{0,3}of)?\W{0,3}$")
_NUMBER_AFTER = re.compile(r"\W{0,3}(?:the\W)?(\d{1,2})\s{0,2}(?:st|nd|rd|th)?(?!\d)")
_YEAR = re.compile(r"\W{0,3}(\d{4}|\d{2}(?!\d|\s*[:.]\d))(?!\d)")
_SHORT_MONTHS = [m[:3] for m in MONTHS]
_NEAR = 24

Day = tuple[int, date | None, tuple[int, int]]
"""Where it begins, the date, and its day and month; no date where no year is given."""


def days_in(low: str) -> Iterator[Day]:
    """Give every date in a text of small letters, day first and month first alike."""
    for match in _NUMBERS.finditer(low):
        yield from _from_numbers(match.start(), *match.groups())
    for match in _COMPACT.finditer(low):
        yield from _from_compact(match.start(), match[1])
    for match in _MONTHS.finditer(low):
        yield from _around(low, match.start(), match.end(), _SHORT_MONTHS.index(match[1]) + 1)


def _around(low: str, start: int, end: int, month: int) -> Iterator[Day]:
    """Give the dates a month's name is part of: 3 June 2025, June 3rd, the third of June."""
    before, after = low[max(0, start - _NEAR) : start], low[end : end + _NEAR]
    day = _NUMBER_BEFORE.search(before)
    spoken = _SPOKEN.search(before)
    first = day or spoken
    if first:
        number = int(first[1]) if day else _ORDINALS.get(re.sub(r"[\s-]", "", first[1]), 0)
        yield from _in_year(start - len(first[0]), number, month, _YEAR.match(after))
    following = _NUMBER_AFTER.match(after)
    if following:
        year = _YEAR.match(after, following.end())
        yield from _in_year(start, int(following[1]), month, year)


def _from_numbers(start: int, first: str, second: str, third: str) -> Iterator[Day]:
    if len(third) == 1 and len(first) < 4:
        return
    if len(first) > 2:
        yield from _dated(start, first, second, third)
    else:
        yield from _dated(start, third, second, first)
        yield from _dated(start, third, first, second)
        if len(third) == 2:
            yield from _dated(start, first, second, third)


def _from_compact(start: int, digits: str) -> Iterator[Day]:
    if len(digits) == 8:
        yield from _dated(start, digits[:4], digits[4:6], digits[6:])
        yield from _dated(start, digits[4:], digits[2:4], digits[:2])
        yield from _dated(start, digits[4:], digits[:2], digits[2:4])
    else:
        yield from _dated(start, digits[4:], digits[2:4], digits[:2])
        yield from _dated(start, digits[:2], digits[2:4], digits[4:])


def _in_year(start: int, day: int, month: int, year: re.Match[str] | None) -> Iterator[Day]:
    if year:
        yield from _dated(start, year[1], str(month), str(day))
    else:
        yield start, None, (month, day)


def _dated(start: int, year: str, month: str, day: str) -> Iterator[Day]:
    for whole in (int(year),) if len(year) > 2 else (1900 + int(year), 2000 + int(year)):
        try:
            found = date(whole, int(month), int(day))
        except ValueError:
            continue
        yield start, found, (found.month, found.day)
