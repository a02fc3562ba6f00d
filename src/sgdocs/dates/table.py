"""Every working day of 1990 to 2100 counted once, so that one addition is two look-ups."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate, compress

from sgdocs.dates.edition import Edition

__all__ = ["FIRST_DAY", "LAST_DAY", "DayTable", "table_of"]

FIRST_DAY = date(1990, 1, 1)  # a Monday, which the pattern of the week below rests on
LAST_DAY = date(2100, 12, 31)

_WEEK = b"\1\1\1\1\1\0\0"


@dataclass(frozen=True, slots=True, eq=False)
class DayTable:
    """The working days in order, and how many of them come before each day of the calendar."""

    edition: Edition
    before: list[int]
    working: list[int]
    """As ordinals: making 28,000 dates at the start would cost more than all else."""
    titles: dict[date, str]

    def __reduce__(self) -> tuple[object, tuple[Edition]]:
        # Another process builds its own in milliseconds; sending one would be megabytes.
        return table_of, (self.edition,)


@lru_cache(maxsize=8)
def table_of(edition: Edition) -> DayTable:
    """Count the working days of an edition, once for each edition."""
    start, end = FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1
    weeks = (end - start) // 7 + 1
    flags = bytearray((_WEEK * weeks)[: end - start])
    for holiday in edition.holidays:
        if FIRST_DAY <= holiday.date <= LAST_DAY:
            flags[holiday.date.toordinal() - start] = 0
    return DayTable(
        edition,
        list(accumulate(flags, initial=0)),
        list(compress(range(start, end), flags)),
        {h.date: h.title for h in edition.holidays},
    )
