"""Periods counted in months and years: corresponding dates and ages."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from sgdocs.errors import InputRefused

__all__ = ["add_months", "age_on"]


def add_months(day: date, n: int) -> date:
    """Give the corresponding date n months on (or back), or that month's last day if it is shorter.

    The date is never moved later, whatever day of the week it falls on.
    """
    years, month = divmod(day.month - 1 + n, 12)
    year = day.year + years
    if not MINYEAR <= year <= MAXYEAR:
        raise InputRefused(
            "A period in months runs outside the years 1 to 9999.",
            remedy="Check the year of the date and the number of months.",
        )
    month += 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def age_on(born: date, day: date) -> int:
    """Give a person's age in whole years on a day that is not before their birth.

    Someone born on 29 February has their birthday on 1 March in a year without one.
    """
    if day < born:
        raise InputRefused(
            "An age was asked for on a day before the person was born.",
            remedy="Check the date of birth against the other dates of the case.",
        )
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
