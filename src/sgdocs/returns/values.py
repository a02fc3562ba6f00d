"""One answer as the schema wants it: dates year first, keywords for words, lines as a list."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.dates import (
    DateProblem,
    DateReason,
    parse_written_day,
    parse_written_time,
    read_known_day,
)
from sgdocs.reading import unseen
from sgdocs.returns.names import Placed
from sgdocs.returns.sheet import Place

__all__ = ["Unsuitable", "unseen_in", "value_of"]

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_HALVES = re.compile("[\ud800-\udfff]")
_DAYS = frozenset({"date", "moment", "known-day"})
_BETWEEN = re.compile(r"\s*[,\n]\s*")
_DAY_FIRST = "Write it as day, month and full year in figures, like 19/12/2025."
_WHY = {
    DateReason.IMPOSSIBLE_DATE: ("impossible-date", "is a day that is not in the calendar"),
    DateReason.TWO_DIGIT_YEAR: ("unclear-date", "has a year of two figures"),
}


@dataclass(frozen=True, slots=True)
class Unsuitable(Exception):
    """An answer that is not what is asked for: how so, and how to write it."""

    rule: str
    what: str
    remedy: str


def value_of(given: Placed, node: Mapping[str, Any], place: Place | None) -> Any:
    """Give an answer as the schema wants it; nothing for one left blank."""
    said = tidied(given.answer.text)
    if not said.strip():
        return None
    if given.clock:
        return _clock(said)
    if "items" in node:
        return [line.strip() for line in _BETWEEN.split(said) if line.strip()]
    if "enum" in node:
        return _chosen(said, node["enum"], place)
    if node.get("format") in _DAYS:
        return _day(said, given.answer.exact, partly=node["format"] == "known-day")
    return said if _many_lines(node) else said.strip()


def tidied(text: str) -> str:
    """Make every line end one sign, and leave out what no file can hold and nobody sees."""
    return _HALVES.sub("\ufffd", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def unseen_in(given: Placed, node: Mapping[str, Any]) -> Iterator[str]:
    """Say what words hold that nobody sees, also where it is left out of the data."""
    if not (given.clock or "enum" in node or node.get("format") in _DAYS):
        yield from (what for _, what in unseen(_LINE_ENDS.sub("\n", given.answer.text)))


def _many_lines(node: Mapping[str, Any]) -> bool:
    return int(node.get("maxLength", 0)) > 1000


def _chosen(said: str, choices: list[str], place: Place | None) -> str:
    word = " ".join(unicodedata.normalize("NFKC", said).split()).casefold()
    if place is not None and word in place.choices:
        return place.choices[word]
    for choice in choices:
        if word in (choice.casefold(), choice.replace("_", " ").casefold()):
            return choice
    raise Unsuitable("not-a-choice", "is not one of the choices", "Choose one from the list.")


def _day(said: str, exact: str, *, partly: bool) -> str:
    try:
        day = parse_written_day(said).isoformat()
    except DateProblem as problem:
        if partly and (part := _part_of_day(said)):
            return part
        rule, what = _WHY.get(problem.reason, ("unreadable-date", "cannot be read as a date"))
        raise Unsuitable(rule, what, _DAY_FIRST) from None
    if exact and exact != day and exact == f"{day[:4]}-{day[8:]}-{day[5:7]}":
        raise Unsuitable("unclear-date", "may be written month first", _DAY_FIRST)
    return day


def _part_of_day(said: str) -> str:
    """Give what is known of a day where the form takes a month or a year alone."""
    try:
        return read_known_day(said)
    except DateProblem:
        return ""


def _clock(said: str) -> str:
    try:
        return f"{parse_written_time(said):%H:%M}"
    except DateProblem:
        raise Unsuitable(
            "unreadable-time", "cannot be read as a time", "Write it like 14:05."
        ) from None
