"""Dates in words, the same on every computer whatever its language settings."""

from datetime import date
from functools import lru_cache

__all__ = ["MONTHS", "day_name", "month_words", "short_words", "words"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_name(day: date) -> str:
    """Name the day of the week: Thursday."""
    return _DAYS[day.weekday()]


@lru_cache(maxsize=4096)
def words(day: date) -> str:
    """Write a date in full: Thursday 2 April 2026."""
    return f"{day_name(day)} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_words(day: date) -> str:
    """Write a date for a narrow column: Thu 2 Apr 2026."""
    return f"{day_name(day)[:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month_words(day: date) -> str:
    """Write the month alone: April 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"
