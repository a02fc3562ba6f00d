"""The day on which something counts as received, by the settings a procedure chooses."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from sgdocs.dates.moments import Moment
from sgdocs.dates.words import words
from sgdocs.dates.working_days import WorkingCalendar

__all__ = ["Deemed", "ReceiptSettings", "deemed_day"]


@dataclass(frozen=True, slots=True)
class ReceiptSettings:
    """When receipt counts; as they stand, the settings never make a date later.

    An office that sets a cut-off should also deem what comes on a non-working day to be received on
    the next working day: otherwise something from Friday evening counts from later than something
    from Saturday morning.
    """

    cut_off: time | None = None
    non_working: Literal["counts_from_next_working_day", "deemed_next_working_day"] = (
        "counts_from_next_working_day"
    )
    after_cut_off: Literal["same_day", "next_working_day"] = "same_day"


@dataclass(frozen=True, slots=True)
class Deemed:
    """Day 0, and why it is not simply the day of receipt (empty when it is)."""

    day: date
    reason: str = ""


def deemed_day(moment: Moment, calendar: WorkingCalendar, *, settings: ReceiptSettings) -> Deemed:
    """Decide which day is day 0 for something received.

    Exactly at the cut-off is in time; a receipt without a time of day counts as in time.
    """
    if _is_late(moment, settings):
        why = f"after the {settings.cut_off:%H:%M} cut-off on {words(moment.day)}"
        return _deemed(calendar.next_working_day(moment.day), why)
    waits = settings.non_working == "deemed_next_working_day"
    if waits and not calendar.is_working_day(moment.day):
        why = f"on {words(moment.day)}, which is not a working day"
        return _deemed(calendar.next_working_day(moment.day), why)
    return Deemed(moment.day)


def _is_late(moment: Moment, settings: ReceiptSettings) -> bool:
    if settings.after_cut_off == "same_day" or settings.cut_off is None or moment.clock is None:
        return False
    return moment.clock > settings.cut_off


def _deemed(day: date, why: str) -> Deemed:
    return Deemed(day, f"It came {why}, so it counts as received on {words(day)}.")
