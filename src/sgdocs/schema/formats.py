"""The formats our schemas use, each with a test and the words for what it should look like."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sgdocs.dates import DateProblem, parse_date, parse_known_day, parse_moment

__all__ = ["FORMATS", "Format"]

_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Format:
    """A named form of text."""

    matches: Callable[[object], bool]
    problem: Callable[[str], tuple[str, str]]


def _date_matches(parse: Callable[[str], object]) -> Callable[[object], bool]:
    def matches(value: object) -> bool:
        if not isinstance(value, str):
            return True
        try:
            parse(value)
        except DateProblem:
            return False
        return True

    return matches


def _date_problem(parse: Callable[[str], object]) -> Callable[[str], tuple[str, str]]:
    def problem(value: str) -> tuple[str, str]:
        try:
            parse(value)
        except DateProblem as fault:
            return fault.what, fault.remedy
        return "is not a date", ""

    return problem


def _email_matches(value: object) -> bool:
    return not isinstance(value, str) or bool(_EMAIL.fullmatch(value))


def _email_problem(_value: str) -> tuple[str, str]:
    return "is not an e-mail address", "Write it like name@example.org."


FORMATS = {
    "date": Format(_date_matches(parse_date), _date_problem(parse_date)),
    "known-day": Format(_date_matches(parse_known_day), _date_problem(parse_known_day)),
    "moment": Format(_date_matches(parse_moment), _date_problem(parse_moment)),
    "email": Format(_email_matches, _email_problem),
}
