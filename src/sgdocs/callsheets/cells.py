"""One cell as the case file wants it: days day first, times, yes or no, words on one line."""

from datetime import date, datetime, time
from typing import Any

from sgdocs.dates import DateProblem, parse_written_day, parse_written_time
from sgdocs.exports import one_line
from sgdocs.opening.limits import CELL_CHARACTERS
from sgdocs.reading import unseen

__all__ = ["Unclear", "chosen", "day_and_clock", "moment_said", "text_said"]

_YES = frozenset({"yes", "y", "true"})
_NO = frozenset({"no", "n", "false"})
_DAY_FIRST = "write the date as day, month and full year, like 19/12/2025."


class Unclear(Exception):
    """A cell that cannot be read: what to write, and in which field where that is another one."""

    def __init__(self, what: str, field: str = "") -> None:
        super().__init__(what)
        self.field = field


def day_and_clock(day: Any, clock: Any) -> str:
    """Give when a call was made; its day must be known."""
    if day is None:
        raise Unclear("the date of the call is missing.")
    when = _day(day)
    at = _clock(clock) if clock is not None else _time_in(day)
    return f"{when.isoformat()}T{at:%H:%M}" if at else when.isoformat()


def moment_said(cell: Any) -> str:
    """Give a day, and the time after it where there is one."""
    if isinstance(cell, datetime | date):
        at = _time_in(cell)
        return f"{_day(cell).isoformat()}T{at:%H:%M}" if at else _day(cell).isoformat()
    words = str(cell).replace(",", " ").split()
    for cut in range(len(words), 0, -1):
        try:
            day = parse_written_day(" ".join(words[:cut]))
        except DateProblem:
            continue
        rest = " ".join(words[cut:])
        return f"{day.isoformat()}T{_clock(rest):%H:%M}" if rest else day.isoformat()
    raise Unclear(_DAY_FIRST)


def chosen(cell: Any) -> str:
    """Give yes or no."""
    word = str(cell).strip().casefold()
    if word in _YES:
        return "yes"
    if word in _NO:
        return "no"
    raise Unclear("write yes or no.")


def text_said(cell: Any) -> str:
    """Give words on one line; what a spreadsheet was kept from running is plain again."""
    words = one_line(str(cell)).strip()
    if len(words) > CELL_CHARACTERS:
        raise Unclear(f"these are more than {CELL_CHARACTERS} letters.")
    for _, what in unseen(str(cell)):  # before anything that does not print is taken away
        raise Unclear(f"this holds {what}. Type it again by hand.")
    return words


def _day(cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    try:
        return parse_written_day(str(cell).strip().lstrip("'"))
    except DateProblem:
        raise Unclear(_DAY_FIRST) from None


def _time_in(cell: Any) -> time | None:
    has = isinstance(cell, datetime) and (cell.hour or cell.minute)
    return cell.time() if has else None


def _clock(cell: Any) -> time:
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    if isinstance(cell, float) and 0 <= cell < 1:
        minutes = round(cell * 24 * 60) % (24 * 60)
        return time(minutes // 60, minutes % 60)
    try:
        return parse_written_time(str(cell).strip().lstrip("'"))
    except DateProblem:
        raise Unclear("write the time like 14:05.", "clock") from None
