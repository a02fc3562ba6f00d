"""Days and times as people write them on a form: day first, in figures or with the month's name."""

import re
import unicodedata
from datetime import date, time

from sgdocs.dates.day_first import parse_day_first
from sgdocs.dates.problems import DateProblem, DateReason, Writing
from sgdocs.dates.words import MONTHS

__all__ = ["parse_written_day", "parse_written_time", "tidied"]

_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+")
_NAMED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s.\-/,]*(?P<month>[a-z]{3,9})\.?[\s.\-/,]*"
    r"(?P<year>\d{4})"
)
_FIGURES = re.compile(r"(\d{1,2})\s*([/.\- ])\s*(\d{1,2})\s*\2\s*(\d{2,4})")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−⁄∕"), "-") | {ord("⁄"): "/", ord("∕"): "/", ord("。"): "."}
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d{2})(?:[:.]\d{2})?)?\s*"
    r"(?P<half>[ap]\.?\s?m\.?)?(?:\s*(?:hrs?|hours|h|o'?clock))?"
)
_FOUR = re.compile(r"(\d{2})(\d{2})\s*(?:hrs?|hours|h)?")
_SPOKEN = {"noon": time(12), "midday": time(12), "12 noon": time(12), "midnight": time(0)}


def parse_written_day(text: str) -> date:
    """Read a day: “2/4/2026”, “02.04.2026”, “Thursday 2nd April 2026”, “2026-04-02”."""
    tidy = _WEEKDAY.sub("", tidied(text), count=1)
    if named := _NAMED.fullmatch(tidy):
        return _day(int(named["year"]), _month(named["month"]), int(named["day"]))
    if figures := _FIGURES.fullmatch(tidy):
        tidy = "/".join((figures[1], figures[3], figures[4]))
    return parse_day_first(tidy)


def parse_written_time(text: str) -> time:
    """Read a time of day: “14:05”, “2.05 pm”, “1405 hrs”, “noon”."""
    tidy = tidied(text)
    if tidy in _SPOKEN:
        return _SPOKEN[tidy]
    if four := _FOUR.fullmatch(tidy):
        return _time(int(four[1]), int(four[2]))
    written = _CLOCK.fullmatch(tidy)
    if written is None or not (written["minute"] or written["half"]):
        raise DateProblem(DateReason.IMPOSSIBLE_TIME, Writing.DAY_FIRST)
    hour = int(written["hour"])
    if half := (written["half"] or "")[:1]:
        if not 1 <= hour <= 12:
            raise DateProblem(DateReason.IMPOSSIBLE_TIME, Writing.DAY_FIRST)
        hour = hour % 12 + (12 if half == "p" else 0)
    return _time(hour, int(written["minute"] or 0))


def tidied(text: str) -> str:
    """Give the text in small letters, full-width figures and odd dashes made plain."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return " ".join(plain.split()).casefold().rstrip(".")


def _month(word: str) -> int:
    known = [name.casefold() for name in MONTHS]
    shorter = [n for n, name in enumerate(known, 1) if name.startswith(word)]
    if len(shorter) != 1:
        raise DateProblem(DateReason.UNREADABLE, Writing.DAY_FIRST)
    return shorter[0]


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateProblem(DateReason.IMPOSSIBLE_DATE, Writing.DAY_FIRST) from None


def _time(hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise DateProblem(DateReason.IMPOSSIBLE_TIME, Writing.DAY_FIRST) from None
