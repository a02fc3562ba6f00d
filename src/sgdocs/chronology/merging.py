"""Merge the agencies' rows: in order, exact repeats as one event with all its sources.

The rules, which docs/collating.md tells in the office's words:

1. Two rows are one event where their dates, their times and their words are the same; capitals,
   accents, punctuation and spaces do not count. Everything else each agency said of it is kept.
2. Rows that are only alike stay apart. They are pointed out, and a person decides.
3. A date known in part stands before the days it may be: 2024 before January 2024, that before
   1 January 2024. What has no date stands last.
4. On one day, rows without a time come first, then by time. Where that does not decide, the agency
   listed first comes first, and then the row that stands first in its own chronology.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from sgdocs.chronology.comparing import differences
from sgdocs.chronology.model import Account, Combined, Event
from sgdocs.chronology.silences import silences
from sgdocs.chronology.wording import plain
from sgdocs.dates import parse_known_day

__all__ = ["merge"]

_LAST = date.max


def merge(
    accounts: Iterable[Account], period: tuple[date | None, date | None], silence_days: int
) -> Combined:
    """Merge accounts, given agency by agency, and point out what differs and where all is silent.

    `period` is the time asked about; a silence is at least `silence_days` long.
    """
    told: dict[tuple[str, str, str], list[Account]] = {}
    for account in accounts:
        key = (account.when, account.clock, plain(account.words))
        told.setdefault(key, []).append(account)
    events = _numbered(sorted(told.values(), key=lambda same: _place(same[0])))
    return Combined(events, differences(events), silences(events, period, silence_days))


def _place(account: Account) -> tuple[date, int, str]:
    """Give where an account stands; sorting keeps those of one place in the order they came."""
    known = parse_known_day(account.when)
    return known.first or _LAST, -known.length, account.clock


def _numbered(groups: Sequence[Sequence[Account]]) -> tuple[Event, ...]:
    return tuple(Event(number, tuple(same)) for number, same in enumerate(groups, 1))
