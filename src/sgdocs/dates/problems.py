"""Why a written date or time was not accepted, and how to write it instead."""

from enum import StrEnum

__all__ = ["DateProblem", "DateReason", "Writing"]


class DateReason(StrEnum):
    """What is wrong with a written date or time."""

    IMPOSSIBLE_DATE = "impossible_date"
    IMPOSSIBLE_TIME = "impossible_time"
    SKIPPED_TIME = "skipped_time"
    TIME_NOT_WANTED = "time_not_wanted"
    DAY_FIRST = "day_first"
    TWO_DIGIT_YEAR = "two_digit_year"
    WORDS = "words"
    UNREADABLE = "unreadable"


class Writing(StrEnum):
    """How dates are to be written in this place."""

    YEAR_FIRST = "Write dates year first, like 2025-12-19."
    AS_FAR_AS_KNOWN = (
        "Write dates year first, like 2025-12-19; 2025-12 where only the month is known, "
        '"2025" where only the year is, unknown where neither is.'
    )
    DAY_FIRST = "Write dates as day, month and full year in figures, like 19/12/2025."


_WHAT = {
    DateReason.IMPOSSIBLE_DATE: "names a day that is not in the calendar",
    DateReason.IMPOSSIBLE_TIME: "names a time of day that does not exist",
    DateReason.SKIPPED_TIME: "names a time that the clocks jumped over when they went forward",
    DateReason.TIME_NOT_WANTED: "gives a time of day where only a date is wanted",
    DateReason.DAY_FIRST: "is written day first",
    DateReason.TWO_DIGIT_YEAR: "has a year of two figures, which can be misread",
    DateReason.WORDS: "is written in words",
    DateReason.UNREADABLE: "cannot be read as a date",
}
_REMEDY = {
    DateReason.IMPOSSIBLE_TIME: "Write times on the 24-hour clock, like 2025-12-19T16:20.",
    DateReason.SKIPPED_TIME: "Check the time; when the clocks go forward, 01:30 becomes 02:30.",
    DateReason.TIME_NOT_WANTED: "Leave the time out and give the date alone, like 2025-12-19.",
}


class DateProblem(ValueError):
    """Say why a date was refused without repeating it: it may be a child's date of birth.

    `what` completes a sentence about the date (“is written day first”); `remedy` is a sentence.
    """

    def __init__(self, reason: DateReason, writing: Writing = Writing.YEAR_FIRST) -> None:
        super().__init__(reason, writing)
        self.reason = reason
        self.what = _WHAT[reason]
        self.remedy = _REMEDY.get(reason, str(writing))

    def __str__(self) -> str:
        return f"The date {self.what}. {self.remedy}"
