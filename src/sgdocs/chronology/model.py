"""What is merged, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

__all__ = ["Account", "Combined", "Difference", "Event", "Kind", "Silence"]

Kind = Literal["dates", "times", "child_seen", "told_twice"]


@dataclass(frozen=True, slots=True)
class Account:
    """One row of one agency's chronology, as the agency gave it."""

    agency: str
    row: Mapping[str, Any]

    @property
    def when(self) -> str:
        """Give the date as far as the agency knows it."""
        return str(self.row["date"])

    @property
    def clock(self) -> str:
        """Give the time of day, or nothing."""
        return str(self.row.get("time", ""))

    @property
    def words(self) -> str:
        """Say what happened."""
        return str(self.row["event"])


@dataclass(frozen=True, slots=True)
class Event:
    """One event, with everybody's account of it; the first is the agency's listed first."""

    number: int
    accounts: tuple[Account, ...]

    @property
    def first(self) -> Account:
        """Give the account whose words stand for the event."""
        return self.accounts[0]

    @property
    def agencies(self) -> tuple[str, ...]:
        """Name everybody who tells of it, each once."""
        return tuple(dict.fromkeys(account.agency for account in self.accounts))

    def said(self, field: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give each thing said of a part of it, with who said so."""
        sayers: dict[str, list[str]] = {}
        for account in self.accounts:
            if field in account.row:
                sayers.setdefault(str(account.row[field]), []).append(account.agency)
        return tuple((what, tuple(dict.fromkeys(who))) for what, who in sayers.items())


@dataclass(frozen=True, slots=True)
class Difference:
    """What a person should settle: two rows, or one, of which not everything can be so."""

    kind: Kind
    first: Event
    second: Event


@dataclass(frozen=True, slots=True)
class Silence:
    """Days between which no agency tells of anything."""

    after: date
    before: date

    @property
    def weeks(self) -> int:
        """Give its whole weeks."""
        return (self.before - self.after).days // 7


@dataclass(frozen=True, slots=True)
class Combined:
    """The combined chronology, and what in it is for a person to decide."""

    events: tuple[Event, ...]
    differences: tuple[Difference, ...]
    silences: tuple[Silence, ...]
