"""Filters that write dates and times in words, the same on every computer."""

from datetime import date, time

from sgdocs.dates import DateProblem, Moment, known_words, month_words, short_words, words

__all__ = [
    "clock",
    "iso_date",
    "known_day",
    "long_date",
    "moment_words",
    "month_year",
    "numeric_date",
    "short_date",
]

long_date = words
short_date = short_words
month_year = month_words


def iso_date(day: date) -> str:
    """Write a date year first, as file names sort it: 2026-04-02."""
    return day.isoformat()


def numeric_date(day: date) -> str:
    """Write a date in figures, day first, as forms have it: 02/04/2026."""
    return f"{day:%d/%m/%Y}"


def known_day(text: str) -> str:
    """Write a day as far as it is known: 02/04/2026, April 2026, 2026; other words as they are."""
    try:
        return known_words(text)
    except DateProblem:
        return text


def moment_words(moment: Moment) -> str:
    """Write a day, and the time after it where it has one: Thursday 2 April 2026, 2.30pm."""
    return words(moment.day) + (f", {clock(moment.clock)}" if moment.clock else "")


def clock(moment: time) -> str:
    """Write a time of day as people say it: 2pm, 2.30pm, midday, midnight."""
    if moment.minute == 0 and moment.hour % 12 == 0:
        return "midday" if moment.hour else "midnight"
    minutes = f".{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'pm' if moment.hour >= 12 else 'am'}"
