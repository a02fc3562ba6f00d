"""Give a filter or test the kind of value it takes, dates and times already read."""

import re
from datetime import date, datetime, time
from typing import TypeGuard

from sgdocs.dates import DateProblem, Moment, parse_moment
from sgdocs.expressions.refusals import Fault, Gap
from sgdocs.expressions.values import NOUNS, kind_of

__all__ = ["suited"]

_CLOCK_ALONE = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


def suited(value: object, wanted: str, path: str) -> object:
    """Insist on a kind of value.

    A date comes back as a date, a moment as its time of day, a “when” as both.
    """
    if value is None and wanted != "any":
        raise Gap(f"`{path}` is {NOUNS['nothing']}, and {NOUNS[wanted]} is needed.", path=path)
    if wanted == "date":
        return _as_date(value, path)
    if wanted == "moment":
        return _as_clock(value, path)
    if wanted == "when":
        return Moment(value) if _is_day(value) else _as_moment(value, path)
    kind = kind_of(value)
    if wanted in ("any", kind):
        return value
    raise Fault(f"`{path}` is {NOUNS[kind]}, and {NOUNS[wanted]} is needed.", path=path)


def _as_date(value: object, path: str) -> date:
    return value if _is_day(value) else _as_moment(value, path).day


def _is_day(value: object) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)


def _as_clock(value: object, path: str) -> time:
    if isinstance(value, time):
        return value
    alone = _CLOCK_ALONE.fullmatch(value) if isinstance(value, str) else None
    if alone:
        return time(int(alone[1]), int(alone[2]))
    clock = _as_moment(value, path).clock
    if clock is None:
        raise Fault(f"`{path}` has no time of day.", remedy="Write it like 14:30.", path=path)
    return clock


def _as_moment(value: object, path: str) -> Moment:
    if isinstance(value, Moment):
        return value
    if isinstance(value, datetime) and value.tzinfo is None:
        return Moment(value.date(), value.time())
    text = value.isoformat(timespec="seconds") if isinstance(value, datetime) else value
    if not isinstance(text, str):
        raise Fault(f"`{path}` is {NOUNS[kind_of(value)]}, not a date or time.", path=path)
    try:
        return parse_moment(text)
    except DateProblem as problem:
        raise Fault(f"`{path}` {problem.what}.", remedy=problem.remedy, path=path) from None
