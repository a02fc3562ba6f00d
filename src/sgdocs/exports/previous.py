"""The calendar file made before: which entries it had, on which days, how often re-dated."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sgdocs.errors import InputRefused
from sgdocs.exports.characters import one_line

__all__ = ["Earlier", "earlier_entries"]

_REMEDY = "Give the file that was exported last for this case, or none to start a new calendar."
_UNREADABLE = (AttributeError, KeyError, IndexError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Earlier:
    """One entry as it was sent before."""

    day: date
    sequence: int
    summary: str
    cancelled: bool


def earlier_entries(data: bytes, reference: str) -> dict[str, Earlier]:
    """Read the entries of a case's earlier calendar file, by their lasting names."""
    from icalendar import Calendar  # noqa: PLC0415 - 60 ms that only a calendar needs

    try:
        calendars = Calendar.from_ical(data, multiple=True)
        names = {str(calendar.get("x-wr-calname", "")) for calendar in calendars}
        entries = dict(_entries(calendars))
    except _UNREADABLE as fault:
        raise InputRefused("the earlier calendar file cannot be read.", remedy=_REMEDY) from fault
    if not names:  # cut short: nothing in it is whole
        raise InputRefused("the earlier calendar file cannot be read.", remedy=_REMEDY)
    if names != {reference}:
        raise InputRefused("the earlier calendar file is not of this case.", remedy=_REMEDY)
    return entries


def _entries(calendars: Any) -> Iterator[tuple[str, Earlier]]:
    for calendar in calendars:
        for event in calendar.walk("VEVENT"):
            start = event["dtstart"].dt
            day = start.date() if isinstance(start, datetime) else start
            cancelled = str(event.get("status", "")).upper() == "CANCELLED"
            summary = one_line(str(event.get("summary", "")))
            yield str(event["uid"]), Earlier(day, int(event.get("sequence", 0)), summary, cancelled)
