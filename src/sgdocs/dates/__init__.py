"""Dates: working days, months, moments and words, by rules a business unit can check by eye."""

from typing import TYPE_CHECKING

from sgdocs.dates.edition import Edition, Holiday
from sgdocs.dates.moments import Moment, parse_date, parse_moment
from sgdocs.dates.months import add_months, age_on
from sgdocs.dates.problems import DateProblem, DateReason, Writing
from sgdocs.dates.receipt import Deemed, ReceiptSettings, deemed_day
from sgdocs.dates.words import day_name, month_words, short_words, words
from sgdocs.dates.working_days import Closure, Skipped, WorkingCalendar
from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.dates.day_first import parse_day_first
    from sgdocs.dates.known import (
        UNKNOWN,
        KnownDay,
        known_words,
        parse_known_day,
        read_known_day,
    )
    from sgdocs.dates.written import parse_written_day, parse_written_time

__all__ = [
    "UNKNOWN",
    "Closure",
    "DateProblem",
    "DateReason",
    "Deemed",
    "Edition",
    "Holiday",
    "KnownDay",
    "Moment",
    "ReceiptSettings",
    "Skipped",
    "WorkingCalendar",
    "Writing",
    "add_months",
    "age_on",
    "day_name",
    "deemed_day",
    "known_words",
    "month_words",
    "parse_date",
    "parse_day_first",
    "parse_known_day",
    "parse_moment",
    "parse_written_day",
    "parse_written_time",
    "read_known_day",
    "short_words",
    "words",
]

__getattr__ = lazily(
    __name__,
    {
        "UNKNOWN": "known",
        "KnownDay": "known",
        "known_words": "known",
        "parse_day_first": "day_first",
        "parse_known_day": "known",
        "read_known_day": "known",
        "parse_written_day": "written",
        "parse_written_time": "written",
    },
)
