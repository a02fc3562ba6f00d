"""Dates as days in a text, in whatever form they are written."""

import re
from calendar import month_name
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sgdocs.anonymise.lists import WordLists

__all__ = ["DateFinder", "DayFound"]

_ENGLISH = tuple(name.lower() for name in month_name if name)
_FIRST = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth twentieth"
)
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii"
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3}(?:the\s)?)?"
)
_YEAR = (
    r"(?:\s?[,.]?[-/\s]?\s{0,3}(?:of\s)?"
    + r"(?P<year>(?:19|20)\d{2}|'\d{2}|(?<=[-/ .])\d{2}(?![\d:%])))?"
)
_TIME = r"(?:t\d{2}:\d{2}(?::\d{2})?z?)?"
_ROMAN = {roman: number for number, roman in enumerate(_ROMANS.split(), 1)}


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day in a text: where, and what is known of it."""

    start: int
    end: int
    month: int
    day: int
    year: int = 0
    other_month: int = 0
    """Month and day the other way round, where figures allow it."""
    last: int = 0
    """The last day of a span of days."""


def _ordinals() -> list[str]:
    """Give the days of a month in words, from the first to the thirty-first."""
    ones = _FIRST.split()
    twenties = [f"twenty-{one}" for one in ones]
    return [*ones, *_TEENS.split(), *twenties, "thirtieth", "thirty-first"]


class DateFinder:
    """Finds days, in English and in the months of the word list."""

    def __init__(self, lists: WordLists) -> None:
        self._months: dict[str, int] = {**lists.months}
        for number, name in enumerate(_ENGLISH, 1):
            self._months |= {name: number, name[:3]: number, f"{name[:3]}.": number}
        self._months |= {"sept": 9, "sept.": 9}
        del self._months["may."]  # the point ends a sentence
        self._ordinals: Mapping[str, int] = {
            w: n for n, word in enumerate(_ordinals(), 1) for w in (word, word.replace("-", " "))
        }
        month = "|".join(sorted(map(re.escape, self._months), key=len, reverse=True))
        spoken = "|".join(sorted(self._ordinals, key=len, reverse=True))
        day = rf"(?:(?P<day>[0-3]?\d)\s?(?:st|nd|rd|th)?|(?:the\s)?(?P<spoken>{spoken}))"
        span = r"(?:\s?(?:-|to|and|&|/)\s?(?:the\s)?(?P<last>[0-3]?\d)(?:st|nd|rd|th)?)?"
        self._forms = (
            re.compile(
                r"(?<![\w.])(?P<year>(?:19|20)\d{2})[-/.](?P<month>[01]?\d)[-/.]"
                rf"(?P<day>[0-3]?\d){_TIME}(?![\w])"
            ),
            re.compile(
                rf"(?<![\w./]){_WEEKDAY}(?P<day>[0-3]?\d)\s?[-/. ]\s?(?P<month>[01]?\d|[ivx]+)"
                r"\s?[-/. ]\s?(?P<year>(?:19|20)?\d{2})(?![\w/])"
            ),
            re.compile(
                rf"(?<!\w){_WEEKDAY}{day}{span}\s?(?:-|/|\.)?\s{{0,3}}(?:day\s)?(?:of\s)?"
                rf"(?P<name>{month})(?!\w){_YEAR}(?!\d)"
            ),
            re.compile(
                rf"(?<!\w){_WEEKDAY}(?P<name>{month})\s(?:the\s)?{day}{span}(?!\w|:\d){_YEAR}"
            ),
        )

    def find(self, low: str) -> Iterator[DayFound]:
        """Give the days of a folded text."""
        for form in self._forms:
            for match in form.finditer(low):
                if (found := self._day(match)) is not None:
                    yield found

    def _day(self, match: re.Match[str]) -> DayFound | None:
        parts = {k: v for k, v in match.groupdict().items() if v}
        if "name" in parts:
            month = self._months[parts["name"]]
        elif parts["month"].isdigit():
            month = int(parts["month"])
        else:
            month = _ROMAN.get(parts["month"], 0)
        day = self._ordinals[parts["spoken"]] if "spoken" in parts else int(parts["day"])
        year = _full_year(parts.get("year", ""))
        last = int(parts.get("last", 0))
        if "name" not in parts and len(parts["year"]) == 2 and _may_be_else(match):
            return None
        end = match.end() - len(match[0]) + len(match[0].rstrip(" ,."))
        if _is_day(year, month, day):
            other = day if "name" not in parts and day <= 12 else 0
            return DayFound(match.start(), end, month, day, year, other, last)
        if "name" not in parts and _is_day(year, day, month):
            return DayFound(match.start(), end, day, month, year)
        return None


def _may_be_else(match: re.Match[str]) -> bool:
    """Say whether figures with a short year may be a paragraph's number or mere figures."""
    begins_line = match.string[max(0, match.start() - 1) : match.start()] in ("", "\n")
    pointed = re.fullmatch(r"[\d.]+", match[0]) is not None
    return re.fullmatch(r"[\d ]+", match[0]) is not None or (begins_line and pointed)


def _full_year(written: str) -> int:
    digits = written.strip("' ")
    if not digits:
        return 0
    number = int(digits)
    return number if number > 99 else number + (2000 if number < 60 else 1900)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True
